"""What a person corrects on one document is right on the supplier's next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from docqa_app.core.changes import Change, Deed, Patch, Reviewed, change
from docqa_app.core.document import Document, WordSource
from docqa_app.core.fields import Extraction, FieldValue, LineItem, Source, State, Value
from docqa_app.core.suppliers import COLUMN, Memory, Side, joined, recognised, supplier_of
from docqa_app.errors import LibraryError
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.extracting.learning import learned
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import find_schema
from tests.extracting.sheets import INVOICE_ANSWERS, SCHEMAS, Cell, document, invoice_lines, page, right, told
from tests.fakes import Said

AT = "2024-04-01T08:00:00.000+00:00"

Lines = Sequence[tuple[float, Sequence[Cell]]]


@pytest.fixture(scope="module")
def schema() -> Schema:
    return find_schema("invoice", SCHEMAS)


def sheet(lines: Lines, name: str = "1") -> Document:
    return replace(document(page(lines)), sha256=name * 64, path=f"/in/{name}.pdf")


def first_lines(number: str = "RE-00471", order: str = "B-7781") -> list[tuple[float, Sequence[Cell]]]:
    """The invoice of the sheets with an order number before the invoice's own."""
    lines = invoice_lines()
    lines[2] = (0.14, [(0.1, f"Ihre Bestellung: {order}"), (0.6, "Datum: 31.03.2024")])
    lines.insert(3, (0.155, [(0.1, f"Beleg: {number}")]))
    return lines


def found(sheet: Document, schema: Schema, answers: dict[str, Said], *memories: Memory) -> Extraction:
    def recall(document: Document, extraction: Extraction) -> Memory | None:
        return recognised(memories, supplier_of(document, extraction))

    return extract(sheet, schema, told({**INVOICE_ANSWERS, **answers}), Known(recall=recall))


def corrected(first: Extraction, sheet: Document, name: str, text: str, value: Value | None = None) -> Extraction:
    """A person clicks the words of the right value."""
    words = tuple(at for at, word in enumerate(sheet.pages[0].words) if word.text in text.split())
    old = first.field(name)
    new = replace(old, text=text, value=value or text, page=1 if words else None, words=words, readings=())
    return with_field(first, replace(new, source=Source.PERSON, state=State.ACCEPTED, note=""))


def with_field(found: Extraction, new: FieldValue) -> Extraction:
    return replace(found, fields=tuple(new if one.name == new.name else one for one in found.fields))


def taught(sheet: Document, first: Extraction, now: Extraction) -> Memory:
    entry = Change(Deed.EXTRACT, first.model, AT, Patch(), Patch(whole=first))
    memory = learned(sheet, Reviewed(now, (entry,)), AT)
    assert memory is not None
    return memory


def number_lesson(schema: Schema) -> Memory:
    """The model takes the order's number for the invoice's, and is corrected."""
    one = sheet(first_lines())
    first = found(one, schema, {"Wie lautet die Rechnungsnummer?": Said("B-7781")})
    return taught(one, first, corrected(first, one, "invoice_number", "RE-00471"))


def test_the_label_beside_the_corrected_value_is_remembered(schema: Schema) -> None:
    (correction,) = number_lesson(schema).corrections

    assert (correction.field, correction.label, correction.side) == ("invoice_number", "Beleg:", Side.LEFT)
    assert (correction.text, correction.page, correction.constant) == ("RE-00471", 1, False)


def test_the_next_invoice_is_read_where_the_person_pointed(schema: Schema) -> None:
    memory = number_lesson(schema)
    two = sheet(first_lines("RE-00533", "B-9020"), "2")

    value = found(two, schema, {"Wie lautet die Rechnungsnummer?": Said("B-9020")}, memory).field("invoice_number")

    assert (value.text, value.value, value.state) == ("RE-00533", "RE-00533", State.CONFIDENT)
    assert value.source is Source.REMEMBERED
    assert value.note == "Read as remembered from Hafen Werkzeug GmbH."
    assert value.alternatives[0].text == "B-9020"
    assert [two.pages[0].words[index].text for index in value.words] == ["RE-00533"]
    assert value.boxes


