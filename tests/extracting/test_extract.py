"""A document and a schema become values with evidence and states; doubt is asked again, failures say which numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docqa_app.core.document import WordSource
from docqa_app.core.fields import Concern, Extraction, FieldValue, Source, State, XmlInvoice
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.schemas.kinds import propose
from docqa_app.schemas.schema import SchemaField
from docqa_app.schemas.schema_file import load_schema, shipped_schemas
from docqa_app.values.conventions import Conventions, conventions_of
from docqa_app.values.dates import DateOrder
from tests.extracting.sheets import INVOICE_ANSWERS, SCHEMAS, document, invoice_lines, page, right, told
from tests.fakes import Said

INVOICE = load_schema(SCHEMAS / "invoice.json")
RECEIPT = load_schema(SCHEMAS / "receipt.json")
FORM = load_schema(SCHEMAS / "form.json")
DATED = next(one for one in INVOICE.fields if one.name == "invoice_date")


def _field(name: str) -> SchemaField:
    return next(one for one in INVOICE.fields if one.name == name)


def extracted(total: str = "119,00", due: str = "30.04.2024", **changed: Said) -> Extraction:
    answers = {
        **INVOICE_ANSWERS,
        "Wie lautet der Gesamtbetrag?": Said(total),
        "Wann ist die Rechnung fällig?": Said(due),
    }
    return extract(document(page(invoice_lines(total, due))), INVOICE, told(answers))


def english(lines: list[str], answers: dict[str, Said], known: Known | None = None) -> Extraction:
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    return extract(document(sheet), INVOICE, told(answers), known)


def test_values_are_typed_and_keep_text_page_words_and_boxes() -> None:
    found = extracted()
    total = found.field("total_amount")
    assert (total.value, total.text, total.state, total.source) == (
        Decimal("119.00"),
        "119,00",
        State.CONFIDENT,
        Source.MODEL,
    )
    assert (total.page, len(total.words), len(total.boxes)) == (1, 1, 1)
    assert found.field("invoice_date").value == date(2024, 3, 31)
    assert found.field("invoice_number").value == "00471"
    assert found.field("order_number").state is State.NOT_FOUND
    assert found.model == "telling 1.0"


def test_all_fields_are_asked_at_once_in_the_documents_language() -> None:
    engine = told(INVOICE_ANSWERS)
    extract(document(page(invoice_lines())), INVOICE, engine)
    first, second = engine.calls
    assert len(first) == len(INVOICE.fields)
    assert "Wie lautet die Rechnungsnummer?" in first
    assert "Rechnungsnummer" not in second
    assert "Bestellnummer" in second


def asked_again(number: Said) -> bool:
    """Whether the invoice number that stands beside its label is asked in a second phrasing."""
    engine = told({"What is the invoice number?": number})
    extract(document(page([(0.1, [(0.1, "Invoice No.: 2024-118")])])), INVOICE, engine)
    return "invoice number" in {question for call in engine.calls[1:] for question in call}


def test_no_second_phrasing_is_asked_where_a_label_says_the_same_as_a_model_in_doubt() -> None:
    assert not asked_again(Said("2024-118", 0.6))
    assert asked_again(Said("471102", 0.6))


def total_of(first: Said, second: Said) -> FieldValue:
    """Asked of a page on which neither a label nor a sum helps."""
    answers = {"What is the total amount?": first, "grand total": second}
    return english(["Please send 119.00 and 100.00"], answers).field("total_amount")


def test_a_second_phrasing_that_agrees_raises_trust_by_less_than_if_it_erred_apart() -> None:
    total = total_of(Said("119.00", 0.6), Said("119.00", 0.6))
    assert 0.6 < total.confidence < 0.72


def test_a_second_phrasing_that_disagrees_leaves_doubt_and_an_alternative() -> None:
    total = total_of(Said("119.00", 0.6), Said("100.00", 0.5))
    assert (total.value, total.state) == (Decimal("119.00"), State.CHECK)
    assert total.confidence < 0.6
    assert [one.text for one in total.alternatives] == ["100.00"]


def test_a_candidate_of_the_fields_type_goes_before_a_likelier_one_that_is_none() -> None:
    said = Said("Rechnung", 0.9, (("31.03.2024", 0.5),))
    engine = told({**INVOICE_ANSWERS, "Wie lautet das Rechnungsdatum?": said})
    day = extract(document(page(invoice_lines())), INVOICE, engine).field("invoice_date")
    assert day.value == date(2024, 3, 31)
    assert "Rechnung" in [one.text for one in day.alternatives]


def test_a_text_that_cannot_be_read_is_shown_only_where_the_model_is_rather_sure_of_it() -> None:
    lines = ["Date 1a.09.2O"]
    sure = english(lines, {"What is the invoice date?": Said("1a.09.2O", 0.8)}).field("invoice_date")
    unsure = english(lines, {"What is the invoice date?": Said("1a.09.2O", 0.4)}).field("invoice_date")
    assert (sure.text, sure.value, sure.state) == ("1a.09.2O", None, State.CHECK)
    assert (unsure.text, unsure.state) == ("", State.NOT_FOUND)
    assert [one.text for one in unsure.alternatives] == ["1a.09.2O"]


def test_a_day_that_was_misread_is_shown_as_the_one_it_looks_like_and_to_be_checked() -> None:
    lines = ["Date 04/42/2017", "Paid on 30/12/2017"]
    day = english(lines, {"What is the invoice date?": Said("04/42/2017", 0.95)}).field("invoice_date")
    assert (day.text, day.value, day.state) == ("04/42/2017", date(2017, 12, 4), State.CHECK)
    assert "misread" in day.note


def test_a_currency_and_a_number_are_no_american_address() -> None:
    lines = ["KEDAI SDN BHD", "Total RM 95569", "Date 03/04/2023"]
    day = english(lines, {"What is the invoice date?": Said("03/04/2023")}).field("invoice_date")
    assert (day.value, day.state) == (date(2023, 4, 3), State.CHECK)


def guessed(name: str, share: float) -> FieldValue:
    """A number of which the model only thinks, with this confidence, in both phrasings."""
    said = Said("", 0.2, (("471102", share),))
    asked = ("What is the invoice number?", "invoice number", "What is the order number?", "order number")
    return english(["Item 471102"], dict.fromkeys(asked, said)).field(name)


def test_what_must_be_there_is_guessed_to_be_checked_where_the_model_says_it_is_not() -> None:
    assert (guessed("invoice_number", 0.4).text, guessed("invoice_number", 0.4).state) == ("471102", State.CHECK)
    assert guessed("invoice_number", 0.1).state is State.NOT_FOUND
    assert guessed("order_number", 0.4).state is State.NOT_FOUND


def found_beside(name: str, share: float) -> FieldValue:
    """The model finds what is no number, and thinks with this confidence, in both phrasings, of one that is."""
    asked = (f"What is the {name.replace('_', ' ')}?", name.replace("_", " "))
    return english(["Fax", "Item 471102"], dict.fromkeys(asked, Said("Fax", 0.6, (("471102", share),)))).field(name)


def test_what_need_not_be_there_is_given_from_a_higher_share_on_and_below_it_offered() -> None:
    low, high = 0.2, 0.4
    assert found_beside("invoice_number", low).text == "471102"
    doubtful = found_beside("order_number", low)
    assert doubtful.text != "471102"
    assert "471102" in [other.text for other in doubtful.alternatives]
    assert found_beside("order_number", high).text == "471102"


def sums(*rows: tuple[str, str, str]) -> Extraction:
    """A small table of net, tax and total by tax rate; the model says nothing."""
    heads = [right(0.4, "Nettobetrag"), right(0.55, "MwSt-Betrag"), right(0.65, "MwSt-%"), right(0.8, "Endbetrag")]
    lines = [
        (0.4 + 0.02 * n, [right(0.4, net), right(0.55, tax), right(0.65, "19,0"), right(0.8, total)])
        for n, (net, tax, total) in enumerate(rows, start=1)
    ]
    german = [(0.1, [(0.1, "Rechnung über die Lieferung der bestellten Ware, Betrag zahlbar bis Ende des Monats")])]
    return extract(document(page([*german, (0.4, heads), *lines])), INVOICE, told({}))


def test_of_amounts_by_tax_rate_their_sum_is_the_documents() -> None:
    found = sums(("321,40", "61,07", "382,47"), ("127,59", "8,93", "136,52"), ("448,99", "70,00", "518,99"))
    amounts = [found.field(name).value for name in ("net_amount", "tax_amount", "total_amount")]
    assert amounts == [Decimal("448.99"), Decimal("70.00"), Decimal("518.99")]


def test_of_amounts_that_do_not_add_up_the_first_stands_under_its_label() -> None:
    found = sums(("321,40", "61,07", "382,47"), ("127,59", "8,93", "136,52"))
    assert found.field("total_amount").value == Decimal("382.47")


def test_what_stands_beside_its_label_is_taken_where_the_model_is_blind_and_is_to_be_checked() -> None:
    number = english(["Invoice No.: 2024-118", "Something else"], {}).field("invoice_number")
    assert (number.text, number.source, number.state) == ("2024-118", Source.RULE, State.CHECK)
    assert number.words


def test_a_label_under_which_the_value_stands_counts_too() -> None:
    sheet = page(
        [(0.1, [(0.1, "Invoice date"), (0.5, "Due date")]), (0.12, [(0.1, "2024-03-31"), (0.5, "2024-04-30")])]
    )
    found = extract(document(sheet), INVOICE, told({}))
    assert found.field("due_date").value == date(2024, 4, 30)
    assert found.field("invoice_date").value == date(2024, 3, 31)


@pytest.mark.parametrize("number", ["26/07-044", "2026/07/118", "M 26/3309"])
def test_a_number_that_is_no_day_is_an_invoice_number(number: str) -> None:
    found = english([f"Invoice No.: {number}", "Something else"], {}).field("invoice_number")
    assert found.text == number


@pytest.mark.parametrize("number", ["M90361774X", "197401143C"])
def test_a_tax_number_of_singapore_is_one(number: str) -> None:
    found = english(["Invoice", f"GST Reg. No. {number}"], {}).field("supplier_vat_id")
    assert found.value == number


def test_a_date_is_no_invoice_number() -> None:
    said = Said("31.03.2024", 0.9, (("00471", 0.3),))
    engine = told({**INVOICE_ANSWERS, "Wie lautet die Rechnungsnummer?": said})
    assert extract(document(page(invoice_lines())), INVOICE, engine).field("invoice_number").text == "00471"


def test_amounts_that_add_up_beat_likelier_ones_that_do_not() -> None:
    engine = told(
        {
            **INVOICE_ANSWERS,
            "Wie lautet der Nettobetrag?": Said("40,00", 0.8, (("100,00", 0.3),)),
            "Wie hoch ist der Steuerbetrag?": Said("119,00", 0.7, (("19,00", 0.2),)),
        }
    )
    found = extract(document(page(invoice_lines())), INVOICE, engine)
    amounts = [found.field(name).value for name in ("net_amount", "tax_amount", "total_amount")]
    assert amounts == [Decimal("100.00"), Decimal("19.00"), Decimal("119.00")]
    assert found.field("net_amount").state is State.CONFIDENT
    assert "40,00" in [one.text for one in found.field("net_amount").alternatives]


def test_a_rule_that_nearly_everything_satisfies_hardly_changes_belief() -> None:
    lines = ["Due 2024-04-30 or so", "Issued on 2024-03-31"]
    alone = english(lines, {"What is the due date?": Said("2024-04-30", 0.6)}).field("due_date")
    both = english(
        lines, {"What is the due date?": Said("2024-04-30", 0.6), "What is the invoice date?": Said("2024-03-31", 0.9)}
    ).field("due_date")
    assert abs(both.confidence - alone.confidence) < 0.15


def test_numbers_with_check_digits_are_found_without_the_model() -> None:
    found = extracted()
    iban, vat = found.field("iban"), found.field("supplier_vat_id")
    assert (iban.value, iban.source, iban.state) == ("DE02120300000000202051", Source.RULE, State.CONFIDENT)
    assert iban.text == "DE02 1203 0000 0000 2020 51"
    assert len(iban.words) == 6
    assert vat.value == "DE136695976"


def test_the_currency_is_told_by_the_marks_beside_the_amounts() -> None:
    currency = extracted().field("currency")
    assert (currency.value, currency.source, currency.text) == ("EUR", Source.RULE, "€")


@pytest.mark.parametrize(
    ("lines", "code", "state"),
    [
        (["Total CHF 74.05", "Visa CHF 80.00", "EUR 78.77 (Kurs 0.94)"], "CHF", State.CHECK),
        (["Total CHF 74.05", "EUR 78.77 (Kurs 0.94)"], None, State.NOT_FOUND),
        (["CGST 2.5% 25.88", "SGST 2.5% 25.88", "Total Rs 1087.00"], "INR", State.CHECK),
        (["Total Rs 1087.00"], None, State.NOT_FOUND),
    ],
)
def test_a_currency_that_most_amounts_or_the_taxes_name_is_to_be_checked(
    lines: list[str], code: str | None, state: State
) -> None:
    currency = english(lines, {}).field("currency")
    assert (currency.value, currency.state) == (code, state)


def test_taxes_of_india_tell_the_order_of_a_day() -> None:
    said = {"What is the invoice date?": Said("05-08-26")}
    assert english(["Date: 05-08-26", "CGST 2.5% 25.88"], said).field("invoice_date").value == date(2026, 8, 5)


def receipt(lines: list[str], tax: Said | None = None) -> Extraction:
    schema = load_schema(SCHEMAS / "receipt.json")
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    questions = next(field for field in schema.fields if field.name == "tax_amount").questions
    return extract(document(sheet), schema, told({text: tax for some in questions.values() for text in some if tax}))


def test_a_register_behind_tax_invoice_is_no_tax() -> None:
    lines = ["TAX INVOICE Reg 2 Trans 41877", "TOTAL $110.25", "GST INCLUDED IN TOTAL $10.02"]
    assert receipt(
        lines,
    ).field("tax_amount").value == Decimal("10.02")


def test_a_tax_number_is_no_tax() -> None:
    belgian = Said("0417.497.106", 0.6)
    for number, said in (("VAT No. 318 2290 47", None), ("TVA BE 0417.497.106", belgian)):
        found = receipt([number, "TOTAL 12.38"], said).field("tax_amount")
        assert (found.value, found.text) == (None, "")


def test_what_is_taken_off_is_no_tax_of_a_total() -> None:
    lines = ["Pine 122.50", "TRADE DISC 10% -12.25", "TOTAL 110.25", "GST INCLUDED IN TOTAL 10.02"]
    assert receipt(lines, Said("-12.25", 0.8)).field("tax_amount").value == Decimal("10.02")
    assert receipt(["Pine -110.25", "TOTAL -110.25", "GST -10.02"], Said("-10.02", 0.8)).field("tax_amount").value == (
        Decimal("-10.02")
    )


def test_a_currency_is_cut_out_of_the_amount_that_it_was_said_with() -> None:
    currency = english(["Total GBP 651.48"], {"What is the currency?": Said("GBP 651.48")}).field("currency")
    assert (currency.text, currency.value, currency.words) == ("GBP", "GBP", (1,))


def test_an_iban_that_fails_its_check_fails_a_rule() -> None:
    found = english(["IBAN DE02 1203 0000 0000 2020 57"], {"What is the IBAN?": Said("DE02 1203 0000 0000 2020 57")})
    iban = found.field("iban")
    assert (iban.state, iban.value) == (State.RULE_FAILED, "DE02120300000000202057")
    assert "DE02120300000000202057 fails its check" in iban.note


def test_a_total_that_is_not_net_and_tax_names_the_three_numbers() -> None:
    found = extracted(total="129,00")
    rule = next(rule for rule in found.rules if rule.rule == "total")
    assert not rule.ok
    assert rule.message == "Net 100.00 + tax 19.00 is 119.00, but the total is 129.00."
    assert set(rule.concerns) == {Concern("net_amount"), Concern("tax_amount"), Concern("total_amount")}
    assert found.field("total_amount").state is State.RULE_FAILED
    assert found.field("invoice_number").state is State.CONFIDENT


def test_rules_that_hold_say_so_and_those_without_values_say_nothing() -> None:
    found = extracted()
    assert {rule.rule for rule in found.rules if rule.ok} == {
        *("supplier VAT number", "IBAN", "total", "row amount", "rows and net", "tax rate", "due after issue"),
    }
    assert english(["Nothing here"], {}).rules == ()


def test_a_vat_number_without_its_country_is_one_and_cannot_be_checked() -> None:
    found = english(["VAT No 353 0661 73"], {"What is the VAT number of the seller?": Said("353 0661 73")})
    assert (found.field("supplier_vat_id").value, found.rules) == ("353066173", ())


@pytest.mark.parametrize("text", ["01 79 32 06 55", "726/978/07926", "C-8836", "des Kunden"])
def test_telephones_and_numbers_of_tax_offices_are_no_vat_numbers(text: str) -> None:
    found = english([f"Id {text}"], {"What is the VAT number of the seller?": Said(text)}).field("supplier_vat_id")
    assert found.state is State.NOT_FOUND


def test_a_due_date_before_the_issue_fails() -> None:
    found = extracted(due="30.03.2024")
    assert "2024-03-30, before it was issued on 2024-03-31" in found.field("due_date").note


def test_an_ambiguous_date_is_a_state_with_both_readings() -> None:
    found = english(["Invoice", "Date 03/04/2023"], {"What is the invoice date?": Said("03/04/2023")})
    day = found.field("invoice_date")
    assert (day.value, day.state) == (None, State.CHECK)
    assert set(day.readings) == {date(2023, 4, 3), date(2023, 3, 4)}
    assert "may mean" in day.note


def test_another_date_of_the_document_settles_it() -> None:
    lines = ["Invoice", "Date 03/04/2023", "Due 28/04/2023"]
    day = english(lines, {"What is the invoice date?": Said("03/04/2023")}).field("invoice_date")
    assert (day.value, day.state) == (date(2023, 4, 3), State.CONFIDENT)


def test_what_is_only_likely_is_read_and_still_to_be_checked() -> None:
    lines = ["Invoice", "Date 03/04/2023", "Total £ 5.00"]
    day = english(lines, {"What is the invoice date?": Said("03/04/2023")}).field("invoice_date")
    assert (day.value, day.state, len(day.readings)) == (date(2023, 4, 3), State.CHECK, 2)


def test_what_is_known_of_a_supplier_settles_it() -> None:
    known = Known(conventions=Conventions(date_order=DateOrder.MONTH_FIRST))
    lines = ["Invoice", "Date 03/04/2023"]
    day = english(lines, {"What is the invoice date?": Said("03/04/2023")}, known).field("invoice_date")
    assert (day.value, day.state) == (date(2023, 3, 4), State.CONFIDENT)


def test_an_ambiguous_amount_is_settled_by_the_other_amounts() -> None:
    alone = english(["Total 1.234"], {"What is the total amount?": Said("1.234")}).field("total_amount")
    assert (alone.value, set(alone.readings)) == (None, {Decimal("1.234"), Decimal(1234)})
    lines = ["Net 1.000,00", "Tax 234,00", "Total 1.234"]
    beside = english(lines, {"What is the total amount?": Said("1.234")}).field("total_amount")
    assert beside.value == Decimal(1234)


def test_a_required_field_that_is_missing_says_so() -> None:
    total = english(["Hello"], {}).field("total_amount")
    assert (total.state, total.note) == (State.NOT_FOUND, "It is required, and was not found.")


def test_the_language_and_marks_of_a_page_are_told_from_its_words() -> None:
    told = conventions_of([page(invoice_lines())])
    assert (told.language, told.decimal_mark, told.date_order) == ("de", ",", None)


def test_the_kind_of_a_document_is_proposed() -> None:
    schemas = shipped_schemas(SCHEMAS)
    receipt = page([(0.1, [(0.1, "CORNER SHOP RECEIPT")]), (0.2, [(0.1, "CASH 10.00 CHANGE 1.50")])])
    form = page([(0.1, [(0.1, "Application form")]), (0.2, [(0.1, "Date of birth: 1.1.1980")])])
    proposed = [propose(document(sheet), schemas).name for sheet in (page(invoice_lines()), receipt, form)]
    assert proposed == ["invoice", "receipt", "form"]


def test_labels_of_its_fields_tell_an_invoice_that_thanks_and_prints_subtotals() -> None:
    texts = [
        "Blue Mesa Heating, 2250 Candelaria Rd, Albuquerque, NM 87107",
        "Invoice 55028",
        "Invoice Date 4/9/2026   Payment due upon receipt",
        "Bill to: Rosalind Achterberg",
        "Subtotal $409.00",
        "Sub-Total $892.75",
        "Thank you for choosing Blue Mesa",
    ]
    sheet = page([(0.1 * n, [(0.1, text)]) for n, text in enumerate(texts, 1)])
    assert propose(document(sheet), shipped_schemas(SCHEMAS)).name == "invoice"


def test_a_slip_with_a_tax_number_and_the_words_of_a_till_is_a_receipt() -> None:
    texts = ["Bäckerei Strohdorfer", "UID: ATU71880002", "Beleg 118  Kassa 2", "Summe EUR 21,30", "Bankomat 21,30"]
    sheet = page([(0.1 * n, [(0.1, text)]) for n, text in enumerate(texts, 1)])
    assert propose(document(sheet), shipped_schemas(SCHEMAS)).name == "receipt"


def test_the_slip_of_a_card_with_a_tax_number_is_a_receipt() -> None:
    texts = ["MARLOW'S", "VAT No. 318 2290 47", "SOURDOUGH LOAF £3.20", "Mastercard £3.20", "ENTRY: CONTACTLESS"]
    sheet = page([(0.1 * n, [(0.1, text)]) for n, text in enumerate(texts, 1)])
    assert propose(document(sheet), shipped_schemas(SCHEMAS)).name == "receipt"


def test_a_time_of_day_and_the_form_of_a_tills_paper_tell_a_receipt_in_any_language() -> None:
    texts = ["Gostionica Lipa", "Datum 26.08.2021 u 13:36:26", "Juha 5,10", "Platiti 5,10"]
    lines = [(0.1 * n, [(0.1, text)]) for n, text in enumerate(texts, 1)]
    assert propose(document(page(lines)), shipped_schemas(SCHEMAS)).name == "receipt"
    slip = replace(page([*lines[:1], *lines[2:], (0.5, [(0.1, "Rechnung 17")])]), width=300.0)
    assert propose(document(slip), shipped_schemas(SCHEMAS)).name == "receipt"
    assert propose(document(replace(slip, width=595.0)), shipped_schemas(SCHEMAS)).name == "invoice"


@pytest.mark.parametrize("title", ["Delivery Note", "PACKING SLIP", "Auftragsbestätigung", "BON DE LIVRAISON"])
def test_papers_of_orders_and_deliveries_are_read_as_invoices_though_they_are_signed(title: str) -> None:
    sheet = page([(0.1, [(0.1, title)]), (0.2, [(0.1, "Your ref 4417")]), (0.8, [(0.1, "Signature:")])])
    assert propose(document(sheet), shipped_schemas(SCHEMAS)).name == "invoice"


def test_a_form_to_join_a_club_is_a_form_though_it_asks_for_an_iban() -> None:
    texts = [
        "Anmeldung",
        "Aufnahmeantrag",
        "Name: Mohr",
        "Vorname: Jonas",
        "IBAN: DE02120300000000202051",
        "Unterschrift",
    ]
    sheet = page([(0.1 * n, [(0.1, text)]) for n, text in enumerate(texts, 1)])
    assert propose(document(sheet), shipped_schemas(SCHEMAS)).name == "form"


def test_the_end_of_a_postcode_is_no_currency() -> None:
    assert english(["Plot 4, Peterborough PE2 8RP", "Total 12.00"], {}).field("currency").value == "GBP"
    assert english(["Harga 12.00 RP", "Total 12.00"], {}).field("currency").value == "IDR"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["Kaffee 2,50", "MwSt 19 % 0,40"], "EUR"),
        (["Bahnhofstr. 1, 8001 Zürich", "CHE-116.281.710 MWST", "Kaffee 4.50"], "CHF"),
        (["Taco Stand (818) 555-0134", "Tax 1.20"], "USD"),
        (["Crepes 604 555-0134", "GST 1.20"], "CAD"),
        (["Kaffee 2,50", "Berlin, Germany", "Boston, MA 02110"], None),
        (["Kiosk 034194035316", "Kaffee 2,50"], None),
    ],
)
def test_where_no_currency_is_printed_the_country_makes_one_likely(lines: list[str], code: str | None) -> None:
    currency = english(lines, {}).field("currency")
    assert (currency.value, currency.state) == (code, State.CHECK if code else State.NOT_FOUND)


def test_a_sign_is_shown_without_its_amount_and_checked_where_the_country_has_another() -> None:
    answers = {"What is the currency?": Said("£39.00", 0.97), "Welche Währung ist angegeben?": Said("£39.00", 0.97)}
    sheet = page([(0.1, [(0.1, "Summe £39.00")]), (0.2, [(0.1, "MwSt 6,23")])])
    plain, read = document(replace(sheet, source=WordSource.TEXT_LAYER)), document(sheet)
    shown = [extract(one, RECEIPT, told(answers)).field("currency") for one in (plain, read)]
    assert [(one.text, one.state) for one in shown] == [("£", State.CONFIDENT), ("£", State.CHECK)]


def test_a_time_is_told_with_the_half_of_its_day_and_american_telephones_tell_how_days_are_written() -> None:
    sheet = page([(0.1, [(0.1, "Taco Stand (818) 555-0134")]), (0.2, [(0.1, "08/03/2018 6:14 PH")])])
    found = extract(document(sheet), RECEIPT, told({"At what time was it bought?": Said("6:14", 0.97)}))
    assert (found.field("time").text, found.field("date").value) == ("6:14 PM", date(2018, 8, 3))


@pytest.mark.parametrize(
    ("place", "state"), [("Taco Stand (818) 555-0134", State.CHECK), ("Imbiss, MwSt 0,40", State.CONFIDENT)]
)
def test_an_hour_of_twelve_without_its_half_is_to_be_checked(place: str, state: State) -> None:
    sheet = page([(0.1, [(0.1, place)]), (0.2, [(0.1, "28/12/2018 8:17")])])
    questions = ("At what time was it bought?", "Um wie viel Uhr wurde eingekauft?")
    answers = {text: Said("8:17", 0.97) for text in questions}
    assert extract(document(sheet), RECEIPT, told(answers)).field("time").state is state


@pytest.mark.parametrize(("last", "state"), [("TOTAL 6S.35", State.CHECK), ("TOTAL 56.45", State.CONFIDENT)])
def test_a_total_that_only_a_subtotal_says_is_to_be_checked(last: str, state: State) -> None:
    sheet = page([(0.1, [(0.1, "Coffee")]), (0.2, [(0.1, "Sub Total: 56.45")]), (0.3, [(0.1, last)])])
    answers = {text: Said("56.45", 0.97) for text in ("What is the total?", "total amount")}
    found = extract(document(sheet), RECEIPT, told(answers)).field("total_amount")
    assert (found.value, found.state) == (Decimal("56.45"), state)


def test_an_embedded_invoice_is_an_invoice_whatever_the_page_says() -> None:
    form = page([(0.1, [(0.1, "Application form")]), (0.2, [(0.1, "Date of birth: 1.1.1980")])])
    assert propose(document(form), shipped_schemas(SCHEMAS), XML).name == "invoice"


def test_a_form_gives_every_key_as_it_is_printed() -> None:
    sheet = page(
        [
            (0.1, [(0.1, "Name: Ada Lovelace"), (0.6, "Date: 10/12/1815")]),
            (0.15, [(0.1, "Home address:")]),
            (0.168, [(0.1, "12 St James Square")]),
            (0.25, [(0.1, "Date: 1/1/1843"), (0.6, "Signature:")]),
        ]
    )
    engine = told({"Name": Said("Ada Lovelace", 0.9)})
    found = extract(document(sheet), FORM, engine)
    assert {value.name: value.text for value in found.fields} == {
        "Name": "Ada Lovelace",
        "Date": "10/12/1815",
        "Home address": "12 St James Square",
        "Date (2)": "1/1/1843",
        "Signature": "",
    }
    assert found.field("Name").confidence > found.field("Date").confidence
    assert found.field("Signature").state is State.NOT_FOUND


def test_a_receipt_is_filled_too() -> None:
    sheet = page(
        [(0.1, [(0.1, "SHOP")]), (0.2, [(0.1, "Tea"), right(0.8, "5.00")]), (0.3, [(0.1, "Total"), right(0.8, "5.00")])]
    )
    found = extract(document(sheet), RECEIPT, told({"What is the total?": Said("5.00")}))
    assert found.field("total_amount").value == Decimal("5.00")
    assert [rule.ok for rule in found.rules if rule.rule == "rows and total"] == [True]


XML = XmlInvoice(
    "factur-x.xml",
    (
        ("supplier_name", "Hafen Werkzeug GmbH"),
        ("invoice_number", "00471"),
        ("invoice_date", "2024-03-31"),
        ("order_number", "B-77"),
        ("net_amount", "100.00"),
        ("total_amount", "119.00"),
    ),
    (
        (("description", "Hammer"), ("quantity", "2.0000"), ("unit_price", "20.00"), ("amount", "40.00")),
        (("description", "Zange mit langem Griff"), ("quantity", "3"), ("unit_price", "20.00"), ("amount", "60.00")),
    ),
)


def with_xml(printed_total: str = "119,00", xml: XmlInvoice = XML) -> Extraction:
    answers = {**INVOICE_ANSWERS, "Wie lautet der Gesamtbetrag?": Said(printed_total)}
    return extract(document(page(invoice_lines(printed_total))), INVOICE, told(answers), Known(xml=xml))


def test_values_of_the_embedded_xml_are_marked_and_lit_on_the_page() -> None:
    found = with_xml()
    total = found.field("total_amount")
    assert (total.state, total.source, total.value, total.confidence) == (
        State.FROM_XML,
        Source.XML,
        Decimal("119.00"),
        1.0,
    )
    assert total.page == 1
    assert total.boxes
    assert found.disagreements == ()
    assert [item.cell("amount").state for item in found.line_items] == [State.FROM_XML, State.FROM_XML]
    assert found.line_items[1].cell("description").boxes


def test_what_the_page_does_not_show_is_from_the_xml_without_a_box() -> None:
    order = with_xml().field("order_number")
    assert (order.value, order.state, order.page, order.boxes) == ("B-77", State.FROM_XML, None, ())


def test_a_page_that_says_something_else_than_its_xml_is_a_disagreement() -> None:
    found = with_xml("129,00")
    (one,) = found.disagreements
    assert (one.name, one.xml, one.page) == ("total_amount", "119.00", "129,00")
    assert found.field("total_amount").note == "The page says “129,00”, the XML “119.00”."


def test_a_number_that_only_begins_as_the_xmls_is_a_disagreement() -> None:
    fields = tuple((name, "0047" if name == "invoice_number" else text) for name, text in XML.fields)
    (one,) = with_xml(xml=XmlInvoice(XML.file, fields, XML.line_items)).disagreements
    assert (one.name, one.xml, one.page) == ("invoice_number", "0047", "00471")


def test_a_wrong_answer_of_the_model_is_no_disagreement_where_the_page_shows_the_value() -> None:
    engine = told({**INVOICE_ANSWERS, "Wie lautet der Gesamtbetrag?": Said("100,00")})
    found = extract(document(page(invoice_lines())), INVOICE, engine, Known(xml=XML))
    assert found.disagreements == ()
    assert found.field("total_amount").value == Decimal("119.00")


def test_a_row_that_disagrees_with_its_xml_is_named() -> None:
    rows = (XML.line_items[0], (("description", "Zange mit langem Griff"), ("quantity", "4"), ("amount", "60.00")))
    found = with_xml(xml=XmlInvoice(XML.file, XML.fields, rows))
    assert [(one.name, one.xml, one.page) for one in found.disagreements] == [("line_items[2].quantity", "4", "3")]


def test_damaged_xml_is_a_sentence_and_the_page_is_used() -> None:
    found = with_xml(xml=XmlInvoice("factur-x.xml", problem="The embedded factur-x.xml is damaged."))
    assert found.problems == ("The embedded factur-x.xml is damaged.",)
    assert found.field("total_amount").source is Source.MODEL


ORDER = load_schema(SCHEMAS.parents[1] / "docqa_app/training/orders.json")


def test_two_days_under_one_label_are_a_period_from_the_first_to_the_last() -> None:
    sheet = page([(0.1, [(0.1, "Flight dates: 01/14/20 - 01/20/20"), (0.7, "Advertiser: Nina For PA")])])
    found = extract(document(sheet), ORDER, told({}))
    days = [found.field(name).text for name in ("flight_from", "flight_to")]
    assert days == ["01/14/20", "01/20/20"]


def test_a_period_in_one_word_is_parted_and_a_later_day_on_its_line_does_not_end_it() -> None:
    sheet = page([(0.1, [(0.1, "Schedule dates 03/16/20-03/29/20"), (0.6, "Last Modified 03/10/20")])])
    found = extract(document(sheet), ORDER, told({}))
    days = [found.field(name).text for name in ("flight_from", "flight_to")]
    assert days == ["03/16/20", "03/29/20"]


def test_a_value_is_no_surer_than_its_letters_were_read() -> None:
    sheet = page([(0.1, [(0.1, "Invoice date: 31.03.2024")])])
    blurred = replace(sheet, words=tuple(replace(word, confidence=0.8) for word in sheet.words))
    said = told({question: Said("31.03.2024", 0.95) for question in DATED.questions["en"]})
    clear, unclear = (extract(document(one), INVOICE, said).field("invoice_date") for one in (sheet, blurred))
    assert (clear.text, unclear.text) == ("31.03.2024", "31.03.2024")
    assert clear.confidence > 0.9
    assert unclear.confidence == pytest.approx(0.8)


def test_what_arithmetic_leads_to_is_surer_than_its_letters_were_read() -> None:
    rows = (("Tea", "8.20"), ("Total", "8.20"), ("Cash", "10.00"), ("Change", "1.80"))
    lines = [(0.1 + 0.03 * n, [(0.1, name), right(0.8, amount)]) for n, (name, amount) in enumerate(rows)]
    sheet = page(lines)
    blurred = replace(sheet, words=tuple(replace(word, confidence=0.7) for word in sheet.words))
    said = told({question: Said("8.20", 0.9) for question in RECEIPT.fields[-1].questions["en"]})
    assert extract(document(blurred), RECEIPT, said).field("total_amount").confidence > 0.9


def test_an_amount_that_recognition_cut_is_shown_in_one_piece() -> None:
    sheet = page([(0.1, [(0.1, "Total"), (0.5, "79. 35")])])
    said = told({question: Said("79. 35", 0.9) for question in RECEIPT.fields[-1].questions["en"]})
    assert extract(document(sheet), RECEIPT, said).field("total_amount").text == "79.35"


def test_a_single_day_under_the_label_of_a_period_does_not_end_it() -> None:
    found = extract(document(page([(0.1, [(0.1, "Flight dates: 01/14/20")])])), ORDER, told({}))
    assert found.field("flight_from").text == "01/14/20"
    assert not found.field("flight_to").text


def test_a_field_without_labels_stands_beside_its_own_name() -> None:
    bare = replace(INVOICE, fields=tuple(replace(one, labels={}) for one in INVOICE.fields))
    found = extract(document(page([(0.1, [(0.1, "Due date: 14 May 2020")])])), bare, told({}))
    assert found.field("due_date").value == date(2020, 5, 14)


def test_rows_that_do_not_add_up_do_not_speak_against_a_total_that_is_sure() -> None:
    lines = [
        (0.10, [(0.1, "Tea"), right(0.5, "4.00")]),
        (0.12, [(0.1, "Cake"), right(0.5, "6.00")]),
        (0.18, [(0.1, "Tax"), right(0.5, "0.50")]),
        (0.20, [(0.1, "Total"), right(0.5, "12.50")]),
    ]
    said = {"What is the total?": Said("12.50", 0.99), "What is the tax amount?": Said("0.50", 0.99)}
    sure = extract(document(page(lines)), RECEIPT, told(said))
    assert [rule.ok for rule in sure.rules if rule.rule == "rows and total"] == [False]
    assert sure.field("total_amount").state is State.CONFIDENT


def test_names_of_sums_are_known_be_a_letter_misread_and_numbers_without_cents_are_no_amounts() -> None:
    lines = [
        (0.08, [(0.1, "Company No."), right(0.9, "1070682")]),
        (0.10, [(0.1, "Tea"), right(0.9, "4.00")]),
        (0.12, [(0.1, "Cake"), right(0.9, "6.00")]),
        (0.14, [(0.1, "6% GST"), right(0.9, "0.60")]),
        (0.16, [(0.1, "Totai"), right(0.9, "10.60")]),
    ]
    found = extract(document(page(lines)), RECEIPT, told({}))
    assert [item.cell("description").text for item in found.line_items] == ["Tea", "Cake"]


def test_cents_alone_and_numbers_of_companies_are_no_totals() -> None:
    questions = RECEIPT.fields[-1].questions["en"]
    for no_amount in ("00", "‘ 00", "NO : 000800589824", "002077622272"):
        said = told({question: Said(no_amount, 0.4) for question in questions})
        assert not extract(document(page([(0.1, [(0.1, no_amount)])])), RECEIPT, said).field("total_amount").text


def test_the_next_label_of_a_column_of_labels_is_no_name() -> None:
    sheet = page([(0.1, [(0.1, "Advertiser"), (0.4, "Nina For PA")]), (0.12, [(0.1, "Agency"), (0.4, "Sea Media")])])
    found = extract(document(sheet), ORDER, told({})).field("advertiser")
    assert found.text == "Nina For PA"
    assert "Agency" not in [one.text for one in found.alternatives]


def test_a_day_of_a_period_beside_its_label_beats_another_that_the_model_says() -> None:
    lines = [(0.1, [(0.1, "Invoice period 01/27/20 - 02/21/20")]), (0.12, [(0.1, "Flight 12/30/19 - 03/29/20")])]
    last = next(one for one in ORDER.fields if one.name == "flight_to")
    said = told({question: Said("02/21/20", 0.7) for question in last.questions["en"]})
    assert extract(document(page(lines)), ORDER, said).field("flight_to").text == "03/29/20"


def test_whose_dollars_are_meant_is_told_by_the_country_and_to_be_checked() -> None:
    found = english(["Austin, TX 78745", "Total $ 12.00"], {}).field("currency")
    assert (found.value, found.state, found.readings[0]) == ("USD", State.CHECK, "USD")
    assert english(["Total $ 12.00"], {}).field("currency").value is None


def test_the_dollars_of_two_countries_are_left_open() -> None:
    assert english(["Austin, TX 78745", "Toronto, Canada", "Total $ 12.00"], {}).field("currency").value is None


def test_a_number_in_groups_of_digits_is_one_number() -> None:
    assert english(["Invoice no 10 184 477 209"], {}).field("invoice_number").text == "10 184 477 209"


def test_capitals_before_a_number_are_a_part_of_it() -> None:
    assert english(["Order no. WB 0817/24"], {}).field("order_number").text == "WB 0817/24"


def test_a_day_that_no_label_names_is_no_due_date_unless_the_model_is_rather_sure() -> None:
    asked = ("What is the due date?", "due date")
    lines = ["Arrival 13 June 2024"]
    assert english(lines, dict.fromkeys(asked, Said("13 June 2024", 0.4))).field("due_date").text == ""
    assert english(lines, dict.fromkeys(asked, Said("13 June 2024", 0.9))).field("due_date").text == "13 June 2024"


def test_a_weight_is_no_amount() -> None:
    asked = ("What is the net total?", "subtotal")
    assert english(["Net 412 kg"], dict.fromkeys(asked, Said("412 kg", 0.8))).field("net_amount").text == ""


def test_the_day_a_letter_is_dated_with_is_the_day_of_issue() -> None:
    found = english(["Leeds, 3 May 2024", "Work done on 2 April 2024"], {}).field("invoice_date")
    assert found.text == "3 May 2024"


def test_a_label_far_down_the_list_tells_as_much_where_no_better_one_is_printed() -> None:
    assert english(["Please pay £ 12.00"], {}).field("total_amount").confidence > 0.5


def test_the_total_of_a_reminder_is_what_is_claimed_with_its_fees_not_the_sum_of_the_bills() -> None:
    items = [("Mahnung Ihrer Rechnungen", ""), ("RE-114208", "486,71"), ("RE-114655", "1.204,28")]
    fees = [("Summe offene Posten", "1.690,99"), ("Mahngebühr", "10,00"), ("Gesamtforderung", "1.700,99 EUR")]
    lines = [(0.1 + 0.03 * n, [(0.1, name), (0.7, amount)]) for n, (name, amount) in enumerate([*items, *fees])]
    found = extract(document(page(lines)), INVOICE, told({})).field("total_amount")
    assert found.value == Decimal("1700.99")


def test_the_lines_of_an_address_are_parted_by_commas() -> None:
    lines = invoice_lines()
    lines[0:2] = [
        (0.04, [(0.1, "Verkäufer"), (0.6, "Rechnung")]),
        (0.06, [(0.1, "Hafen Werkzeug GmbH")]),
        (0.08, [(0.1, "Kai 4")]),
        (0.10, [(0.1, "20457 Hamburg")]),
    ]
    answers = {**INVOICE_ANSWERS, "Wie lautet die Anschrift des Verkäufers?": Said("Kai 4 20457 Hamburg")}
    found = extract(document(page(lines)), INVOICE, told(answers))
    assert "Kai 4, 20457 Hamburg" in _texts(found.field("supplier_address"))


def _texts(value: FieldValue) -> list[str]:
    return [value.text, *(one.text for one in value.alternatives)]


def test_a_page_that_could_not_be_read_is_told_beside_the_values() -> None:
    damaged = replace(page([], 2), problem="Page 2 is damaged. Scan it again.")
    found = extract(document(page(invoice_lines()), damaged), INVOICE, told(INVOICE_ANSWERS))
    assert found.problems == ("Page 2 is damaged. Scan it again.",)
    assert found.field("invoice_number").text == "00471"


def test_what_is_wrong_with_the_embedded_xml_hides_no_page_that_could_not_be_read() -> None:
    damaged = replace(page([], 2), problem="Page 2 is damaged. Scan it again.")
    broken = XmlInvoice("factur-x.xml", problem="The embedded factur-x.xml is damaged.")
    found = extract(document(page(invoice_lines()), damaged), INVOICE, told(INVOICE_ANSWERS), Known(xml=broken))
    assert found.problems == ("Page 2 is damaged. Scan it again.", "The embedded factur-x.xml is damaged.")


def test_a_post_office_box_is_no_order_and_the_number_of_one_ends_before_a_comma() -> None:
    assert english(["Birchline Supply", "PO Box 4417, Dayton, OH"], {}).field("order_number").text == ""
    assert english(["Your PO 4417, as agreed"], {}).field("order_number").text == "4417"


@pytest.mark.parametrize(
    "named", ["Shipping & handling", "Service charge 18%", "Reimbursable expenses (mileage)", "Less deposit"]
)
def test_what_its_own_line_calls_something_else_is_no_tax_though_the_sum_fits(named: str) -> None:
    lines = ["Subtotal 311.55", f"{named} 24.80", "Total 336.35"]
    answers = {
        "What is the net total?": Said("311.55"),
        "What is the tax amount?": Said("24.80", 0.9),
        "What is the total amount?": Said("336.35", 0.9, (("24.80", 0.05),)),
    }
    found = english(lines, answers)
    assert found.field("tax_amount").state is State.NOT_FOUND
    assert [found.field(name).text for name in ("net_amount", "total_amount")] == ["311.55", "336.35"]
    assert all(one.ok for one in found.rules)


def test_a_currency_apart_from_what_is_no_tax_does_not_make_it_one() -> None:
    lines = [("Subtotal", "GBP 311.55"), ("Gratuity", "GBP 24.80"), ("Total", "GBP 336.35")]
    sheet = page([(0.1 + 0.03 * n, [(0.1, name), (0.5, amount)]) for n, (name, amount) in enumerate(lines)])
    answers = {"What is the tax amount?": Said("24.80", 0.9), "What is the total amount?": Said("336.35")}
    found = extract(document(sheet), INVOICE, told(answers))
    assert found.field("tax_amount").state is State.NOT_FOUND


def test_a_tax_on_what_is_shipped_is_a_tax() -> None:
    lines = ["Subtotal 311.55", "VAT on shipping 24.80", "Total 336.35"]
    answers = {"What is the net total?": Said("311.55"), "What is the tax amount?": Said("24.80", 0.9)}
    assert english(lines, {**answers, "What is the total amount?": Said("336.35")}).field("tax_amount").text == "24.80"


def taxed(*taxes: str, total: str) -> FieldValue:
    """The tax of a bill with these lines of taxes, of which the model says the last one's."""
    answers = {
        "What is the net total?": Said("161.00"),
        "What is the tax amount?": Said(taxes[-1].split()[-1], 0.95),
        "What is the total amount?": Said(total),
    }
    return english(["Net total 161.00", *taxes, f"Total {total}"], answers).field("tax_amount")


