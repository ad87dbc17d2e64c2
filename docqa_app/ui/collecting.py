"""Keeps Python's cycle collector on the GUI thread: on a worker it would destroy Qt objects there, which crashes."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 2000
"""Milliseconds."""
YOUNG = 700
"""Objects made since the last collection before a young one is worth it: Python's own threshold."""


class Collecting(QObject):
    """While it lives, cycles are collected by a timer of the thread that made it, and nowhere else."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def end(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        """The youngest often, all of them rarely: a full collection takes tens of milliseconds."""
        self._rounds += 1
        if self._rounds % 30 == 0:
            gc.collect()
        elif gc.get_count()[0] > YOUNG:
            gc.collect(1 if self._rounds % 5 == 0 else 0)
