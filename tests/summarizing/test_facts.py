"""Invoices, receipts and forms are told by their key facts, in the words they are printed in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from docqa_app.core.document import Box, Document, Page, Word, WordSource
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, XmlInvoice
from docqa_app.core.flow import flowed
from docqa_app.core.summary import Flag
from docqa_app.extracting.case import Known
from docqa_app.paths import find_paths
from docqa_app.schemas.kinds import recognized
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import shipped_schemas
from docqa_app.summarizing.facts import Beside, facts_found, key_facts, kind_of
from docqa_app.summarizing.goods import goods
from docqa_app.summarizing.papers import Paper, paper_of
from docqa_app.summarizing.summarize import CheckedSummaries
from tests.answering.pages import INVOICE, document_of, page_of
from tests.fakes import FakeEngine, Said, as_told
from tests.summarizing.fakes import NeighbourModel

SCHEMAS = shipped_schemas(find_paths({}).resources / "schemas")
BILL = ("TAX INVOICE", "Bill to Harbour Dental", "Invoice number 1001", "Total 651.48", "Due date 2025-05-12")
UNLABELLED = ("TAX INVOICE", "Harbour Dental", "651.48 in all", "printed on 1001 sheets", "before 2025-05-12")
RECHNUNG = ("RECHNUNG", "Rechnungsnummer 77", "an die Praxis Hafen", "Gesamt 99,50 EUR", "Zahlbar bis 12.05.2025")
RECEIPT = ("RECEIPT", "Corner Shop", "Total £4.20", "Cash £5.00", "Change £0.80", "Thank you")


def schema(name: str) -> Schema:
    return next(one for one in SCHEMAS if one.name == name)


def engine(kind: str, language: str = "en", **values: str) -> FakeEngine:
    """Says these values to the schema's own questions."""
    asked = {field.name: field.questions[language][0] for field in schema(kind).fields}
    return FakeEngine(as_told({asked[name]: Said(text) for name, text in values.items()}))


def document(lines: tuple[str, ...]) -> Document:
    return document_of(page_of(lines))


def told(page: Document, kind: Schema, says: FakeEngine) -> tuple[str, ...]:
    return key_facts(page, kind, facts_found(page, kind, says))


def test_an_invoice_says_who_charges_whom_how_much_and_when_it_is_due() -> None:
    says = engine(
        "invoice",
        supplier_name="Northgate",
        customer_name="Harbour Dental",
        total_amount="651.48",
        currency="GBP",
        invoice_number="1001",
        due_date="2025-05-12",
    )

    assert told(document(BILL), schema("invoice"), says) == (
        "Northgate charges Harbour Dental 651.48 GBP with invoice 1001.",
        "Payment is due by 2025-05-12.",
    )


def test_a_currency_printed_in_one_with_an_amount_is_told_by_its_code() -> None:
    glued = ("TAX INVOICE", "Bill to Harbour Dental", "Net amount 542.90", "Total £651.48")
    says = engine("invoice", total_amount="£651.48", net_amount="542.90", currency="£651.48")

    assert told(document(glued), schema("invoice"), says)[-1] == "The net amount is 542.90 GBP."


TABLE = ("Item Qty Amount", "Cold rolled sheet 40 4720.00", "Thank you", "Subtotal 4720.00", "Payment terms net 45")


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("PURCHASE ORDER", "Fairmont Inc. orders from Allegheny Co. for $6,275.00."),
        ("Credit note No. 12", "Allegheny Co. credits Fairmont Inc. with $6,275.00."),
        ("Quotation", "Allegheny Co. makes Fairmont Inc. an offer of $6,275.00."),
        ("TAX INVOICE", "Allegheny Co. charges Fairmont Inc. $6,275.00."),
        ("Order 212", "Allegheny Co. was paid $6,275.00."),
    ],
)
def test_nobody_charges_or_is_paid_by_an_order_an_offer_or_a_credit_note(title: str, sentence: str) -> None:
    paper = document((title, *TABLE))
    kind = kind_of(paper, SCHEMAS)
    assert kind is not None
    parties = {"supplier_name": "Allegheny Co.", "customer_name": "Fairmont Inc.", "merchant_name": "Allegheny Co."}
    known = {field.name: field.questions["en"][0] for field in kind.fields if field.questions}
    says = {**parties, "total_amount": "$6,275.00", "due_date": "2025-05-12"}
    found = tuple(FieldValue(name, FieldType.TEXT, text) for name, text in says.items() if name in known)

    assert key_facts(paper, kind, Extraction("paper.pdf", "0" * 64, kind.name, found))[0] == sentence