def test_taxes_that_are_printed_one_by_one_are_summed_where_only_their_sum_fits() -> None:
    for some in (("GST 5% 8.05", "QST 9.975% 16.06"), ("CGST @ 5% 8.05", "SGST @ 10% 16.06")):
        tax = taxed(*some, total="185.11")
        assert (tax.value, tax.state, len(tax.boxes)) == (Decimal("24.11"), State.CONFIDENT, 2)
    one, city, state = "Federal tax 1.00", "City tax 2.00", "State sales tax 3.00"
    assert taxed(one, city, state, total="167.00").value == Decimal("6.00")
    assert taxed(one, city, "VAT 20% 32.20", total="193.20").value == Decimal("32.20")


def test_taxes_in_groups_of_three_digits_are_summed() -> None:
    lines = ["Facture du 26 juin", "Sous-total 12 909,40 $", "TPS 5 % 645,47 $", "TVQ 9,975 % 1 287,71 $"]
    answers = {"Quel est le total HT ?": Said("12 909,40"), "Quel est le montant total ?": Said("14 842,58")}
    answers["Quel est le montant de la TVA ?"] = Said("1 287,71", 0.9)
    tax = english([*lines, "Total à payer par le client 14 842,58 $"], answers).field("tax_amount")
    assert tax.value == Decimal("1933.18")


