"""What a line calls something else than a field is no value of it, and a bill is known by any name it has."""

from __future__ import annotations

import pytest

from docqa_app.core.fields import Extraction, State
from docqa_app.extracting.extract import extract
from docqa_app.schemas.schema_file import load_schema
from tests.extracting.sheets import SCHEMAS, document, page, told
from tests.fakes import Said

INVOICE = load_schema(SCHEMAS / "invoice.json")
NUMBER, CUSTOMER = "Wie lautet die Rechnungsnummer?", "An wen ist die Rechnung gerichtet?"


def german(lines: list[str], answers: dict[str, Said]) -> Extraction:
    lines = ["Rechnung", "Rechnungsdatum 06.10.2025", *lines, "Gesamtbetrag 480,22 EUR"]
    sheet = page([(0.1 + 0.02 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    return extract(document(sheet), INVOICE, told(answers))


@pytest.mark.parametrize("named", ["HRB Nr. 372876", "Amtsgericht Ahaus 372876", "Steuernummer 372876", "GLN 372876"])
def test_the_number_in_a_register_is_no_invoice_number(named: str) -> None:
    assert german([named], {NUMBER: Said("372876", 0.9)}).field("invoice_number").state is State.NOT_FOUND


@pytest.mark.parametrize("title", ["Handelsrechnung Nr.", "Monatsrechnungsnummer:", "Stromrechnung Nummer"])
def test_any_kind_of_bill_has_its_number(title: str) -> None:
    assert german([f"{title} KR876 vom 06.10.2025"], {}).field("invoice_number").text == "KR876"


def test_who_stands_under_the_head_of_the_board_is_no_customer() -> None:
    lines = ["Hafen GmbH", "Geschäftsführung:", "Max Mustermann"]
    assert german(lines, {CUSTOMER: Said("Max Mustermann", 0.9)}).field("customer_name").text != "Max Mustermann"
    lines = ["Kunde:", "Max Mustermann"]
    assert german(lines, {CUSTOMER: Said("Max Mustermann", 0.9)}).field("customer_name").text == "Max Mustermann"


def test_a_sum_of_money_is_no_number_of_an_order() -> None:
    order = "Wie lautet die Bestellnummer?"
    assert german(["Frei Haus (Bestellung > 300 €)"], {order: Said("300", 0.8)}).field("order_number").text == ""
    assert german(["Bestellung 300"], {order: Said("300", 0.8)}).field("order_number").text == "300"


def test_a_comma_behind_a_number_is_no_part_of_it() -> None:
    number = german(["Rechnung KR876, Seite 1"], {NUMBER: Said("KR876,", 0.9)}).field("invoice_number")
    assert (number.text, number.value) == ("KR876", "KR876")
