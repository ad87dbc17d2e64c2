"""A scan that lies on its side is stood up as soon as it has been read, and everything on it with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Page
from docqa_app.core.geometry import turned
from docqa_app.core.layout import evidence_boxes
from docqa_app.ui.colours import WHITE_PAGE
from docqa_app.ui.pages.layers import Layer
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.pages.sheets import Sheet
from docqa_app.ui.pages.thumbnails import ThumbnailList
from docqa_app.ui.pages.view import PagesView
from tests.ui.pages.conftest import ShowPages
from tests.ui.pages.samples import Paper, Turns, page_of

TEXT = """Total due 12.00
Cash 20.00"""


def lying(text: str, turn: int, number: int = 1) -> Page:
    """The page of this text as a scanner gave it that must be turned clockwise by `turn` degrees."""
    page = page_of(text, number)
    words = tuple(replace(word, box=turned(word.box, (360 - turn) % 360)) for word in page.words)
    width, height = (page.height, page.width) if turn in (90, 270) else (page.width, page.height)
    return replace(page, words=words, width=width, height=height, turn=turn)


def on_screen(view: PagesView, index: int) -> QPoint:
    """Where a word of the upright text is expected in the window."""
    box = page_of(TEXT).words[index].box
    return view.mapFromScene(view.desk.item(1).on_desk(box).center())


@pytest.fixture(params=[90, 180, 270])
def view(request: pytest.FixtureRequest, show: ShowPages) -> PagesView:
    return show(lying(TEXT, request.param))


def test_its_text_is_upright_in_the_window(view: PagesView) -> None:
    frame = view.desk.frame(1)
    assert (frame.width, frame.height) == (600, 800)
    picture = view.viewport().grab().toImage()
    for index in range(5):
        assert picture.pixelColor(on_screen(view, index)).lightness() < 20, "the word's black bar"


def test_its_words_are_clicked_where_they_stand(qtbot: QtBot, view: PagesView) -> None:
    for index in range(5):
        with qtbot.waitSignal(view.word_clicked) as clicked:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, index))
        assert clicked.args == [1, index]


def test_its_text_is_copied_with_its_lines(view: PagesView) -> None:
    view.select_all()
    assert view.selected_text() == TEXT


def test_evidence_given_in_boxes_of_the_file_lies_on_the_words(view: PagesView) -> None:
    page = view.desk.as_read(1)
    view.show_evidence({1: evidence_boxes(page, (2,))}, flash=False)
    assert around(view, 2) >= {WHITE_PAGE.evidence_line}
    assert WHITE_PAGE.evidence_line not in around(view, 4)


def around(view: PagesView, index: int) -> set[str]:
    centre = on_screen(view, index)
    picture = view.viewport().grab().toImage()
    return {picture.pixelColor(centre + QPoint(0, dy)).name() for dy in range(-16, 17)}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_overlays_follow_its_lines(show: ShowPages, turn: int) -> None:
    view = show(lying(TEXT, turn), filled=0.5)
    view.set_layer(Layer.LINES, True)
    assert WHITE_PAGE.line_fills[0] in around(view, 0)
    assert WHITE_PAGE.line_fills[1] in around(view, 3)


def test_evidence_lit_before_its_page_was_read_moves_with_it(qtbot: QtBot, pane: PagesPane) -> None:
    page = lying(TEXT, 90)
    paper = Paper(page)
    view = pane.view
    view.show_document(paper.sizes, paper.render)
    view.show_evidence({1: evidence_boxes(page, (2,))}, flash=False)
    qtbot.waitUntil(lambda: view.is_sharp)
    view.show_page(page)
    qtbot.waitUntil(lambda: view.is_sharp)
    assert view.desk.item(1).has(Sheet.EVIDENCE)
    assert WHITE_PAGE.evidence_line in around(view, 2)


def test_what_one_looks_at_stays_while_pages_before_it_are_stood_up(qtbot: QtBot, pane: PagesPane) -> None:
    pages = [lying(TEXT, 90, number) for number in (1, 2, 3)] + [page_of(TEXT, 4), page_of(TEXT, 5)]
    paper = Paper(*pages)
    view = pane.view
    view.show_document(paper.sizes, paper.render)
    view.set_zoom(0.8)
    view.go_to_page(4)
    before = view.mapFromScene(view.desk.item(4).pos()).y()
    for page in pages:
        view.show_page(page)
    assert view.current_page == 4
    assert abs(view.mapFromScene(view.desk.item(4).pos()).y() - before) <= 3


def test_its_thumbnail_is_upright_too(qtbot: QtBot, turns: Turns) -> None:
    page = lying(TEXT, 90)
    paper = Paper(page)
    thumbnails = ThumbnailList(turns)
    qtbot.addWidget(thumbnails, before_close_func=lambda widget: turns.stop())
    thumbnails.show()
    thumbnails.show_document(paper.sizes, paper.render)
    row = thumbnails.model().index(0, 0)
    wide = thumbnails.visualRect(row)
    thumbnails.show_page(page)
    assert thumbnails.visualRect(row).height() > wide.height()
