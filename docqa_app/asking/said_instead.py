"""An answer with something else said in its place, so that a clerk may still choose what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.find import fold

MOST_OTHERS = 9
"""Alternatives of an answer, each under a digit."""

BELIEVED_AS_FIELD = 0.8
"""Chosen on development receipts and orders: from 0.7 to 0.85 they lose nothing by free answers."""


def offering(answer: Answer, others: Sequence[Candidate]) -> Answer:
    """The answer with more to choose from, what it offered already first."""
    texts: dict[str, Candidate] = {}
    for one in (*answer.alternatives, *others):
        texts.setdefault(fold(one.text), one)
    texts.pop(fold(answer.text), None)
    return replace(answer, alternatives=tuple(texts.values())[:MOST_OTHERS])


def is_believed(answer: Answer) -> bool:
    """Whether what the model says as it learned to answer fields is sure enough not to be asked freely as well."""
    return answer.found and answer.confidence >= BELIEVED_AS_FIELD


def surer(one: Answer, other: Answer) -> Answer:
    """The answer of two that is surer, any rather than none; what the other says may be chosen instead."""
    first, second = sorted((one, other), key=lambda answer: (answer.found, answer.confidence), reverse=True)
    return offering(first, (*second.own, *second.alternatives))


def without(answer: Answer, confidence: float) -> Answer:
    """That nothing is there, with this confidence; what was said before may be chosen."""
    others = (*answer.own, *answer.alternatives)[:MOST_OTHERS]
    return Answer(answer.question, "", False, confidence, None, (), others, answer.model)


def instead(answer: Answer, chosen: Candidate, alternatives: Sequence[Candidate] = ()) -> Answer:
    """The answer with another text; what it said before stays among what a clerk may choose from."""
    others = {fold(one.text): one for one in (*answer.own, *alternatives, *answer.alternatives)}
    others.pop(fold(chosen.text), None)
    return replace(
        answer,
        text=chosen.text,
        found=True,
        confidence=chosen.confidence,
        page=chosen.page,
        evidence=chosen.evidence,
        alternatives=tuple(others.values())[:MOST_OTHERS],
    )
