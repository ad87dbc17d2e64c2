"""The model is loaded once, behind the standing window, and its state is known to whoever shows it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from docqa_app.core.ports import Engine, LoadEngine
from docqa_app.ui.background import Lane, Trouble


class ModelState(Enum):
    """How far the model has come."""

    ASLEEP = auto()
    LOADING = auto()
    READY = auto()
    FAILED = auto()


class ModelLoading(QObject):
    """Loads the engine on the lane that will also ask it. `trouble` says why it failed."""

    changed = Signal()

    def __init__(self, lane: Lane, load: LoadEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._load = load
        self.state = ModelState.ASLEEP
        self.engine: Engine | None = None
        self.trouble: Trouble | None = None

    def begin(self) -> None:
        """Loads the model, again where it failed before; does nothing while it loads or once it is there."""
        if self.state in (ModelState.LOADING, ModelState.READY):
            return
        self._enter(ModelState.LOADING)
        self._lane.run(lambda report, note: self._load(), self._loaded, failed=self._failed)

    def _loaded(self, engine: Engine) -> None:
        self.engine = engine
        self._enter(ModelState.READY)

    def _failed(self, trouble: Trouble) -> None:
        self.trouble = trouble
        self._enter(ModelState.FAILED)

    def _enter(self, state: ModelState) -> None:
        self.state = state
        self.changed.emit()
