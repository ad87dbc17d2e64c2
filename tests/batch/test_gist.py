"""What one line of the queue says of a document, and what counts as a doubt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docqa_app.batch.gist import gist_of
from docqa_app.batch.queue import Gist
from docqa_app.core.fields import FieldValue, State
from docqa_app.extracting.schema_file import find_schema
from docqa_app.paths import find_paths
from tests.batch.given import disputed, invoice

SCHEMA = find_schema("invoice", find_paths({}).resources / "schemas")


def test_kind_supplier_number_and_total_are_told() -> None:
    assert gist_of(invoice()) == Gist("invoice", "Müller & Söhne", "00471", Decimal("119.00"), "EUR")


def test_values_to_check_disagreements_and_pages_that_failed_are_doubts() -> None:
    found = invoice()
    fields = tuple(_marked(value, "invoice_number", State.CHECK) for value in found.fields)
    cell = replace(found.line_items[0].cells[1], state=State.RULE_FAILED)
    items = (replace(found.line_items[0], cells=(found.line_items[0].cells[0], cell)),)
    doubtful = replace(found, fields=fields, line_items=items, disagreements=(disputed(found),), problems=("Page 2.",))
    assert gist_of(doubtful).doubts == 4


def test_a_field_that_must_be_there_and_is_not_is_a_doubt() -> None:
    found = invoice()
    missing = tuple(_marked(value, "total_amount", State.NOT_FOUND) for value in found.fields)
    there, gone = gist_of(found, SCHEMA), gist_of(replace(found, fields=missing), SCHEMA)
    assert gone.doubts == there.doubts + 1


def _marked(value: FieldValue, name: str, state: State) -> FieldValue:
    return replace(value, state=state) if value.name == name else value
