"""Alt and a letter lead to one thing only: in each window no two visible controls have the same letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGroupBox,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QTabBar,
    QWidget,
)

from docqa_app.ui.settings_dialog import SettingsDialog
from tests.application import speaking
from tests.desk import Desk
from tests.e2e.conftest import Fill, OpenDesk

LANGUAGES = ["en", "de"]


@pytest.fixture
def spoken(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The application as it is made where this language is chosen."""
    with speaking(qapp, request.param):
        yield


def lettered(top: QWidget) -> Iterator[str]:
    """The texts of a window that a letter may be underlined in and that a person can see."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not top:
            continue
        buddy = isinstance(widget, QLabel) and widget.buddy() is not None
        if isinstance(widget, QAbstractButton) or buddy:
            yield widget.text()
        if isinstance(widget, QGroupBox):
            yield widget.title()
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()) if widget.isTabEnabled(place))
    if isinstance(top, QMainWindow):
        yield from (action.text() for action in top.menuBar().actions())


def doubled(texts: Iterator[str]) -> dict[str, list[str]]:
    """What has the same letter, by the letter."""
    found = defaultdict(list)
    for text in texts:
        letter = QKeySequence.mnemonic(text).toString()
        if letter:
            found[letter].append(text)
    return {letter: some for letter, some in found.items() if len(some) > 1}


def doubled_behind_tabs(top: QWidget) -> list[str]:
    """What has the same letter in a window, whichever of its tabs is in front."""
    found = [str(doubled(lettered(top)))] if doubled(lettered(top)) else []
    for bar in top.findChildren(QTabBar):
        for place in range(bar.count()):
            bar.setCurrentIndex(place)
            letters = doubled(lettered(top))
            found += [f"{bar.tabText(place)}: {letters}"] if letters else []
    return found


def doubled_in_menu(menu: QMenu) -> dict[str, list[str]]:
    return doubled(action.text() for action in menu.actions() if action.isVisible())


def menus_of(top: QObject) -> list[QMenu]:
    return [menu for menu in top.findChildren(QMenu) if menu.actions()]


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_no_letter_is_given_twice_in_the_window(spoken: None, open_desk: OpenDesk, order: Path) -> None:
    desk = open_desk()
    desk.open(order)
    desk.ask("What is the total?")
    desk.press("Ctrl+F")
    for place in range(desk.window.side.count()):
        desk.window.side.setCurrentIndex(place)
        assert doubled(lettered(desk.window)) == {}, desk.window.side.tabText(place)
    assert [doubled_in_menu(menu) for menu in menus_of(desk.window) if doubled_in_menu(menu)] == []


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_no_letter_is_given_twice_in_the_settings(spoken: None, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.press("Ctrl+,")
    settings = desk.window.findChild(SettingsDialog)
    assert doubled_behind_tabs(settings) == []


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_no_letter_is_given_twice_in_a_dialog(spoken: None, open_desk: OpenDesk, order: Path) -> None:
    desk = open_desk()
    desk.open(order)
    desk.window.actions_by_name["kinds"].trigger()
    for keys in ("F1", "F9", "Ctrl+Shift+F"):
        desk.window.activateWindow()
        desk.wait(desk.window.isActiveWindow)
        desk.press(keys)
    shown = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not desk.window]
    assert [one for top in shown for one in doubled_behind_tabs(top)] == []


@pytest.mark.parametrize("spoken", LANGUAGES, indirect=True)
def test_no_letter_is_given_twice_where_fields_are_exported(
    spoken: None, desk: Desk, fill: Fill, tmp_path: Path
) -> None:
    fill(tmp_path / "order.pdf", "Acme")
    desk.press("Ctrl+Shift+E")
    desk.wait(lambda: desk.window.field_exports.dialog)
    dialog = desk.window.field_exports.dialog
    assert dialog is not None
    assert doubled_behind_tabs(dialog) == []


def test_a_letter_that_is_given_twice_is_found(desk: Desk) -> None:
    for text in ("&Zoo", "&Zebra"):
        QPushButton(text, desk.window).show()
    assert doubled(lettered(desk.window)) == {"Alt+Z": ["&Zoo", "&Zebra"]}