def test_a_bill_with_nothing_but_its_title_is_one_and_a_letter_about_a_bill_is_none() -> None:
    bare = document(("Maple Ridge Inc.", "Sold to Copper Beech", "Invoice", "No. ML-1190", "Total CAD $1,664.67"))
    said = "We have looked at your bill with care and find that it names one more item than we have ever got from you."
    letter = document_of(flowed(f"Dear Sir, {said} {said.replace('We', 'They')}"))
    titled = document(("Invoice",)).pages[0].words
    about = document_of(replace(letter.pages[0], words=(*titled, *letter.pages[0].words)))

    assert kind_of(bare, SCHEMAS) is schema("invoice")
    assert kind_of(document(("Corner Shop", "Receipt", "Bread 1.20", "Sum 1.20")), SCHEMAS) is schema("receipt")
    assert paper_of(about) is Paper.BILL
    assert kind_of(about, SCHEMAS) is None


def test_an_order_that_a_bill_names_makes_it_no_order() -> None:
    assert paper_of(document(("Malerbetrieb Hof", "Rechnung Nr. 7", "Angebot Nr. 2025-12"))) is Paper.BILL
    assert paper_of(document(("Malerbetrieb Hof", "Invoice no: 7", "Quote Q-12"))) is Paper.BILL
    assert paper_of(document(("Malerbetrieb Hof", "Angebot Nr. 2025-12", "Ihre Bestellung: 4"))) is Paper.OFFER
    assert paper_of(document(("Le Goff", "BON DE COMMANDE N° 2025-77"))) is Paper.ORDER
    assert paper_of(document(("Le Goff", "Facture d'avoir n° 12"))) is Paper.CREDIT


def test_what_was_not_found_is_left_out_of_the_sentence() -> None:
    assert told(document(UNLABELLED), schema("invoice"), engine("invoice", total_amount="651.48")) == (
        "The total is 651.48.",
    )
    assert told(document(UNLABELLED), schema("invoice"), engine("invoice")) == ()


def test_a_german_invoice_is_told_in_german() -> None:
    says = engine("invoice", "de", supplier_name="Muster GmbH", total_amount="99,50 EUR", due_date="12.05.2025")

    assert told(document(RECHNUNG), schema("invoice"), says) == (
        "Muster GmbH berechnet 99,50 EUR mit Rechnung 77.",
        "Die Zahlung ist bis 12.05.2025 fällig.",
    )


def test_a_receipt_says_who_was_paid() -> None:
    says = engine("receipt", merchant_name="Corner Shop", total_amount="£4.20")

    assert told(document(RECEIPT), schema("receipt"), says) == ("Corner Shop was paid £4.20.",)


def test_the_kind_is_seen_and_a_letter_has_none() -> None:
    letter = document(("Dear Sir", "thank you for your letter of last week", "about our latest invoice"))

    assert recognized(document(INVOICE), SCHEMAS) is schema("invoice")
    assert recognized(document(RECEIPT), SCHEMAS) is schema("receipt")
    assert recognized(letter, SCHEMAS) is None
    assert recognized(document(()), SCHEMAS) is None
    assert recognized(document(INVOICE), ()) is None


