"""A schema tried on a document again and again while it changes: only questions that are new go to the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.engine_wrapper import EngineWrapper
from docqa_app.core.fields import Extraction
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.schemas.schema import Schema


@dataclass(slots=True)
class RememberingEngine(EngineWrapper):
    """An engine that answers a question about the same pages from memory the second time."""

    _pages: tuple[Page, ...] = ()
    _answers: dict[str, Answer] = field(default_factory=dict)

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        if pages is not None:
            return self.engine.ask(document, questions, pages=pages, report=report)
        if document.pages != self._pages:
            self._pages, self._answers = document.pages, {}
        new = [question for question in dict.fromkeys(questions) if question not in self._answers]
        if new:
            answers = self.engine.ask(document, new, report=report)
            self._answers.update(zip(new, answers, strict=True))
        return tuple(self._answers[question] for question in questions)


def try_schema(
    document: Document, schema: Schema, engine: RememberingEngine, known: Known, report: Report = silent
) -> Extraction:
    """The document's values by this schema. Types, patterns and rules are always held against them anew."""
    return extract(document, schema, engine, known, report=report)