def test_the_sum_of_two_german_taxes_is_written_as_the_page_writes() -> None:
    lines = ["Netto 161,00 €", "zzgl. 7 % MwSt. 8,61 €", "zzgl. 19 % MwSt. 13,10 €", "Rechnungsbetrag 182,71 €"]
    answers = {"Wie lautet der Nettobetrag?": Said("161,00"), "Wie lautet der Gesamtbetrag?": Said("182,71")}
    answers["Wie hoch ist der Steuerbetrag?"] = Said("13,10", 0.95)
    lines = ["Rechnung vom 31.03.2024", "Leistung und Lieferung für den Kunden", *lines]
    tax = english(lines, answers).field("tax_amount")
    assert (tax.text, tax.value) == ("21,71", Decimal("21.71"))


def test_a_row_with_a_usual_discount_is_no_false_alarm_and_a_wrong_amount_is_one() -> None:
    def rows(*amounts: str) -> list[str]:
        lines: list[tuple[float, list[tuple[float, str]]]] = [
            (0.2, [(0.1, "Description"), (0.4, "Qty"), (0.5, "Price"), (0.65, "Disc."), (0.83, "Amount")])
        ]
        for n, amount in enumerate(amounts):
            cells = [(0.1, "Drawer"), right(0.43, "50"), right(0.56, "2.15"), right(0.72, "x %"), right(0.9, amount)]
            lines.append((0.24 + 0.03 * n, cells))
        found = extract(document(page(lines)), INVOICE, told({}))
        return [one.message for one in found.rules if one.rule == "row amount" and not one.ok]

    assert rows("107.50", "102.13", "86.00", "75.25") == []
    assert rows("68.00") == ["Row 1: 50 x 2.15 is 107.50, but the amount is 68.00."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Rechnung über Ware", "G U T S C H R I F T Nr. 9100422", "Gutschrift zu Rechnung: 8100917 vom Oktober"],
        ["Credit memo", "Credit memo # 9100422", "Orig invoice # 8100917"],
        ["Credit note no. 9100422", "related to our invoice no. 8100917"],
        ["Facture de la commande, montant à payer", "Avoir n° 9100422", "sur facture n° 8100917"],
    ],
)
def test_the_number_of_the_invoice_that_is_credited_is_not_the_credit_notes(lines: list[str]) -> None:
    asked = [text for some in _field("invoice_number").questions.values() for text in some]
    number = english(lines, dict.fromkeys(asked, Said("8100917", 0.95, (("9100422", 0.03),)))).field("invoice_number")
    assert number.text == "9100422"
    assert "8100917" not in [one.text for one in number.alternatives]