def test_a_document_that_was_filled_anew_teaches_like_any_other(schema: Schema) -> None:
    one = sheet(first_lines())
    first = found(one, schema, {"Wie lautet die Rechnungsnummer?": Said("RE")})
    anew = found(one, schema, {"Wie lautet die Rechnungsnummer?": Said("B-7781")})
    entries = (
        Change(Deed.EXTRACT, first.model, AT, Patch(), Patch(whole=first)),
        change(Deed.EXTRACT, anew.model, AT, first, anew),
    )

    memory = learned(one, Reviewed(corrected(anew, one, "invoice_number", "RE-00471"), entries), AT)

    assert memory is not None
    (correction,) = memory.corrections
    assert (correction.field, correction.label, correction.wrong) == ("invoice_number", "Beleg:", "B-7781")


def test_the_label_is_followed_where_it_has_moved(schema: Schema) -> None:
    memory = number_lesson(schema)
    lines = first_lines("RE-00533", "B-9020")
    lines[3] = (0.21, [(0.55, "Beleg: RE-00533")])
    two = sheet(lines, "2")

    value = found(two, schema, {"Wie lautet die Rechnungsnummer?": Said("B-9020")}, memory).field("invoice_number")

    assert value.text == "RE-00533"


def test_what_stands_without_a_label_is_found_in_its_place_and_is_to_be_checked(schema: Schema) -> None:
    def lines(number: str) -> Lines:
        rest = [line for line in invoice_lines() if line[0] != 0.14]
        return [*rest, (0.20, [(0.45, number)]), (0.21, [(0.1, "Datum: 31.03.2024")])]

    one, two = sheet(lines("4711/24")), sheet(lines("4802/24"), "2")
    answers = {"Wie lautet die Rechnungsnummer?": Said("4")}
    first = found(one, schema, answers)
    memory = taught(one, first, corrected(first, one, "invoice_number", "4711/24"))

    value = found(two, schema, answers, memory).field("invoice_number")

    assert memory.corrections[0].side is Side.NONE
    assert (value.text, value.state) == ("4802/24", State.CHECK)


def test_another_supplier_learns_nothing_from_it(schema: Schema) -> None:
    memory = number_lesson(schema)
    lines = [(0.05, [(0.1, "Ostsee Farben AG"), (0.6, "Rechnung")]), (0.14, [(0.1, "Nr. 99 Beleg: X-1")])]
    other = sheet(lines, "3")
    answers = {"Wer ist der Rechnungssteller?": Said("Ostsee Farben AG"), "Wie lautet die Rechnungsnummer?": Said("99")}

    value = found(other, schema, answers, memory).field("invoice_number")

    assert (value.text, value.source) == ("99", Source.MODEL)


def test_a_supplier_whose_name_is_read_wrong_again_is_known_by_its_papers(schema: Schema) -> None:
    wrong = {"Wer ist der Rechnungssteller?": Said("Bauhof Nord")}
    one, two = sheet(invoice_lines()), sheet(invoice_lines(total="238,00"), "2")
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "supplier_name", "Hafen Werkzeug GmbH"))

    value = found(two, schema, wrong, memory).field("supplier_name")

    assert (value.text, value.source) == ("Hafen Werkzeug GmbH", Source.REMEMBERED)


def test_a_name_that_is_only_a_logo_is_offered_to_be_checked(schema: Schema) -> None:
    wrong = {"Wer ist der Rechnungssteller?": Said("Bauhof Nord")}
    lines = invoice_lines()
    lines[0] = (0.05, [(0.6, "Rechnung")])
    one, two = sheet(lines), sheet(lines, "2")
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "supplier_name", "Hafenwerk"))

    value = found(two, schema, wrong, memory).field("supplier_name")

    assert (value.text, value.state, value.page) == ("Hafenwerk", State.CHECK, None)


