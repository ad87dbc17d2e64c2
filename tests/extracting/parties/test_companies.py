"""Who sells and who buys is told by what a name can be and by the legal forms that companies print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docqa_app.core.fields import FieldValue, State
from docqa_app.extracting.extract import extract
from docqa_app.extracting.parties.companies import companies
from docqa_app.extracting.parties.names import Head, can_be_name, head_of, is_title
from docqa_app.schemas.schema_file import load_schema
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


@pytest.mark.parametrize(
    "text", ["Bauhof Nord", "Au bon moulin", "32 Pub & Bistro", "Müller", "E. Lee", "Hafen Kanu Club e. V."]
)
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


@pytest.mark.parametrize("text", ["Rechnung", "Facture d'abonnement", "nvoice", "RKCHNUNG", "INVOIGE"])
def test_a_title_is_known_be_a_letter_misread(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize("text", ["Rechner", "Factory", "Hafen RKCHNUNG", "Besson"])
def test_a_name_that_is_like_a_title_is_none(text: str) -> None:
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        *(("Bill to:", Head.BUYER), ("Käufer/Leistungsempfänger:", Head.BUYER), ("Invoced to", Head.BUYER)),
        *(("Verkäufer / Lieferant", Head.SELLER), ("Adresse de livraison", Head.GOODS), ("Bauhof Nord", None)),
    ],
)
def test_what_stands_over_a_name_says_who_that_is(text: str, head: Head | None) -> None:
    assert head_of(text) is head


def test_companies_are_told_by_their_legal_form_and_counted() -> None:
    found = [(one.text, one.count) for one in companies([page(LETTER)])]
    assert found == [("Hafen Werkzeug GmbH & Co. KG", 2), ("Bauhof Nord AG", 1), ("Seebank AG", 1)]


def name(field: str, said: dict[str, Said]) -> FieldValue:
    return extract(document(page(LETTER)), INVOICE, told(said)).field(field)


def test_a_sender_that_the_model_does_not_see_is_shown_with_its_place() -> None:
    supplier = name("supplier_name", {})
    assert supplier.text == "Hafen Werkzeug GmbH & Co. KG"
    assert supplier.words
    assert supplier.boxes


def test_a_name_is_as_sure_as_its_words_were_read() -> None:
    sheet = page(LETTER)
    blurred = replace(sheet, words=tuple(replace(word, confidence=0.5) for word in sheet.words))
    supplier = extract(document(blurred), INVOICE, told({})).field("supplier_name")
    assert (supplier.text, supplier.state) == ("Hafen Werkzeug GmbH & Co. KG", State.CHECK)


def test_of_what_the_model_is_unsure_of_a_company_is_likelier() -> None:
    said = Said("Jan Mohr", 0.5, (("Hafen Werkzeug GmbH & Co. KG", 0.3),))
    assert name("supplier_name", {"Who is the seller?": said}).text == "Hafen Werkzeug GmbH & Co. KG"


def test_nobody_sells_to_himself() -> None:
    both = {"Who is the seller?": Said("Jan Mohr", 0.99), "Who is the customer?": Said("Jan Mohr", 0.99)}
    found = extract(
        document(page([(0.90, [(0.1, "Bank: Seebank AG Hamburg, in the name of Jan Mohr")])])), INVOICE, told(both)
    )
    failed = next(rule for rule in found.rules if rule.rule == "two parties")
    assert failed.message == "Jan Mohr cannot be both the supplier and the customer."
    assert found.field("customer_name").state is State.RULE_FAILED


def test_those_through_whom_a_customer_is_reached_are_no_part_of_his_name() -> None:
    assert (
        name("customer_name", {"Who is the customer?": Said("Bauhof Nord AG c/o Gatehouse", 0.9)}).text
        == "Bauhof Nord AG"
    )
