"""Who sells and who buys is told by where their names and addresses stand."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.document import Box, Page, Word
from docqa_app.extracting.parties.roles import of_buyers, parties, told_apart
from tests.extracting.sheets import page


def likeliest(field: str, *pages: Page) -> str:
    return max(told_apart(parties(pages), field), key=lambda one: one[1])[0].text


def both(*pages: Page) -> tuple[str, str]:
    return likeliest("supplier_name", *pages), likeliest("customer_name", *pages)


WINDOW = [
    (0.10, [(0.1, "Hafen Werkzeug · Kai 4 · 20457 Hamburg")]),
    (0.13, [(0.1, "Bauhof Nord")]),
    (0.15, [(0.1, "Jan Mohr")]),
    (0.17, [(0.1, "Weg 3")]),
    (0.19, [(0.1, "24103 Kiel")]),
]


def test_a_letter_is_sent_by_the_small_line_and_goes_to_who_stands_under_it() -> None:
    assert both(page(WINDOW)) == ("Hafen Werkzeug", "Bauhof Nord")


def test_heads_say_who_sells_and_who_buys_wherever_they_stand() -> None:
    heads = [
        (0.10, [(0.1, "Käufer"), (0.5, "Verkäufer")]),
        (0.12, [(0.1, "Bauhof Nord"), (0.5, "Hafen Werkzeug")]),
        (0.14, [(0.1, "Weg 3"), (0.5, "Kai 4")]),
        (0.16, [(0.1, "24103 Kiel"), (0.5, "20457 Hamburg")]),
    ]
    assert both(page(heads)) == ("Hafen Werkzeug", "Bauhof Nord")


def test_who_prints_a_telephone_and_stands_at_the_foot_again_sells() -> None:
    lines = [
        (0.10, [(0.1, "Bauhof Nord"), (0.6, "Hafen Werkzeug")]),
        (0.12, [(0.1, "Weg 3"), (0.6, "Kai 4")]),
        (0.14, [(0.1, "24103 Kiel"), (0.6, "20457 Hamburg")]),
        (0.16, [(0.6, "Telefon 040 1234")]),
        (0.92, [(0.1, "Hafen Werkzeug")]),
        (0.94, [(0.1, "Kai 4")]),
        (0.96, [(0.1, "20457 Hamburg")]),
    ]
    assert both(page(lines)) == ("Hafen Werkzeug", "Bauhof Nord")


def test_where_goods_go_and_a_bank_are_hardly_the_buyer() -> None:
    goods = [
        *WINDOW,
        (0.13, [(0.6, "Lieferadresse")]),
        (0.15, [(0.6, "Lager Ost")]),
        (0.17, [(0.6, "Allee 9")]),
        (0.19, [(0.6, "01067 Dresden")]),
        (0.90, [(0.1, "Seebank AG")]),
    ]
    assert both(page(sorted(goods, key=lambda one: one[0]))) == ("Hafen Werkzeug", "Bauhof Nord")


def test_a_person_under_the_buyer_is_not_the_buyer() -> None:
    shares = {party.text: share for party, share in told_apart(parties((page(WINDOW),)), "customer_name")}
    assert shares["Jan Mohr"] < shares["Bauhof Nord"] / 10


def test_a_name_whose_letter_was_misread_is_still_the_same() -> None:
    again = [*WINDOW, (0.92, [(0.1, "Hafen Werkzcug")]), (0.94, [(0.1, "Kai 4")]), (0.96, [(0.1, "20457 Hamburg")])]
    assert both(page(again)) == ("Hafen Werkzeug", "Bauhof Nord")


def test_the_address_is_the_sellers() -> None:
    sheet = page(WINDOW)
    party, _ = max(told_apart(parties((sheet,)), "supplier_address"), key=lambda one: one[1])
    assert sheet.text_of(party.address) == "Kai 4 20457 Hamburg"


def test_only_parties_and_the_address_are_told() -> None:
    assert not list(told_apart(parties((page(WINDOW),)), "iban"))


def test_large_print_over_the_window_of_an_envelope_is_not_who_it_goes_to() -> None:
    logo = Word("Nordwerke", Box(0.1, 0.03, 0.4, 0.06))
    sheet = page([(0.08, [(0.1, "Bauhof Nord")]), (0.1, [(0.1, "Weg 3")]), (0.12, [(0.1, "24103 Kiel")])])
    assert both(replace(sheet, words=(logo, *sheet.words))) == ("Nordwerke", "Bauhof Nord")


def test_what_stands_under_the_buyers_address_is_the_buyers() -> None:
    lines = [*WINDOW, (0.21, [(0.1, "USt-IdNr. DE136695976")])]
    assert "DE136695976" in of_buyers(parties((page(lines),)))


def test_of_a_brand_in_large_print_and_its_company_the_legal_name_sells() -> None:
    logo = Word("Hafen", Box(0.1, 0.02, 0.3, 0.05))
    sheet = page([*WINDOW, (0.9, [(0.1, "Hafen Werkzeug GmbH")]), (0.4, [(0.1, "Wir danken sehr")])])
    assert both(replace(sheet, words=(logo, *sheet.words)))[0] == "Hafen Werkzeug GmbH"


def test_small_words_within_a_name_do_not_make_it_a_sentence() -> None:
    lines = [
        (0.2, [(0.1, "École de musique du Cap")]),
        (0.22, [(0.1, "7 rue Haute")]),
        (0.24, [(0.1, "29770 Audierne")]),
    ]
    assert [one.text for one in parties((page(lines),))] == ["École de musique du Cap"]