def test_an_ambiguous_date_is_read_as_it_was_resolved_for_the_supplier(schema: Schema) -> None:
    def english(day: str) -> Lines:
        return [
            (0.05, [(0.1, "Harbour Tools Ltd"), (0.6, "Invoice")]),
            (0.14, [(0.1, "Invoice number: 471"), (0.6, f"Invoice date: {day}")]),
            (0.46, [(0.6, "Total"), right(0.89, "119.00")]),
        ]

    asked = schema_question(schema, "supplier_name"), schema_question(schema, "invoice_date")
    one, two = sheet(english("03/04/2024")), sheet(english("05/06/2024"), "2")
    first = found(one, schema, {asked[0]: Said("Harbour Tools Ltd"), asked[1]: Said("03/04/2024")})
    assert first.field("invoice_date").state is State.CHECK
    memory = taught(one, first, corrected(first, one, "invoice_date", "03/04/2024", date(2024, 4, 3)))

    value = found(two, schema, {asked[0]: Said("Harbour Tools Ltd"), asked[1]: Said("05/06/2024")}, memory).field(
        "invoice_date"
    )

    assert memory.date_order == "DMY"
    assert (value.value, value.state, value.readings) == (date(2024, 6, 5), State.CONFIDENT, ())


def schema_question(schema: Schema, name: str) -> str:
    return next(one.questions["en"][0] for one in schema.fields if one.name == name)


def test_a_total_is_found_beside_its_label_below_more_rows(schema: Schema) -> None:
    one = sheet(invoice_lines())
    wrong = {"Wie lautet der Gesamtbetrag?": Said("100,00", 0.9)}
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "total_amount", "119,00", Decimal("119.00")))
    lines = [(top + 0.2 if 0.38 < top < 0.5 else top, cells) for top, cells in invoice_lines(total="138,00")]
    two = sheet(lines, "2")

    value = found(two, schema, wrong, memory).field("total_amount")

    assert memory.corrections[0].label == "Gesamt"
    assert (value.value, value.source) == (Decimal("138.00"), Source.REMEMBERED)


def test_a_doubtful_value_that_stands_where_it_was_accepted_before_is_no_longer_doubted(schema: Schema) -> None:
    def lines(total: str) -> list[tuple[float, Sequence[Cell]]]:
        """With a label that nobody knows."""
        number = (0.14, [(0.1, "Vorgang: 00471"), (0.6, "Datum: 31.03.2024")])
        return [number if line[0] == 0.14 else line for line in invoice_lines(total=total)]

    unsure = {"Wie lautet die Rechnungsnummer?": Said("00471", 0.6)}
    one, two = sheet(lines("119,00")), sheet(lines("138,00"), "2")
    first = found(one, schema, unsure)
    assert first.field("invoice_number").state is State.CHECK
    memory = taught(one, first, with_field(first, replace(first.field("invoice_number"), state=State.ACCEPTED)))

    value = found(two, schema, unsure, memory).field("invoice_number")

    assert (value.text, value.state, value.source) == ("00471", State.CONFIDENT, Source.MODEL)


def test_a_library_that_cannot_be_read_costs_the_gain_and_not_the_document(schema: Schema) -> None:
    def broken(document: Document, found: Extraction) -> Memory | None:
        raise LibraryError("The library is damaged.")

    value = extract(sheet(invoice_lines()), schema, told(INVOICE_ANSWERS), Known(recall=broken)).field("total_amount")

    assert value.value == Decimal("119.00")


def test_nothing_is_learned_where_nothing_was_corrected(schema: Schema) -> None:
    one = sheet(invoice_lines())
    first = found(one, schema, {})
    sure = [value for value in first.fields if value.state is State.CONFIDENT]
    now = first
    for value in sure:
        now = with_field(now, replace(value, state=State.ACCEPTED))
    entry = Change(Deed.EXTRACT, first.model, AT, Patch(), Patch(whole=first))

    assert learned(one, Reviewed(now, (entry,)), AT) is None