def test_what_speaks_of_another_document_counts_where_nothing_else_is_labelled() -> None:
    lines = ["Anlage zur Rechnung Nr. 8100917", "Lieferung der Ware, Betrag zahlbar bis Ende"]
    assert english(lines, {}).field("invoice_number").text == "8100917"


def test_a_label_that_begins_within_another_and_goes_on_behind_it_is_one_too() -> None:
    found = english(["Date 3 September 2026", "TOTAL AMOUNT DUE ON October 3, 2026 $1,190.26"], {})
    assert found.field("due_date").value == date(2026, 10, 3)
    assert found.field("total_amount").value == Decimal("1190.26")


def test_heads_that_stand_close_keep_their_own_values() -> None:
    sheet = page([(0.1, [(0.1, "Invoice date due date")]), (0.12, [(0.1, "2024-03-31"), (0.25, "2024-04-30")])])
    found = extract(document(sheet), INVOICE, told({}))
    assert found.field("invoice_date").value == date(2024, 3, 31)
    assert found.field("due_date").value == date(2024, 4, 30)


def test_a_sum_at_the_right_edge_stands_behind_its_label_however_far() -> None:
    def total(*cells: tuple[float, str]) -> str:
        return extract(document(page([(0.5, cells)])), INVOICE, told({})).field("total_amount").text

    assert total((0.05, "Total"), right(0.62, "3,570 kg"), right(0.95, "USD 2,504.00")).endswith("2,504.00")
    assert total((0.05, "Total"), right(0.8, "Deposit"), right(0.95, "2,504.00")) == ""


