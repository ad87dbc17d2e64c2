"""The pages in small."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from docqa_app.ui.colours import LIGHT
from docqa_app.ui.pages.thumbnails import PageStatus, ThumbnailList
from tests.ui.pages.samples import Paper, Turns, page_of
from tests.ui.pages.test_picture import jpeg_of

PAGES = [page_of(f"Page {number}", number) for number in range(1, 61)]


@pytest.fixture
def paper() -> Paper:
    return Paper(*PAGES)


@pytest.fixture
def thumbnails(qtbot: QtBot, turns: Turns, paper: Paper) -> ThumbnailList:
    thumbnails = ThumbnailList(turns)
    qtbot.addWidget(thumbnails, before_close_func=lambda widget: turns.stop())
    thumbnails.resize(150, 600)
    thumbnails.show()
    qtbot.waitExposed(thumbnails)
    thumbnails.show_document(paper.sizes, paper.render)
    return thumbnails


def middle_of(thumbnails: ThumbnailList, number: int) -> QPoint:
    return thumbnails.visualRect(thumbnails.model().index(number - 1, 0)).center()


def said_of(thumbnails: ThumbnailList, number: int) -> str:
    return thumbnails.model().index(number - 1, 0).data(Qt.ItemDataRole.ToolTipRole)


def colours_of(thumbnails: ThumbnailList, number: int) -> set[str]:
    picture = thumbnails.viewport().grab(thumbnails.visualRect(thumbnails.model().index(number - 1, 0))).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_a_click_asks_for_its_page(qtbot: QtBot, thumbnails: ThumbnailList) -> None:
    with qtbot.waitSignal(thumbnails.page_wanted) as wanted:
        qtbot.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(thumbnails, 2))
    assert wanted.args == [2]


def test_arrow_keys_ask_for_pages(qtbot: QtBot, thumbnails: ThumbnailList) -> None:
    thumbnails.show_current(1)
    with qtbot.waitSignal(thumbnails.page_wanted) as wanted:
        qtbot.keyClick(thumbnails, Qt.Key.Key_Down)
    assert wanted.args == [2]


def test_showing_the_page_in_view_marks_it_and_asks_for_nothing(qtbot: QtBot, thumbnails: ThumbnailList) -> None:
    with qtbot.assertNotEmitted(thumbnails.page_wanted):
        thumbnails.show_current(40)
    assert thumbnails.currentIndex().row() == 39
    assert thumbnails.viewport().rect().intersects(thumbnails.visualRect(thumbnails.currentIndex()))
    assert LIGHT.current in colours_of(thumbnails, 40)


def test_a_page_told_before_its_document_is_marked_when_that_comes(thumbnails: ThumbnailList, paper: Paper) -> None:
    thumbnails.clear()
    thumbnails.show_current(2)
    thumbnails.show_document(paper.sizes, paper.render)
    assert thumbnails.currentIndex().row() == 1


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, thumbnails: ThumbnailList, paper: Paper) -> None:
    qtbot.waitUntil(lambda: (3, 240, None) in paper.asked)
    thumbnails.show_current(60)
    qtbot.waitUntil(lambda: (60, 240, None) in paper.asked)
    assert len({number for number, _, _ in paper.asked}) < 20


def test_a_small_picture_spares_the_drawing(qtbot: QtBot, thumbnails: ThumbnailList, paper: Paper) -> None:
    for page in PAGES[:3]:
        thumbnails.show_page(replace(page, picture=jpeg_of("red")))
    qtbot.waitUntil(lambda: "#fe0000" in colours_of(thumbnails, 1))
    assert 1 not in {number for number, _, _ in paper.asked}


def test_each_page_tells_how_far_it_is(thumbnails: ThumbnailList) -> None:
    assert said_of(thumbnails, 1) == "Page 1, waiting to be read"
    thumbnails.show_at_work(1)
    assert said_of(thumbnails, 1) == "Page 1, being read"
    assert said_of(thumbnails, 2) == "Page 2, waiting to be read"
    thumbnails.show_page(PAGES[0])
    assert said_of(thumbnails, 1) == "Page 1"
    thumbnails.show_page(replace(PAGES[1], problem="It is damaged."))
    assert said_of(thumbnails, 2) == "Page 2, could not be read: It is damaged."


def test_a_problem_has_a_sign(thumbnails: ThumbnailList) -> None:
    thumbnails.show_page(PAGES[1])
    assert LIGHT.problem not in colours_of(thumbnails, 2)
    thumbnails.show_status(2, PageStatus.PROBLEM, "It is damaged.")
    assert LIGHT.problem in colours_of(thumbnails, 2)


def test_another_document_starts_over(thumbnails: ThumbnailList) -> None:
    thumbnails.show_status(1, PageStatus.PROBLEM, "It is damaged.")
    paper = Paper(*PAGES[:2])
    thumbnails.show_document(paper.sizes, paper.render)
    assert thumbnails.model().rowCount() == 2
    assert said_of(thumbnails, 1) == "Page 1, waiting to be read"
    thumbnails.clear()
    assert thumbnails.model().rowCount() == 0
