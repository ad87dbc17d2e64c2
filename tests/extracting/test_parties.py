"""Who sells and who buys is told by what a name can be and by the legal forms that companies print."""

from __future__ import annotations

import pytest

from docqa_app.core.fields import FieldValue, State
from docqa_app.extracting.extract import extract
from docqa_app.extracting.parties import can_be_name, companies, told_apart
from docqa_app.extracting.schema_file import load_schema
from tests.extracting.sheets import SCHEMAS, document, page, told
from tests.fakes import Said

INVOICE = load_schema(SCHEMAS / "invoice.json")
LETTER = [
    (0.05, [(0.1, "Hafen Werkzeug GmbH & Co. KG"), (0.6, "Invoice")]),
    (0.10, [(0.1, "Hafen Werkzeug GmbH & Co. KG - Kai 4 - 20457 Hamburg")]),
    (0.14, [(0.1, "Bauhof Nord AG")]),
    (0.16, [(0.1, "Weg 3, 24103 Kiel")]),
    (0.50, [(0.1, "Anvil 250 kg")]),
    (0.90, [(0.1, "Bank: Seebank AG Hamburg, managing director: Jan Mohr")]),
]


@pytest.mark.parametrize("text", ["Bauhof Nord", "Au bon moulin", "32 Pub & Bistro", "Müller", "E. Lee"])
def test_a_name_is_a_name(text: str) -> None:
    assert can_be_name(text)


@pytest.mark.parametrize(
    "text",
    [
        *("GLN", "No.", "ILN;", "livraison", "2024-118", "Besson &", "Customer:", ".Zahlbar sofort", ""),
        "Bei Zahlung innerhalb der oben genannten tage",
    ],
)
def test_heads_numbers_and_sentences_are_no_names(text: str) -> None:
    assert not can_be_name(text)


def test_companies_are_told_by_their_legal_form_and_counted() -> None:
    found = [(one.text, one.count) for one in companies([page(LETTER)])]
    assert found == [("Hafen Werkzeug GmbH & Co. KG", 2), ("Bauhof Nord AG", 1), ("Seebank AG", 1)]


def test_the_company_that_is_printed_first_and_most_sells_and_another_one_buys() -> None:
    printed = companies([page(LETTER)])
    sellers, buyers = dict(told_apart(printed, "supplier_name")), dict(told_apart(printed, "customer_name"))
    assert max(sellers, key=lambda one: sellers[one]).text == "Hafen Werkzeug GmbH & Co. KG"
    assert min(buyers, key=lambda one: buyers[one]).text == "Hafen Werkzeug GmbH & Co. KG"
    assert not list(told_apart(printed, "supplier_address"))


def name(field: str, said: dict[str, Said]) -> FieldValue:
    return extract(document(page(LETTER)), INVOICE, told(said)).field(field)


def test_a_company_that_the_model_does_not_see_is_shown_to_be_checked() -> None:
    supplier = name("supplier_name", {})
    assert (supplier.text, supplier.state) == ("Hafen Werkzeug GmbH & Co. KG", State.CHECK)
    assert supplier.words


def test_of_what_the_model_is_unsure_of_a_company_is_likelier() -> None:
    said = Said("Jan Mohr", 0.5, (("Hafen Werkzeug GmbH & Co. KG", 0.3),))
    assert name("supplier_name", {"Who is the seller?": said}).text == "Hafen Werkzeug GmbH & Co. KG"


def test_nobody_sells_to_himself() -> None:
    both = {"Who is the seller?": Said("Jan Mohr", 0.99), "Who is the customer?": Said("Jan Mohr", 0.99)}
    found = extract(document(page(LETTER[-1:])), INVOICE, told(both))
    failed = next(rule for rule in found.rules if rule.rule == "two parties")
    assert failed.message == "Jan Mohr cannot be both the supplier and the customer."
    assert found.field("customer_name").state is State.RULE_FAILED