def test_a_rate_of_exchange_is_no_amount() -> None:
    answers = {"What is the net total?": Said("0.742310", 0.9), "What is the tax amount?": Said("0.742310", 0.9)}
    found = english(["USD amounts are converted at 1 USD = 0.742310 GBP"], answers)
    assert [found.field(name).text for name in ("net_amount", "tax_amount")] == ["", ""]


def test_one_printed_amount_is_not_two_that_are_added() -> None:
    answers = {
        "What is the net total?": Said("36.55", 0.7, (("365.50", 0.2),)),
        "What is the tax amount?": Said("36.55", 0.9),
    }
    found = english(["Supplies 365.50", "of this 36.55"], answers)
    assert [found.field(name).text for name in ("net_amount", "tax_amount")] == ["365.50", "36.55"]
    sole = english(["GST 36.55", "Total 402.05"], {**answers, "What is the net total?": Said("36.55", 0.7)})
    assert [sole.field(name).text for name in ("net_amount", "tax_amount")] == ["", "36.55"]


def test_a_sum_of_taxes_that_is_printed_is_the_tax_where_it_fits() -> None:
    tax, total = Said("90.00", 0.78, (("80.00", 0.21),)), Said("180.00", 0.6, (("1,180.00", 0.36),))
    answers = dict.fromkeys(_field("tax_amount").questions["en"], tax)
    answers |= dict.fromkeys(_field("total_amount").questions["en"], total)
    lines = ["Taxable value 1,000.00", "CGST @ 9% 90.00", "SGST @ 9% 90.00", "Total 1,180.00", "of which 80.00"]
    found = english([*lines, "CGST 90.00", "SGST 90.00", "Total tax amount 180.00"], answers)
    assert [found.field(name).text for name in ("tax_amount", "total_amount")] == ["180.00", "1,180.00"]


