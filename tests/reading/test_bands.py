"""Light and dark print on dark and tinted bands is read as the rest of a page is; large dark letters stay."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from docqa_app.reading.bands import without_bands
from docqa_app.reading.ocr import engine, engines
from docqa_app.reading.recognition import read_page
from tests.reading.given import reader_of

SIZE = (1654, 2339)
PAPER = 245


def page() -> Image.Image:
    return Image.new("L", SIZE, PAPER)


def write(drawn: Image.Image, at: tuple[int, int], text: str, fill: int = 20, size: int = 34) -> None:
    ImageDraw.Draw(drawn).text(at, text, fill=fill, font=ImageFont.load_default(size))


def with_band(band: int, print_: int, left: int = 150, right: int = 1500) -> Image.Image:
    """A table whose head and total stand on bands of one grey in print of another."""
    drawn = page()
    for top in (600, 900):
        ImageDraw.Draw(drawn).rectangle((left, top, right, top + 70), fill=band)
    for x, head in ((180, "Description"), (900, "Quantity"), (1300, "Amount")):
        write(drawn, (x, 612), head, print_)
    for row, cells in enumerate((("Brake pads", "4", "64.95"), ("Front rotor", "2", "157.00"))):
        for x, cell in zip((180, 960, 1320), cells, strict=True):
            write(drawn, (x, 700 + 80 * row), cell)
    write(drawn, (180, 912), "Amount to pay", print_)
    write(drawn, (1320, 912), "221.95", print_)
    return drawn


def read_words(drawn: Image.Image) -> str:
    return " ".join(word.text for word in read_page(drawn, reader_of(engine(engines()))).words)


ALL_WORDS = "Description Quantity Amount Brake pads 4 64.95 Front rotor 2 157.00 Amount to pay 221.95"


@pytest.mark.parametrize(("left", "right"), [(150, 1500), (0, SIZE[0])])
def test_white_print_on_dark_bands_is_read(left: int, right: int) -> None:
    assert read_words(with_band(60, 250, left, right)) == ALL_WORDS


def test_dark_print_on_a_dark_tint_is_read() -> None:
    assert read_words(with_band(110, 20)) == ALL_WORDS


def test_a_band_becomes_white_with_its_edge_and_its_print_dark() -> None:
    clear = np.asarray(without_bands(with_band(60, 250)))[590:680]
    assert np.median(clear) == 255
    assert (clear < 100).mean() < 0.1  # the letters, and no frame
    assert clear[:12].min() >= PAPER


@pytest.mark.parametrize("tint", [120, 200])
def test_a_tint_becomes_as_light_as_the_paper_and_dark_print_on_it_stays_dark(tint: int) -> None:
    clear = np.asarray(without_bands(with_band(tint, 10)))[600:670, 150:1500]
    assert np.median(clear) == pytest.approx(PAPER, abs=2)
    assert 0.01 < (clear < 60).mean() < 0.1


def test_large_dark_letters_are_no_bands() -> None:
    drawn = page()
    for n, text in enumerate(("INVOICE", "RECHNUNG", "Müller & Sons")):
        write(drawn, (150, 200 + 300 * n), text, size=130 + 40 * n)
    assert np.array_equal(np.asarray(without_bands(drawn)), np.asarray(drawn))


def test_a_bar_without_print_goes() -> None:
    drawn = page()
    ImageDraw.Draw(drawn).rectangle((100, 500, 1500, 560), fill=30)
    assert np.asarray(without_bands(drawn)).min() >= PAPER


def test_a_shape_that_is_narrower_than_a_bands_edges_stops_no_page() -> None:
    """A photograph's dark corners, drawn small: of one of them nothing is left inside its edges."""
    drawn = Image.new("L", (188, 77), 255)
    for left, top, right, bottom, grey in ((156, 0, 188, 19, 84), (1, 71, 156, 77, 120), (101, 11, 161, 77, 41)):
        ImageDraw.Draw(drawn).rectangle((left, top, right - 1, bottom - 1), fill=grey)
    clear = np.asarray(without_bands(drawn))
    assert clear.shape == (77, 188)
    assert (clear[20:70, :100] == 255).all()
