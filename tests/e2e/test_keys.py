"""A clerk chooses other keys: they work at once and after the next start, and no key does two things."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem

from docqa_app.settings import load_settings
from docqa_app.ui.keys_page import KeysPage
from docqa_app.ui.settings_dialog import SettingsDialog
from tests.desk import Desk
from tests.e2e.conftest import OpenDesk


def keys_page(desk: Desk) -> KeysPage:
    """The keys in the settings, opened by keys."""
    desk.press("Ctrl+,")
    dialog = desk.window.findChild(SettingsDialog)
    dialog.activateWindow()
    desk.wait(dialog.isActiveWindow)
    QTest.keySequence(dialog.focusWidget() or dialog, "Ctrl+Tab")
    assert dialog.keys.isVisible()
    dialog.keys.tree.setFocus()
    return dialog.keys


def row_of(page: KeysPage, what: str) -> QTreeWidgetItem:
    (row,) = page.tree.findItems(what, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return row


def choose(page: KeysPage, what: str, keys: str) -> None:
    """Goes to a row, presses F2 and then the new keys."""
    page.tree.setCurrentItem(row_of(page, what))
    QTest.keyClick(page.tree, Qt.Key.Key_F2)
    assert page.edit.hasFocus()
    QTest.keySequence(page.edit, keys)
    page.tree.setFocus()


def keep(desk: Desk) -> None:
    desk.window.findChild(SettingsDialog).keep_button.click()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)


def test_keys_that_were_chosen_work_at_once_and_after_the_next_start(open_desk: OpenDesk, order: Path) -> None:
    desk = open_desk()
    choose(keys_page(desk), "Fit page", "Ctrl+Shift+P")
    keep(desk)
    assert load_settings(desk.paths.settings_file).settings.shortcuts == (("fit-page", ("Ctrl+Shift+P",)),)
    assert "Ctrl+Shift+P" in desk.window.actions_by_name["fit-page"].toolTip()
    desk.close()
    again = open_desk()
    again.open(order)
    again.press("Ctrl+1")
    assert not again.window.actions_by_name["fit-page"].isChecked()
    again.press("Ctrl+Shift+P")
    assert again.window.actions_by_name["fit-page"].isChecked()


def test_a_button_names_the_keys_that_were_chosen_for_what_it_does(desk: Desk) -> None:
    tip = desk.window.ask.again_button.toolTip
    assert tip() == "Ask again (F5)"
    choose(keys_page(desk), "Ask or read again", "Ctrl+Shift+P")
    keep(desk)
    assert tip() == "Ask again (Ctrl+Shift+P)"


def test_keys_that_are_taken_are_refused_with_a_sentence(desk: Desk) -> None:
    page = keys_page(desk)
    choose(page, "Fit page", "Ctrl+F")
    assert page.problem.text() == ("Ctrl+F already does “Find”. Choose other keys, or take them away from there first.")
    choose(page, "Fit width", "5")
    assert page.problem.text() == "5 already works inside the panes. Choose other keys."
    assert page.shortcuts == ()


def test_keys_are_taken_away_and_given_to_another(desk: Desk) -> None:
    page = keys_page(desk)
    page.tree.setCurrentItem(row_of(page, "Find"))
    QTest.keyClick(page.tree, Qt.Key.Key_Delete)
    assert row_of(page, "Find").text(1) == ""
    choose(page, "Fit page", "Ctrl+F")
    assert page.problem.text() == ""
    assert row_of(page, "Fit page").text(1) == "Ctrl+F"
    page.tree.setCurrentItem(row_of(page, "Find"))
    desk.click(page.reset)
    assert "already does “Fit page”" in page.problem.text()
    desk.click(page.reset_all)
    assert page.shortcuts == ()
    assert row_of(page, "Find").text(1) == "Ctrl+F"


def test_keys_of_another_version_and_nonsense_do_no_harm(open_desk: OpenDesk, home: Path) -> None:
    settings = home / "data" / "settings.json"
    settings.write_text('{"shortcuts": {"of-tomorrow": ["F4"], "find": ["Ctrl+Foo", "F9"]}}', encoding="utf-8")
    desk = open_desk()
    assert [key.toString() for key in desk.window.actions_by_name["find"].shortcuts()] == ["F9"]
