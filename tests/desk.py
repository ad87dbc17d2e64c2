"""The real window for tests, on a home of its own: the hands of a clerk as functions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.app import open_window
from docqa_app.app.rooms import real_parts
from docqa_app.core.document import Box
from docqa_app.core.ports import LoadEngine
from docqa_app.paths import Paths, find_paths
from docqa_app.session.state import Asked, AskState, OpenDocument, ReadState
from docqa_app.settings import Settings
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.parts import Parts
from docqa_app.ui.single_instance import Wish
from tests.fake_summaries import FakeSummaries
from tests.fakes import FakeEngine

PATIENCE = 60_000
"""Milliseconds a busy computer may take."""
ENDED = (ReadState.READY, ReadState.LOCKED, ReadState.FAILED, ReadState.STOPPED)


class Desk:
    """One open window. Everything is done by keys and clicks; what is seen is read off the widgets."""

    def __init__(self, qtbot: QtBot, app: QApplication, home: Path, wish: Wish, load_engine: LoadEngine) -> None:
        self.bot = qtbot
        self.paths = paths_in(home)
        self._load_engine = load_engine
        self.window: MainWindow = open_window(app, self.paths, self._parts, wish)
        qtbot.addWidget(self.window)
        qtbot.waitExposed(self.window)
        self.wait(lambda: self.window.standing.is_so)
        self.come_forward()

    def come_forward(self) -> None:
        """As a window manager brings the window to the front when a dialog over it has closed."""
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def _parts(self, settings: Callable[[], Settings]) -> Parts:
        real = real_parts(self.paths, settings)
        self.summaries = FakeSummaries(real.summaries)
        self.summaries.gate.set()
        return replace(real, load_engine=self._load_engine, summaries=self.summaries)

    @property
    def documents(self) -> tuple[OpenDocument, ...]:
        return self.window.live.now.documents

    @property
    def document(self) -> OpenDocument:
        document = self.window.live.now.in_view
        assert document is not None, "no document is open"
        return document

    @property
    def chosen(self) -> Asked:
        asked = self.document.chosen()
        assert asked is not None, "no answer is chosen"
        return asked

    @property
    def lit_words(self) -> dict[int, list[str]]:
        """The words whose middle lies in a lit box, by page."""
        lit = self.window.lighting.lit
        pages = {number: page for number in lit if (page := self.document.read_page(number))}
        return {
            number: [word.text for word in page.words if any(box.contains(*_middle(word.box)) for box in lit[number])]
            for number, page in pages.items()
        }

    def wait(self, what: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(what()), timeout=PATIENCE)

    def open(self, *files: Path) -> None:
        """As a second start hands them over; waits until they are read and the one in view lies on the desk."""
        self.window.opening.open_paths(files)
        self.wait_read()

    def wait_read(self) -> None:
        self.wait(lambda: self.documents and all(one.state in ENDED for one in self.documents))
        if self.document.state is ReadState.READY:
            self.wait(lambda: self.window.view.desk.count == self.document.total_pages)

    def wait_answered(self) -> None:
        self.wait(lambda: all(one.state in (AskState.DONE, AskState.FAILED) for one in self.document.asked))

    def ask(self, *questions: str) -> None:
        """Types questions, one a line, and presses Enter; waits for the answers."""
        self.press("Ctrl+L")
        for place, question in enumerate(questions):
            if place:
                QTest.keyClick(self.focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            self.type(question)
        self.press("Return")
        self.wait_answered()

    def press(self, keys: str) -> None:
        """Keys such as "Ctrl+L", pressed where the focus is."""
        if QApplication.activeWindow() is None:
            self.come_forward()
        QTest.keySequence(self.focused(), keys)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def click_word(self, page: int, word: int) -> None:
        """Clicks a word on the page, wherever it lies in the window."""
        view = self.window.view
        box = self.document.read_page(page).words[word].box  # type: ignore[union-attr]
        place = view.mapFromScene(view.desk.item(page).on_desk(box).center())
        self.click(view.viewport(), place)

    def close(self) -> None:
        """A window that waited for its last writes may have let an earlier one be deleted meanwhile."""
        with suppress(RuntimeError):  # of an object that Qt has deleted
            self.window.close()


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def paths_in(home: Path) -> Paths:
    return find_paths({"DOCQA_HOME": str(home)})


def fake_engine() -> FakeEngine:
    return FakeEngine()
