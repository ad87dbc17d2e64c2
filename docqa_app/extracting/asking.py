"""All fields of a schema asked at once, in the document's language; where that leaves doubt, asked once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.ports import Engine

Asked = tuple[str, tuple[str, ...]]
"""A field's name and the phrasings of its question, the best first."""


def ask_twice(
    document: Document,
    asked: Sequence[Asked],
    engine: Engine,
    doubtful: Callable[[str, Answer], bool],
    report: Report = silent,
) -> dict[str, tuple[Answer, ...]]:
    """One or two answers a field by name. A second phrasing is asked, all fields together, where `doubtful` says so."""
    first = engine.ask(document, [phrasings[0] for _, phrasings in asked], report=report)
    answers: dict[str, tuple[Answer, ...]] = {name: (one,) for (name, _), one in zip(asked, first, strict=True)}
    again = [(name, texts[1]) for name, texts in asked if len(texts) > 1 and doubtful(name, answers[name][0])]
    if again:
        second = engine.ask(document, [question for _, question in again], report=report)
        for (name, _), answer in zip(again, second, strict=True):
            answers[name] = (*answers[name], answer)
    return answers


def candidates(answer: Answer) -> list[Candidate]:
    """The answer, where there is one, and its alternatives."""
    if not answer.found or answer.page is None:
        return list(answer.alternatives)
    own = Candidate(answer.text, answer.confidence, answer.page, answer.evidence)
    return [own, *answer.alternatives]
