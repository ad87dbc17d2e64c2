"""What the model says to a question, how sure it is, and which words it stands on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible answer.

    `confidence` is calibrated, 0..1: the share of answers of this kind that are right.
    `page` counts from 1. `evidence` holds indices into that page's words, ascending;
    () where the answer cannot be placed.
    """

    text: str
    confidence: float
    page: int
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question over the pages that were asked.

    `found` is False where no page answers it; `text` is then "" and the closest guess, if any,
    is the first of `alternatives`, which are ordered by falling confidence.
    """

    question: str
    text: str
    found: bool
    confidence: float
    page: int | None
    evidence: tuple[int, ...] = ()
    alternatives: tuple[Candidate, ...] = ()
    model: str = ""

    @property
    def own(self) -> tuple[Candidate, ...]:
        """What it says itself, as one to choose from; () where that stands on no page."""
        return () if self.page is None else (Candidate(self.text, self.confidence, self.page, self.evidence),)