def test_a_number_in_groups_is_whole_where_the_model_took_the_first() -> None:
    asked = _field("invoice_number").questions["en"]
    found = english(["Invoice no 95 2207 8841"], dict.fromkeys(asked, Said("95", 0.9))).field("invoice_number")
    assert (found.text, found.state) == ("95 2207 8841", State.CONFIDENT)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Zahlbar innert 30 Tagen netto, d.h. bis 30.10.2026. Besten Dank für den Auftrag.", date(2026, 10, 30)),
        ("Bitte überweisen Sie die Nachzahlung bis zum 30.10.2026 auf das Konto.", date(2026, 10, 30)),
        ("Please pay the full amount of £ 500.00 by 30 October 2026.", date(2026, 10, 30)),
        ("La facture est à régler en totalité avant le 30 octobre 2026.", date(2026, 10, 30)),
        ("Zahlbar bis 14.10.26 mit 3% Skonto = 41,04 EUR, bis 30.10.26 ohne Abzug.", date(2026, 10, 30)),
        ("Zahlung für die Zeit vom 1. Januar bis 30. Oktober 2026 erbeten.", None),
        ("Zahlbar sofort. Die Preise gelten bis 30.10.2026.", None),
    ],
)
def test_the_day_until_which_a_sentence_asks_to_pay_is_the_due_date(line: str, day: date | None) -> None:
    told_kind = {"L": "Facture de la commande, montant à payer", "P": "Invoice for goods and services"}
    kind = told_kind.get(line[0], "Rechnung vom September über die Lieferung der Ware")
    asked = [text for some in _field("due_date").questions.values() for text in some]
    answers = dict.fromkeys(asked, Said("14.10.26", 0.8)) if "14.10" in line else {}
    assert english([kind, line], answers).field("due_date").value == day


