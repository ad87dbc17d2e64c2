"""Answers as rows of a table: one row an answer, of one document or of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.core.answer import Answer
from docqa_app.core.document import Box, Document
from docqa_app.core.layout import evidence_boxes


@dataclass(frozen=True, slots=True)
class Answered:
    """A document and the answers it gave."""

    document: Document
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One answer as it is exported.

    `document` is the file's name, or its path where another document has the same name; `source` is "OCR" or
    "text layer", "" where no page answered.
    """

    document: str
    page: int | None
    question: str
    answer: str
    found: bool
    confidence: float
    evidence: tuple[Box, ...]
    source: str
    model: str


def rows(answered: Iterable[Answered]) -> tuple[Row, ...]:
    """The answers of all documents in their order."""
    many = list(answered)
    names = file_names([one.document.path for one in many])
    return tuple(
        _row(one.document, name, answer) for one, name in zip(many, names, strict=True) for answer in one.answers
    )


def file_names(paths: Sequence[str]) -> list[str]:
    """The files' names; the path where another document has the same name."""
    names = Counter(Path(path).name for path in paths)
    return [Path(path).name if names[Path(path).name] == 1 else path for path in paths]


def _row(document: Document, name: str, answer: Answer) -> Row:
    return Row(
        document=name,
        page=answer.page,
        question=answer.question,
        answer=answer.text,
        found=answer.found,
        confidence=answer.confidence,
        evidence=boxes_of(document, answer.page, answer.evidence),
        source="" if answer.page is None else document.page(answer.page).source.value,
        model=answer.model,
    )


def boxes_of(document: Document, page: int | None, evidence: Sequence[int]) -> tuple[Box, ...]:
    """One box for each line of evidence, in page fractions; () where the answer stands on no page."""
    return () if page is None else evidence_boxes(document.page(page), evidence)


def box_text(box: Box) -> str:
    """Left, top, right, bottom in page fractions, with points in every region: it is one text, not four numbers."""
    return f"{box.left:.4f} {box.top:.4f} {box.right:.4f} {box.bottom:.4f}"