def test_the_model_writes_beside_a_lone_key_fact_and_only_supported_sentences_with_news_follow() -> None:
    says = engine("invoice", total_amount="651.48")
    written = "The total is 9. It comes to 651.48 in all then. It is printed on 1001 sheets. It has more."
    model = NeighbourModel(summaries=(written,))

    told = CheckedSummaries(says, model, SCHEMAS).summarize(document(UNLABELLED), 4)

    assert [one.text for one in told.sentences] == [
        "The total is 651.48.",
        "It is printed on 1001 sheets.",
    ]
    assert told.sentences[1].flag is Flag.SUPPORTED


def test_beside_several_key_facts_only_the_papers_own_sentences_are_told() -> None:
    says = engine("invoice", total_amount="651.48", due_date="2025-05-12")
    model = NeighbourModel(summaries=("It is printed on 1001 sheets.",))
    own = "It will be printed on 1001 sheets then."
    sheet = Page(1, 595.0, 842.0, page_of((*UNLABELLED, "", "", own)).words, WordSource.GIVEN)

    assert [
        one.text for one in CheckedSummaries(says, model, SCHEMAS).summarize(document(UNLABELLED), 4).sentences
    ] == [
        "The total is 651.48.",
        "Payment is due by 2025-05-12.",
    ]
    assert own in [
        one.text for one in CheckedSummaries(says, model, SCHEMAS).summarize(document_of(sheet), 4).sentences
    ]


def test_nobody_charges_himself() -> None:
    says = engine(
        "invoice", supplier_name="Northgate", customer_name="NORTHGATE", total_amount="651.48", currency="GBP"
    )

    assert told(document(BILL), schema("invoice"), says)[0] == "Northgate charges 651.48 GBP with invoice 1001."


def test_an_invoice_says_what_it_is_for_as_its_table_names_it() -> None:
    table = ("Cold rolled sheet, 2 mm", "Bolts (box of 40)", "Freight", "Bolts (box of 40)")

    def said(*names: str, kind: str = "invoice", sure: float = 1.0) -> str:
        words = tuple(Word(name, Box(0.1, 0.1, 0.2, 0.2), confidence=sure) for name in names)
        page = document_of(Page(1, 595.0, 842.0, words, WordSource.GIVEN))
        cells = [FieldValue("description", FieldType.TEXT, name, page=1, words=(n,)) for n, name in enumerate(names)]
        rows = tuple(LineItem((cell,)) for cell in cells)
        return goods(page, Extraction("bill.pdf", "0" * 64, kind, (), rows), "en")

    assert said(*table) == "It is for Cold rolled sheet, Bolts and Freight."
    assert said(*table, "Nuts") == "It is for Cold rolled sheet, Bolts, Freight and others."
    assert said("9003311 Tea |", "Discount 10 %", "Credit of 3.5.2024", kind="receipt") == "It is for Tea."
    assert said("Tea", "12 x 4", sure=0.3) == ""


def test_goods_are_told_between_who_charges_and_the_tax_and_never_alone() -> None:
    rows = (LineItem((FieldValue("description", FieldType.TEXT, "Tea"),)),)

    def said(**fields: str) -> tuple[str, ...]:
        values = tuple(FieldValue(name, FieldType.AMOUNT, text) for name, text in fields.items())
        return key_facts(document(BILL), schema("invoice"), Extraction("bill.pdf", "0" * 64, "invoice", values, rows))

    assert said(total_amount="12.00", net_amount="10.00") == (
        "The total is 12.00.",
        "It is for Tea.",
        "The net amount is 10.00.",
    )
    assert said() == ()


def test_bills_are_asked_about_by_what_fills_their_fields_and_letters_by_what_learned_to_ask() -> None:
    says, facts = engine("invoice", total_amount="651.48"), NeighbourModel()
    model = NeighbourModel(facts=facts)
    room = CheckedSummaries(says, model, SCHEMAS)

    room.check(document(BILL), "The total is 651.48.")
    room.check(document(("Dear tenant", "the repair is 900 euros")), "The repair is 900 euros.")

    assert facts.asked == ["The total is 651.48"]
    assert model.asked == ["The repair is 900 euros"]


