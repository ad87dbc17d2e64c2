"""All fields of a schema asked at once, in the document's language; where that leaves doubt, asked once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.find import fold
from docqa_app.core.ports import Engine

AGREEMENT = 0.5
"""How much of a second phrasing's confidence counts: two phrasings of one model err together more often than apart."""

Asked = tuple[str, tuple[str, ...]]
"""A field's name and the phrasings of its question, the best first."""


def ask_twice(
    document: Document,
    asked: Sequence[Asked],
    engine: Engine,
    doubtful: Callable[[str, Answer], bool],
    report: Report = silent,
) -> dict[str, Answer]:
    """One answer a field by name. A second phrasing is asked, all fields together, where `doubtful` says so."""
    first = engine.ask(document, [phrasings[0] for _, phrasings in asked], report=report)
    answers = {name: answer for (name, _), answer in zip(asked, first, strict=True)}
    again = [(name, texts[1]) for name, texts in asked if len(texts) > 1 and doubtful(name, answers[name])]
    if again:
        second = engine.ask(document, [question for _, question in again], report=report)
        for (name, _), answer in zip(again, second, strict=True):
            answers[name] = together(answers[name], answer)
    return answers


def together(first: Answer, second: Answer) -> Answer:
    """Two answers to one question: surer where they agree, else the surer one with the other among its alternatives.

    With confidences a >= b, agreement gives 1 - (1 - a)(1 - b/2).
    """
    if not second.found:
        return first
    if not first.found:
        return replace(second, question=first.question, alternatives=_merged(second, first))
    best, other = (first, second) if first.confidence >= second.confidence else (second, first)
    sure = best.confidence
    if fold(first.text) == fold(second.text):
        sure = 1 - (1 - best.confidence) * (1 - AGREEMENT * other.confidence)
    return replace(best, question=first.question, confidence=sure, alternatives=_merged(best, other))


def _merged(best: Answer, other: Answer) -> tuple[Candidate, ...]:
    """All candidates but the best answer's own text, each text once, the likeliest first."""
    known = {fold(best.text)}
    merged = []
    for candidate in sorted([*candidates(best)[1:], *candidates(other)], key=lambda one: -one.confidence):
        if fold(candidate.text) not in known:
            known.add(fold(candidate.text))
            merged.append(candidate)
    return tuple(merged)


def candidates(answer: Answer) -> list[Candidate]:
    """The answer, where there is one, and its alternatives."""
    if not answer.found or answer.page is None:
        return list(answer.alternatives)
    own = Candidate(answer.text, answer.confidence, answer.page, answer.evidence)
    return [own, *answer.alternatives]
