"""Papers that people wrote out ([`written_text`](written_text.py)), drawn as pages.

python -m docqa_app.training.data.written PAPERS.txt ... --out F.jsonl.gz [--drawings 3] [--varied 0.7]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from docqa_app.training.data import noise as noises
from docqa_app.training.data.asking import QA
from docqa_app.training.data.blocks import Entry, entries_block, paragraph
from docqa_app.training.data.canvas import Span
from docqa_app.training.data.content import World
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import Column, draw_table, shrink_to_fit
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.sample import Sample, as_record, finish
from docqa_app.training.data.sheets import A4, LETTER, blank, cut, swap
from docqa_app.training.data.stated import Stated, put
from docqa_app.training.data.text_pages import word_numbers
from docqa_app.training.data.varied import varied
from docqa_app.training.data.written_text import Asked, Line, Paper, read_papers

LOCALES = {"en": ("en_GB", "en_US"), "de": ("de_DE",), "fr": ("fr_FR",)}
KINDS = ("letter", "form", "invoice", "report", "statement")
"""Whose sheets and faces a paper is drawn with."""

STATED, YES = "stated", ("yes",)

LOWER, BARE = 0.06, 0.14
"""Shares of the questions that are put in small letters, and (from there on) without a mark at their end."""


# -- drawing ----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Sheet:
    """A paper under way: where the next line goes, and every run of words that was written."""

    draft: Draft
    y: float
    spans: list[Span] = field(default_factory=list)

    def heading(self, texts: Sequence[str]) -> None:
        """Large the first time, then smaller."""
        draft = self.draft
        size = draft.ink.size * draft.rng.uniform(1.0, 1.3 if self.spans else 2.2)
        ink = draft.ink.but(size=size, bold=draft.chance(0.8))
        side = draft.rng.choice(("left", "left", "centre", "right"))
        x = {"left": draft.margin, "centre": draft.canvas.width / 2, "right": draft.right}[side]
        for text in texts:
            self._wrote(draft.canvas.write_lines(x, self.y, draft.canvas.wrap(text, ink, draft.inner), ink, side))
        self.y += draft.rng.uniform(1, 8)

    def remarks(self, texts: Sequence[str]) -> None:
        """Short lines, perhaps small."""
        ink = self.draft.ink.but(size=self.draft.ink.size * self.draft.rng.choice((0.8, 0.9, 1.0, 1.0)))
        for text in texts:
            self._wrote(paragraph(self.draft, self.draft.margin, self.y, self.draft.inner, text, ink))
        self.y += self.draft.rng.uniform(2, 10)

    def entries(self, texts: Sequence[str]) -> None:
        """Labels and values in a layout drawn by lot."""
        told = [(label.strip(), value.strip()) for label, _, value in (text.partition(":") for text in texts)]
        before = len(self.draft.pairs)
        entries = [Entry("", label, value) for label, value in told if label]
        self.y = entries_block(self.draft, self.draft.margin, self.y, self.draft.inner, entries)
        self.spans += [Span(pair.words, pair.text, (0, 0, 0, 0)) for pair in self.draft.pairs[before:]]
        self.y += self.draft.rng.uniform(2, 10)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A table, its first row the head; cells that are lacking are empty."""
        draft, ink = self.draft, self.draft.ink
        across = max(len(row) for row in rows)
        head, *body = ([*row, *[""] * (across - len(row))] for row in rows)
        columns = [self._column(n, head[n], [row[n] for row in body]) for n in range(across)]
        shrink_to_fit(draft, columns, body, draft.inner)
        self.y = draw_table(draft, draft.margin, self.y, draft.inner, columns, body, "row") + 4
        table, draft.ink = draft.tables[-1], ink
        cells = [cell for row in (table.headers, *table.rows) for cell in row]
        self.spans += [Span(cell.words, cell.text, (0, 0, 0, 0)) for cell in cells]

    def _column(self, number: int, head: str, cells: Sequence[str]) -> Column:
        figures = sum(any(sign.isdigit() for sign in cell) and len(cell) < 14 for cell in cells) > len(cells) / 2
        side = self.draft.rng.choice(("left", "right", "right", "centre")) if figures else "left"
        return Column("item" if number == 0 else "text", head, side, max(map(len, cells), default=0) > 14)

    def paragraphs(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._wrote(paragraph(self.draft, self.draft.margin, self.y, self.draft.inner, text))
            self.y += self.draft.rng.uniform(2, 9)

    def _wrote(self, span: Span) -> None:
        self.spans.append(span)
        self.y = span.frame[3] + 1


def paper_sample(seed: int, paper: Paper, noise: Noise | None = None) -> Sample:
    """The paper drawn as a page, with its questions and the words that answer them. `noise`: by lot if not given."""
    rng = random.Random(seed)
    locale = rng.choice(LOCALES[paper.language])
    draft = blank(rng, World(rng, locale), rng.choice(KINDS), locale, 1.1)
    width, height = rng.choice((A4, A4, LETTER))
    swap(draft, width, 3 * height)
    sheet = _Sheet(draft, draft.margin)
    _draw(sheet, paper.lines)
    cut(draft, max(min(height, sheet.y + rng.uniform(20, 300)), sheet.y + draft.margin * 0.5))
    asked = [_question(one, paper.language, sheet.spans, rng) for one in paper.asked]
    return finish(draft, asked, noises.plan(rng) if noise is None else noise)


def _draw(sheet: _Sheet, lines: Iterable[Line]) -> None:
    """Runs of lines of one sort are drawn together."""
    for sort, run in groupby(lines, key=lambda line: line.sort):
        parts = [line.parts for line in run]
        texts = [text for part in parts for text in part if text]
        if sort == "R":
            sheet.table(parts)
        elif texts:
            {"H": sheet.heading, "L": sheet.remarks, "K": sheet.entries, "T": sheet.paragraphs}[sort](texts)


def _question(asked: Asked, language: str, spans: Sequence[Span], rng: random.Random) -> QA:
    if asked.how == STATED:
        question, said = put(Stated(asked.question, asked.answers == YES), language, rng)
        return QA(question, (said,), (), "compare")
    question = _worn(asked.question, rng.random())
    if not asked.answers:
        return QA(question, (), (), "absent")
    return QA(question, asked.answers, _evidence(asked.answers[0], spans), "text")


def _worn(question: str, roll: float) -> str:
    """People write sloppily."""
    if roll < LOWER:
        return question.lower()
    return question.rstrip("?. ") if roll < BARE else question


def _evidence(answer: str, spans: Sequence[Span]) -> tuple[int, ...]:
    """The words that spell the answer; none where it stands in several places, of which only one may be meant."""
    whole = re.compile(rf"(?<!\w){re.escape(answer)}(?!\w)", re.IGNORECASE)
    found = [(span, place.start()) for span in spans for place in whole.finditer(span.text)]
    if len(found) != 1:
        return ()
    span, start = found[0]
    return tuple(span.words[n] for n in word_numbers(span.text, start, len(answer)) if n < len(span.words))


# -- files ------------------------------------------------------------------------------------------------------------


def _without(paper: Paper, left_out: Sequence[str]) -> Paper:
    return replace(paper, asked=tuple(one for one in paper.asked if one.how not in left_out))


def _drawn(number: int, paper: Paper, given: argparse.Namespace) -> str:
    rng = random.Random(f"varied {given.seed + number}")
    shown = varied(paper, rng) if rng.random() < given.varied else paper
    sample = paper_sample(given.seed + number, shown)
    return json.dumps(as_record(f"paper-{number}", sample), ensure_ascii=False) + "\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("papers", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--drawings", type=int, default=1, help="how often each is drawn, another way each time")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--varied", type=float, default=0.0, help="share drawn with other figures, perhaps less a piece"
    )
    parser.add_argument("--without", nargs="*", default=[], metavar="HOW", help="questions that are left out (stated)")
    return parser


def main(arguments: Sequence[str] | None = None) -> None:
    """Draws papers as pages and writes them, one a line."""
    given = _parser().parse_args(arguments)
    papers = [_without(paper, given.without) for path in given.papers for paper in read_papers(path)]
    with gzip.open(given.out, "wt", encoding="utf-8", compresslevel=3) as out:
        for number in range(len(papers) * given.drawings):
            out.write(_drawn(number, papers[number % len(papers)], given))


if __name__ == "__main__":
    main()
