"""Which boxes of a page are lit up, in which colour and with what note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docqa_app.core.answer import Answer
from docqa_app.core.document import Box, Document
from docqa_app.exporting.rows import boxes_of

Colour = tuple[int, int, int]

COLOURS: tuple[Colour, ...] = (
    (255, 228, 90),
    (160, 212, 245),
    (175, 226, 175),
    (250, 200, 160),
    (228, 190, 220),
    (200, 205, 250),
)
"""Light enough to read black text through, and apart to colour-blind eyes; answers take them in turn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The evidence of one answer on one page. `number` counts the answers from 1."""

    number: int
    page: int
    boxes: tuple[Box, ...]
    question: str
    answer: str
    confidence: float

    @property
    def colour(self) -> Colour:
        return COLOURS[(self.number - 1) % len(COLOURS)]

    @property
    def note(self) -> str:
        return f"{self.question}\n{self.answer} ({self.confidence:.0%})"


def marks_of(document: Document, answers: Sequence[Answer]) -> tuple[Mark, ...]:
    """A mark for each answer that stands somewhere on a page; answers without evidence get none."""
    marks = (_mark(document, number, answer) for number, answer in enumerate(answers, start=1))
    return tuple(mark for mark in marks if mark is not None)


def _mark(document: Document, number: int, answer: Answer) -> Mark | None:
    boxes = boxes_of(document, answer.page, answer.evidence)
    if not answer.found or answer.page is None or not boxes:
        return None
    return Mark(number, answer.page, boxes, answer.question, answer.text, answer.confidence)


def marked_pages(marks: Iterable[Mark]) -> tuple[int, ...]:
    """The numbers of the pages that carry a mark, ascending."""
    return tuple(sorted({mark.page for mark in marks}))
