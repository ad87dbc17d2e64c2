"""Scrolling, zooming, fitting and turning, as a person does them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docqa_app.core.document import Page
from docqa_app.ui.pages.canvas import Canvas
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.pages.zoom import Fit
from tests.ui.pages.conftest import ShowPages
from tests.ui.pages.samples import Paper, page_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def roll(view: Canvas, at: QPoint, notches: float, keys: Qt.KeyboardModifier = CONTROL) -> None:
    """One turn of the wheel over a point of the window."""
    place = QPointF(at)
    angle = QPoint(0, round(120 * notches))
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, view.viewport().mapToGlobal(place), QPoint(), angle, none, keys, phase, False)
    QApplication.sendEvent(view.viewport(), event)


def on_window(view: PagesView, number: int) -> QRect:
    """A page's place in the window."""
    item = view.desk.item(number)
    return view.mapFromScene(item.mapToScene(item.extent)).boundingRect()


@pytest.fixture
def pages() -> list[Page]:
    return [page_of(f"Page number {number}\nTotal due", number) for number in range(1, 8)]


@pytest.fixture
def view(show: ShowPages, pages: list[Page]) -> PagesView:
    return show(*pages)


def test_a_document_opens_at_its_first_page_as_wide_as_the_window(view: PagesView) -> None:
    assert view.current_page == 1
    page = on_window(view, 1)
    assert 0.9 * view.viewport().width() < page.width() <= view.viewport().width()
    assert not view.horizontalScrollBar().isVisible()


@pytest.mark.parametrize("notches", [1, 3, -2])
def test_the_wheel_with_ctrl_zooms_to_the_pointer(view: PagesView, notches: int) -> None:
    view.set_zoom(1.5)
    at = QPoint(300, 200)
    before, zoom = view.mapToScene(at), view.zoom
    roll(view, at, notches)
    assert view.zoom == pytest.approx(zoom * 1.2**notches)
    moved = view.mapFromScene(before) - at
    assert moved.manhattanLength() <= 3


def test_two_fingers_on_a_touchpad_zoom_to_the_pointer(view: PagesView) -> None:
    view.set_zoom(1.5)
    at = QPoint(300, 200)
    before, place = view.mapToScene(at), QPointF(at)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        view.viewport().mapToGlobal(place),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom == pytest.approx(1.5 * 1.25)
    assert (view.mapFromScene(before) - at).manhattanLength() <= 3


