"""Who sends a bill is told by the large print at its head, wherever his address stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from docqa_app.core.document import Box, Page, Word
from docqa_app.extracting.parties.blocks import Block, blocks
from docqa_app.extracting.parties.letterheads import with_letterhead
from docqa_app.extracting.parties.roles import parties, told_apart
from tests.extracting.sheets import CHARACTER, HEIGHT, Cell, page

CUSTOMER: list[tuple[float, list[Cell]]] = [
    (0.24, [(0.1, "Bauhof Nord")]),
    (0.26, [(0.1, "Weg 3")]),
    (0.28, [(0.1, "24103 Kiel")]),
]
BODY: list[tuple[float, list[Cell]]] = [(0.5 + 0.02 * n, [(0.1, "Hammer und Zange")]) for n in range(6)]


def letter(large: str, *lines: tuple[float, Sequence[Cell]], left: float = 0.1) -> Page:
    """A page with a name in print twice as high over these lines, a customer and some goods."""
    sheet = page([*lines, *CUSTOMER, *BODY])
    words, start = [], left
    for part in large.split():
        words.append(Word(part, Box(start, 0.03, start + 2 * CHARACTER * len(part), 0.03 + 2 * HEIGHT)))
        start += 2 * CHARACTER * len(part) + CHARACTER
    return replace(sheet, words=(*words, *sheet.words))


def sender(sheet: Page) -> Block | None:
    found = with_letterhead(sheet, tuple(blocks(sheet)))
    return next((one for one in found if one.large), None)


def texts(sheet: Page) -> tuple[str, str]:
    one = sender(sheet)
    assert one is not None
    return tuple(sheet.text_of(part) for part in (one.name, one.address))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        ([(0.075, [(0.1, "Kai 4, 20457 Hamburg")])], "Kai 4, 20457 Hamburg"),
        ([(0.04, [(0.7, "Kai 4")]), (0.06, [(0.7, "20457 Hamburg")])], "Kai 4 20457 Hamburg"),
        ([(0.93, [(0.3, "Kai 4, 20457 Hamburg · Tel. 040 1234")])], "Kai 4, 20457 Hamburg"),
        ([(0.93, [(0.1, "Kai 4, Tuam H54 XH04 | VAT No: IE 9825613N")])], "Kai 4, Tuam H54 XH04"),
        ([(0.075, [(0.1, "A-8010 Graz, Burggasse 31")])], "A-8010 Graz, Burggasse 31"),
        ([(0.04, [(0.7, "7 Quay Yard")]), (0.06, [(0.7, "Lewes")]), (0.08, [(0.7, "East Sussex BN7 4QD")])],
         "7 Quay Yard Lewes East Sussex BN7 4QD"),
    ],
    ids=["below", "beside", "at the foot", "before a key", "town first", "British"],
)  # fmt: skip
def test_the_address_may_stand_apart_from_the_name(lines: list[tuple[float, list[Cell]]], address: str) -> None:
    assert texts(letter("Tischlerei Mohr", *lines)) == ("Tischlerei Mohr", address)


def test_what_a_sender_says_of_himself_is_no_name() -> None:
    slogan = [(0.065, [(0.1, "Treppen und Türen")]), (0.085, [(0.1, "Kai 4")]), (0.105, [(0.1, "20457 Hamburg")])]
    assert texts(letter("Tischlerei Mohr", *slogan)) == ("Tischlerei Mohr", "Kai 4 20457 Hamburg")


def test_the_customers_address_is_not_the_senders() -> None:
    assert texts(letter("Tischlerei Mohr")) == ("Tischlerei Mohr", "")


@pytest.mark.parametrize("title", ["Rechnung", "Facture d'abonnement", "Tax Invoice", "Statement of Account", "2024"])
def test_the_title_of_a_document_sends_nothing(title: str) -> None:
    assert sender(letter(title)) is None


def test_a_name_in_the_largest_print_may_hold_a_number_and_a_street_in_print_as_large_is_none() -> None:
    address = (0.075, [(0.1, "Kai 4, 20457 Hamburg")])
    assert texts(letter("Confort 37", address)) == ("Confort 37", "Kai 4, 20457 Hamburg")
    assert sender(letter("12 March 2026", address)) is None


def test_marks_that_recognition_makes_of_a_logo_are_no_part_of_a_name() -> None:
    assert texts(letter("‘ Tischlerei Mohr"))[0] == "Tischlerei Mohr"


def test_a_page_in_one_size_of_print_has_no_letterhead() -> None:
    sheet = page([(0.04, [(0.1, "Tischlerei Mohr")]), *CUSTOMER, *BODY])
    assert with_letterhead(sheet, tuple(blocks(sheet))) == tuple(blocks(sheet))


def test_who_orders_of_a_supplier_that_is_headed_so_buys_though_its_name_is_large() -> None:
    order = [
        (0.075, [(0.1, "Kai 4, 20457 Hamburg, Tel. 040 1234")]),
        (0.14, [(0.1, "Lieferant")]),
        (0.16, [(0.1, "Nordstahl Handel")]),
        (0.18, [(0.1, "Werft 9")]),
        (0.20, [(0.1, "28195 Bremen")]),
    ]
    some = parties((letter("Tischlerei Mohr", *order),))
    assert max(told_apart(some, "supplier_name"), key=lambda one: one[1])[0].text == "Nordstahl Handel"
