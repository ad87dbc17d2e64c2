"""Fills the fields of documents while fields are wanted: from the library, else by the model.

The document in view comes first; then those that come after it on the desk, so that the next one waits for nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Document, Report
from docqa_app.core.ports import Engine
from docqa_app.core.suppliers import Memory, recognised, supplier_of
from docqa_app.session.state import OpenDocument, ReadState, Session
from docqa_app.ui.background import Handle, Lane, Note, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.parts import FieldsRoom, Filling
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.work.doing import Doing, Work
from docqa_app.ui.work.model import ModelLoading

if TYPE_CHECKING:  # the fields' own room is imported when fields are first wanted
    from docqa_app.session.reviewing.state import Review

Password = Callable[[int], str | None]


@dataclass(slots=True)
class _Job:
    """What runs: a look into the library where `fills` is False."""

    key: int
    handle: Handle
    fills: bool
    done: int = 0
    total: int = 0


class Extracting(QObject):
    """One document at a time. `stopped` says, by document, why there are no fields though they were wanted."""

    moved = Signal()
    found = Signal(int, object)
    """A document's key and its Review as the library has it."""
    filled = Signal(int, object)
    """A document's key and its Review, made anew."""
    failed = Signal(object)

    def __init__(
        self,
        live: LiveSession,
        lanes: tuple[Lane, Lane],
        model: ModelLoading,
        room: FieldsRoom,
        password: Password,
        others: Iterable[Work],
        parent: QObject | None = None,
    ) -> None:
        """`lanes`: the model's, and that of the library. `others`: whoever else wants the model; while one of them
        does, nothing is filled ahead, for there a person waits."""
        super().__init__(parent)
        self._live = live
        self._model_lane, self._library_lane = lanes
        self._model, self._room, self._password = model, room, password
        self._wanted = False
        self._job: _Job | None = None
        self._looked: set[tuple[int, int]] = set()
        self._kinds: dict[int, str] = {}
        self._anew: set[int] = set()
        self._ahead: set[int] = set()  # documents that were filled before anyone came to them
        self.stopped: dict[int, str] = {}
        self._others = tuple(others)
        for news in (live.changed, model.changed, *(work.moved for work in self._others)):
            news.connect(self._look)

    def want(self, wanted: bool) -> None:
        """Fields are filled only while somebody sees them."""
        self._wanted = wanted
        self._look()

    def again(self, key: int, kind: str | None = None) -> None:
        """Fills a document anew, as another kind where one is named."""
        self.stop(key)
        self._ahead.discard(key)
        if kind is not None:
            self._kinds[key] = kind
        self._anew.add(key)
        self.stopped.pop(key, None)
        self._look()

    def learned(self, memory: Memory) -> None:
        """What was filled ahead of this lesson is filled anew, unless a person has changed it meanwhile."""
        for document in self._live.now.documents:
            if document.key in self._ahead and _is_taught_by(memory, document):
                self._anew.add(document.key)
        self._look()

    def stop(self, key: int) -> None:
        if self._job and self._job.key == key:
            self._job.handle.cancel()
            self._rest()
            self.stopped[key] = self.tr("Stopped before the fields were filled.")
            self.moved.emit()

    def doing(self) -> Doing | None:
        """For the status bar and the panel."""
        job = self._job
        document = self._live.now.document(job.key) if job and job.fills else None
        if job is None or document is None:
            return None
        what = self.tr("Filling the fields of {name}").format(name=Path(document.path).name)
        return Doing(what, job.done, job.total, lambda: self.stop(document.key))

    def key(self) -> int | None:
        """The document whose fields are being filled."""
        return self._job.key if self._job and self._job.fills else None

    def waits_for_model(self) -> bool:
        """Whether the document in view would be filled if the model were there."""
        document = self._live.now.in_view
        return self._job is None and document is not None and self._due(document) and self._model.engine is None

    def _look(self) -> None:
        if self._job and not self._goes_on(self._job):
            self._job.handle.cancel()
            self._rest()
            self.moved.emit()
        if self._job is None and (document := self._next()):
            if self._is_new(document):
                self._begin_looking(document)
            elif self._model.engine is not None:
                self._begin_filling(document, self._model.engine)

    def _next(self) -> OpenDocument | None:
        """The document to see to now: the one in view, else, while fields are wanted, the first one behind it."""
        document = self._live.now.in_view
        if document is None:
            return None
        if self._due(document):  # wanted or not: words that were corrected read so again
            return document if self._wanted or self._is_new(document) else None
        if not self._wanted or self._model.engine is None or self._others_wait():
            return None
        return next((one for one in _behind(self._live.now, document) if self._due(one)), None)

    def _goes_on(self, job: _Job) -> bool:
        """What is filled ahead makes way for whoever waits."""
        document, in_view = self._live.now.document(job.key), self._live.now.in_view
        if document is None or document.state is not ReadState.READY:
            return False
        ahead = job.fills and in_view is not None and in_view.key != job.key
        return not ahead or not (self._others_wait() or (in_view is not None and self._due(in_view)))

    def _others_wait(self) -> bool:
        return any(work.doing() for work in self._others)

    def _is_new(self, document: OpenDocument) -> bool:
        """Whether the library was not yet asked for it as it is read now."""
        return (document.key, document.readings) not in self._looked and document.key not in self._anew

    def _due(self, document: OpenDocument) -> bool:
        ready = document.state is ReadState.READY and document.key not in self.stopped
        return ready and (document.key in self._anew or not document.has_values)

    def _begin_looking(self, document: OpenDocument) -> None:
        key, readings = document.key, document.readings
        function = _looking(self._room, document.as_read(), self._filling(document))
        handle = self._library_lane.run(
            function,
            lambda review: self._looked_up(key, readings, review),
            failed=lambda trouble: self._not_looked_up(key, readings, trouble),
        )
        self._job = _Job(key, handle, fills=False)

    def _looked_up(self, key: int, readings: int, review: Review | None) -> None:
        self._looked.add((key, readings))
        self._rest()
        if review is not None:
            self.found.emit(key, review)
        self._look()

    def _not_looked_up(self, key: int, readings: int, trouble: Trouble) -> None:
        """A library that can't be read keeps nobody from filling fields."""
        self.failed.emit(trouble)
        self._looked_up(key, readings, None)

    def _begin_filling(self, document: OpenDocument, engine: Engine) -> None:
        key = document.key
        handle = self._model_lane.run(
            _filling(self._room, document.as_read(), engine, self._filling(document)),
            lambda review: self._filled(key, review),
            failed=self._failed,
            progressed=self._progressed,
        )
        self._job = _Job(key, handle, fills=True)
        self.moved.emit()

    def _filling(self, document: OpenDocument) -> Filling:
        return Filling(
            kind=self._kinds.get(document.key),
            password=self._password(document.key),
            language=spoken_language(),
        )

    def _filled(self, key: int, review: Review) -> None:
        self._rest()
        self._anew.discard(key)
        document, in_view = self._live.now.document(key), self._live.now.in_view
        overtaken = key in self._ahead and document is not None and not _is_untouched(document)
        if in_view is not None and in_view.key != key:
            self._ahead.add(key)
        if not overtaken:
            self.filled.emit(key, review)
        self.moved.emit()
        self._look()

    def _progressed(self, done: int, total: int) -> None:
        if self._job:
            self._job.done, self._job.total = done, total
            self.moved.emit()

    def _failed(self, trouble: Trouble) -> None:
        """Not tried again by itself: the same fault would come back for ever."""
        if self._job:
            self.stopped[self._job.key] = trouble.sentence
        self._rest()
        self.failed.emit(trouble)
        self.moved.emit()

    def _rest(self) -> None:
        self._job = None


def _behind(session: Session, document: OpenDocument) -> tuple[OpenDocument, ...]:
    """The other documents in the order in which a clerk comes to them, round and round."""
    at = session.documents.index(document)
    return (*session.documents[at + 1 :], *session.documents[:at])


def _is_taught_by(memory: Memory, document: OpenDocument) -> bool:
    """Whether the values would be found otherwise now, and are nobody's yet."""
    if document.review is None or not _is_untouched(document):
        return False
    return recognised([memory], supplier_of(document.as_read(), document.review.extraction)) is not None


def _is_untouched(document: OpenDocument) -> bool:
    return document.review is None or not document.review.is_touched


def _looking(room: FieldsRoom, document: Document, how: Filling) -> Callable[[Report, Note], Any]:
    """The jobs as plain functions of values, with nothing of Qt in them."""
    return lambda report, note: room.kept(document, how)


def _filling(room: FieldsRoom, document: Document, engine: Engine, how: Filling) -> Callable[[Report, Note], Any]:
    return lambda report, note: room.fill(document, engine, how, report)
