"""The find bar over the pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.pages.scroll_marks import MarkedScrollBar
from docqa_app.ui.pages.view import PagesView
from tests.ui.pages.conftest import ShowPages
from tests.ui.pages.samples import Paper, page_of

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(show: ShowPages) -> PagesView:
    return show(*(page_of(f"Total\ndue {number}\nThe total due is café", number) for number in (1, 2, 3)))


def search(qtbot: QtBot, pane: PagesPane, text: str) -> None:
    """Opens the bar by its key and types."""
    qtbot.keyClick(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line_of(pane), text)


def line_of(pane: PagesPane) -> QLineEdit:
    return pane.find_bar.findChild(QLineEdit)


def count_of(pane: PagesPane) -> str:
    return next(label.text() for label in pane.find_bar.findChildren(QLabel))


def marks(view: PagesView) -> tuple[float, ...]:
    bar = view.verticalScrollBar()
    assert isinstance(bar, MarkedScrollBar)
    return bar.marks


def test_typing_finds_every_hit_over_words_and_lines(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "TOTAL due")
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 6")
    assert len(marks(view)) == 6
    assert list(marks(view)) == sorted(marks(view))


def test_f3_and_shift_f3_walk_through_the_hits_and_round(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "cafe")
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 3")
    qtbot.keyClick(line_of(pane), Qt.Key.Key_F3)
    assert count_of(pane) == "2 of 3"
    assert view.current_page == 2
    qtbot.keyClick(view, Qt.Key.Key_F3, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_F3, SHIFT)
    assert count_of(pane) == "3 of 3"
    assert view.current_page == 3


def test_enter_and_the_buttons_walk_too(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "due")
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 6")
    qtbot.keyClick(line_of(pane), Qt.Key.Key_Return)
    assert count_of(pane) == "2 of 6"
    qtbot.keyClick(line_of(pane), Qt.Key.Key_Return, SHIFT)
    assert count_of(pane) == "1 of 6"
    button = next(b for b in pane.find_bar.findChildren(QToolButton) if b.accessibleName() == "Next hit")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert count_of(pane) == "2 of 6"


def test_enter_right_after_typing_does_not_wait_for_the_search(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "due")
    qtbot.keyClick(line_of(pane), Qt.Key.Key_Return)
    assert count_of(pane) == "1 of 6"


def test_the_search_begins_at_the_page_in_view(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    view.go_to_page(2)
    search(qtbot, pane, "cafe")
    qtbot.waitUntil(lambda: count_of(pane) == "2 of 3")


def test_escape_closes_the_bar_and_takes_the_marks_away(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "due")
    qtbot.waitUntil(lambda: bool(marks(view)))
    qtbot.keyClick(line_of(pane), Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert not marks(view)


def test_f3_brings_the_last_search_back(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "due")
    qtbot.keyClick(line_of(pane), Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert pane.find_bar.isVisible()
    assert count_of(pane) == "1 of 6"


def test_nothing_found_is_said(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    search(qtbot, pane, "nowhere")
    qtbot.waitUntil(lambda: count_of(pane) == "Nothing found")
    line_of(pane).clear()
    qtbot.waitUntil(lambda: count_of(pane) == "")


def test_a_selected_word_is_what_is_searched(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    item = view.desk.item(1)
    page = view.desk.page(1)
    assert page is not None
    where = view.mapFromScene(item.on_desk(page.words[-1].box).center())
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    pane.open_find()
    assert line_of(pane).text() == "café"
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 3")


def test_pages_read_later_add_their_hits_and_keep_the_place(qtbot: QtBot, pane: PagesPane) -> None:
    pages = [page_of("due", number) for number in (1, 2, 3)]
    paper = Paper(*pages)
    pane.view.show_document(paper.sizes, paper.render)
    pane.view.show_page(pages[1])
    search(qtbot, pane, "due")
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 1")
    pane.view.show_page(pages[0])
    pane.view.show_page(pages[2])
    qtbot.waitUntil(lambda: count_of(pane) == "2 of 3")


def test_another_document_is_searched_anew(qtbot: QtBot, pane: PagesPane, show: ShowPages, view: PagesView) -> None:
    search(qtbot, pane, "due")
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 6")
    show(page_of("Nothing here is due"))
    qtbot.waitUntil(lambda: count_of(pane) == "1 of 1")
