"""Summaries for the window: written and checked by the model, looked over without it, written to files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from docqa_app.core.document import Document
from docqa_app.core.ports import Engine, Summarizer
from docqa_app.core.summary import SummarySentence
from docqa_app.exporting.summary_file import SummaryReport
from docqa_app.ui.parts import Look, SummaryForm

if TYPE_CHECKING:
    from docqa_app.app.fields import RealFields
    from docqa_app.summarizing.facts import Beside

translate = QCoreApplication.translate


class RealSummaries:
    """`fields` tells what the fields pane knows of a document. Every import waits for the first use."""

    def __init__(self, schemas: Path, fields: RealFields | None = None) -> None:
        self._schemas, self._fields = schemas, fields
        self.forms: tuple[SummaryForm, ...] = (
            SummaryForm(translate("Exports", "Text with flags"), ".txt", partial(_write, "as_text")),
            SummaryForm(translate("Exports", "Markdown with flags"), ".md", partial(_write, "as_markdown")),
        )

    def summarizer(self, engine: Engine) -> Summarizer:
        """ModelError where the model's thresholds are damaged."""
        from docqa_app.answering.engine import Engine as LoadedModel
        from docqa_app.answering.pairs import PairEngine
        from docqa_app.schemas.schema_file import shipped_schemas
        from docqa_app.summarizing.summarize import summaries

        model = cast(LoadedModel, engine)  # what rooms.py loads
        return summaries(model, PairEngine(model), shipped_schemas(self._schemas), model.folder, self._beside())

    def _beside(self) -> Beside:
        from docqa_app.summarizing.facts import Beside

        return Beside(self._fields.known, self._fields.found_before) if self._fields else Beside()

    def look_for(self, document: Document) -> Look:
        from docqa_app.summarizing.founded import founded_in
        from docqa_app.summarizing.sentences import sentences_in
        from docqa_app.summarizing.unfounded import unfounded

        founded = founded_in(document.pages)
        return lambda text: tuple(SummarySentence(one, unfounded(one, founded)) for one in sentences_in(text))


def _write(form: str, path: Path, report: SummaryReport) -> None:
    from docqa_app.exporting import summary_file

    summary_file.write_summary(path, report, getattr(summary_file, form))
