"""The export menu: answers of this document or of all, in the forms the app can write."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from docqa_app.session.choosing import settled
from docqa_app.session.state import OpenDocument
from docqa_app.ui.background import Lane, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.parts import ExportForm, Finished
from docqa_app.ui.work.reading import Reading


class Exports(QObject):
    """Fills a menu and writes what is chosen, on a lane. `said` and `failed` tell how it went."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, live: LiveSession, reading: Reading, lane: Lane, forms: tuple[ExportForm, ...], window: QWidget
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._live = live
        self._lane = lane
        self.forms = forms
        self._window = window
        self.menu = QMenu(self.tr("Export answers"), window)
        self._all = QMenu(self.tr("All open documents"), self.menu)
        for form in forms:
            self.menu.addAction(self.tr("{form}…").format(form=form.name), partial(self.choose_place, form, False))
            if form.many:
                self._all.addAction(self.tr("{form}…").format(form=form.name), partial(self.choose_place, form, True))
        self.menu.addSeparator()
        self.menu.addMenu(self._all)
        self.menu.aboutToShow.connect(self._refresh)

    def choose_place(self, form: ExportForm, every: bool) -> None:
        """Asks where to write, then writes."""
        documents = self._documents(every)
        if not documents:
            self.said.emit(self.tr("There are no answers to export yet."))
            return
        first = Path(documents[0].path)
        name = self.tr("answers") if every else self.tr("{name} answers").format(name=first.stem)
        dialog = QFileDialog(self._window, self.tr("Export answers"), str(first.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{form.name} (*{form.suffix})")
        dialog.setDefaultSuffix(form.suffix.lstrip("."))
        dialog.selectFile(f"{name}{form.suffix}")
        dialog.fileSelected.connect(lambda chosen: self.write(form, Path(chosen), every))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, form: ExportForm, path: Path, every: bool) -> None:
        these = [finished(one, self._reading.password(one.key)) for one in self._documents(every)]
        self._lane.run(
            lambda report, note: form.write(path, these),
            partial(self._written, path),
            failed=self._failed,
            writes=True,
        )

    def _written(self, path: Path, remark: str) -> None:
        self.said.emit(" ".join((self.tr("Written to {path}.").format(path=path), remark)).strip())

    def _failed(self, trouble: Trouble) -> None:
        self.failed.emit(trouble)

    def _documents(self, every: bool) -> list[OpenDocument]:
        now = self._live.now
        wanted = now.documents if every else ((now.in_view,) if now.in_view else ())
        return [document for document in wanted if any(asked.answer for asked in document.asked)]

    def _refresh(self) -> None:
        for action in self.menu.actions():
            action.setEnabled(bool(self._documents(False)))
        self._all.menuAction().setEnabled(bool(self._documents(True)))


def finished(document: OpenDocument, password: str | None) -> Finished:
    """What was answered on other words is marked nowhere, as on the screen."""
    answers = tuple(
        replace(answer, evidence=(), page=None) if asked.stale else answer
        for asked in document.asked
        if (answer := settled(asked))
    )
    return Finished(document.as_read(), answers, password)
