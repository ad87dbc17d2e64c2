"""What one line of the queue says of a document, and what counts as a doubt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docqa_app.batch.copies import Copy, copies
from docqa_app.batch.gist import gist_of
from docqa_app.batch.queue import Gist
from docqa_app.core.fields import Disagreement, FieldValue, State
from docqa_app.core.kept import Same
from tests.batch.given import invoice


def test_kind_supplier_number_and_total_are_told() -> None:
    assert gist_of(invoice()) == Gist("invoice", "Müller & Söhne", "00471", Decimal("119.00"), "EUR")


def test_values_to_check_disagreements_and_pages_that_failed_are_doubts() -> None:
    found = invoice()
    fields = tuple(_marked(value, "invoice_number", State.CHECK) for value in found.fields)
    cell = replace(found.line_items[0].cells[1], state=State.RULE_FAILED)
    items = (replace(found.line_items[0], cells=(found.line_items[0].cells[0], cell)),)
    rows = Disagreement("line_items", "2 rows", "1 rows")
    doubtful = replace(found, fields=fields, line_items=items, disagreements=(rows,), problems=("Page 2.",))
    assert gist_of(doubtful).doubts == 4


def test_a_field_that_must_be_there_and_is_not_is_a_doubt() -> None:
    found = invoice()
    why = "It is required, and was not found."
    missing = tuple(
        replace(value, text="", value=None, state=State.NOT_FOUND, note=why) if value.name == "total_amount" else value
        for value in found.fields
    )
    assert gist_of(found).doubts == 0
    assert gist_of(replace(found, fields=missing)).doubts == 1


def test_the_same_bytes_and_the_same_invoice_in_other_bytes_are_copies() -> None:
    first, other = invoice("a.pdf", "f00"), invoice("d.pdf", "f03", total="50.00")
    again, scanned = invoice("b.pdf", "f00"), invoice("c.png", "f01")
    assert copies([first, again, scanned, other]) == (
        Copy("b.pdf", "a.pdf", Same.FILE),
        Copy("c.png", "a.pdf", Same.NUMBER),
    )


def test_documents_of_which_little_was_found_are_no_copies_of_one_another() -> None:
    nameless = tuple(_emptied(value, "invoice_number") for value in invoice().fields)
    found = [replace(invoice(sha256=sha256), fields=nameless) for sha256 in ("f00", "f01")]
    assert copies(found) == ()


def _emptied(value: FieldValue, name: str) -> FieldValue:
    return replace(value, value=None, text="") if value.name == name else value


def _marked(value: FieldValue, name: str, state: State) -> FieldValue:
    return replace(value, state=state) if value.name == name else value
