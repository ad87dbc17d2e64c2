"""An engine around another one, to which it hands everything on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.layout import Assignment
from docqa_app.core.ports import Engine


@dataclass(slots=True)
class EngineWrapper:
    """Does what the engine inside does; a subclass with its own `ask` remembers, counts or asks otherwise."""

    engine: Engine

    @property
    def model(self) -> str:
        return self.engine.model

    @property
    def folder(self) -> Path:
        return self.engine.folder

    @property
    def device(self) -> str:
        return self.engine.device

    @property
    def check_below(self) -> float:
        return self.engine.check_below

    @property
    def check_fields_below(self) -> float:
        return self.engine.check_fields_below

    @property
    def freely(self) -> Engine:
        return self.engine.freely

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        return self.engine.ask(document, questions, pages=pages, report=report)

    def inspect(self, page: Page) -> Assignment:
        return self.engine.inspect(page)

    def seen(self, page: Page) -> Mapping[str, float]:
        return self.engine.seen(page)

    def forget(self, document: Document) -> None:
        self.engine.forget(document)
