"""Reads every document that waits on the desk, the one in view first, a few at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Document, Page, Report
from docqa_app.core.ports import ReadDocument
from docqa_app.errors import PasswordNeeded
from docqa_app.session import reading as steps
from docqa_app.session.state import OpenDocument, ReadState
from docqa_app.ui.background import Handle, Lane, Note, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.work.doing import Doing

AT_ONCE = 2


@dataclass(slots=True)
class _Job:
    handle: Handle
    done: int = 0
    total: int = 0


class Reading(QObject):
    """Keeps reading what waits. Passwords live here and nowhere else, until their document is closed."""

    moved = Signal()
    failed = Signal(int, object)
    """A document's key and its Trouble."""

    def __init__(self, live: LiveSession, lane: Lane, read: ReadDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._read = read
        self._jobs: dict[int, _Job] = {}
        self._passwords: dict[int, str] = {}
        live.changed.connect(self._look)

    def unlock(self, key: int, password: str) -> None:
        """Tries the password; the document locks again where it is wrong."""
        self._passwords[key] = password
        self._live.step(steps.read_again, key)

    def password(self, key: int) -> str | None:
        return self._passwords.get(key)

    def stop(self, key: int) -> None:
        """The pages read so far stay."""
        job = self._jobs.pop(key, None)
        if job is None:
            return
        job.handle.cancel()
        sentence = self.tr("Reading was stopped after %n page(s). Press F5 to read on.", "", job.done)
        self._live.step(steps.reading_fails, key, ReadState.STOPPED, sentence)
        self.moved.emit()

    def doing(self) -> Doing | None:
        """The job to show: that of the document in view, else the first."""
        keys = sorted(self._jobs, key=lambda key: key != self._live.now.current)
        document = self._live.now.document(keys[0]) if keys else None
        if document is None:
            return None
        job, key = self._jobs[document.key], document.key
        what = self.tr("Reading {name}").format(name=Path(document.path).name)
        return Doing(what, job.done, job.total, lambda: self.stop(key))

    def progress(self, key: int) -> tuple[int, int] | None:
        job = self._jobs.get(key)
        return (job.done, job.total) if job else None

    def _look(self) -> None:
        """The desk changed: drop what was closed, begin again what waits anew, start what there is room for."""
        for key in list(self._jobs):
            document = self._live.now.document(key)
            if document is None or document.state is ReadState.WAITING:
                self._jobs.pop(key).handle.cancel()
        open_keys = {document.key for document in self._live.now.documents}
        self._passwords = {key: word for key, word in self._passwords.items() if key in open_keys}
        if len(self._jobs) < AT_ONCE and (document := self._next()):
            self._begin(document)

    def _next(self) -> OpenDocument | None:
        waiting = [one for one in self._live.now.documents if one.state is ReadState.WAITING]
        return min(waiting, key=lambda one: one.key != self._live.now.current, default=None)

    def _begin(self, document: OpenDocument) -> None:
        key = document.key
        function = _reading_of(self._read, document, self._passwords.get(key))
        handle = self._lane.run(
            function,
            lambda read: self._ended(key, read),
            failed=lambda trouble: self._failed(key, trouble),
            progressed=lambda done, total: self._progressed(key, done, total),
            noted=lambda page: self._page(key, page),
        )
        self._jobs[key] = _Job(handle)
        self._live.step(steps.reading_begins, key)
        self.moved.emit()

    def _page(self, key: int, page: Page) -> None:
        self._live.step(steps.page_read, key, page)

    def _progressed(self, key: int, done: int, total: int) -> None:
        if job := self._jobs.get(key):
            job.done, job.total = done, total
            self._live.step(steps.pages_counted, key, total)
            self.moved.emit()

    def _ended(self, key: int, read: Document) -> None:
        self._jobs.pop(key, None)
        self._live.step(steps.reading_ends, key, read)
        self.moved.emit()

    def _failed(self, key: int, trouble: Trouble) -> None:
        self._jobs.pop(key, None)
        locked = isinstance(trouble.error, PasswordNeeded)
        state = ReadState.LOCKED if locked else ReadState.FAILED
        self._passwords.pop(key, None)
        self._live.step(steps.reading_fails, key, state, trouble.sentence)
        self.moved.emit()
        if not locked:
            self.failed.emit(key, trouble)


def _reading_of(read: ReadDocument, document: OpenDocument, password: str | None) -> Callable[[Report, Note], Any]:
    """The job as a plain function of values, with nothing of Qt in it."""
    path, sources = Path(document.path), dict(document.sources)

    def function(report: Report, note: Note) -> Document:
        return read(path, password=password, sources=sources, report=report, on_page=note)

    return function
