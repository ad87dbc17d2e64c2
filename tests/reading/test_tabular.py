"""A page that is one big table is known before it is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from docqa_app.reading.reader import read_document
from docqa_app.reading.tabular import is_tabular
from tests.reading.given import file

GOODS = ("paper", "ink", "card", "binder", "ruler")


@cache
def price_list(lines: int) -> Image.Image:
    """A4 at 200 dpi with so many lines of goods, quantities and prices, three to a line."""
    page = Image.new("L", (1654, 2339), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.load_default(26)
    for line in range(lines):
        for column in range(3):
            left, top = 110 + column * 490, 140 + line * 40
            for offset, text in (
                (0, GOODS[(line + column) % 5]),
                (180, str(line % 40 + 1)),
                (300, f"{line * 7.3:.2f}"),
            ):
                draw.text((left + offset, top), text, 0, font)
    return page


def test_a_page_full_of_columns_is_a_table() -> None:
    assert is_tabular(price_list(50))
    assert is_tabular(price_list(50).resize((827, 1170), Image.Resampling.LANCZOS))


def test_a_letter_with_a_table_in_it_is_none() -> None:
    assert not is_tabular(price_list(12))


def test_an_invoice_and_an_empty_page_are_none() -> None:
    assert not is_tabular(Image.open(file("grey.png")).convert("L"))
    assert not is_tabular(Image.open(file("ruled.png")).convert("L"))
    assert not is_tabular(Image.new("L", (1654, 2339), 255))


def test_no_column_of_a_table_page_is_left_out(tmp_path: Path) -> None:
    price_list(50).save(tmp_path / "list.png", dpi=(200, 200))
    (page,) = read_document(tmp_path / "list.png").pages
    figures = [word.text for word in page.words if word.text.isdigit()]
    assert len(figures) > 0.9 * 150
