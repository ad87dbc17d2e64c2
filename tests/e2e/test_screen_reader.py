"""What a screen reader finds: every control of the window has a role and a name, in whatever state the window is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QTabBar, QWidget

from docqa_app.ui.library.dialog import LibraryDialog
from docqa_app.ui.main_window import MainWindow
from docqa_app.ui.settings_dialog import SettingsDialog
from docqa_app.ui.shortcuts import ShortcutList
from tests.desk import Desk
from tests.files import damaged, orders

Role = QAccessible.Role
CONTROLS = {
    *(Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox),
    *(Role.Slider, Role.ProgressBar, Role.List, Role.ListItem, Role.Table, Role.Tree, Role.PageTab),
    *(Role.MenuItem, Role.Dialog, Role.Window),
}
MOST = 60
"""Rows of one list that are looked at."""


def visible(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A node and those below it that are there for a screen reader."""
    if node.state().invisible:
        return
    yield node
    for place in range(min(node.childCount(), MOST)):
        child = node.child(place)
        if child is not None:
            yield from visible(child)


def said(node: QAccessibleInterface) -> str:
    return f"{node.role().name} {type(node.object()).__name__} “{node.text(QAccessible.Text.Name)}”"


def wanting(top: QWidget) -> list[str]:
    """Controls without a name, and things that take the focus and do not say what they are."""
    found = []
    for node in visible(QAccessible.queryAccessibleInterface(top)):
        named = bool(node.text(QAccessible.Text.Name).strip())
        control = node.role() in CONTROLS
        takes_focus = node.object() and node.state().focusable and not _is_inside_a_view(node)  # cells may be empty
        if (control or takes_focus) and not named:
            found.append(said(node))
    return found


def _is_inside_a_view(node: QAccessibleInterface) -> bool:
    """The part of a scrolling view that is drawn on: the view itself has the focus and the name."""
    widget = node.object()
    view = widget.parent() if isinstance(widget, QWidget) else None
    return isinstance(view, QAbstractScrollArea) and view.viewport() is widget


def left_out_by_tab(top: QWidget) -> set[QWidget]:
    """Controls of a window that take the focus by Tab and are not met on the way round."""
    met = met_by_tab()
    wanted = {
        widget
        for widget in top.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is top
        and widget.focusProxy() is None
    }
    return wanted - set(met)


def met_by_tab() -> list[QWidget]:
    """The controls that take the focus by Tab, once round."""
    met: list[QWidget] = []
    while (widget := QApplication.focusWidget()) is not None and widget not in met:
        met.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return met


def test_the_empty_window_names_all_its_controls(desk: Desk) -> None:
    assert wanting(desk.window) == []


def test_every_room_names_all_its_controls(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?", "Who is the king?")
    desk.press("Ctrl+F")
    for place in range(desk.window.side.count()):
        desk.window.side.setCurrentIndex(place)
        assert wanting(desk.window) == [], desk.window.side.tabText(place)


def test_trouble_names_all_its_controls(desk: Desk, tmp_path: Path) -> None:
    desk.open(damaged(tmp_path / "broken.pdf"), orders(tmp_path / "locked.pdf", 1, "secret"))
    desk.wait(lambda: desk.window.centre.password.isVisible())
    desk.wait(lambda: desk.window.centre.notices.isVisible())
    assert wanting(desk.window) == []


def test_the_dialogs_name_all_their_controls(desk: Desk) -> None:
    desk.press("Ctrl+,")
    settings = desk.window.findChild(SettingsDialog)
    for place in range(settings.tabs.count()):
        settings.tabs.setCurrentIndex(place)
        assert wanting(settings) == []
    desk.window.actions_by_name["kinds"].trigger()
    for keys in ("F1", "F9", "Ctrl+Shift+F"):
        desk.window.activateWindow()
        desk.wait(desk.window.isActiveWindow)
        desk.press(keys)
    shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    assert {ShortcutList, LibraryDialog, MainWindow} <= set(map(type, shown))
    assert [one for top in shown for one in wanting(top)] == []


def test_tab_leads_to_every_control_of_the_window(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    desk.press("Ctrl+F")
    desk.press("Escape")
    assert left_out_by_tab(desk.window) == set()


def test_tab_never_comes_to_the_tabs_of_a_place_where_one_pane_is_left(desk: Desk) -> None:
    desk.window.actions_by_name["kinds"].trigger()
    desk.come_forward()
    tabs = next(bar for bar in desk.window.findChildren(QTabBar) if bar.parent() is desk.window)
    desk.wait(tabs.isVisible)
    desk.wait(tabs.accessibleName)
    assert tabs in met_by_tab()
    desk.window.kinds.dock.close()
    desk.press("Ctrl+L")
    desk.wait(lambda: tabs.count() == 1 and tabs.geometry().right() < 0)
    assert tabs not in met_by_tab()


def test_tab_leads_to_every_control_of_the_settings(desk: Desk) -> None:
    desk.press("Ctrl+,")
    settings = desk.window.findChild(SettingsDialog)
    settings.activateWindow()
    desk.wait(settings.isActiveWindow)
    assert left_out_by_tab(settings) == set()


def test_a_control_without_a_name_is_found(desk: Desk) -> None:
    nameless = QPushButton(desk.window)
    nameless.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    nameless.show()
    assert wanting(desk.window) == ["Button QPushButton “”"]
