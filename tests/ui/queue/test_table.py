"""The queue's table: what stands in it, what stays chosen, what is heard by those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from docqa_app.batch import steps
from docqa_app.batch.queue import Gist, Queue, Standing
from docqa_app.paths import find_paths
from docqa_app.ui.icons import Icons
from docqa_app.ui.queue.panel import QueuePanel
from docqa_app.ui.queue.rows import Column, text_of

SUMS = {"a.pdf": "9.50", "b.pdf": "1200.00", "c.pdf": "85.25"}


def queue_of(sums: dict[str, str] = SUMS) -> Queue:
    queue = steps.add(Queue(), [f"/in/{name}" for name in sums])
    for name, total in sums.items():
        gist = Gist(
            "invoice", f"Supplier {name[0].upper()}", name[0], Decimal(total), "EUR", doubts=int(name == "b.pdf")
        )
        queue = steps.finish(queue, f"/in/{name}", gist, 1.5)
    return queue


@pytest.fixture
def panel(qtbot: QtBot) -> QueuePanel:
    made = QueuePanel(Icons(find_paths({}).resources / "icons"))
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    made.show_queue(queue_of(), "")
    made.table.rows.show_kinds({"invoice": "Invoice"})
    return made


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def names(panel: QueuePanel) -> list[str]:
    rows = panel.table.shown
    return [text_of(rows.item(row), Column.FILE) for row in range(rows.rowCount())]


def test_sums_are_ordered_by_size_and_not_by_their_digits(panel: QueuePanel) -> None:
    panel.table.sortByColumn(Column.TOTAL, Qt.SortOrder.AscendingOrder)
    assert names(panel) == ["a.pdf", "c.pdf", "b.pdf"]


@pytest.mark.usefixtures("german")
def test_sums_and_seconds_are_written_as_the_region_does() -> None:
    item = queue_of().items[1]
    assert (text_of(item, Column.TOTAL), text_of(item, Column.TIME)) == ("1.200,00 EUR", "1,5 s")


def test_a_row_is_read_aloud_as_one_sentence(panel: QueuePanel) -> None:
    rows = panel.table.shown
    said = rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("b.pdf, Invoice, Supplier B, ")
    assert said.endswith("Needs review, 1 to check, 1.5 s")


def test_why_a_file_failed_begins_with_the_reason_and_not_with_its_name_again() -> None:
    queue = steps.fail(
        steps.add(Queue(), ["/in/a.pdf", "/in/b.pdf"]), ["/in/a.pdf"], "a.pdf is damaged: fetch it again."
    )
    queue = steps.fail(queue, ["/in/b.pdf"], "The disk is full.")
    assert [text_of(item, Column.REMARK) for item in queue.items] == [
        "Is damaged: fetch it again.",
        "The disk is full.",
    ]


def test_a_remark_begins_with_what_is_to_check_and_not_with_a_long_name() -> None:
    queue = queue_of()
    copy = replace(queue.items[1], same_as=(f"/in/{'a long name ' * 9}.pdf",))
    assert text_of(copy, Column.REMARK).startswith("1 to check; Duplicate of a long name")


def test_a_long_name_keeps_the_end_by_which_it_differs(panel: QueuePanel) -> None:
    option = QStyleOptionViewItem()
    panel.table.itemDelegateForColumn(Column.FILE).initStyleOption(option, panel.table.shown.index(0, Column.FILE))
    assert option.textElideMode is Qt.TextElideMode.ElideMiddle


def test_a_kind_is_called_by_its_title_as_soon_as_it_is_known(panel: QueuePanel) -> None:
    place = panel.table.shown.index(0, Column.KIND)
    panel.table.rows.show_kinds({"invoice": "Supplier's bill"})
    assert place.data() == "Supplier's bill"
    panel.table.sortByColumn(Column.KIND, Qt.SortOrder.AscendingOrder)
    assert place.data() == "Supplier's bill"


def test_beside_the_fields_there_is_room_to_say_why_a_file_failed(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.resize(860, 250)
    panel.show()
    qtbot.waitExposed(panel)
    room = panel.table.columnWidth(Column.REMARK)
    assert room >= panel.table.fontMetrics().horizontalAdvance("Is damaged: fetch it.")


def test_what_is_chosen_stays_chosen_while_the_queue_runs_and_grows(panel: QueuePanel) -> None:
    panel.table.select("/in/b.pdf")
    queue = steps.begin(steps.retry(queue_of(), ["/in/a.pdf"]), "/in/a.pdf")
    panel.show_queue(queue, "")
    panel.show_queue(steps.add(queue, ["/in/d.pdf"]), "")
    assert panel.chosen() == ["/in/b.pdf"]
    panel.show_queue(steps.remove(queue, ["/in/a.pdf"]), "")
    assert panel.chosen() == ["/in/b.pdf"]


def test_the_row_behind_those_that_were_deleted_is_chosen_and_at_the_end_the_one_before(panel: QueuePanel) -> None:
    panel.table.select("/in/b.pdf")
    panel.show_queue(queue := steps.remove(queue_of(), ["/in/b.pdf"]), "")
    assert panel.chosen() == ["/in/c.pdf"]
    panel.show_queue(queue := steps.remove(queue, ["/in/c.pdf"]), "")
    assert panel.chosen() == ["/in/a.pdf"]
    panel.show_queue(steps.remove(queue, ["/in/a.pdf"]), "")
    assert panel.chosen() == []


def test_a_key_that_is_held_meanwhile_does_not_keep_the_next_row_from_being_chosen(panel: QueuePanel) -> None:
    panel.show()
    QTest.keyPress(panel.windowHandle(), Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    panel.table.select("/in/b.pdf")
    panel.show_queue(queue := steps.remove(queue_of(), ["/in/b.pdf"]), "")
    assert panel.chosen() == ["/in/c.pdf"]
    panel.show_queue(steps.remove(queue, ["/in/c.pdf"]), "")
    chosen = panel.chosen()
    QTest.keyRelease(panel.windowHandle(), Qt.Key.Key_Shift)
    assert chosen == ["/in/a.pdf"]


def test_all_that_is_chosen_stays_so_when_another_file_goes_and_the_rest_changes(panel: QueuePanel) -> None:
    queue = steps.add(queue_of(), ["/in/d.pdf", "/in/e.pdf"])
    panel.show_queue(queue, "")
    panel.table.selectAll()
    panel.table.shown.sort(Column.FILE, Qt.SortOrder.DescendingOrder)
    queue = steps.add(steps.remove(steps.begin(queue, "/in/e.pdf"), ["/in/b.pdf", "/in/d.pdf"]), ["/in/f.pdf"])
    panel.show_queue(queue, "")
    assert panel.chosen() == ["/in/e.pdf", "/in/c.pdf", "/in/a.pdf"]
    assert names(panel) == ["f.pdf", "e.pdf", "c.pdf", "a.pdf"]
    rows = panel.table.shown
    assert rows.index(1, Column.STATE).data() == "Reading"


def test_where_nothing_was_chosen_nothing_is_when_a_file_goes(panel: QueuePanel) -> None:
    panel.show_queue(steps.remove(queue_of(), ["/in/a.pdf"]), "")
    assert panel.chosen() == []


def test_a_row_that_leaves_the_filter_hands_on_to_the_one_behind_it(panel: QueuePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.filters.buttons[Standing.DONE], Qt.MouseButton.LeftButton)
    panel.table.select("/in/a.pdf")
    panel.show_queue(steps.retry(queue_of(), ["/in/a.pdf"]), "")
    assert (names(panel), panel.chosen()) == (["c.pdf"], ["/in/c.pdf"])


def test_a_delete_key_that_is_held_takes_off_one_row_only(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.table.select("/in/a.pdf")
    told: list[list[str]] = []
    panel.remove_wanted.connect(told.append)
    for repeats in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", repeats)
        QApplication.sendEvent(panel.table, press)
    assert told == [["/in/a.pdf"]]


def test_a_row_leaves_the_filter_when_its_state_changes(panel: QueuePanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.filters.buttons[Standing.NEEDS_REVIEW], Qt.MouseButton.LeftButton)
    assert names(panel) == ["b.pdf"]
    item = queue_of().items[1]
    panel.show_queue(steps.reviewed(queue_of(), item.path, item.gist, True), "")
    assert names(panel) == []
    assert panel.filters.buttons[Standing.DONE].text() == "Done  3"


def test_only_what_can_be_done_to_the_chosen_files_is_offered(panel: QueuePanel) -> None:
    assert not panel.remove.isEnabled()
    panel.table.select("/in/a.pdf")
    assert (panel.cancel.isEnabled(), panel.retry.isEnabled(), panel.remove.isEnabled()) == (False, True, True)
    panel.show_queue(steps.retry(queue_of(), ["/in/a.pdf"]), "")
    assert (panel.cancel.isEnabled(), panel.retry.isEnabled()) == (True, False)


def test_an_empty_queue_says_how_to_fill_it(panel: QueuePanel) -> None:
    panel.show_queue(Queue(), "")
    assert panel.empty.isVisible()
    assert not panel.table.isVisible()


def test_watched_folders_stand_in_the_menu_and_can_be_left(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.show_queue(steps.watch(steps.watch(queue_of(), "/in", True), "/scans", True), "")
    entry = next(one for one in panel.watch_button.menu().actions() if "/scans" in one.text())
    with qtbot.waitSignal(panel.unwatch_wanted) as told:
        entry.trigger()
    assert told.args == ["/scans"]


def test_the_menu_of_watched_folders_keeps_its_place_while_the_queue_runs(panel: QueuePanel) -> None:
    queue = steps.watch(queue_of(), "/in", True)
    panel.show_queue(queue, "")
    menu = panel.watch_button.menu()
    menu.popup(panel.mapToGlobal(panel.rect().center()))
    menu.setActiveAction(menu.actions()[-1])
    panel.show_queue(steps.begin(steps.retry(queue, ["/in/a.pdf"]), "/in/a.pdf"), "")
    assert menu.activeAction() is menu.actions()[-1]
    assert "/in" in menu.activeAction().text()
    menu.close()


def test_what_a_narrow_queue_has_no_room_for_is_reached_by_keys(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.resize(400, 300)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.add_files.setFocus()
    assert {"Export…", "Failed  0"} <= reached(panel)


def test_a_filter_that_has_no_room_filters_too(panel: QueuePanel, qtbot: QtBot) -> None:
    panel.resize(400, 300)
    (rest,) = {action for action in menus(panel.filters) if action.text() == "Done  2"}
    rest.trigger()
    assert names(panel) == ["a.pdf", "c.pdf"]


def menus(widget: QWidget) -> list[QAction]:
    """What lies behind the buttons that keep what has no room."""
    return [action for one in widget.findChildren(QToolButton) if one.menu() for action in one.menu().actions()]


def reached(panel: QueuePanel) -> set[str]:
    """What is behind the buttons that the Tab key comes to."""
    texts: set[str] = set()
    for _ in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if isinstance(here, QToolButton) and here.menu():
            texts |= {action.text() for action in here.menu().actions()}
    return texts