def test_a_sum_without_its_label_is_not_taken_from_where_it_stood(schema: Schema) -> None:
    one = sheet(invoice_lines())
    wrong = {"Wie lautet der Gesamtbetrag?": Said("100,00", 0.9)}
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "total_amount", "119,00", Decimal("119.00")))
    lines = invoice_lines(total="77,00")
    lines[-2] = (0.46, [(0.63, "Skonto"), right(0.89, "77,00 €")])

    value = found(sheet(lines, "2"), schema, wrong, memory).field("total_amount")

    assert (value.text, value.state) == ("119,00", State.CHECK)


def test_an_amount_is_taken_without_what_is_printed_behind_it(schema: Schema) -> None:
    one = sheet(invoice_lines())
    wrong = {"Wie lautet der Gesamtbetrag?": Said("100,00", 0.9)}
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "total_amount", "119,00", Decimal("119.00")))
    lines = invoice_lines(total="138,00")
    lines[-2] = (0.46, [(0.63, "Gesamt 138,00 inklusive 19 %")])

    value = found(sheet(lines, "2"), schema, wrong, memory).field("total_amount")

    assert (value.text, value.value) == ("138,00", Decimal("138.00"))


def test_another_value_of_the_model_is_not_replaced_by_one_that_is_not_printed(schema: Schema) -> None:
    lines = invoice_lines()
    lines[0] = (0.05, [(0.6, "Rechnung")])
    one, two = sheet(lines), sheet(lines, "2")
    first = found(one, schema, {"Wer ist der Rechnungssteller?": Said("Bauhof Nord")})
    memory = taught(one, first, corrected(first, one, "supplier_name", "Hafenwerk"))

    value = found(two, schema, {"Wer ist der Rechnungssteller?": Said("Kai 4")}, memory).field("supplier_name")

    assert (value.text, value.source) == ("Kai 4", Source.MODEL)


def test_a_model_that_is_sure_of_something_else_than_its_mistake_is_believed(schema: Schema) -> None:
    def lines(total: str) -> list[tuple[float, Sequence[Cell]]]:
        """Without net and tax, which would tell the total by arithmetic."""
        rest = [line for line in invoice_lines(total=total) if line[0] not in (0.40, 0.43)]
        return [*rest, (0.44, [(0.63, "Anzahlung"), right(0.89, "100,00 €")])]

    alone = {"Wie lautet der Nettobetrag?": Said("", 0.0), "Wie hoch ist der Steuerbetrag?": Said("", 0.0)}
    one = sheet(lines("119,00"))
    first = found(one, schema, {**alone, "Wie lautet der Gesamtbetrag?": Said("100,00", 0.9)})
    memory = taught(one, first, corrected(first, one, "total_amount", "119,00", Decimal("119.00")))
    two = sheet([*lines("138,00"), (0.49, [(0.63, "Zahlbetrag"), right(0.89, "135,24 €")])], "2")

    value = found(two, schema, {**alone, "Wie lautet der Gesamtbetrag?": Said("135,24", 0.9)}, memory).field(
        "total_amount"
    )

    assert memory.corrections[0].wrong_label == "Anzahlung"
    assert memory.corrections[0].wrong_sha256 == one.sha256
    assert (value.text, value.source) == ("135,24", Source.MODEL)


