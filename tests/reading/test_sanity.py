"""Which text layers are believed."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from docqa_app.core.document import Box, Word
from docqa_app.reading.sanity import judge
from docqa_app.reading.text_layer import TextLayer

LETTER = (
    "Dear customer we thank you for your order of the fourteenth of March and send you herewith the invoice for the "
    "paper and the pens that were delivered to your office last week by our driver with kind regards"
)
FACTURE = "Facture numéro 2023 client société générale des transports parisiens montant total hors taxes à payer avant"
TABLE = "4711 12.50 10 125.00 4712 3.99 2 7.98 4713 1.00 100 100.00 19% 232.98 44.27 277.25 EUR"


TEXT = tuple((20, 100 + 20 * row, 380, 108 + 20 * row) for row in range(15))


def layer(text: str, *, strays: int = 0, cover: float = 0.0) -> TextLayer:
    """The words in rows of ten over the page."""
    words = tuple(
        Word(one, Box(0.1 * (n % 10), 0.04 * (n // 10), 0.1 * (n % 10) + 0.08, 0.04 * (n // 10) + 0.03))
        for n, one in enumerate(text.split())
    )
    return TextLayer(words, strays, hidden=False, image_cover=cover)


def look(*inked: tuple[int, int, int, int]) -> Image.Image:
    page = Image.new("RGB", (400, 500), "white")
    for place in inked:
        ImageDraw.Draw(page).rectangle(place, fill="black")
    return page


def shifted(text: str, by: int) -> str:
    return "".join(chr((ord(c.lower()) - 97 + by) % 26 + 97) if c.isalpha() else c for c in text)


@pytest.mark.parametrize("text", [LETTER, FACTURE, TABLE, "Total ........................................ 57.50"])
def test_letters_tables_and_dotted_lines_are_believed(text: str) -> None:
    assert judge(layer(text), look()).sane


@pytest.mark.parametrize("by", [1, 3, 7, 20])
def test_letters_that_were_exchanged_for_others_are_not_believed(by: int) -> None:
    verdict = judge(layer(shifted(LETTER, by)), look())
    assert (verdict.sane, verdict.reason) == (False, "the text layer's letters are scrambled")


@pytest.mark.parametrize(
    "text",
    [
        "".join(chr(0xE000 + n % 40) + " " * (n % 5 == 0) for n in range(200)),
        "".join(chr(1 + n % 8) + " " * (n % 5 == 0) for n in range(200)),
        "(cid:12)(cid:7)(cid:33) (cid:5)(cid:21) (cid:14)(cid:2) Total",
        "\ufffd\ufffd\ufffd\ufffd 12 \ufffd\ufffd\ufffd",
        "#$%&' ()*+ !\"#$ %&'( )*+, -./: ;<=> ?@[]",
    ],
)
def test_signs_that_no_one_could_have_meant_are_not_believed(text: str) -> None:
    assert judge(layer(text), look()).reason == "the text layer's characters are unreadable"


@pytest.mark.parametrize("total", ["\x14\x11\x15\x16\x17\x0f\x18\x13", "\x14\x15-\x13", "\ufffd\ufffd\ufffd"])
def test_a_total_that_no_one_can_read_among_letters_is_not_believed(total: str) -> None:
    verdict = judge(layer(f"{LETTER} Total amount {total} EUR"), look())
    assert (verdict.sane, verdict.reason) == (False, "some of the text layer's words are unreadable")


@pytest.mark.parametrize("sign", ["\x7f", "\x01\x01", "\uf0b7", "\ue001\ue002\ue003", "o\x1fce"])
def test_marks_of_a_list_icons_and_a_letter_amiss_are_believed(sign: str) -> None:
    assert judge(layer(f"{LETTER} {sign} Total amount 57.50 EUR"), look()).sane


def test_letters_of_other_alphabets_are_believed() -> None:
    assert judge(layer("Счёт на оплату номер сорок два от четырнадцатого марта " * 4), look()).sane


def test_no_words_and_words_off_the_page_are_told_apart() -> None:
    assert judge(layer(""), look()).reason == "the page has no text layer"
    assert judge(layer("", strays=12), look()).reason == "the text layer lies off the page"


def test_a_stamp_on_a_scan_does_not_stand_for_the_whole_page() -> None:
    page = look((0, 0, 100, 12), *TEXT)
    assert not judge(layer("Received 3 April", cover=1.0), page).sane


def test_a_page_number_under_a_drawing_does_not_stand_for_the_drawing() -> None:
    assert not judge(layer("17"), look(*TEXT)).sane


def test_a_scan_whose_words_are_named_is_believed() -> None:
    rows = look(*((40 * n, 20 * row, 40 * n + 30, 20 * row + 12) for row in range(3) for n in range(10)))
    assert judge(layer(LETTER, cover=1.0), rows).sane


def test_a_short_page_with_nothing_else_on_it_is_believed() -> None:
    assert judge(layer("See overleaf"), look((0, 0, 70, 10))).sane
