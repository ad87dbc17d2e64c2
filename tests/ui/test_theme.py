"""Light and dark follow the system while the user leaves it to the system."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.paths import find_paths
from docqa_app.ui.icons import Icons
from docqa_app.ui.queue.panel import QueuePanel
from docqa_app.ui.theme import DARK, LIGHT, Theme, shades_now


class System:
    """A system whose scheme the test can change, as a person does in its settings."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self.scheme = Qt.ColorScheme.Light

    def change(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self._app.styleHints().colorSchemeChanged.emit(scheme)


@pytest.fixture
def system(qapp: QApplication) -> System:
    return System(qapp)


@pytest.fixture
def theme(qapp: QApplication, system: System) -> Iterator[Theme]:
    made = Theme(qapp, find_paths({}).resources / "icons", "system", lambda: system.scheme)
    yield made
    made.choose("light")
    made.end()


def test_the_window_follows_the_system_live(theme: Theme, system: System, qtbot: QtBot) -> None:
    assert shades_now() is LIGHT
    with qtbot.waitSignal(theme.changed):
        system.change(Qt.ColorScheme.Dark)
    assert shades_now() is DARK
    system.change(Qt.ColorScheme.Light)
    assert shades_now() is LIGHT


def test_a_choice_of_the_users_stands_against_the_system(theme: Theme, system: System) -> None:
    theme.choose("dark")
    system.change(Qt.ColorScheme.Light)
    assert shades_now() is DARK
    theme.choose("system")
    assert shades_now() is LIGHT


def ink(widget: QWidget, where: QRect, ground: str) -> int:
    """How many pixels there are not of the ground's colour."""
    seen = widget.grab(where).toImage()
    colours = (seen.pixelColor(x, y) for x in range(seen.width()) for y in range(seen.height()))
    return sum(colour != QColor(ground) for colour in colours)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_narrow_queue_has_no_room_for_lies_behind_a_button_that_is_seen(
    theme: Theme, scheme: str, qtbot: QtBot
) -> None:
    theme.choose(scheme)
    panel = QueuePanel(Icons(find_paths({}).resources / "icons"))
    qtbot.addWidget(panel)
    panel.resize(560, 250)
    panel.show()
    qtbot.waitExposed(panel)
    rest = panel.findChild(QToolButton, "qt_toolbar_ext_button")
    assert rest is not None
    assert rest.isVisible()
    assert ink(rest, rest.rect(), shades_now().window) >= 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_both_scroll_bars_meet_nothing_is_drawn(theme: Theme, scheme: str, qtbot: QtBot) -> None:
    theme.choose(scheme)
    text = QPlainTextEdit("a long line " * 40 + "\n" * 100)
    qtbot.addWidget(text)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    text.resize(200, 200)
    text.show()
    qtbot.waitExposed(text)
    assert ink(text, QRect(188, 188, 8, 8), shades_now().base) == 0


def test_the_tab_that_has_the_focus_keeps_its_letters(theme: Theme, qtbot: QtBot) -> None:
    bar = QTabBar()
    qtbot.addWidget(bar)
    bar.addTab("Zusammenfassung")
    bar.addTab("Felder")
    bar.show()
    qtbot.waitExposed(bar)
    word = bar.tabRect(0).adjusted(3, 3, -3, -3)  # without the frame
    before = ink(bar, word, shades_now().window)
    bar.activateWindow()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(bar.hasFocus)
    assert ink(bar, word, shades_now().window) == before
