"""The window as a person meets it: how soon it stands, whether it stalls, how long a scan takes to its first answer.

python -m tests.benchmarks.window    opens the window once and prints when its first paint was done
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from docqa_app.app import make_application, open_window
from docqa_app.app.rooms import real_parts
from docqa_app.paths import find_paths
from docqa_app.session.state import AskState, ReadState
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.single_instance import Wish
from tests.benchmarks.documents import LONG, PAGES_OF_LONG, QUESTIONS, SCANS

REPEATS = 5
TICK_MILLISECONDS = 16
TICKS_A_PAGE = 4


def visible(folder: Path) -> list[float]:
    """Seconds from starting Python to the window's first finished paint; a first start warms the disk.

    It also leaves Python's bytecode behind, as every start on a person's computer does.
    """
    times = []
    bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}
    for _ in range(REPEATS + 1):
        started = time.time()
        command = [sys.executable, "-m", "tests.benchmarks.window"]
        painted = subprocess.check_output(command, env=_own_home(folder) | bytecode, text=True)
        times.append(float(painted.split()[-1]) - started)
    return times[1:]


def scrolling(folder: Path) -> list[float]:
    """The longest wait between two turns of the event loop, in ms, while 300 read pages scroll down, up and down."""
    window = _open(folder, Wish((str(folder / LONG),)))
    _run_until(window, lambda: _document_state(window) is ReadState.READY)
    return [_longest_wait(window, downwards) for downwards in (True, False, True)]


def scan_to_answer(folder: Path) -> list[float]:
    """Seconds from opening a scan to its first answer, with recognition and loading the model in between."""
    started = time.perf_counter()
    window = _open(folder, Wish((str(folder / SCANS[0]),), QUESTIONS[:1]))
    _run_until(window, lambda: _question_state(window) in (AskState.DONE, AskState.FAILED))
    if _question_state(window) is AskState.FAILED:
        raise RuntimeError("the question was not answered")
    return [time.perf_counter() - started]


def _own_home(folder: Path) -> dict[str, str]:
    """An environment with a user's folder of its own, so that nothing of ours is opened again or written over."""
    return {**os.environ, "DOCQA_HOME": tempfile.mkdtemp(dir=folder)}


def _open(folder: Path, wish: Wish) -> MainWindow:
    os.environ.update(_own_home(folder))
    paths = find_paths()
    return open_window(make_application(paths), paths, partial(real_parts, paths), wish, keep=False)


def _document_state(window: MainWindow) -> ReadState | None:
    document = window.live.now.in_view
    return document.state if document else None


def _question_state(window: MainWindow) -> AskState | None:
    document = window.live.now.in_view
    return document.asked[0].state if document and document.asked else None


def _run_until(window: MainWindow, reached: Callable[[], bool]) -> None:
    """Lets the window live until the session has come so far."""

    def look() -> None:
        if reached():
            QApplication.quit()

    window.live.changed.connect(look)
    if not reached():
        QApplication.exec()
    window.live.changed.disconnect(look)


def _longest_wait(window: MainWindow, downwards: bool) -> float:
    """Scrolls from end to end, a quarter page a tick, and gives the longest time between two ticks in ms."""
    bar = window.view.verticalScrollBar()
    steps = PAGES_OF_LONG * TICKS_A_PAGE
    places = [bar.maximum() * step // steps for step in range(steps + 1)]
    waiting = places if downwards else places[::-1]
    ticks: list[float] = []

    def tick() -> None:
        ticks.append(time.perf_counter())
        if len(ticks) > len(waiting):
            QApplication.quit()
        else:
            bar.setValue(waiting[len(ticks) - 1])

    timer = QTimer(interval=TICK_MILLISECONDS)
    timer.timeout.connect(tick)
    timer.start()
    QApplication.exec()
    timer.stop()
    return 1e3 * max(after - before for before, after in pairwise(ticks))


class _FirstPaint(QObject):
    """Says when the window has been painted once, and ends the program."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print(time.time())
        QApplication.quit()


if __name__ == "__main__":
    where = find_paths()
    application = make_application(where)
    shown = open_window(application, where, partial(real_parts, where), Wish(), keep=False)
    shown.installEventFilter(_FirstPaint(shown))
    application.exec()
