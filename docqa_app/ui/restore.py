"""Keeps the desk and the window's layout in one small file, so that the next start finds them, even after a crash."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer

from docqa_app.files import write_text_atomically
from docqa_app.session import journal
from docqa_app.session.state import Session
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.notices import Notice
from docqa_app.ui.pages.zoom import Fit

DUE_IN = 400
"""Milliseconds from a change to the file; later changes do not put it off, so nothing older than a second is lost."""
STEADY_AFTER = 8000
"""Milliseconds after which a start counts as one that held."""
MOST_FAILED_STARTS = 2
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """How the last run was left. `failed_starts` counts runs that ended, since one held, without being closed."""

    session: Session = field(default_factory=Session)
    window: dict[str, Any] = field(default_factory=dict)
    first: bool = False
    failed_starts: int = 0
    problem: str = ""


def how_it_was_left(file: Path) -> Left:
    """What the journal says; an empty desk, and a sentence, where it can't be used."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        session = journal.from_json(stored["session"])
        return Left(session, dict(stored["window"]), failed_starts=int(stored["starts"]))
    except (FileNotFoundError, NotADirectoryError):
        return Left(first=True)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        log.warning("The journal %s can't be used: %r", file, error)
        return Left(problem=f"The list of documents open last time ({file}) is damaged, so the window starts empty.")


class Journal(QObject):
    """Writes soon after every change of the session or the window, and at the end."""

    def __init__(self, window: MainWindow, file: Path, left: Left) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._starts = left.failed_starts + 1
        self._said = False
        self._made = journal.Made()
        self._due = QTimer(self, singleShot=True, interval=DUE_IN)
        self._due.timeout.connect(self.write)
        window.live.changed.connect(self.schedule)
        window.view.zoom_changed.connect(self.schedule)
        window.view.layers_changed.connect(self.schedule)
        window.side.currentChanged.connect(self.schedule)
        window.left_splitter.splitterMoved.connect(self.schedule)
        for watched in (window, window.left, window.right, window.bottom):
            watched.installEventFilter(self)
        window.closing.connect(self._end)
        QTimer.singleShot(STEADY_AFTER, self, self._held)
        self.schedule()

    def schedule(self) -> None:
        if not self._due.isActive():
            self._due.start()

    def write(self) -> None:
        """A journal that can't be written is a loss of comfort, not of work: it is said once."""
        stored = {
            "starts": self._starts,
            "session": journal.to_json(self._window.live.now, self._made),
            "window": layout_of(self._window),
        }
        try:
            write_text_atomically(self._file, json.dumps(stored))
        except OSError as error:
            log.warning("The journal was not written: %s", error)
            self._say_once(error)

    def _say_once(self, error: OSError) -> None:
        if not self._said:
            self._said = True
            text = self.tr(
                "Open documents and answers are not kept for the next start: {folder} cannot be written ({why})."
            )
            why = error.strerror or str(error)
            text = text.format(folder=self._file.parent, why=why)
            self._window.centre.notices.tell(Notice(text, about="journal"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self.schedule()
        return False

    def _held(self) -> None:
        self._starts = 0
        self.schedule()

    def _end(self) -> None:
        self._due.stop()
        self._starts = 0
        self.write()
        self._window.live.changed.disconnect(self.schedule)


def layout_of(window: MainWindow) -> dict[str, Any]:
    """Everything about the window that is not in the session, as JSON values."""
    view = window.view
    return {
        "geometry": _text(window.saveGeometry()),
        "docks": _text(window.saveState()),
        "left": window.left_splitter.sizes(),
        "room": window.side.currentIndex(),
        "fit": view.fit.name,
        "zoom": view.zoom,
        "turns": view.turns,
        "dark_pages": view.dark_pages,
        "layers": window.layering.state,
    }


def restore_layout(window: MainWindow, layout: dict[str, Any]) -> None:
    """Puts the window back as it was; what is missing or of another version is left as it is."""
    if not layout:
        return
    try:
        window.restoreGeometry(_bytes(layout["geometry"]))
        window.restoreState(_bytes(layout["docks"]))
        window.left_splitter.setSizes([int(size) for size in layout["left"]])
        window.side.setCurrentIndex(int(layout["room"]))
        window.view.turn(int(layout["turns"]))
        window.actions_by_name["dark-pages"].setChecked(bool(layout["dark_pages"]))
        window.layering.restore(dict(layout["layers"]))
        window.view.set_zoom(float(layout["zoom"]))
        window.view.set_fit(Fit[layout["fit"]])
    except (KeyError, TypeError, ValueError) as error:
        log.warning("The layout was restored only in part: %r", error)


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii")))
