"""Boxes to tick, drawn and found again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Pdf
from PIL import Image, ImageDraw

from docqa_app.core.document import Box, Checkbox, Page, Word
from docqa_app.reading.checkboxes import find_checkboxes
from docqa_app.reading.page_file import decode, encode
from docqa_app.reading.reader import read_document
from tests.data.pdfs import Line, add_page

Draw = Callable[[ImageDraw.ImageDraw, int, int], None]
SIZE = (1000, 1400)
LINE = (Word("Delivery", Box(0.1, 0.1, 0.2, 0.112)),)


def _nothing(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """An empty box."""


def _cross(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    draw.line((x - 2, y - 2, x + 18, y + 18), fill="black", width=2)
    draw.line((x - 2, y + 18, x + 18, y - 2), fill="black", width=2)


def _hook(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    draw.line([(x, y + 8), (x + 6, y + 15), (x + 20, y - 3)], fill="navy", width=2)


def _dot(draw: ImageDraw.ImageDraw, x: int, y: int) -> None:
    draw.ellipse((x + 4, y + 4, x + 12, y + 12), fill="black")


def _sheet(marks: tuple[Draw, ...], round_: bool = False) -> Image.Image:
    image = Image.new("L", SIZE, "white")
    draw = ImageDraw.Draw(image)
    for n, mark in enumerate(marks):
        x, y = 300 + n * 150, 140
        (draw.ellipse if round_ else draw.rectangle)((x, y, x + 16, y + 16), outline="black", width=2)
        mark(draw, x, y)
    return image


def _ticked(found: tuple[Checkbox, ...]) -> list[bool]:
    return [one.ticked >= 0.5 for one in sorted(found, key=lambda one: one.box.left)]


@pytest.mark.parametrize("round_", [False, True])
def test_empty_and_ticked_boxes_are_told_apart(round_: bool) -> None:
    found = find_checkboxes(_sheet((_nothing, _cross, _dot, _nothing), round_), LINE)
    assert _ticked(found) == [False, True, True, False]


def test_a_tick_that_runs_over_the_edges_hides_no_box() -> None:
    assert _ticked(find_checkboxes(_sheet((_hook, _nothing)), LINE)) == [True, False]


def test_a_box_stands_where_it_was_drawn() -> None:
    (found,) = find_checkboxes(_sheet((_nothing,)), LINE)
    assert found.box.left == pytest.approx(0.3, abs=0.003)
    assert found.box.bottom == pytest.approx(157 / 1400, abs=0.003)


def test_the_cells_of_a_table_are_no_boxes() -> None:
    image = Image.new("L", SIZE, "white")
    draw = ImageDraw.Draw(image)
    for n in range(8):
        draw.line((300, 200 + 18 * n, 426, 200 + 18 * n), fill="black", width=2)
        draw.line((300 + 18 * n, 200, 300 + 18 * n, 326), fill="black", width=2)
    assert find_checkboxes(image, LINE) == ()


def test_a_letter_of_a_text_layer_is_no_box() -> None:
    letter = Word("O", Box(0.295, 0.098, 0.32, 0.115))
    assert find_checkboxes(_sheet((_nothing, _nothing), round_=True), (*LINE, letter))[0].box.left > 0.4


def test_a_box_that_recognition_read_as_a_letter_is_still_one() -> None:
    letter = Word("O", Box(0.295, 0.098, 0.32, 0.115), confidence=0.6)
    assert len(find_checkboxes(_sheet((_nothing, _nothing), round_=True), (*LINE, letter))) == 2


def test_a_blank_or_tiny_page_has_no_boxes() -> None:
    assert find_checkboxes(Image.new("L", SIZE, "white"), ()) == ()
    assert find_checkboxes(Image.new("L", (3, 2), "black"), ()) == ()


def test_boxes_are_kept_with_their_page() -> None:
    box = Checkbox(Box(0.1, 0.2, 0.12, 0.22), 0.75)
    page = Page(1, 600, 800, checkboxes=(box,))
    assert decode(encode(page)).checkboxes == (box,)


def test_boxes_drawn_in_a_pdf_with_a_text_layer_are_found(tmp_path: Path) -> None:
    texts = ("Delivery note of the tenth of May", "Please tick what applies and return this form", "courier", "post")
    lines = tuple(Line(80, 500 - 40 * n, text) for n, text in enumerate(texts))
    pdf = Pdf.new()
    add_page(pdf, lines)
    pdf.pages[0].contents_add(b"1 w 60 418 12 12 re S 60 378 12 12 re S 62 420 m 70 428 l S 62 428 m 70 420 l S")
    path = tmp_path / "form.pdf"
    pdf.save(path)
    (page,) = read_document(path).pages
    assert [one.ticked >= 0.5 for one in page.checkboxes] == [True, False]
