"""Predictions and their score as an evaluation goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docqa_app.cli.questions import Question
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document
from docqa_app.core.metrics import (
    anls,
    calibration_error_by_chance,
    exact_match,
    expected_calibration_error,
    is_right,
)
from docqa_app.exporting.json_file import CONFIDENCE_DIGITS, box_values
from docqa_app.exporting.rows import boxes_of


@dataclass(slots=True)
class Scores:
    """Sums over the questions so far. A question that could not be asked counts as wrong."""

    documents: int = 0
    seconds: float = 0.0
    anls: list[float] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, question: Question, answer: Answer) -> None:
        """Counts an answer; its confidence is weighed only where it was found."""
        text = answer.text if answer.found else ""
        self.anls.append(anls(text, question.truths))
        self.exact.append(exact_match(text, question.truths))
        if answer.found:
            self.confidences.append(answer.confidence)
            self.right.append(is_right(text, question.truths))

    def add_failed(self, count: int) -> None:
        """Counts questions that could not be asked."""
        self.anls.extend([0.0] * count)
        self.exact.extend([False] * count)

    def lines(self) -> list[str]:
        """What is printed at the end."""
        count = len(self.anls)
        rate = self.documents / self.seconds if self.seconds else 0.0
        return [
            f"documents          {self.documents}",
            f"questions          {count}",
            f"ANLS               {sum(self.anls) / max(1, count):.4f}",
            f"exact match        {sum(self.exact) / max(1, count):.4f}",
            f"calibration error  {expected_calibration_error(self.confidences, self.right):.4f}"
            f"  ({len(self.right)} answers found; by chance alone {calibration_error_by_chance(self.confidences):.4f})",
            f"documents/s        {rate:.2f}",
        ]


def prediction(question: Question, document: Document, answer: Answer, seconds: float) -> dict[str, Any]:
    """One line of the predictions."""
    return {
        "id": question.id,
        "question": question.text,
        "answer": answer.text,
        "found": answer.found,
        "confidence": round(answer.confidence, CONFIDENCE_DIGITS),
        "page": answer.page,
        "boxes": box_values(boxes_of(document, answer.page, answer.evidence)),
        "seconds": round(seconds, 4),
    }


def failed_prediction(question: Question, problem: str) -> dict[str, Any]:
    """The line of a question that could not be asked; `problem` says why."""
    return {
        "id": question.id,
        "question": question.text,
        "answer": "",
        "found": False,
        "confidence": 0.0,
        "page": None,
        "boxes": [],
        "seconds": 0.0,
        "problem": problem,
    }
