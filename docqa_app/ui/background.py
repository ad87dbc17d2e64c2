"""Runs slow plain functions on threads and hands what they give to the GUI thread; of the window the only module that
starts threads.

A worker is given the function and nothing else: callbacks stay in a table on the GUI side, so that no Qt object
ever loses its last reference on another thread.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
import traceback
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from docqa_app.core.document import Report
from docqa_app.errors import Cancelled, DocqaError
from docqa_app.ui.from_below import in_our_words

log = logging.getLogger(__name__)

Note = Callable[[Any], None]
"""note(value): says something before the result, such as a page that is ready."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a job failed: the sentence for the user, what a supporter would ask for, and the error itself."""

    sentence: str
    details: str
    error: Exception


@dataclass(frozen=True, slots=True)
class _Wishes:
    """Where the news of one job goes; known on the GUI thread only. `writes`: what it does must not be lost."""

    deliver: Callable[[Any], None]
    failed: Callable[[Trouble], None] | None = None
    progressed: Callable[[int, int], None] | None = None
    noted: Note | None = None
    writes: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker knows of one job."""

    number: int
    function: Callable[[Report, Note], Any]
    stop: threading.Event


@dataclass(frozen=True, slots=True)
class _News:
    """`kind` names the callback of _Wishes that wants `values`."""

    kind: str
    values: tuple[Any, ...]


class Background(QObject):
    """All jobs of one window. Lanes run side by side; the jobs of one lane take turns on its threads."""

    ended = Signal()
    """A job has ended, and what it gave is delivered."""
    _arrived = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._wishes: dict[int, _Wishes] = {}
        self._lanes: list[Lane] = []
        self._telling = threading.Lock()
        self._open = True
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def lane(self, threads: int = 1) -> Lane:
        made = Lane(self, threads)
        self._lanes.append(made)
        return made

    def is_writing(self) -> bool:
        """Whether a job that writes has not ended yet, or waits for its turn."""
        return any(wishes.writes for wishes in self._wishes.values())

    def stop(self) -> None:
        """Delivers nothing any more and asks every job to end; must come before this object goes."""
        with self._telling:
            self._open = False
        self._wishes.clear()
        for lane in self._lanes:
            lane.stop()

    def wait(self, seconds: float) -> bool:
        """After `stop`: whether every thread has ended within this time."""
        until = time.monotonic() + seconds
        for thread in [thread for lane in self._lanes for thread in lane.threads if thread.is_alive()]:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for lane in self._lanes for thread in lane.threads)

    def begin(self, wishes: _Wishes) -> int:
        number = next(self._numbers)
        self._wishes[number] = wishes
        return number

    def forget(self, number: int) -> None:
        self._wishes.pop(number, None)

    def tell(self, number: int, news: _News) -> None:
        """Called by workers. The signal is queued, so `_hand_over` runs on the GUI thread.

        The lock makes sure that no worker is on its way through this object once `stop` has returned.
        """
        with self._telling:
            if self._open:
                self._arrived.emit(number, news)

    def _hand_over(self, number: int, news: _News) -> None:
        wishes = self._wishes.get(number)
        if wishes is None:
            return
        if news.kind in ("deliver", "failed"):
            self.forget(number)
        callback = getattr(wishes, news.kind)
        if callback is not None:
            callback(*(_in_our_words(value) for value in news.values))
        if news.kind in ("deliver", "failed"):
            self.ended.emit()


class Handle:
    """What one holds of a job that runs or waits."""

    def __init__(self, background: Background, task: _Task) -> None:
        self._background = background
        self._number = task.number
        self._stop = task.stop

    @property
    def is_under_way(self) -> bool:
        return not self._stop.is_set()

    def cancel(self) -> None:
        """From now on nothing of it is delivered; the function itself ends at its next report."""
        self._background.forget(self._number)
        self._stop.set()


class Lane:
    """A queue of jobs with threads of its own, which start with the first job."""

    def __init__(self, background: Background, threads: int) -> None:
        self._background = background
        self._waiting: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self.threads = [
            threading.Thread(target=_work, args=(self._waiting, background.tell), daemon=True) for _ in range(threads)
        ]
        self._keyed: dict[Hashable, Handle] = {}
        self._stops: dict[int, threading.Event] = {}

    def __call__(
        self,
        function: Callable[[], Any],
        deliver: Callable[[Any], None],
        key: Hashable | None = None,
        *,
        writes: bool = False,
    ) -> Handle:
        """Runs a function without arguments. A later job with the same `key` takes the place of this one."""
        handle = self.run(lambda report, note: function(), deliver, writes=writes)
        if key is not None:
            if key in self._keyed:
                self._keyed[key].cancel()
            self._keyed = {other: held for other, held in self._keyed.items() if held.is_under_way} | {key: handle}
        return handle

    def run(
        self,
        function: Callable[[Report, Note], Any],
        deliver: Callable[[Any], None],
        *,
        failed: Callable[[Trouble], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
        noted: Note | None = None,
        writes: bool = False,
    ) -> Handle:
        """Runs `function(report, note)`; every callback is called on the GUI thread, none after `cancel`.

        The window does not close over a job that `writes`.
        """
        number = self._background.begin(_Wishes(deliver, failed, progressed, noted, writes))
        task = _Task(number, function, threading.Event())
        self._stops = {n: stop for n, stop in self._stops.items() if not stop.is_set()} | {number: task.stop}
        for thread in self.threads:
            if thread.ident is None:
                thread.start()
        self._waiting.put(task)
        return Handle(self._background, task)

    def stop(self) -> None:
        for stop in self._stops.values():
            stop.set()
        for _ in self.threads:
            self._waiting.put(None)


def _work(waiting: queue.SimpleQueue[_Task | None], tell: Callable[[int, _News], None]) -> None:
    """A worker thread's life: one task after the other, until None."""
    while (task := waiting.get()) is not None:
        if not task.stop.is_set():
            _run(task, tell)
        task.stop.set()
        del task  # the function must not live on while the thread waits for the next one


def _run(task: _Task, tell: Callable[[int, _News], None]) -> None:
    def report(done: int, total: int) -> None:
        if task.stop.is_set():
            raise Cancelled
        tell(task.number, _News("progressed", (done, total)))

    def note(value: Any) -> None:
        tell(task.number, _News("noted", (value,)))

    try:
        tell(task.number, _News("deliver", (task.function(report, note),)))
    except Cancelled:
        log.debug("Job %d was cancelled", task.number)
    except Exception as error:  # a worker is a true boundary: what is not caught here is lost with the thread
        trouble = _trouble(error)
        if isinstance(error, DocqaError):
            log.info("%s", trouble.sentence)
        else:
            log.error("%s\n%s", trouble.sentence, trouble.details)
        tell(task.number, _News("failed", (trouble,)))


def _in_our_words(value: Any) -> Any:
    """A trouble is told in the language of the window; the log has it as it was said."""
    return replace(value, sentence=in_our_words(value.sentence)) if isinstance(value, Trouble) else value


def _trouble(error: Exception) -> Trouble:
    """A DocqaError's text is the sentence; anything else is a fault of ours and says so."""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, DocqaError):
        return Trouble(str(error), details, error)
    kind = type(error).__name__
    return Trouble(
        f"Something went wrong inside the app ({kind}: {error}). The log file has the details.", details, error
    )
