"""Scans read by the real Tesseract: upright, aslant, on their side, ruled, in shadow."""

from __future__ import annotations

from functools import cache

import pytest
from PIL import Image

from docqa_app.core.document import Document, Page, WordSource
from docqa_app.core.layout import text_lines
from docqa_app.reading.options import Limits, ReadOptions
from docqa_app.reading.reader import read_document
from docqa_app.reading.tesseract_embedded import EmbeddedTesseract
from docqa_app.reading.tesseract_program import TesseractProgram
from docqa_app.reading.words_table import words_of
from tests.data.make_files import INVOICE
from tests.reading.given import file, place_of

WANTED = {word for line in INVOICE for word in line.text.split()}
PLACES = {"Mustermann": (0.40, 0.26), "57.50": (0.81, 0.46)}  # middles on the upright page


@cache
def read(name: str) -> Page:
    """A scan's only page; each file is read once for all tests."""
    document: Document = read_document(file(name))
    page = document.pages[0]
    assert page.source is WordSource.OCR
    return page


def found_share(page: Page) -> float:
    return len(WANTED & {word.text for word in page.words}) / len(WANTED)


@pytest.mark.parametrize("name", ["one_bit.tif", "exif.jpg", "ruled.png", "shadow.jpg", "tilted.jpg", "scan.pdf"])
def test_nearly_every_word_of_a_scan_is_read(name: str) -> None:
    page = read(name)
    assert found_share(page) > 0.9
    assert 0.5 < min(word.confidence for word in page.words if word.text in WANTED) <= 1.0
    assert page.picture.startswith(b"\xff\xd8")


@pytest.mark.parametrize("name", ["grey.png", "scan_rotated.pdf"])
def test_words_stand_where_they_are_on_the_page_as_shown(name: str) -> None:
    page = read(name)
    for text, (x, y) in PLACES.items():
        box = place_of(page, text)
        assert (box.left + box.right) / 2 == pytest.approx(x, abs=0.02)
        assert (box.top + box.bottom) / 2 == pytest.approx(y, abs=0.02)


def test_a_tilted_scan_has_its_words_where_they_are_on_the_tilted_page() -> None:
    page = read("tilted.jpg")
    assert "straightened by 2.5°" in page.reason
    assert place_of(page, "57.50").top > place_of(page, "paid").top + 0.01


@pytest.mark.parametrize(("name", "turn"), [("sideways.png", 90), ("upside_down.png", 180)])
def test_a_scan_that_lies_on_its_side_is_read_in_order(name: str, turn: int) -> None:
    page = read(name)
    assert page.turn == turn
    assert f"turned by {turn}°" in page.reason
    assert found_share(page) > 0.9
    lines = [page.text_of(line.words) for line in text_lines(page.words, page.turn)]
    assert "Total to be paid 57.50" in lines


def test_a_stamp_on_a_scan_does_not_keep_the_scan_from_being_read() -> None:
    page = read("stamped_scan.pdf")
    assert "only a small part" in page.reason
    assert found_share(page) > 0.9


def test_a_scan_with_a_scrambled_text_layer_is_read_by_tesseract() -> None:
    page = read("scrambled.pdf")
    assert "scrambled" in page.reason
    assert found_share(page) > 0.9


def test_recognition_can_be_forced_on_a_page_with_a_good_text_layer() -> None:
    page = read_document(file("invoice.pdf"), ReadOptions(sources={1: WordSource.OCR}, pages=(1,))).pages[0]
    assert (page.source, page.reason) == (WordSource.OCR, "chosen by you")
    assert found_share(page) > 0.9


def test_a_page_of_poster_size_is_drawn_within_the_cap_and_read() -> None:
    options = ReadOptions(sources={1: WordSource.OCR}, limits=Limits(pixels=4_000_000))
    page = read_document(file("poster.pdf"), options).pages[0]
    assert not page.problem
    assert (page.width, page.height) == (14400, 14400)


def test_a_page_that_takes_too_long_is_left_out_with_a_sentence() -> None:
    page = read_document(file("grey.png"), ReadOptions(limits=Limits(seconds=0.01))).pages[0]
    assert "more than 0 seconds" in page.problem
    assert page.words == ()


def test_the_built_in_tesseract_reads_the_same_words_as_the_program() -> None:
    scan = Image.open(file("grey.png")).convert("L").resize((1750, 2480), Image.Resampling.LANCZOS)
    program, built_in = TesseractProgram(), EmbeddedTesseract()
    assert "eng" in built_in.languages()
    said = [{word.text for word in one.words(scan, ("eng",), 3, 60.0)} for one in (program, built_in)]
    assert len(said[0] & said[1]) > 0.9 * len(said[0])
    assert program.turn(scan.rotate(90, expand=True), 60.0) == 90
    assert built_in.turn(scan.rotate(90, expand=True), 60.0) == 90


def test_rows_of_tesseracts_table_that_are_no_words_are_passed_over() -> None:
    table = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "4\t1\t1\t1\t1\t0\t0\t0\t100\t10\t-1\t\n"
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t10\t96.5\tTotal\n"
        "5\t1\t1\t1\t1\t2\t50\t20\t30\t10\t40\t \n"
        '5\t1\t1\t1\t1\t3\t50\t20\t70\t10\t-1\t"57\n'
    )
    total, amount = words_of(table, 100, 200)
    assert (total.text, total.confidence) == ("Total", pytest.approx(0.965))
    assert (total.box.left, total.box.top, total.box.right, total.box.bottom) == (0.1, 0.1, 0.4, 0.15)
    assert (amount.text, amount.confidence, amount.box.right) == ('"57', 0.0, 1.0)


def test_a_real_receipt_is_read_as_one_block() -> None:
    page = read("real/sroie_receipt.jpg")
    assert {"25/12/2018", "MANIS", "CASH", "9.00"} <= {word.text for word in page.words}


def test_a_real_receipt_with_umlauts_is_read_in_two_languages() -> None:
    document = read_document(file("real/receipt_cc0.jpg"), ReadOptions(languages=("deu", "eng")))
    assert len(document.pages[0].words) > 20


def test_a_real_order_scanned_sideways_is_turned() -> None:
    page = read("real/adbuy_sideways.jpg")
    assert page.turn == 90
    assert {"TELEVISION", "Advertiser:", "$410.00"} <= {word.text for word in page.words}
