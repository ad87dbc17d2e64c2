"""A question means a field where it says what the field is called, in any of three languages, no more and no less."""

from __future__ import annotations

import pytest

from docqa_app.asking.meaning import asks_whether, field_meant
from docqa_app.paths import find_paths
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import shipped_schemas

SCHEMAS = {schema.name: schema for schema in shipped_schemas(find_paths({}).resources / "schemas")}


def meant(question: str, kind: str = "invoice") -> str:
    schema: Schema = SCHEMAS[kind]
    field = field_meant(question, schema)
    return field.name if field else ""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What is the total amount including tax?", "total_amount"),
        ("Can you tell me the total amount?", "total_amount"),
        ("grand_total", "total_amount"),
        ("Wie hoch ist der Gesamtbetrag mit Steuer?", "total_amount"),
        ("Quel est le total TTC ?", "total_amount"),
        ("How much is it before tax?", "net_amount"),
        ("What is the total excluding VAT?", "net_amount"),
        ("Wie hoch ist die Summe ohne Umsatzsteuer?", "net_amount"),
        ("How much VAT is charged?", "tax_amount"),
        ("Combien de TVA ?", "tax_amount"),
        ("Who is the buyer?", "customer_name"),
        ("What is the name of the supplier?", "supplier_name"),
        ("Where is the seller located?", "supplier_address"),
        ("What is the seller's VAT number?", "supplier_vat_id"),
        ("invoice no.", "invoice_number"),
        ("Wie lautet die Rechnungsnummer?", "invoice_number"),
        ("What is the date of the document?", "invoice_date"),
        ("When is the payment due?", "due_date"),
        ("Quelle est l'échéance ?", "due_date"),
    ],
)
def test_a_field_is_meant_however_it_is_called(question: str, name: str) -> None:
    assert meant(question) == name


@pytest.mark.parametrize(
    "question",
    [
        "What is the total of the second item?",
        "How much is to be paid?",
        "What is the amount due?",
        "Who has to pay the invoice?",
        "Who issued this invoice?",
        "What is the tax number of the seller?",
        "What is the customer number?",
        "What is the VAT number of the customer?",
        "How many items are there?",
        "Who is the king?",
        "Is VAT included?",
        "Wurde die Rechnung bezahlt?",
        "invoice",
        "?",
        "",
    ],
)
def test_what_asks_for_more_or_for_something_else_means_no_field(question: str) -> None:
    assert meant(question) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Is VAT included?",
        "Isn't the invoice paid?",
        "Must the tenant pay the VAT?",
        "Has the invoice been paid?",
        "Can I cancel before the due date?",
        "May the tenant keep a dog?",
        "Was the total paid?",
        "Muss der Kunde die Umsatzsteuer zahlen?",
        "Darf der Mieter einen Hund halten?",
        "Wurde die Rechnung bezahlt?",
        "Bin ich versichert?",
        "Enthält der Preis die MwSt?",
        "Est-ce que le total comprend la TVA ?",
        "est ce que la TVA est incluse",
        "A-t-elle signé ?",
        "Y a-t-il une franchise ?",
        "La TVA est-elle incluse ?",
        "L’assurance couvre-t-elle le vol ?",
        "Peut-on résilier ?",
        "Faut-il payer une caution ?",
    ],
)
def test_yes_or_no_is_wanted_by_any_verb_that_a_question_begins_with(question: str) -> None:
    assert asks_whether(question)
    assert meant(question) == ""


@pytest.mark.parametrize(
    "question",
    [
        "Was ist der Gesamtbetrag?",
        "What must the tenant pay?",
        "May rent",
        "Can you tell me the total amount?",
        "May I know the invoice date?",
        "Können Sie mir den Gesamtbetrag nennen?",
        "Pouvez-vous me donner le total ?",
        "Qu'est-ce que la franchise ?",
        "Quand le loyer est-il payable ?",
        "Quel est le total ?",
        "Is the price net or gross?",
        "Ist der Preis brutto oder netto?",
        "",
    ],
)
def test_what_is_to_be_told_or_chosen_is_not_answered_by_yes_or_no(question: str) -> None:
    assert not asks_whether(question)


@pytest.mark.parametrize("question", ["Is the total net or gross?", "Soll ich das Netto oder das Brutto zahlen?"])
def test_a_choice_of_two_means_no_field(question: str) -> None:
    assert meant(question) == ""


@pytest.mark.parametrize(
    "question", ["How much was paid in total?", "What is the amount to pay?", "Was ist zu zahlen?"]
)
def test_what_was_paid_is_the_total_of_a_receipt_and_not_of_an_invoice(question: str) -> None:
    assert meant(question, "receipt") == "total_amount"
    assert meant(question, "invoice") == ""


@pytest.mark.parametrize(
    "question",
    [
        "How much tax was paid?",
        "What is the balance?",
        "When was it paid?",
        "How was it paid?",
        "Wie wurde bezahlt?",
        "Is it paid?",
        "What is the subtotal?",
        "What is the amount before tax?",
    ],
)
def test_other_things_that_are_paid_or_left_are_not_the_total_of_a_receipt(question: str) -> None:
    assert meant(question, "receipt") != "total_amount"


def test_the_kind_of_document_decides() -> None:
    assert meant("What is the company name?", "receipt") == "merchant_name"
    assert meant("What is the date?", "receipt") == "date"
    assert meant("What is the net total?", "form") == ""
