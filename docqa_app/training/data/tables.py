"""Tables with questions, drawn as pages.

python -m docqa_app.training.data.tables wikitablequestions --tables T.jsonl.gz --questions Q.jsonl.gz --out F.jsonl.gz
python -m docqa_app.training.data.tables tabfact --questions Q.jsonl.gz --out F.jsonl.gz
python -m docqa_app.training.data.tables tatqa --questions Q.jsonl.gz --out F.jsonl.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from docqa_app.training.data import noise as noises
from docqa_app.training.data.asking import QA
from docqa_app.training.data.blocks import paragraph
from docqa_app.training.data.content import World
from docqa_app.training.data.draft import Draft, Table
from docqa_app.training.data.grids import Column, draw_table, shrink_to_fit
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.sample import Sample, as_record, finish
from docqa_app.training.data.sheets import A4, LETTER, blank, cut, swap

STATEMENTS = (
    "Is it true that {s}?", "True or false: {s}", "{s}. Is this correct?", "Does the table show that {s}?", "{s}?",
    "Is the following statement right: {s}", "Does the page support this: {s}", "{s} - yes or no?",
)  # fmt: skip
SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "\xa0": " ", "’": "'", "“": '"', "”": '"'})
AT_ONCE = 12
"""questions a drawing of a table is asked"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a table: its answers in full (all of them belong to the answer)."""

    name: str
    question: str
    answers: tuple[str, ...]
    task: str = "table"


def table_sample(
    seed: int,
    rows: Sequence[Sequence[str]],
    asked: Sequence[Asked],
    caption: str = "",
    noise: Noise | None = None,
    most_rows: int = 80,
) -> Sample:
    """A table drawn as a page; rows after `most_rows` are cut. `noise`: by lot where not given."""
    draft = table_page(seed, rows[: most_rows + 1], caption)
    noise = noises.plan(draft.rng) if noise is None else noise
    table = draft.tables[0]
    questions = [QA(a.question, (", ".join(a.answers),), _evidence(table, a.answers), a.task) for a in asked]
    return finish(draft, questions, noise)


def table_page(seed: int, rows: Sequence[Sequence[str]], caption: str = "") -> Draft:
    """The drawn page: the first row holds the headings; the sheet is as long as the table needs."""
    rng = random.Random(seed)
    draft = blank(rng, World(rng, "en_US"), "table", "en_US", 1.1)
    texts = [[clean(cell) for cell in row] for row in rows]
    width, height = rng.choice((A4, LETTER))
    if len(texts[0]) > 6 or rng.random() < 0.15:
        width, height = height, width
    draft.ink = draft.ink.but(size=_size(draft, texts, width))
    swap(draft, width, 4 * height)
    bottom = _draw(draft, texts, caption)
    cut(draft, max(min(height, bottom + rng.uniform(20, 300)), bottom + draft.margin * 0.5))
    return draft


def clean(text: str) -> str:
    """A cell's text as it can be printed: one line, plain dashes and quotes."""
    return re.sub(r"\s+", " ", text.translate(SIGNS)).strip()


def _size(draft: Draft, texts: Sequence[Sequence[str]], width: float) -> float:
    """A size in which most rows take one or two lines."""
    size = draft.ink.size
    letters = max(sum(max(3, min(len(cell), 28)) for cell in row) for row in texts)
    while size > 5.5 and letters * size * 0.55 > (width - 2 * draft.margin) * 1.3:
        size -= 0.5
    return size


def _draw(draft: Draft, texts: Sequence[Sequence[str]], caption: str) -> float:
    y = draft.margin
    if caption:
        y = frame.title(draft, y, caption, "left" if draft.chance(0.6) else None)
    if draft.chance(0.2):
        text = draft.world.paragraph(3)
        y = paragraph(draft, draft.margin, y, draft.inner, text).frame[3] + 6
    columns = _columns(draft, texts)
    shrink_to_fit(draft, columns, texts[1:], draft.inner)
    look = draft.rng.choice(("ruled", "ruled", "rows", "head", "bare", "striped"))
    return draw_table(draft, draft.margin, y, draft.inner, columns, texts[1:], "row", look)


def _columns(draft: Draft, texts: Sequence[Sequence[str]]) -> list[Column]:
    """Columns of numbers to the right or centred, long ones free to wrap."""
    side = draft.rng.choice(("left", "right", "centre"))
    out = []
    for n, head in enumerate(texts[0]):
        cells = [row[n] for row in texts[1:]]
        numeric = sum(any(sign.isdigit() for sign in cell) and len(cell) < 12 for cell in cells) > len(cells) / 2
        long = max((len(cell) for cell in cells), default=0) > 14
        out.append(Column("item" if n == 0 else "text", head, side if numeric else "left", long))
    return out


