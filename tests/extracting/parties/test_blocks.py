"""Names are found over their streets and towns, as letters of several countries print them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docqa_app.core.document import Box, Page, Word
from docqa_app.extracting.parties.blocks import Block, blocks
from docqa_app.extracting.parties.names import Head
from docqa_app.extracting.parties.roles import parties
from tests.extracting.sheets import page


def letter(*lines: str, left: float = 0.1) -> Page:
    return page([(0.1 + 0.02 * n, [(left, line)]) for n, line in enumerate(lines)])


def only(of: Page) -> Block:
    found = list(blocks(of))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("lines", "name", "address"),
    [
        (("Bauhof Nord", "Weg 3", "24103 Kiel"), "Bauhof Nord", "Weg 3 24103 Kiel"),
        (("Hôtel", "4, rue des Îles", "F-29200 Brest cedex 2"), "Hôtel", "4, rue des Îles F-29200 Brest cedex 2"),
        (("Anna Reed", "9 Quay Road", "Leeds", "LS1 4AP"), "Anna Reed", "9 Quay Road Leeds LS1 4AP"),
        (("Reed Tools", "16500 Ellis Springs", "Dover, DE 19901"), "Reed Tools", "16500 Ellis Springs Dover, DE 19901"),
        (("Reed Tools", "1577 Venables St", "Vancouver, BC V5L 2G9"), "Reed Tools",
         "1577 Venables St Vancouver, BC V5L 2G9"),
        (("Reed Tools", "1400 Tannery Court", "Castlemaine VIC 3450"), "Reed Tools",
         "1400 Tannery Court Castlemaine VIC 3450"),
        (("The Manager", "Reed Tools", "9 Quay Road", "Leeds LS1 4AP"), "Reed Tools", "9 Quay Road Leeds LS1 4AP"),
        (("WEG Nordring 8-12", "c/o Hausverwaltung Thiele", "Weg 3", "24103 Kiel"), "WEG Nordring 8-12",
         "Weg 3 24103 Kiel"),
        (("Reed Tools c/o Gatehouse", "9 Quay Road", "Leeds LS1 4AP"), "Reed Tools", "9 Quay Road Leeds LS1 4AP"),
        (("Firma Bauhof Nord", "Postfach 12 30", "24103 Kiel"), "Bauhof Nord", "Postfach 12 30 24103 Kiel"),
        (("Bauhof Nord", "Weg 3, 24103 Kiel"), "Bauhof Nord", "Weg 3, 24103 Kiel"),
    ],
)  # fmt: skip
def test_a_name_stands_over_its_street_and_town(lines: tuple[str, ...], name: str, address: str) -> None:
    sheet = letter(*lines)
    assert (sheet.text_of(only(sheet).name), sheet.text_of(only(sheet).address)) == (name, address)


@pytest.mark.parametrize(
    "line",
    [
        "Hafen KG · Kai 4 · 20457 Hamburg",
        "Hafen KG, Kai 4, 20457 Hamburg",
        "Abs.: Hafen KG - Kai 4 - 20457 Hamburg",
        "Hafen KG - Kai 4 - 20457 Hamburg - Deutschland",
    ],
)
def test_a_sender_stands_in_one_line(line: str) -> None:
    sheet = letter(line)
    assert only(sheet).in_line
    assert sheet.text_of(only(sheet).name).rstrip(",") == "Hafen KG"


def test_who_stands_between_a_company_and_its_street_is_one_of_its_people() -> None:
    sheet = letter("Bauhof Nord AG", "Jan Mohr", "Weg 3", "24103 Kiel")
    assert sheet.text_of(only(sheet).name) == "Bauhof Nord AG"
    assert [sheet.text_of(one) for one in only(sheet).people] == ["Jan Mohr"]


def test_a_name_in_large_print_may_take_two_lines() -> None:
    names = [Word("Nordische", Box(0.1, 0.10, 0.4, 0.13)), Word("Werkzeuge", Box(0.1, 0.135, 0.4, 0.165))]
    address = page([(0.175, [(0.1, "Kai 4")]), (0.195, [(0.1, "20457 Hamburg")])])
    sheet = replace(address, words=(*names, *address.words))
    assert sheet.text_of(only(sheet).name) == "Nordische Werkzeuge"


def test_the_line_above_says_who_it_is_even_over_numbers() -> None:
    assert only(letter("Käufer", "GLN 4304171000002", "Bauhof Nord", "Weg 3", "24103 Kiel")).head is Head.BUYER


def test_what_is_printed_over_the_keys_holds_for_their_values() -> None:
    sheet = page(
        [
            (0.10, [(0.1, "Verkäufer")]),
            (0.12, [(0.1, "Name:"), (0.4, "Bauhof Nord")]),
            (0.14, [(0.1, "Anschrift:"), (0.4, "Weg 3")]),
            (0.16, [(0.4, "24103 Kiel")]),
        ]
    )
    assert only(sheet).head is Head.SELLER


@pytest.mark.parametrize("lines", [("Menge", "10000 KWH"), ("Wirkarbeit", "10000,0000 KWh"), ("Rechnung", "Seite 1")])
def test_units_and_numbers_are_no_towns(lines: tuple[str, ...]) -> None:
    assert not list(blocks(letter(*lines)))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mr & Mrs Barlow", "Mr & Mrs Barlow"),
        ("Bill to: Mr and Mrs Barlow", "Mr and Mrs Barlow"),
        ("An Herrn u. Frau Keller", "Herrn u. Frau Keller"),
        ("M. et Mme Carayon", "M. et Mme Carayon"),
        ("Mrs Barlow", "Barlow"),
    ],
)
def test_a_couple_is_named_by_both_its_salutations(line: str, name: str) -> None:
    sheet = letter(line, "Weg 3", "24103 Kiel")
    assert sheet.text_of(only(sheet).name) == name


def test_how_a_couple_is_addressed_is_no_name_where_its_names_stand_below() -> None:
    sheet = letter("Herrn und Frau", "Dr. Kai Oldenburg", "Weg 3", "24103 Kiel")
    assert sheet.text_of(only(sheet).name) == "Dr. Kai Oldenburg"


def test_a_department_for_the_attention_of_which_a_letter_is_sent_is_no_name() -> None:
    assert not list(blocks(letter("Attn: Facilities", "900 S Kimball Ave", "Caldwell, ID 83605")))


@pytest.mark.parametrize(
    "through", ["c/o Immo Winkler AG", "a/s Gestion Bélair inc.", "c/- Illawarra Services Pty Ltd"]
)
def test_those_through_whom_a_party_is_reached_are_none(through: str) -> None:
    sheet = letter("Eigentümergemeinschaft Sonnenrain", through, "Postfach 12", "8401 Winterthur")
    assert sheet.text_of(only(sheet).name) == "Eigentümergemeinschaft Sonnenrain"
    assert [one.text for one in parties((sheet,)) if one.either] == ["Eigentümergemeinschaft Sonnenrain"]


def test_what_a_company_owns_is_no_part_of_its_address() -> None:
    sheet = letter("Atelier Revel", "SARL au capital de 12 000 €", "ZA de la Plaine - 31250 Revel")
    block = only(sheet)
    assert (sheet.text_of(block.name), sheet.text_of(block.address)) == (
        "Atelier Revel",
        "ZA de la Plaine - 31250 Revel",
    )


def test_a_name_is_no_key_though_a_colon_stands_behind_a_key_beside_it() -> None:
    beside = [(0.6, "Datum"), (0.75, ": 03.03.26")]
    lines = [(0.1, [(0.1, "Gasthof zur Linde"), *beside]), (0.12, [(0.1, "Inh. Beate Oelmann")])]
    sheet = page([*lines, (0.14, [(0.1, "Dorfstr. 3")]), (0.16, [(0.1, "48329 Havixbeck")])])
    assert sheet.text_of(only(sheet).name) == "Gasthof zur Linde"
