"""Small extractions for tests of the batch."""

from __future__ import annotations

from decimal import Decimal

from docqa_app.core.answer import Candidate
from docqa_app.core.document import Box
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, State

TEXT, AMOUNT, CURRENCY = FieldType.TEXT, FieldType.AMOUNT, FieldType.CURRENCY


def field(name: str, type_: FieldType, value: str | Decimal | None, state: State = State.CONFIDENT) -> FieldValue:
    """A field with a box, and a candidate that was not taken."""
    other = (Candidate("another", 0.1, 1, (0,)),)
    text = "" if value is None else str(value)
    return FieldValue(
        name, type_, text, value, 0.9, 1, (3,), (Box(0.1, 0.2, 0.3, 0.4),), state=state, alternatives=other
    )


def invoice(path: str = "in/a.pdf", sha256: str = "f00", total: str = "119.00") -> Extraction:
    """An invoice without any doubt."""
    fields = (
        field("supplier_name", TEXT, "Müller & Söhne"),
        field("invoice_number", TEXT, "00471"),
        field("total_amount", AMOUNT, Decimal(total)),
        field("currency", CURRENCY, "EUR"),
        field("iban", FieldType.IBAN, None, State.NOT_FOUND),
    )
    items = (LineItem((field("description", TEXT, "Paper"), field("amount", AMOUNT, Decimal("100.00")))),)
    return Extraction(path, sha256, "invoice", fields, items, model="label-finder 1.0")
