"""Clicking, selecting and copying words, on scans as on PDFs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Page
from docqa_app.core.layout import Assignment, assign
from docqa_app.ui.pages.view import PagesView
from tests.ui.pages.conftest import ShowPages
from tests.ui.pages.samples import page_of

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
WORDS = {"Tan": 0, "Woon": 1, "Yann": 2, "Date": 3, "Total": 6, "due": 7, "12.00": 8, "Cash": 9, "20.00": 10}


@pytest.fixture
def view(show: ShowPages, receipt: Page) -> PagesView:
    return show(receipt)


def at(view: PagesView, index: int, number: int = 1) -> QPoint:
    """The middle of a word in the window."""
    page = view.desk.page(number)
    assert page is not None
    return view.mapFromScene(view.desk.item(number).on_desk(page.words[index].box).center())


def drag(qtbot: QtBot, view: PagesView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    port = view.viewport()
    qtbot.mousePress(port, LEFT, keys, start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, keys, end)


def copied(qtbot: QtBot, view: PagesView) -> str:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("word", ["Tan", "12.00"])
def test_clicking_a_word_names_it_however_the_page_is_turned(
    qtbot: QtBot, view: PagesView, quarters: int, word: str
) -> None:
    view.fit_page()
    view.turn(quarters)
    with qtbot.waitSignal(view.word_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, WORDS[word]))
    assert clicked.args == [1, WORDS[word]]


def test_clicking_beside_the_words_names_none(qtbot: QtBot, view: PagesView) -> None:
    with qtbot.assertNotEmitted(view.word_clicked):
        qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, 2) + QPoint(200, 0))


def test_dragging_selects_in_reading_order_and_copies_with_line_breaks(qtbot: QtBot, view: PagesView) -> None:
    with qtbot.waitSignal(view.selection_changed):
        drag(qtbot, view, at(view, WORDS["Woon"]), at(view, WORDS["due"]))
    assert copied(qtbot, view) == "Woon Yann\nDate 25/12/2018 8:13:39\nTotal due"


def test_dragging_backwards_selects_the_same(qtbot: QtBot, view: PagesView) -> None:
    drag(qtbot, view, at(view, WORDS["due"]), at(view, WORDS["Woon"]))
    assert view.selected_text() == "Woon Yann\nDate 25/12/2018 8:13:39\nTotal due"


def test_a_drag_may_start_and_end_beside_the_text(qtbot: QtBot, view: PagesView) -> None:
    drag(qtbot, view, at(view, WORDS["Total"]) - QPoint(50, 0), at(view, WORDS["12.00"]) + QPoint(80, 0))
    assert view.selected_text() == "Total due 12.00"


def test_a_selection_runs_over_pages(qtbot: QtBot, show: ShowPages) -> None:
    view = show(page_of("First page"), page_of("Second page", 2))
    view.fit_page()
    view.set_zoom(0.25)
    drag(qtbot, view, at(view, 1), at(view, 0, number=2))
    assert view.selected_text() == "page\nSecond"


@pytest.mark.parametrize("keys", [SHIFT, ALT])
def test_a_rectangle_selects_the_words_in_it(qtbot: QtBot, view: PagesView, keys: Qt.KeyboardModifier) -> None:
    box = view.desk.item(1).on_desk(view.desk.page(1).words[WORDS["Cash"]].box)  # type: ignore[union-attr]
    start = at(view, WORDS["Tan"]) - QPoint(15, 15)
    drag(qtbot, view, start, view.mapFromScene(box.bottomRight()) + QPoint(2, 2), keys)
    assert view.selected_text() == "Tan\nDate\nTotal\nCash"


def test_while_fields_are_reviewed_a_drag_from_beside_the_words_frames_some(qtbot: QtBot, view: PagesView) -> None:
    view.frame_words(True)
    area = view.mapFromScene(view.desk.item(1).on_desk(view.desk.page(1).words[WORDS["due"]].box)).boundingRect()  # type: ignore[union-attr]
    drag(qtbot, view, area.topLeft() - QPoint(3, 3), area.bottomRight() + QPoint(3, 3))
    assert view.selected_text() == "due"
    drag(qtbot, view, at(view, WORDS["Total"]) - QPoint(50, 0), at(view, WORDS["12.00"]) + QPoint(80, 0))
    assert view.selected_text() == "Total due 12.00"
    drag(qtbot, view, at(view, WORDS["Woon"]), at(view, WORDS["due"]))
    assert view.selected_text() == "Woon Yann\nDate 25/12/2018 8:13:39\nTotal due"
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, 2) + QPoint(200, 0))
    assert view.selected_text() == ""


def test_a_double_click_selects_a_word(qtbot: QtBot, view: PagesView) -> None:
    double_click(qtbot, view, at(view, WORDS["due"]))
    assert view.selected_text() == "due"


def test_a_triple_click_selects_a_line(qtbot: QtBot, view: PagesView) -> None:
    double_click(qtbot, view, at(view, WORDS["due"]))
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, WORDS["due"]))
    assert view.selected_text() == "Total due 12.00"


def test_a_shift_click_extends_the_selection(qtbot: QtBot, view: PagesView) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, WORDS["Total"]))
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, at(view, WORDS["Cash"]))
    assert view.selected_text() == "Total due 12.00\nCash"


def double_click(qtbot: QtBot, view: PagesView, where: QPoint) -> None:
    """As a person does it: a whole click, then the double one."""
    qtbot.mouseClick(view.viewport(), LEFT, pos=where)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=where)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=where)


def test_a_click_and_escape_drop_the_selection(qtbot: QtBot, view: PagesView) -> None:
    view.select_all()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_text() == ""
    view.select_all()
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, WORDS["Cash"]))
    assert view.selected_text() == ""


def test_ctrl_a_selects_the_whole_document(qtbot: QtBot, show: ShowPages) -> None:
    view = show(page_of("First page"), page_of("Second", 2))
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert copied(qtbot, view) == "First page\nSecond"


def test_copying_nothing_keeps_what_was_copied_before(qtbot: QtBot, view: PagesView) -> None:
    QGuiApplication.clipboard().setText("kept")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "kept"


def test_the_context_menu_copies(qtbot: QtBot, view: PagesView) -> None:
    view.select_all()
    where = at(view, 0)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, where, view.viewport().mapToGlobal(where)))
    menu = view.findChild(QMenu)
    assert menu is not None
    QGuiApplication.clipboard().clear()
    menu.actions()[0].trigger()
    assert QGuiApplication.clipboard().text().startswith("Tan Woon Yann\nDate")
    menu.close()


def test_hovering_a_word_tells_how_it_was_read_and_where_it_belongs(qtbot: QtBot, view: PagesView) -> None:
    page = view.desk.page(1)
    assert page is not None
    ours = assign(page)
    lines = (*ours.lines[:7], 9, *ours.lines[8:])
    view.show_assignments(1, ours, Assignment(lines, ours.cells))
    hover(view, at(view, WORDS["due"]))
    tip = QToolTip.text()
    assert "<b>due</b>" in tip
    assert "100 % confidence, text recognition" in tip
    assert "3 by geometry, 9 by the model ≠" in tip
    assert "1 by geometry and model" in tip


def test_hovering_tells_geometry_before_the_model_was_asked(qtbot: QtBot, view: PagesView) -> None:
    hover(view, at(view, WORDS["Cash"]))
    assert "4 by geometry<" in QToolTip.text()


def test_text_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot, show: ShowPages) -> None:
    view = show(page_of("<b>bold</b>&"))
    hover(view, at(view, 0))
    assert "&lt;b&gt;bold&lt;/b&gt;&amp;" in QToolTip.text()


def hover(view: PagesView, where: QPoint) -> None:
    place = view.viewport().mapToGlobal(where)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, place))


def test_the_pointer_is_a_text_cursor_over_words_only(qtbot: QtBot, view: PagesView) -> None:
    qtbot.mouseMove(view.viewport(), at(view, 2) + QPoint(250, 0))
    qtbot.mouseMove(view.viewport(), at(view, 0))
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    qtbot.mouseMove(view.viewport(), at(view, 2) + QPoint(250, 0))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_dragging_past_the_window_scrolls(qtbot: QtBot, show: ShowPages) -> None:
    view = show(*(page_of("Word", number) for number in (1, 2, 3)))
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=at(view, 0))
    qtbot.mouseMove(port, QPoint(100, port.height() + 40))
    qtbot.mouseMove(port, QPoint(100, port.height() + 40))
    qtbot.mouseRelease(port, LEFT, pos=QPoint(100, port.height() + 40))
    assert view.verticalScrollBar().value() > 0