def test_a_mistake_that_was_mended_by_memory_is_still_known_after_the_next_document(schema: Schema) -> None:
    wrong = {"Wer ist der Rechnungssteller?": Said("Bauhof Nord")}
    lines = invoice_lines()
    lines[0] = (0.05, [(0.6, "Rechnung")])
    one, two, three = (sheet(lines, name) for name in "123")
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "supplier_name", "Hafenwerk"))
    second = found(two, schema, wrong, memory)
    agreed = replace(second.field("supplier_name"), state=State.ACCEPTED)
    again = taught(two, second, with_field(second, agreed))

    value = found(three, schema, wrong, joined(memory, again)).field("supplier_name")

    assert again.corrections[0].wrong == "Bauhof Nord"
    assert (value.text, value.source, value.state) == ("Hafenwerk", Source.REMEMBERED, State.CHECK)


def test_what_is_no_amount_of_money_is_not_taken_for_one(schema: Schema) -> None:
    one = sheet(invoice_lines())
    wrong = {"Wie lautet der Gesamtbetrag?": Said("100,00", 0.9)}
    first = found(one, schema, wrong)
    memory = taught(one, first, corrected(first, one, "total_amount", "119,00", Decimal("119.00")))
    lines = invoice_lines(total="138,00")
    lines[-2] = (0.46, [(0.63, "Gesamt 450MG"), right(0.89, "138,00 €")])

    value = found(sheet(lines, "2"), schema, wrong, memory).field("total_amount")

    assert value.value == Decimal("138.00")


ODD_HEAD: Sequence[Cell] = [(0.1, "Was"), (0.4, "Wieviel"), (0.55, "Kostet"), (0.8, "Macht")]


def odd_lines(*rows: tuple[str, str, str, str], top: float = 0.25) -> Lines:
    """An invoice whose columns are headed as nobody heads them, the numbers of pieces behind the text."""
    lines = [line for line in invoice_lines() if line[0] < 0.24 or line[0] > 0.35]
    body = [
        (top + 0.03 * n, [(0.1, name), right(0.45, count), right(0.63, price), right(0.89, amount)])
        for n, (name, count, price, amount) in enumerate(rows, start=1)
    ]
    return sorted([*lines, (top, ODD_HEAD), *body], key=lambda line: line[0])


def rows_of(found: Extraction) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in item.cells) for item in found.line_items]


def row_lesson(schema: Schema) -> Memory:
    """A person enters the only row, clicking its words."""
    one = sheet(odd_lines(("Hammer", "2", "50,00", "100,00")))
    first = found(one, schema, {})
    assert first.line_items == ()
    texts = {"description": "Hammer", "quantity": "2", "unit_price": "50,00", "amount": "100,00"}
    words = [word.text for word in one.pages[0].words]
    cells = tuple(
        FieldValue(c.name, c.type, texts[c.name], page=1, words=(words.index(texts[c.name]),), state=State.ACCEPTED)
        for c in schema.columns
    )
    return taught(one, first, replace(first, line_items=(LineItem(cells),)))


def test_the_columns_of_mended_rows_are_remembered_with_their_heads(schema: Schema) -> None:
    corrections = row_lesson(schema).corrections

    assert {one.field: one.label for one in corrections if one.field.startswith(COLUMN)} == {
        "line_items.description": "Was",
        "line_items.quantity": "Wieviel",
        "line_items.unit_price": "Kostet",
        "line_items.amount": "Macht",
    }


def test_the_next_invoice_of_the_supplier_has_its_rows(schema: Schema) -> None:
    rows = (("Zange", "3", "20,00", "60,00"), ("Feile", "2", "10,00", "20,00"))  # which add up to nothing printed
    two = sheet(odd_lines(*rows, top=0.28), "2")

    assert rows_of(found(two, schema, {})) == []
    assert rows_of(found(two, schema, {}, row_lesson(schema))) == list(rows)


def test_rows_that_nobody_mended_teach_nothing(schema: Schema) -> None:
    one = sheet(first_lines())
    first = found(one, schema, {"Wie lautet die Rechnungsnummer?": Said("B-7781")})
    memory = taught(one, first, corrected(first, one, "invoice_number", "RE-00471"))

    assert [item.field for item in memory.corrections] == ["invoice_number"]


