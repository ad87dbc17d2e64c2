"""Plain text with questions, drawn as the page of a letter or a report.

    python -m docqa_app.training.data.text_pages --texts squad.jsonl.gz --out F.jsonl.gz

A line of the texts: {"title", "context", "qas": [{"q", "a": [answers], "s": [where each starts]}]}.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docqa_app.training.data import marks
from docqa_app.training.data import noise as noises
from docqa_app.training.data.asking import QA
from docqa_app.training.data.blocks import paragraph
from docqa_app.training.data.content import World
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.noise import Noise
from docqa_app.training.data.sample import Sample, as_record, finish
from docqa_app.training.data.sheets import blank
from docqa_app.training.data.tables import read_lines


@dataclass(frozen=True, slots=True)
class TextQuestion:
    """A question on a text; `starts` are where its answers begin. No answers: the text does not tell."""

    question: str
    answers: tuple[str, ...] = ()
    starts: tuple[int, ...] = ()


def text_sample(
    seed: int, text: str, asked: Sequence[TextQuestion], title: str = "", noise: Noise | None = None
) -> Sample:
    """A text drawn as a page, its questions with the words they are answered by. `noise`: by lot where not given."""
    rng = random.Random(seed)
    draft = blank(rng, World(rng, rng.choice(("en_US", "en_GB"))), rng.choice(("letter", "report")), "en_US", 1.1)
    first = _draw(draft, text, title)
    questions = [_question(q, text, first) for q in asked]
    return finish(draft, questions, noises.plan(rng) if noise is None else noise)


def word_numbers(text: str, start: int, length: int) -> range:
    """Which words of a text, counted from 0, hold the characters from `start` on."""
    before = text[:start]
    first = len(before.split()) - (0 if not before or before[-1].isspace() else 1)
    return range(first, len(text[: start + length].split()))


def _evidence(text: str, asked: TextQuestion) -> range:
    """The words of the first answer; a start in the middle of a word gives way to the next whole word."""
    answer = asked.answers[0]
    if not asked.starts:
        return range(0)
    whole = re.compile(rf"(?<!\w){re.escape(answer)}(?!\w)").search(text, asked.starts[0])
    return word_numbers(text, whole.start() if whole else asked.starts[0], len(answer))


def _question(asked: TextQuestion, text: str, first: int) -> QA:
    if not asked.answers:
        return QA(asked.question, (), (), "absent")
    words = _evidence(text, asked)
    answers = tuple(dict.fromkeys(asked.answers))
    return QA(asked.question, answers, tuple(first + n for n in words), "text")


def _draw(draft: Draft, text: str, title: str) -> int:
    """Draws the page; the number of the text's first word in the order of writing."""
    y = draft.margin
    if draft.kind == "letter" and draft.chance(0.6):
        y = frame.letterhead(draft, draft.world.party(), y, "sender")
        y = (
            draft.canvas.write(draft.right, y, draft.world.dates.text(draft.world.day()), draft.ink, "right").frame[3]
            + 12
        )
    if title:
        y = frame.title(draft, y, title.replace("_", " "))
    draft.ink = draft.ink.but(size=_size(draft, text, y))
    first = len(draft.canvas.marks)
    y = paragraph(draft, draft.margin, y, draft.inner, text).frame[3] + 14
    if y < draft.canvas.height - draft.margin - 60 and draft.chance(0.4):
        frame.sign_here(draft, draft.margin, y, draft.world.person())
    if draft.chance(0.1):
        marks.stamp(draft, draft.canvas.width * 0.7, min(y + 60, draft.canvas.height - 80))
    frame.footer(draft, [])
    return first


def _size(draft: Draft, text: str, y: float) -> float:
    """The largest size up to 12 points in which the text fits the page."""
    room = draft.canvas.height - y - draft.margin - 40
    size = draft.rng.uniform(8.5, 12.0)
    while size > 4.5:
        ink = draft.ink.but(size=size)
        if len(draft.canvas.wrap(text, ink, draft.inner)) * ink.leading <= room:
            break
        size -= 0.5
    return size


def strangers(lines: Sequence[dict[str, Any]], number: int, rng: random.Random, count: int) -> list[TextQuestion]:
    """Questions of other articles: this text does not answer them."""
    others = [line for line in rng.sample(lines, min(len(lines), 8)) if line["title"] != lines[number]["title"]]
    return [TextQuestion(rng.choice(line["qas"])["q"]) for line in others[:count] if line["qas"]]


def record(seed: int, lines: Sequence[dict[str, Any]], number: int, noise: Noise | None, absent: int) -> dict[str, Any]:
    """A text as a line of JSON in the generator's form."""
    line = lines[number]
    asked = [TextQuestion(qa["q"], tuple(qa["a"]), tuple(qa["s"])) for qa in line["qas"]]
    asked += strangers(lines, number, random.Random(seed), absent)
    sample = text_sample(seed, line["context"], asked, line["title"], noise)
    return as_record(f"text-{number}", sample)


def main(arguments: list[str] | None = None) -> None:
    """Draws texts as pages and writes them, one a line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=int, default=0, help="how many texts, drawn by lot; 0 for all in order")
    parser.add_argument("--absent", type=int, default=1, help="questions of other articles asked of each page")
    parser.add_argument("--clean", action="store_true", help="no noise")
    given = parser.parse_args(arguments)
    lines = list(read_lines(given.texts))
    numbers = list(range(len(lines)))
    if given.limit:
        numbers = sorted(random.Random(given.seed).sample(numbers, min(given.limit, len(lines))))
    noise = Noise() if given.clean else None
    with gzip.open(given.out, "wt", encoding="utf-8", compresslevel=3) as out:
        for seed, number in enumerate(numbers, start=given.seed):
            out.write(json.dumps(record(seed, lines, number, noise, given.absent), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
