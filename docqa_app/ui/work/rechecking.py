"""The model in use is tried on the accepted documents, one after another; whoever else wants it comes between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Report
from docqa_app.core.flips import Flips
from docqa_app.core.ports import Engine
from docqa_app.ui.background import Handle, Lane, Note, Trouble
from docqa_app.ui.parts import RecheckRoom
from docqa_app.ui.work.doing import Doing
from docqa_app.ui.work.model import ModelLoading


class Rechecking(QObject):
    """One run at a time. `ended` carries the Flips over all documents, `failed` a Trouble."""

    moved = Signal()
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, lanes: tuple[Lane, Lane], model: ModelLoading, room: RecheckRoom | None, parent: QObject | None = None
    ) -> None:
        """`lanes`: the model's, and that of the library. Without a room there is nothing to try the model on."""
        super().__init__(parent)
        self._model_lane, self._library_lane = lanes
        self._model, self._room = model, room
        self._handle: Handle | None = None
        self._waiting: list[str] = []
        self._found = Flips()
        self._done = 0

    @property
    def is_possible(self) -> bool:
        return self._room is not None and self._model.engine is not None

    def begin(self) -> None:
        """Does nothing while a run goes on, or where there is no model."""
        room = self._room
        if room is None or self._handle is not None or not self.is_possible:
            return
        self._found, self._done, self._waiting = Flips(), 0, []
        self._handle = self._library_lane.run(lambda report, note: room.accepted(), self._begin_with, failed=self._fail)
        self.moved.emit()

    def stop(self) -> None:
        """What was found so far is let go of."""
        if self._handle is not None:
            self._handle.cancel()
            self._rest()

    def doing(self) -> Doing | None:
        if self._handle is None:
            return None
        what = self.tr("Trying the model on accepted documents")
        return Doing(what, self._done, self._done + len(self._waiting), self.stop)

    def _begin_with(self, accepted: Sequence[str]) -> None:
        self._waiting = list(accepted)
        self._next()

    def _next(self) -> None:
        engine, room = self._model.engine, self._room
        if not self._waiting or engine is None or room is None:
            self._rest()
            self.ended.emit(self._found)
            return
        self._handle = self._model_lane.run(
            partial(_flips, room, engine, self._waiting[0]), self._take, failed=self._fail
        )
        self.moved.emit()

    def _take(self, flips: Flips) -> None:
        self._found += flips
        self._done += 1
        del self._waiting[:1]
        self._next()

    def _fail(self, trouble: Trouble) -> None:
        self._rest()
        self.failed.emit(trouble)

    def _rest(self) -> None:
        self._handle = None
        self._waiting = []
        self.moved.emit()


def _flips(room: RecheckRoom, engine: Engine, sha256: str, report: Report, note: Note) -> Flips:
    return room.flips(sha256, engine, report)
