"""A question with all that was said to it before the facts of the pages are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.find import fold

MOST_FREE = 4
"""Answers to a free question that are weighed."""


@dataclass(frozen=True)
class Asked:
    """What was said to a question: `said` by the rule `by`, `model` by the model, `free` by the model as it answers
    free questions, None where it was so sure that it was not asked so. `known`: whether the document is of a kind that
    the model learned."""

    said: Answer
    by: str
    model: Answer
    free: Answer | None = None
    known: bool = False

    @property
    def question(self) -> str:
        return self.said.question

    @cached_property
    def thought_of(self) -> frozenset[str]:
        """What the model said and what else it might have, folded."""
        return frozenset(map(fold, [self.model.text, *(one.text for one in self.model.alternatives)])) - {""}

    @cached_property
    def freely_said(self) -> tuple[Candidate, ...]:
        """What the free answer is or might be, the surest first."""
        if self.free is None:
            return ()
        one = self.free
        own = [Candidate(one.text, one.confidence, one.page, one.evidence)] if one.found and one.page else []
        return (*own, *one.alternatives)[:MOST_FREE]

    @cached_property
    def free_shares(self) -> dict[str, float]:
        """How sure each of them is, by its folded text."""
        shares: dict[str, float] = {}
        for one in self.freely_said:
            shares.setdefault(fold(one.text), one.confidence)
        return shares
