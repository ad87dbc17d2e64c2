"""Looks into the watched folders every few seconds, off the window's thread, and queues what is new and whole."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from docqa_app.batch import steps
from docqa_app.batch.watch import Look, rested
from docqa_app.ui.background import Handle, Lane
from docqa_app.ui.queue.live import LiveQueue
from docqa_app.ui.queue.rooms import looking

EVERY = 2000
"""Milliseconds between two looks: a file that did not grow for so long is whole."""


class Watching(QObject):
    """Removed files are not queued again while the window stands: they are not new."""

    looked = Signal()

    def __init__(self, live: LiveQueue, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._before: dict[str, Look] = {}
        self._queued: set[str] = set()
        self._job: Handle | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        live.changed.connect(self._follow)
        self._follow()

    def look(self) -> None:
        """One look, unless the last one still waits for a slow drive."""
        if self._job is None and self._live.now.watched:
            self._job = self._lane.run(looking(self._live.now.watched), self._seen, failed=lambda trouble: self._rest())

    def _follow(self) -> None:
        watched = self._live.now.watched
        self._before = {folder: look for folder, look in self._before.items() if folder in watched}
        if bool(watched) != self._timer.isActive():
            self._timer.start() if watched else self._timer.stop()

    def _seen(self, looks: Mapping[str, Look]) -> None:
        self._rest()
        known = {item.path for item in self._live.now.items} | self._queued
        new: list[str] = []
        for folder, now in looks.items():
            if folder in self._live.now.watched:
                new += rested(self._before.get(folder, {}), now, known)
                self._before[folder] = now
        self._queued.update(new)
        self._live.step(steps.add, new)
        self.looked.emit()

    def _rest(self) -> None:
        self._job = None
