"""The export menu of a summary: with its flags, as text or as Markdown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from docqa_app.session.state import OpenDocument
from docqa_app.ui.background import Lane, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.parts import SummaryForm
from docqa_app.ui.summary.report import report_of


class SummaryExports(QObject):
    """Fills a menu and writes what is chosen, on a lane. `said` and `failed` tell how it went."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, live: LiveSession, lane: Lane, forms: tuple[SummaryForm, ...], window: QWidget) -> None:
        super().__init__(window)
        self._live = live
        self._lane = lane
        self._window = window
        self.menu = QMenu(self.tr("Export the summary"), window)
        for form in forms:
            self.menu.addAction(self.tr("{form}…").format(form=form.name), partial(self.choose_place, form))

    def choose_place(self, form: SummaryForm) -> None:
        """Asks where to write, then writes."""
        document = self._live.now.in_view
        if document is None or document.summary is None:
            self.said.emit(self.tr("There is no summary to export yet."))
            return
        first = Path(document.path)
        dialog = QFileDialog(self._window, self.tr("Export the summary"), str(first.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{form.name} (*{form.suffix})")
        dialog.setDefaultSuffix(form.suffix.lstrip("."))
        dialog.selectFile(self.tr("{name} summary").format(name=first.stem) + form.suffix)
        dialog.fileSelected.connect(lambda chosen: self._write(form, Path(chosen), document))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, form: SummaryForm, path: Path, document: OpenDocument) -> None:
        """As the summary was when the place was asked for."""
        report = report_of(document)
        self._lane.run(
            lambda _, note: form.write(path, report), partial(self._written, path), failed=self._failed, writes=True
        )

    def _written(self, path: Path, nothing: None) -> None:
        self.said.emit(self.tr("Written to {path}.").format(path=path))

    def _failed(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)
