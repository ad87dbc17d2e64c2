"""Layers over the page: a key each, explained, hidden while T is held, and mirrored as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from docqa_app.core.document import WordSource
from docqa_app.settings import Settings, save_settings
from docqa_app.ui.pages.layers import Layer, Source
from tests.desk import Desk, paths_in
from tests.e2e.conftest import OpenDesk


def test_each_layer_has_its_key_and_its_legend(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.view.setFocus()
    for key, layer in (("W", Layer.WORDS), ("L", Layer.LINES), ("G", Layer.GRID)):
        desk.press(key)
        assert layer in desk.window.view.layers
    assert desk.window.pages.legend.isVisible()
    desk.press("L")
    assert Layer.LINES not in desk.window.view.layers


def test_letters_of_layers_are_typed_in_the_question(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.press("Ctrl+L")
    desk.type("wlgm")
    QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_T)
    assert desk.window.ask.box.toPlainText() == "wlgmt"
    assert not desk.window.view.layers


def test_layers_are_hidden_while_t_is_held(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.view.setFocus()
    desk.press("G")
    handle = desk.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_T)
    assert not desk.window.view.layers
    QTest.keyRelease(handle, Qt.Key.Key_T)
    assert desk.window.view.layers == {Layer.GRID}


def test_a_layer_that_is_turned_off_or_on_while_t_is_held_is_so_afterwards(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.view.setFocus()
    desk.press("G")
    handle = desk.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_T)
    desk.press("G")
    desk.press("W")
    assert not desk.window.view.layers
    QTest.keyRelease(handle, Qt.Key.Key_T)
    assert desk.window.view.layers == {Layer.WORDS}


def test_m_goes_from_geometry_to_the_model_to_both(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.window.view.setFocus()
    seen = []
    for _ in range(3):
        desk.press("M")
        seen.append(desk.window.view.assignment_source)
    assert seen == [Source.MODEL, Source.BOTH, Source.GEOMETRY]


def test_the_inspect_tab_lists_words_and_marks_where_the_model_differs(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.press("Ctrl+I")
    table = desk.window.inspect.table
    desk.wait(lambda: "The model agrees" in desk.window.inspect.summary.text())
    words = len(desk.document.pages[0].words)
    model = table.model()
    assert model.rowCount() == words
    assert [model.index(2, column).data() for column in range(4)] == ["1001", "100\u00a0%", "1", "2"]
    desk.click(desk.window.inspect.only)
    assert 0 < model.rowCount() < words
    assert "≠" in model.index(0, 2).data()


def test_numbers_of_words_take_no_more_room_than_they_need(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.press("Ctrl+I")
    desk.wait(lambda: "The model agrees" in desk.window.inspect.summary.text())
    table = desk.window.inspect.table
    for column in (1, 2, 3):
        needed = max(table.sizeHintForColumn(column), table.horizontalHeader().sectionSizeHint(column))
        assert needed <= table.columnWidth(column) <= needed + 8


def test_a_row_of_the_table_shows_its_word_on_the_page(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.press("Ctrl+I")
    desk.window.inspect.table.setFocus()
    desk.press("Down")
    box = desk.document.pages[0].words[desk.window.inspect.table.currentIndex().row()].box
    assert desk.window.lighting.lit == {1: (box,)}


def test_words_are_read_by_recognition_when_the_clerk_wants_it(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.ask("What is the total?")
    assert desk.window.status.source.text() == "Text layer"
    menu = desk.window.status.source.menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "Recognise the text (OCR)").trigger()
    desk.wait_read()
    desk.wait(lambda: desk.window.status.source.text().startswith("OCR: "))
    assert desk.document.pages[0].source is WordSource.OCR
    desk.wait_answered()
    assert desk.chosen.answer is not None
    assert "1.50" in desk.chosen.answer.text


def test_another_grid_counts_other_cells(desk: Desk, order: Path) -> None:
    desk.open(order)
    desk.press("Ctrl+I")
    last = len(desk.document.pages[0].words) - 1
    before = desk.window.inspect.rows.index(last, 3).data()
    desk.window.preferences.change(grid_columns=2, grid_rows=20)
    assert desk.window.inspect.rows.index(last, 3).data() != before


def test_the_grid_that_was_chosen_is_drawn_at_the_next_start(open_desk: OpenDesk, home: Path, order: Path) -> None:
    save_settings(paths_in(home).settings_file, Settings(grid_columns=8, grid_rows=8))
    desk = open_desk()
    desk.open(order)
    desk.window.view.setFocus()
    desk.press("G")
    desk.wait(lambda: desk.window.view._overlays.inspected(1))

    seen = desk.window.view._overlays.inspected(1)

    assert seen is not None
    assert (seen.grid.columns, seen.grid.rows) == (8, 8)
