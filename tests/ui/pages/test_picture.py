"""One piece of a page's picture: rendered, turned, darkened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage

from docqa_app.core.document import Box, Page, Word
from docqa_app.ui.pages.picture import Undrawn, darkened, draw_preview, draw_tile
from docqa_app.ui.pages.tiles import preview_of, tiles_in
from tests.ui.pages.samples import Paper

CORNER = Page(1, 600, 800, (Word("corner", Box(0.0, 0.0, 0.1, 0.1)),))
"""A page with a black upper left corner."""


def drawn(quarters: int) -> QImage:
    size = (800, 600) if quarters % 2 else (600, 800)
    picture = draw_tile(Paper(CORNER).render, preview_of(1, *size, quarters), dark=False)
    assert isinstance(picture, QImage)
    return picture


@pytest.mark.parametrize(("quarters", "across", "down"), [(0, 0, 0), (1, 1, 0), (2, 1, 1), (3, 0, 1)])
def test_a_turned_page_has_its_corner_turned(quarters: int, across: int, down: int) -> None:
    picture = drawn(quarters)
    corner = picture.pixelColor(across * (picture.width() - 2) or 1, down * (picture.height() - 2) or 1)
    assert corner == QColor("black")
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) == QColor("white")


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_tiles_of_a_turned_page_have_the_size_they_are_drawn_at(quarters: int) -> None:
    width, height = (1600, 1200) if quarters % 2 else (1200, 1600)
    for tile in tiles_in(1, width, height, QRectF(0, 0, width, height), quarters):
        picture = draw_tile(Paper(CORNER).render, tile, dark=False)
        assert isinstance(picture, QImage)
        assert picture.size() == tile.pixels.size()


def test_a_page_that_cannot_be_drawn_says_why() -> None:
    undrawn = draw_tile(Paper(CORNER, bad=(1,)).render, preview_of(1, 600, 800), dark=False)
    assert undrawn == Undrawn("Page 1 is damaged and cannot be opened.")


def test_a_fault_of_ours_while_drawing_stays_with_its_page(caplog: pytest.LogCaptureFixture) -> None:
    def broken(number: int, width: int, clip: Box | None) -> QImage:
        raise ZeroDivisionError

    undrawn = draw_tile(broken, preview_of(7, 600, 800), dark=False)
    assert isinstance(undrawn, Undrawn)
    assert "Page 7" in undrawn.reason
    assert "ZeroDivisionError" in caplog.text


def test_a_dark_page_has_light_text_on_dark_paper_and_keeps_hues() -> None:
    picture = QImage(3, 1, QImage.Format.Format_RGB32)
    for x, colour in enumerate(("white", "black", "#c00000")):
        picture.setPixelColor(x, 0, QColor(colour))
    dark = darkened(picture)
    paper, text, stamp = (dark.pixelColor(x, 0) for x in range(3))
    assert paper.lightness() < 50
    assert text.lightness() > 200
    assert stamp.red() > 150
    assert stamp.red() > 1.5 * max(stamp.green(), stamp.blue())


def test_a_ready_small_picture_is_the_preview() -> None:
    undrawable = Paper(CORNER, bad=(1,))
    preview = draw_preview(jpeg_of("red"), undrawable.render, preview_of(1, 600, 800), dark=False)
    assert isinstance(preview, QImage)
    assert preview.pixelColor(5, 5).red() > 240


def test_a_damaged_small_picture_is_replaced_by_a_rendered_one() -> None:
    paper = Paper(CORNER)
    preview = draw_preview(b"no picture", paper.render, preview_of(1, 600, 800), dark=False)
    assert isinstance(preview, QImage)
    assert paper.asked == [(1, preview.width(), None)]


def jpeg_of(colour: str) -> bytes:
    picture = QImage(30, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG")
    return bytes(buffer.data().data())
