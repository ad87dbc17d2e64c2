"""Looks into the watched folders every few seconds, off the window's thread, and queues what is new and whole; what is
in the queue and was written anew is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from docqa_app.batch import steps
from docqa_app.batch.queue import UNFINISHED
from docqa_app.batch.watch import Look, mark, rested
from docqa_app.ui.background import Handle, Lane
from docqa_app.ui.queue.live import LiveQueue
from docqa_app.ui.queue.rooms import looking

EVERY = 2000
"""Milliseconds between two looks: a file that did not grow for so long is whole."""


class Watching(QObject):
    """What was handed over once, or taken off the list, is not handed over again as long as it stays as it is: it is
    not new."""

    looked = Signal()
    rewritten = Signal(object)
    """Paths of files that the queue is through with and that were written since: they may be other documents."""

    def __init__(self, live: LiveQueue, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._before: dict[str, Look] = {}
        self._listed: frozenset[str] = frozenset()
        self._gone: set[str] = set()
        """Files of watched folders that were taken off the list, until a look has told their state."""
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
        listed = frozenset(item.path for item in self._live.now.items)
        self._gone |= {path for path in self._listed - listed if _lies_in(path, watched)}
        self._listed = listed
        self._pass_over(self._before)

    def _seen(self, looks: Mapping[str, Look]) -> None:
        self._rest()
        self._pass_over(looks)
        unfinished = {item.path for item in self._live.now.items if item.standing in UNFINISHED}
        whole: dict[str, str] = {}
        for folder, now in looks.items():
            if folder in self._live.now.watched:
                ready = rested(self._before.get(folder, {}), now, unfinished, self._live.now.passed_over)
                whole |= {path: mark(path, now[path]) for path in ready}
                self._before[folder] = now
        self._hand_over(whole)
        self.looked.emit()

    def _hand_over(self, whole: Mapping[str, str]) -> None:
        """Files with their marks, by which they are not handed over twice."""
        again = self._listed.intersection(whole)
        self._live.step(steps.add, [path for path in whole if path not in again])
        self._live.step(steps.pass_over, list(whole.values()))
        if again:
            self.rewritten.emit(again)

    def _pass_over(self, looks: Mapping[str, Look]) -> None:
        seen = {path: state for look in looks.values() for path, state in look.items() if path in self._gone}
        self._gone -= seen.keys()
        self._live.step(steps.pass_over, [mark(path, state) for path, state in seen.items()])

    def _rest(self) -> None:
        self._job = None


def _lies_in(path: str, folders: Iterable[str]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)