def read_at(document: Document, text: str, confidence: float) -> Document:
    """The document as a scan on which one word was read so surely."""
    (only,) = document.pages
    words = tuple(replace(word, confidence=confidence) if word.text == text else word for word in only.words)
    return replace(document, pages=(replace(only, words=words, source=WordSource.OCR),))


def odd_invoice(number: str = "Rechnungsnummer: 00471", day: str = "Datum: 31.03.2024") -> Lines:
    """The invoice of the sheets with another line of number and day, and no day of payment."""
    line = (0.14, [(0.1, number), (0.6, day)])
    return [line if one[0] == 0.14 else one for one in invoice_lines(due="")]


def test_what_was_hardly_legible_stays_to_be_checked_where_a_person_pointed(schema: Schema) -> None:
    memory = number_lesson(schema)
    two = read_at(sheet(first_lines("RE-00533", "B-9020"), "2"), "RE-00533", 0.65)

    value = found(two, schema, {"Wie lautet die Rechnungsnummer?": Said("B-9020")}, memory).field("invoice_number")

    assert (value.text, value.state, value.source) == ("RE-00533", State.CHECK, Source.REMEMBERED)


def test_a_value_that_the_model_finds_too_stays_in_doubt_where_it_was_hardly_legible(schema: Schema) -> None:
    one = sheet(odd_invoice("Vorgang: 00471"))
    first = found(one, schema, {"Wie lautet die Rechnungsnummer?": Said("00471", 0.6)})
    memory = taught(one, first, with_field(first, replace(first.field("invoice_number"), state=State.ACCEPTED)))
    two = sheet(odd_invoice("Vorgang: 00477"), "2")
    answers = {"Wie lautet die Rechnungsnummer?": Said("00477", 0.6)}

    def state(read: float) -> State:
        return found(read_at(two, "00477", read), schema, answers, memory).field("invoice_number").state

    assert (state(0.31), state(0.93)) == (State.CHECK, State.CONFIDENT)


@pytest.mark.parametrize("said", ["30.04.2024", "31.05.2099"])
def test_a_day_far_ahead_stays_to_be_checked_where_a_person_pointed(schema: Schema, said: str) -> None:
    asked, due = (one.questions["de"][0] for one in schema.fields if one.name in ("invoice_date", "due_date"))
    one, two = sheet(odd_invoice(day="Ausgestellt: 31.03.2024")), sheet(odd_invoice(day="Ausgestellt: 31.05.2099"), "2")
    first = found(one, schema, {asked: Said("30.04.2024", 0.9)})
    memory = taught(one, first, corrected(first, one, "invoice_date", "31.03.2024", date(2024, 3, 31)))

    value = found(two, schema, {asked: Said(said, 0.9), due: Said("", 0.0)}, memory).field("invoice_date")

    assert (value.text, value.state) == ("31.05.2099", State.CHECK)


@pytest.mark.parametrize("code", ["USD", "AUD"])
def test_the_currency_that_a_person_chose_for_a_sign_is_the_suppliers(schema: Schema, code: str) -> None:
    def dollars(name: str, total: str) -> Document:
        lines = invoice_lines(total=total)
        return sheet([(top, [(left, text.replace("€", "$")) for left, text in cells]) for top, cells in lines], name)

    asked = next(one.questions["de"][0] for one in schema.fields if one.name == "currency")
    one, two = dollars("1", "119,00"), dollars("2", "138,00")
    first = found(one, schema, {asked: Said("$")})
    before = first.field("currency")
    assert (before.state, code in before.readings) == (State.CHECK, True)
    chosen = replace(before, value=code, readings=(), note="", source=Source.PERSON, state=State.ACCEPTED)

    value = found(two, schema, {asked: Said("$")}, taught(one, first, with_field(first, chosen))).field("currency")

    assert (value.text, value.value, value.readings, value.state) == ("$", code, (), State.CONFIDENT)
    assert value.note == "Read as remembered from Hafen Werkzeug GmbH."
