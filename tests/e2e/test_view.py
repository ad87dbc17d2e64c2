"""A clerk looks at pages: zooms, turns, goes about and finds words, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from docqa_app.ui.pages.zoom import Fit
from tests.desk import Desk
from tests.files import orders


@pytest.fixture
def five(desk: Desk, tmp_path: Path) -> Desk:
    """A window with five pages in view."""
    desk.open(orders(tmp_path / "orders.pdf", 5))
    return desk


def test_zoom_and_fit_are_set_by_keys_and_shown(five: Desk) -> None:
    five.press("Ctrl+0")
    assert five.window.status.zoom.text() == "100 %"
    five.press("Ctrl++")
    assert five.window.view.zoom > 1
    five.press("Ctrl+1")
    assert five.window.view.fit is Fit.PAGE
    assert five.window.actions_by_name["fit-page"].isChecked()
    five.press("Ctrl+2")
    assert not five.window.actions_by_name["fit-page"].isChecked()
    assert five.window.actions_by_name["fit-width"].isChecked()


def test_pages_are_turned_by_keys_and_by_their_number(five: Desk) -> None:
    five.press("Alt+Down")
    assert five.document.page == 2
    five.press("Ctrl+End")
    assert five.document.page == 5
    five.press("Ctrl+Alt+G")
    five.type("3")
    five.press("Return")
    assert five.document.page == 3
    assert five.window.view.current_page == 3


def test_a_thumbnail_brings_its_page(five: Desk) -> None:
    thumbnails = five.window.thumbnails
    index = thumbnails.model().index(3, 0)
    thumbnails.scrollTo(index)
    five.click(thumbnails.viewport(), thumbnails.visualRect(index).center())
    five.wait(lambda: five.document.page == 4)


def test_the_page_in_view_is_kept_for_each_document(five: Desk, tmp_path: Path) -> None:
    five.press("Ctrl+End")
    five.open(orders(tmp_path / "other.pdf", 2))
    five.press("Alt+Left")
    five.wait(lambda: five.window.view.desk.count == 5)
    assert five.window.view.current_page == 5


def test_the_view_is_rotated_and_the_file_is_not(five: Desk) -> None:
    before = Path(five.document.path).read_bytes()
    five.press("Ctrl+Shift+Right")
    assert five.window.view.turns == 1
    five.press("Ctrl+Shift+Left")
    assert five.window.view.turns == 0
    assert Path(five.document.path).read_bytes() == before


def test_words_are_found_on_all_pages_with_a_count(five: Desk) -> None:
    five.press("Ctrl+F")
    five.type("order number")
    bar = five.window.pages.find_bar
    count = next(label for label in bar.findChildren(QLabel) if label.accessibleName() == "Hits")
    five.wait(lambda: count.text() == "1 of 5")
    five.press("F3")
    five.wait(lambda: count.text() == "2 of 5")
    five.press("Shift+F3")
    five.wait(lambda: count.text() == "1 of 5")
    five.press("Escape")
    assert not bar.isVisible()


def test_side_panels_and_full_screen_are_switched_by_keys(five: Desk) -> None:
    five.press("F7")
    assert not five.window.left.isVisible()
    five.press("F7")
    assert five.window.left.isVisible()
    five.press("F11")
    assert five.window.isFullScreen()
    five.press("F11")
    assert not five.window.isFullScreen()


def test_a_moved_panel_goes_back_with_the_layout(five: Desk) -> None:
    five.window.right.setFloating(True)
    five.window.right.hide()
    five.window.actions_by_name["reset"].trigger()
    assert five.window.right.isVisible()
    assert not five.window.right.isFloating()
