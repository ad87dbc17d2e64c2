"""Evidence lit up on the page, and the overlays over it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Box, Page
from docqa_app.core.layout import Assignment, assign, evidence_boxes
from docqa_app.ui.colours import DARK, DARK_PAGE, WHITE_PAGE
from docqa_app.ui.pages.layers import Layer, Source
from docqa_app.ui.pages.sheets import Sheet
from docqa_app.ui.pages.view import PagesView
from tests.ui.pages.conftest import ShowPages
from tests.ui.pages.samples import page_of


@pytest.fixture
def pages() -> list[Page]:
    return [page_of(f"Page {number}\n" + "\n" * 10 + "Total due 12.00", number) for number in range(1, 5)]


@pytest.fixture
def view(show: ShowPages, pages: list[Page]) -> PagesView:
    return show(*pages)


def colours_in(view: PagesView, number: int, box: Box) -> set[str]:
    """Every colour seen in a box of a page and a little around it."""
    area = view.mapFromScene(view.desk.item(number).on_desk(box)).boundingRect().adjusted(-6, -6, 6, 6)
    picture = view.viewport().grab(area).toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def middle_of(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def test_evidence_is_lit_and_brought_to_the_middle_of_the_window(
    qtbot: QtBot, view: PagesView, pages: list[Page]
) -> None:
    (box,) = evidence_boxes(pages[2], (2, 3, 4))
    with qtbot.waitSignal(view.page_shown) as shown:
        view.show_evidence({3: (box,)}, flash=False)
    assert shown.args == [3]
    where = view.mapFromScene(view.desk.item(3).on_desk(box).center())
    assert abs(where.y() - view.viewport().height() / 2) < 4
    assert {WHITE_PAGE.evidence_fill, WHITE_PAGE.evidence_line} <= colours_in(view, 3, box)


def test_evidence_on_several_pages_is_lit_on_each_and_the_first_is_shown(view: PagesView, pages: list[Page]) -> None:
    boxes = {number: evidence_boxes(pages[number - 1], (4,)) for number in (4, 2)}
    view.show_evidence(boxes, flash=False)
    assert view.current_page == 2
    view.go_to_page(4)
    assert WHITE_PAGE.evidence_line in colours_in(view, 4, boxes[4][0])


def test_other_evidence_takes_the_place_of_the_last(view: PagesView, pages: list[Page]) -> None:
    first, second = evidence_boxes(pages[0], (2,)), evidence_boxes(pages[0], (4,))
    view.show_evidence({1: first}, flash=False)
    view.show_evidence({1: second}, flash=False)
    assert WHITE_PAGE.evidence_line not in colours_in(view, 1, first[0])
    view.clear_evidence()
    assert WHITE_PAGE.evidence_line not in colours_in(view, 1, second[0])


def test_evidence_flashes_and_then_only_its_frame_stays(qtbot: QtBot, view: PagesView, pages: list[Page]) -> None:
    with qtbot.waitSignal(view.flashed, timeout=10_000):
        view.show_evidence({1: evidence_boxes(pages[0], (4,))}, flash=True)
        assert view.desk.item(1).has(Sheet.FLASH)
    assert not view.desk.item(1).has(Sheet.FLASH)
    assert view.desk.item(1).has(Sheet.EVIDENCE)


@pytest.mark.parametrize("reduced_motion", [True])
def test_nothing_flashes_where_motion_is_reduced(view: PagesView, pages: list[Page]) -> None:
    view.show_evidence({1: evidence_boxes(pages[0], (4,))}, flash=True)
    assert not view.desk.item(1).has(Sheet.FLASH)
    assert view.desk.item(1).has(Sheet.EVIDENCE)


def test_evidence_of_a_page_that_is_not_there_lights_nothing(view: PagesView) -> None:
    view.show_evidence({99: (Box(0, 0, 1, 1),), 2: ()}, flash=True)
    assert view.current_page == 1


def test_evidence_stays_on_its_words_when_the_page_is_turned_and_darkened(
    qtbot: QtBot, view: PagesView, pages: list[Page]
) -> None:
    boxes = evidence_boxes(pages[0], (4,))
    view.fit_page()
    view.show_evidence({1: boxes}, flash=False)
    view.turn_right()
    view.set_dark_pages(True)
    qtbot.waitUntil(lambda: view.is_sharp)
    assert DARK_PAGE.evidence_line in colours_in(view, 1, boxes[0])


def test_another_document_has_none_of_the_marks_of_the_last(
    show: ShowPages, view: PagesView, pages: list[Page]
) -> None:
    boxes = evidence_boxes(pages[0], (4,))
    view.show_evidence({1: boxes}, flash=True)
    view.select_all()
    show(*pages)
    assert WHITE_PAGE.evidence_line not in colours_in(view, 1, boxes[0])
    assert view.selected_text() == ""


@pytest.mark.parametrize(
    ("layer", "colour"),
    [
        (Layer.WORDS, WHITE_PAGE.word_line),
        (Layer.LINES, WHITE_PAGE.line_fills[1]),
        (Layer.GRID, WHITE_PAGE.cell_fills[2]),
    ],
)
def test_each_layer_can_be_switched(view: PagesView, pages: list[Page], layer: Layer, colour: str) -> None:
    box = pages[0].words[3].box
    assert colour not in colours_in(view, 1, box)
    view.set_layer(layer, True)
    assert view.layers == {layer}
    assert colour in colours_in(view, 1, box)
    view.set_layer(layer, False)
    assert colour not in colours_in(view, 1, box)


def test_a_layer_covers_pages_that_are_read_later(show: ShowPages, view: PagesView) -> None:
    view.set_layer(Layer.WORDS, True)
    page = page_of("Late")
    show(page)
    assert WHITE_PAGE.word_line in colours_in(view, 1, page.words[0].box)


def test_disagreements_appear_when_both_assignments_are_shown(view: PagesView, pages: list[Page]) -> None:
    ours = assign(pages[0])
    view.show_assignments(1, ours, Assignment((7, *ours.lines[1:]), ours.cells))
    view.set_layer(Layer.LINES, True)
    box = pages[0].words[0].box
    assert WHITE_PAGE.difference not in colours_in(view, 1, box)
    view.set_assignment_source(Source.BOTH)
    assert WHITE_PAGE.difference in colours_in(view, 1, box)


def test_another_grid_has_other_cells(view: PagesView, pages: list[Page]) -> None:
    view.set_layer(Layer.GRID, True)
    line_of_a_2_by_2_grid = Box(0.499, 0.2, 0.501, 0.21)
    view.set_grid(3, 3)
    assert WHITE_PAGE.grid_line not in colours_in(view, 1, line_of_a_2_by_2_grid)
    view.set_grid(2, 2)
    assert WHITE_PAGE.grid_line in colours_in(view, 1, line_of_a_2_by_2_grid)


def test_layers_can_be_drawn_faintly(view: PagesView, pages: list[Page]) -> None:
    view.set_layer(Layer.LINES, True)
    view.set_overlay_opacity(0.4)
    assert WHITE_PAGE.line_fills[1] not in colours_in(view, 1, pages[0].words[3].box)


def test_the_desk_takes_the_colours_of_the_window(view: PagesView) -> None:
    view.set_colours(DARK)
    view.set_zoom(0.1)
    corner = view.viewport().grab().toImage().pixelColor(2, 2)
    assert corner == QColor(DARK.desk)
