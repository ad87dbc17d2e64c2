"""The window itself: its size, its colours, its keys, and what a screen reader finds in it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMainWindow, QWidget

from docqa_app.answering.installed import Installed
from docqa_app.settings import load_settings
from docqa_app.ui.about import About
from docqa_app.ui.settings_dialog import SettingsDialog
from docqa_app.ui.shortcuts import ShortcutList
from tests.application import offscreen
from tests.desk import PATIENCE, Desk
from tests.e2e.conftest import OpenDesk
from tests.fakes import FakeEngine


def test_the_window_fits_a_small_screen(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    for room in ("Ctrl+L", "Ctrl+E", "F9"):
        desk.press(room)
        assert desk.window.minimumSizeHint().width() <= 1024
        assert desk.window.minimumSizeHint().height() <= 680


def test_nothing_lies_over_anything_else_on_half_a_usual_screen(german: None, open_desk: OpenDesk, order: Path) -> None:
    """1366 by 768 pixels with everything half as big again, and the bars of the system."""
    desk = open_desk()
    desk.open(order)
    desk.press("F9")
    for deed in ("ask", "fields", "summary", "inspect", "kinds"):
        desk.window.actions_by_name[deed].trigger()
        QTest.qWait(50)  # sizes are told by events
        assert QMainWindow.minimumSizeHint(desk.window).width() <= 911
        assert QMainWindow.minimumSizeHint(desk.window).height() <= 500


def test_the_list_of_keys_says_every_deed_in_full_and_names_no_empty_menu(desk: Desk) -> None:
    desk.press("F1")
    shown = desk.window.findChild(ShortcutList)
    tree = shown.tree
    desk.wait(lambda: tree.columnWidth(1) >= tree.sizeHintForColumn(1))
    assert tree.columnWidth(0) >= tree.sizeHintForColumn(0)
    groups = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    assert all(group.childCount() for group in groups if not group.isHidden())


def test_dark_and_light_follow_the_choice_at_once(desk: Desk) -> None:
    by_name = {action.text(): action for action in desk.window.findChildren(QAction)}
    by_name["Dark"].trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 100
    by_name["Light"].trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() > 200
    assert load_settings(desk.paths.settings_file).settings.appearance == "light"


def test_the_keys_that_apply_are_listed(desk: Desk, order: Path) -> None:
    desk.press("F1")
    without = desk.window.findChild(ShortcutList)
    assert ("Zoom in", "Ctrl++,  Ctrl+=") not in without.shown()
    assert ("Open", "Ctrl+O") in without.shown()
    without.close()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)
    desk.open(order)
    desk.press("Ctrl+/")
    lists = [one for one in desk.window.findChildren(ShortcutList) if one.isVisible()]
    assert ("Zoom in", "Ctrl++,  Ctrl+=") in lists[0].shown()
    lists[0].filter.setText("zoom")
    assert {what for what, _ in lists[0].shown()} >= {"Zoom in", "Zoom out"}
    assert ("Open", "Ctrl+O") not in lists[0].shown()


def test_about_says_what_this_computer_reads_with(desk: Desk) -> None:
    desk.window.actions_by_name["about"].trigger()
    about = desk.window.findChild(About)
    desk.wait(lambda: "Scans are read by Tesseract" in about.programs.text())
    assert "Languages that can be read:" in about.programs.text()


def test_what_the_app_reads_with_may_be_known_after_its_window_is_closed(desk: Desk) -> None:
    asked, told, known = Event(), Event(), Event()

    def programs() -> tuple[str, ...]:
        asked.set()
        told.wait(PATIENCE / 1000)
        return ("Scans are read by Tesseract.",)

    desk.window.workshop.programs = programs
    desk.window.actions_by_name["about"].trigger()
    desk.wait(asked.is_set)
    buttons = desk.window.findChild(About).findChild(QDialogButtonBox)
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Close), Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.window.findChild(About) is None)
    told.set()
    desk.window.workshop.write_lane.run(lambda report, note: None, lambda _: known.set())
    desk.wait(known.is_set)


def test_settings_are_kept_when_the_clerk_keeps_them(desk: Desk) -> None:
    desk.press("Ctrl+,")
    dialog = desk.window.findChild(SettingsDialog)
    desk.wait(lambda: dialog.languages.count() > 1)
    dialog.languages.tick("deu", True)
    dialog.columns.setValue(6)
    dialog.keep_button.click()
    kept = load_settings(desk.paths.settings_file).settings
    assert kept.languages == "deu"
    assert kept.grid_columns == 6


def test_what_the_settings_asked_for_comes_too_late_for_a_closed_dialog(desk: Desk) -> None:
    gate, later, room = Event(), list[int](), desk.window.settings

    def slow_models() -> tuple[Installed, ...]:
        gate.wait(PATIENCE / 1000)
        return ()

    room._parts = replace(room._parts, models=slow_models)
    desk.press("Ctrl+,")
    desk.window.findChild(SettingsDialog).reject()
    desk.wait(lambda: not desk.window.findChildren(SettingsDialog))
    gate.set()
    desk.window.workshop.write_lane.run(lambda report, note: 1, later.append)
    desk.wait(lambda: later)


def test_the_settings_name_the_model_in_use_once_it_is_loaded(open_desk: OpenDesk) -> None:
    gate = Event()

    def slow_engine() -> FakeEngine:
        gate.wait(PATIENCE / 1000)
        return FakeEngine(folder=Path("/models/a"))

    desk = open_desk(load_engine=slow_engine)
    room = desk.window.settings
    models = (Installed("small", "1", "/models/a", 1, True), Installed("small", "1", "/models/b", 1, False, "damaged"))
    room._parts = replace(room._parts, models=lambda: models)
    desk.press("Ctrl+,")
    tree = desk.window.findChild(SettingsDialog).models.tree
    desk.wait(lambda: tree.topLevelItemCount() == 2)
    assert [tree.topLevelItem(row).text(0) for row in (0, 1)] == ["small 1", "small 1"]
    gate.set()
    desk.wait(lambda: desk.window.workshop.model.engine)
    assert [tree.topLevelItem(row).text(0) for row in (0, 1)] == ["small 1, in use", "small 1"]


def test_check_this_begins_where_the_model_advises_unless_the_clerk_says_otherwise(
    open_desk: OpenDesk, order: Path
) -> None:
    desk = open_desk(load_engine=lambda: FakeEngine(check_below=0.99))
    desk.open(order)
    desk.ask("What is the total?")
    answers = desk.window.ask.answers
    assert "Check this" in answers.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.press("Ctrl+,")
    dialog = desk.window.findChild(SettingsDialog)
    assert dialog.doubt.text() == "as the model advises (99\u00a0%)"
    dialog.doubt.setValue(90)
    dialog.keep_button.click()
    assert "Check this" not in answers.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert load_settings(desk.paths.settings_file).settings.doubt_below == 0.9


def test_settings_are_as_before_when_the_clerk_discards_them(desk: Desk) -> None:
    desk.press("Ctrl+,")
    dialog = desk.window.findChild(SettingsDialog)
    dialog.columns.setValue(6)
    dialog.reject()
    assert load_settings(desk.paths.settings_file).settings.grid_columns == 4


def test_the_tab_key_reaches_every_pane_and_comes_round(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    seen: list[QWidget] = []
    while (widget := desk.focused()) not in seen:
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    window = desk.window
    panes = {window.documents, window.thumbnails, window.view, window.ask.box, window.ask.answers, window.status.page}
    assert panes <= set(seen)


def test_control_q_closes_the_window(desk: Desk) -> None:
    desk.press("Ctrl+Q")
    assert not desk.window.isVisible()


START = """
import locale
from docqa_app.app import make_application
from docqa_app.paths import find_paths
app = make_application(find_paths())
print(locale.setlocale(locale.LC_NUMERIC))
"""


def test_the_window_leaves_the_numbers_of_c_libraries_as_they_are_in_every_region(home: Path) -> None:
    there = {**os.environ, "DOCQA_HOME": str(home), "LC_ALL": "C.UTF-8"}
    run = subprocess.run([sys.executable, "-c", START], env=there, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "C"


ALL_WINDOWS = """
from functools import partial
from docqa_app.app import make_application, open_window
from docqa_app.app.rooms import real_parts
from docqa_app.paths import find_paths
from docqa_app.ui.single_instance import Wish
paths = find_paths()
app = make_application(paths)
window = open_window(app, paths, partial(real_parts, paths), Wish(), keep=False)
for name in ("settings", "keys", "library", "export-fields"):
    window.actions_by_name[name].setEnabled(True)
    window.actions_by_name[name].trigger()
for one in app.topLevelWidgets():
    if one.isWindow() and one.isVisible():
        print(type(one).__name__, one.width(), one.height())
window.close()
"""


def test_every_window_fits_a_screen_on_which_all_is_twice_as_big(home: Path, tmp_path: Path) -> None:
    there = {**os.environ, "DOCQA_HOME": str(home), "QT_QPA_PLATFORM": offscreen((960, 540), tmp_path)}
    run = subprocess.run([sys.executable, "-c", ALL_WINDOWS], env=there, capture_output=True, text=True, check=True)
    sizes = {name: (int(width), int(height)) for name, width, height in map(str.split, run.stdout.splitlines())}
    assert set(sizes) == {"MainWindow", "SettingsDialog", "ShortcutList", "LibraryDialog", "ExportDialog"}
    assert all(width <= 960 and height <= 500 for width, height in sizes.values()), sizes


def test_settings_that_are_open_come_forward_instead_of_a_second_dialog(desk: Desk) -> None:
    desk.window.settings.open()
    desk.window.settings.open()
    (dialog,) = desk.window.findChildren(SettingsDialog)

    dialog.reject()
    desk.window.settings.open()

    assert any(one.isVisible() for one in desk.window.findChildren(SettingsDialog))