def test_as_many_key_facts_are_told_as_sentences_are_wished_for() -> None:
    says = engine("invoice", total_amount="651.48", due_date="2025-05-12", net_amount="651.48")
    model = NeighbourModel(summaries=("It has number 1001 on it.",))

    assert len(CheckedSummaries(says, model, SCHEMAS).summarize(document(BILL), 2).sentences) == 2


def test_a_value_of_the_embedded_xml_is_told_as_its_page_spells_it() -> None:
    page = document(("RECHNUNG", "Hafen GmbH", "Rechnungsnummer 77", "HRB Nr. 4711", "Gesamt 1.299,50 EUR"))
    xml = XmlInvoice("factur-x.xml", (("invoice_number", "77"), ("total_amount", "1299.50"), ("currency", "EUR")))
    wrong = engine("invoice", "de", supplier_name="Hafen GmbH", invoice_number="4711", total_amount="77")

    found = facts_found(page, schema("invoice"), wrong, Known(xml=xml))

    first = key_facts(page, schema("invoice"), found)[0]
    assert first == "Hafen GmbH berechnet 1.299,50 EUR mit Rechnung 77."


def test_fields_that_a_person_has_corrected_are_what_the_summary_tells() -> None:
    page = document(BILL)
    corrected = Extraction("", "", "invoice", (FieldValue("total_amount", FieldType.AMOUNT, "651.48 GBP", 651.48),))
    says = engine("invoice", total_amount="1001")
    kept: list[Extraction] = []
    beside = Beside(found=lambda _: kept[-1] if kept else None)
    room = CheckedSummaries(says, NeighbourModel(), SCHEMAS, beside=beside)
    assert "651.48 GBP" not in room.summarize(page).text

    kept.append(corrected)

    assert room.summarize(page).text.startswith("The total is 651.48 GBP.")


def test_a_strip_from_a_till_is_told_by_its_facts_though_its_title_was_misread() -> None:
    sheet = page_of(("Corner Shop", "Guinness 17.00", "Total 17.00", "Card 17.00"))
    strip = replace(sheet, width=400.0, height=1400.0)

    assert kind_of(document_of(sheet), SCHEMAS) is None
    kind = kind_of(document_of(strip), SCHEMAS)
    assert kind is not None
    assert kind.name in ("receipt", "invoice")


def test_a_sign_of_a_currency_stands_before_the_amount_where_people_write_it_so() -> None:
    for sign, said in (("£", "£651.48"), ("EUR", "651.48 EUR"), ("€", "651.48 €")):
        says = engine("invoice", total_amount="651.48", currency=sign)
        page = document((*BILL, f"All prices in {sign}"))
        assert told(page, schema("invoice"), says)[0].startswith(f"The total is {said}")


def test_a_changed_summary_is_checked_against_the_fields_that_a_person_has_corrected() -> None:
    corrected = Extraction(
        "", "", "invoice", (FieldValue("total_amount", FieldType.AMOUNT, "651.48", Decimal("651.48")),)
    )
    beside = Beside(found=lambda _: corrected)
    says = engine("invoice", total_amount="1001")
    room = CheckedSummaries(says, NeighbourModel(), SCHEMAS, beside=beside)

    told = room.check(document(BILL), "The total is 651.48.").sentences[0]

    assert "651.48" in {pair.document_answer for pair in told.pairs}
    assert "1001" not in {pair.document_answer for pair in told.pairs}


def test_fields_that_were_forgotten_are_no_longer_told() -> None:
    kept = [Extraction("", "", "invoice", (FieldValue("total_amount", FieldType.AMOUNT, "651.48 GBP", 651.48),))]
    beside = Beside(found=lambda _: kept[-1] if kept else None)
    room = CheckedSummaries(engine("invoice", total_amount="1001"), NeighbourModel(), SCHEMAS, beside=beside)
    page = document(BILL)
    assert "651.48 GBP" in room.summarize(page).text

    kept.clear()

    assert "651.48 GBP" not in room.summarize(page).text