def test_the_payment_that_is_due_is_the_total() -> None:
    found = english(["Earned to date 268,256.25", "CURRENT PAYMENT DUE 117,326.25"], {})
    assert found.field("total_amount").value == Decimal("117326.25")


@pytest.mark.parametrize(
    "lines",
    [
        ["Invoice for goods", "Customer VAT No 4550198821", "VAT 4780251163", "Total 10.00"],
        ["Facture des travaux", "TVA client 4550198821", "TVA 4780251163", "Total 10,00"],
        ["Rechnung der Firma", "Ihre UID 4550198821", "UID 4780251163", "Summe 10,00"],
    ],
)
def test_a_tax_number_that_is_said_to_be_the_buyers_is_not_the_sellers(lines: list[str]) -> None:
    assert english(lines, {}).field("supplier_vat_id").value == "4780251163"


def test_a_rate_of_tax_is_no_tax_number() -> None:
    found = english(["Invoice for goods", "Total 10.00", "VAT at 20% on 2,614.00 522.80"], {})
    assert found.field("supplier_vat_id").text == ""


@pytest.mark.parametrize("other", ["abzgl. 1. Abschlagsrechnung vom 09.05.2025", "Lieferschein Nr. 12 vom 09.05.2025"])
def test_the_day_of_another_paper_is_not_that_of_the_bill(other: str) -> None:
    found = english(["Rechnung der Firma über die Arbeiten", "Rechnung Nr. 4711 vom 21.05.2025", other], {})
    assert found.field("invoice_date").value == date(2025, 5, 21)


def test_a_street_is_no_invoice_number() -> None:
    lines = ["Kingfisher Print Ltd", "1577 Venables St", "Vancouver, BC V5L 2G9"]
    sheet = page([(0.1 + 0.02 * n, [(0.1, line)]) for n, line in enumerate([*lines, "Invoice for goods"])])
    asked = dict.fromkeys(_field("invoice_number").questions["en"], Said("1577 Venables St", 0.9))
    assert extract(document(sheet), INVOICE, told(asked)).field("invoice_number").text == ""


def test_south_africas_currency_is_told_by_the_letter_before_its_amounts() -> None:
    found = english(["Invoice for goods", "Subtotal R 100.00", "Total R 115.00"], {}).field("currency")
    assert (found.value, found.state) == ("ZAR", State.CONFIDENT)
