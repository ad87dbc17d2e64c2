"""The queue as it is now; every step is on the disk before it is shown, or with the next one where it could not be
written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from docqa_app.batch.queue import Queue
from docqa_app.batch.steps import recover
from docqa_app.batch.store import QueueStore
from docqa_app.errors import DocqaError
from docqa_app.ui.from_below import in_our_words

P = ParamSpec("P")


class LiveQueue(QObject):
    """Holds one Queue. `changed` carries nothing: a listener may itself have moved the queue on meanwhile."""

    changed = Signal()
    trouble = Signal(str)
    """A sentence: the queue is not, or could not be, kept. Told once."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = self._kept = Queue()
        self._store: QueueStore | None = None
        self._problem = ""
        try:
            self._store = QueueStore(file)
            self.now = self._kept = self._store.load()
            self._problem = self._store.problem
        except DocqaError as error:
            self._problem = str(error)
        twice = self.tr("The app ended twice while this file was read, so it was left alone. Retry reads it once more.")
        self.step(recover, twice)

    def step(self, step: Callable[Concatenate[Queue, P], Queue], *args: P.args, **kwargs: P.kwargs) -> None:
        """Takes one of the queue's pure steps, keeps it, and tells the listeners, if it led anywhere."""
        before = self.now
        self.now = step(before, *args, **kwargs)
        if self.now is not before:
            self._keep()
            self.changed.emit()

    def close(self) -> None:
        """Nothing is kept from now on; what could not be written before is tried once more."""
        if self._store is not None:
            self._keep()
            self._store.close()
        self._store = None

    def _keep(self) -> None:
        """Everything that has changed since it was last written."""
        if self._store is not None and self._kept is not self.now:
            try:
                self._store.write(self._kept, self.now)
                self._kept = self.now
            except DocqaError as error:
                self._problem = self._problem or str(error)
        if self._problem:
            self.trouble.emit(in_our_words(self._problem))
            self._problem = ""