def test_the_wheel_alone_scrolls(view: PagesView) -> None:
    zoom, before = view.zoom, view.verticalScrollBar().value()
    roll(view, QPoint(300, 200), -2, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > before
    assert view.zoom == zoom


def test_keys_zoom_in_out_and_to_actual_size(qtbot: QtBot, view: PagesView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.zoom == 1.0
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        before = view.zoom
        qtbot.keyClick(view, key, CONTROL)
        assert view.zoom > before
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom == 1.25


def test_zoom_has_its_limits(view: PagesView) -> None:
    roll(view, QPoint(10, 10), 40)
    assert view.zoom == 8.0
    roll(view, QPoint(10, 10), -60)
    assert view.zoom == 0.1


def test_page_keys_home_and_end_move_through_the_document(qtbot: QtBot, view: PagesView) -> None:
    view.fit_page()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current_page == 3
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.current_page == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_page == 7
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_page == 1


def test_page_down_scrolls_a_window_where_pages_are_larger(qtbot: QtBot, view: PagesView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    assert view.current_page == 1


def test_going_to_a_page_says_so(qtbot: QtBot, view: PagesView) -> None:
    with qtbot.waitSignal(view.page_shown) as shown:
        view.go_to_page(5)
    assert shown.args == [5]
    top = view.mapFromScene(view.desk.item(5).pos()).y()
    assert 0 <= top < 20


@pytest.mark.parametrize(("wanted", "reached"), [(99, 7), (-3, 1)])
def test_going_to_a_page_that_is_not_there_goes_to_the_nearest(view: PagesView, wanted: int, reached: int) -> None:
    view.go_to_page(4)
    view.go_to_page(wanted)
    assert view.current_page == reached


def test_fit_page_shows_the_whole_page_and_follows_the_window(qtbot: QtBot, pane: PagesPane, view: PagesView) -> None:
    view.go_to_page(3)
    view.fit_page()
    for size in ((700, 500), (900, 320), (420, 600)):
        pane.resize(*size)
        qtbot.waitUntil(lambda: view.height() == pane.height())
        page = on_window(view, 3)
        assert page.width() <= view.viewport().width()
        assert page.height() <= view.viewport().height()
    assert view.fit is Fit.PAGE


def test_even_the_largest_scan_fits_the_window(show: ShowPages) -> None:
    scan = replace(page_of("Word"), width=20_000.0, height=28_000.0)
    view = show(scan)
    view.fit_page()
    assert on_window(view, 1).height() <= view.viewport().height()
    view.zoom_in()
    assert view.zoom == 0.1


def test_zooming_by_hand_ends_the_fit(view: PagesView) -> None:
    view.fit_width()
    view.zoom_in()
    assert view.fit is Fit.FREE


def test_turning_keeps_the_page_and_leaves_the_file_alone(view: PagesView) -> None:
    view.go_to_page(4)
    view.turn_right()
    assert (view.turns, view.current_page) == (1, 4)
    item = view.desk.frame(4)
    assert (item.width, item.height) == (800, 600)
    view.turn_left()
    view.turn_left()
    assert view.turns == 3


def test_the_middle_button_moves_the_desk(qtbot: QtBot, view: PagesView) -> None:
    view.go_to_page(3)
    before = view.verticalScrollBar().value()
    drag(qtbot, view, Qt.MouseButton.MiddleButton)
    assert view.verticalScrollBar().value() == before + 60


def test_the_space_bar_and_the_left_button_move_the_desk(qtbot: QtBot, view: PagesView) -> None:
    view.go_to_page(3)
    before = view.verticalScrollBar().value()
    qtbot.keyPress(view, Qt.Key.Key_Space)
    drag(qtbot, view, Qt.MouseButton.LeftButton)
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert view.verticalScrollBar().value() == before + 60
    assert view.selected_text() == ""


def drag(qtbot: QtBot, view: PagesView, button: Qt.MouseButton) -> None:
    """From one point of the window 60 pixels upwards."""
    port = view.viewport()
    qtbot.mousePress(port, button, pos=QPoint(200, 200))
    qtbot.mouseMove(port, QPoint(200, 170))
    qtbot.mouseMove(port, QPoint(200, 140))
    qtbot.mouseRelease(port, button, pos=QPoint(200, 140))


def test_pages_are_shown_small_first_and_then_sharp(qtbot: QtBot, pane: PagesPane) -> None:
    paper = Paper(page_of("One"))
    pane.view.show_document(paper.sizes, paper.render)
    qtbot.waitUntil(lambda: pane.view.is_sharp)
    widths = [width for _, width, _ in paper.asked]
    assert widths[0] == 240
    assert widths[1] == round(600 * pane.view.transform().m11() * pane.view.devicePixelRatioF())


def test_pages_far_away_are_not_drawn(qtbot: QtBot, pane: PagesPane) -> None:
    paper = Paper(*(page_of("Word", number) for number in range(1, 301)))
    pane.view.show_document(paper.sizes, paper.render)
    qtbot.waitUntil(lambda: pane.view.is_sharp)
    assert {number for number, _, _ in paper.asked} <= {1, 2, 3}


def test_dark_pages_are_dark_and_stay_where_they_are(qtbot: QtBot, view: PagesView) -> None:
    view.go_to_page(2)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)
    before = view.verticalScrollBar().value()
    view.set_dark_pages(True)
    qtbot.waitUntil(lambda: view.is_sharp)
    assert view.verticalScrollBar().value() == before
    assert middle_colour(view).lightness() < 60
    view.set_dark_pages(False)
    qtbot.waitUntil(lambda: view.is_sharp)
    assert middle_colour(view) == QColor("white")


def middle_colour(view: PagesView) -> QColor:
    port = view.viewport()
    return port.grab().toImage().pixelColor(port.width() // 2, port.height() // 2)


def test_a_page_that_cannot_be_drawn_says_why_where_it_would_be(qtbot: QtBot, pane: PagesPane) -> None:
    paper = Paper(page_of("One"), page_of("Two", 2), bad=(1,))
    pane.view.show_document(paper.sizes, paper.render)
    qtbot.waitUntil(lambda: len({number for number, _, _ in paper.asked}) == 2)
    assert pane.view.desk.item(1).note == "Page 1 is damaged and cannot be opened."
    assert pane.view.desk.item(2).note == ""


def test_an_empty_desk_bears_every_command(qtbot: QtBot, pane: PagesPane) -> None:
    view = pane.view
    view.clear()
    for command in (view.zoom_in, view.fit_page, view.turn_right, view.select_all, view.copy_selection):
        command()
    view.go_to_page(2)
    roll(view, QPoint(50, 50), 1)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert view.current_page == 0
