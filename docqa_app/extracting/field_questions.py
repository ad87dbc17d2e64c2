"""All fields of a schema asked at once, in the document's language; where that leaves doubt, asked once more."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.ports import Engine

Asked = tuple[str, tuple[str, ...]]
"""A field's name and the phrasings of its question, the best first."""
Answers = Mapping[str, tuple[Answer, ...]]
"""What the model said to each phrasing that was asked, by field."""


def ask_twice(
    document: Document,
    asked: Sequence[Asked],
    engine: Engine,
    doubtful: Callable[[Answers], Collection[str]],
    report: Report = silent,
) -> Answers:
    """One or two answers a field by name. A second phrasing is asked, all together, of the fields that `doubtful` names
    when it knows the first answers."""
    first = engine.ask(document, [phrasings[0] for _, phrasings in asked], report=report)
    answers: dict[str, tuple[Answer, ...]] = {name: (one,) for (name, _), one in zip(asked, first, strict=True)}
    doubted = doubtful(answers)
    again = [(name, texts[1]) for name, texts in asked if len(texts) > 1 and name in doubted]
    if again:
        second = engine.ask(document, [question for _, question in again], report=report)
        for (name, _), answer in zip(again, second, strict=True):
            answers[name] = (*answers[name], answer)
    return answers


def candidates(answer: Answer) -> list[Candidate]:
    """The answer, where there is one, and its alternatives."""
    return [*(answer.own if answer.found else ()), *answer.alternatives]