def _evidence(table: Table, answers: Sequence[str]) -> tuple[int, ...]:
    """The words of the cells that spell the answers, where each stands in one cell only."""
    words: list[int] = []
    for answer in answers:
        plain = clean(answer).lower()
        found = [cell for row in table.rows for cell in row if cell.text.lower() == plain]
        if len(found) != 1:
            return ()
        words += found[0].words
    return tuple(words)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


@dataclass(frozen=True, slots=True)
class Job:
    """A table to draw and what it is asked."""

    name: str
    caption: str
    rows: list[list[str]]
    asked: tuple[Asked, ...]


def _in_parts(name: str, caption: str, rows: list[list[str]], asked: Sequence[Asked]) -> Iterator[Job]:
    for n, start in enumerate(range(0, len(asked), AT_ONCE)):
        yield Job(f"{name}-{n}", caption, rows, tuple(asked[start : start + AT_ONCE]))


def wikitablequestions(tables: Path, questions: Path) -> Iterator[Job]:
    """Every table with questions, in the order of the tables' names."""
    rows = {line["id"]: line["rows"] for line in read_lines(tables)}
    asked: dict[str, list[Asked]] = {}
    for line in read_lines(questions):
        asked.setdefault(line["table"], []).append(Asked(line["id"], line["q"], tuple(line["a"])))
    for name in sorted(asked):
        yield from _in_parts(f"wikitablequestions-{name}", "", rows[name], asked[name])


def tabfact(questions: Path, seed: int = 0) -> Iterator[Job]:
    """Every table with its statements put as questions that are answered yes or no."""
    rng = random.Random(seed)
    for number, line in enumerate(read_lines(questions)):
        asked = []
        for n, (statement, label) in enumerate(zip(line["statements"], line["labels"], strict=True)):
            question = rng.choice(STATEMENTS).format(s=statement.strip().rstrip("."))
            asked.append(Asked(f"{number}-{n}", question, ("yes" if label else "no",), "compare"))
        yield from _in_parts(f"tabfact-{number}", line.get("caption") or "", line["rows"], asked)


def tatqa(questions: Path) -> Iterator[Job]:
    """Every financial table with the questions that one of its cells answers as it is printed."""
    for number, line in enumerate(read_lines(questions)):
        rows = line["table"]["table"]
        cells = [clean(cell) for row in rows[1:] for cell in row]
        told = [one for one in line["questions"] if one["answer_type"] == "span" and len(one["answer"]) == 1]
        asked = [Asked(one["uid"], one["question"], (clean(one["answer"][0]),)) for one in told]
        printed = [one for one in asked if cells.count(one.answers[0]) == 1]
        if printed:
            yield from _in_parts(f"tatqa-{number}", "", rows, printed)


def record(seed: int, job: Job, noise: Noise | None, most_rows: int) -> dict[str, Any]:
    """A job as a line of JSON: the generator's form, each question with its own id and all its answers."""
    sample = table_sample(seed, job.rows, job.asked, job.caption, noise, most_rows)
    line = as_record(job.name, sample)
    for question, asked in zip(line["questions"], job.asked, strict=True):
        question.update(id=asked.name, denotation=asked.answers)
    return line


def main(arguments: list[str] | None = None) -> None:
    """Draws the tables of a set as pages and writes them, one a line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("which", choices=("wikitablequestions", "tabfact", "tatqa"))
    parser.add_argument("--tables", type=Path, help="the tables of wikitablequestions")
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=int, default=0, help="how many pages at most; 0 for all")
    parser.add_argument("--most-rows", type=int, default=80, help="longer tables are cut")
    parser.add_argument("--whole", action="store_true", help="leave out tables that would be cut")
    parser.add_argument("--clean", action="store_true", help="no noise")
    given = parser.parse_args(arguments)
    if given.which == "wikitablequestions" and given.tables is None:
        parser.error("wikitablequestions needs --tables")
    jobs = islice(_jobs(given), given.limit or None)
    noise = Noise() if given.clean else None
    with gzip.open(given.out, "wt", encoding="utf-8", compresslevel=3) as out:
        for seed, job in enumerate(jobs, given.seed):
            out.write(json.dumps(record(seed, job, noise, given.most_rows), ensure_ascii=False) + "\n")


def _jobs(given: argparse.Namespace) -> Iterator[Job]:
    """The tables of the set that is wanted, with what is asked of them."""
    match given.which:
        case "tabfact":
            jobs = tabfact(given.questions, given.seed)
        case "tatqa":
            jobs = tatqa(given.questions)
        case _:
            jobs = wikitablequestions(given.tables, given.questions)
    return (job for job in jobs if not given.whole or len(job.rows) - 1 <= given.most_rows)


if __name__ == "__main__":
    main()
