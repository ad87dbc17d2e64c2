"""Small invoices for the tests of the library: words on a page, and what was extracted of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

from docqa_app.core.changes import Change, Deed, change
from docqa_app.core.document import Box, Document, Page, Word
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, Source, State, Value

AT = "2024-04-01T08:00:00.000+00:00"


def page(*lines: str, number: int = 1) -> Page:
    """A page of text lines, one below the other."""
    words = []
    for row, line in enumerate(lines):
        left = 0.1
        for text in line.split():
            right = left + 0.012 * len(text)
            words.append(Word(text, Box(left, 0.05 + 0.04 * row, right, 0.07 + 0.04 * row), 0.9))
            left = right + 0.006
    return Page(number, 595.0, 842.0, tuple(words))


def invoice(number: str = "2024-0815", supplier: str = "Hafen Werkzeug GmbH", path: str = "") -> Document:
    """One page with its supplier, number, day and total."""
    first = page(
        supplier,
        f"Rechnungsnummer: {number}",
        "Datum: 31.03.2024 fällig 30.04.2024",
        "Gewindebohrer 2 Stück",
        "Gesamtbetrag 1.234,50 EUR",
    )
    sha256 = hashlib.sha256(f"{number} {supplier}".encode()).hexdigest()
    return Document(path or f"/in/{number}.pdf", sha256, (first,), 1)


def value(name: str, kind: FieldType, text: str, meant: Value | None, *words: int) -> FieldValue:
    return FieldValue(name, kind, text, meant, 0.9, 1, words, source=Source.MODEL, state=State.CONFIDENT)


def extracted(document: Document, number: str = "2024-0815", supplier: str = "Hafen Werkzeug GmbH") -> Extraction:
    """What a model found on such an invoice."""
    doubtful = replace(
        value("due_date", FieldType.DATE, "30.04.2024", date(2024, 4, 30)), state=State.CHECK, note="Look at it."
    )
    item = LineItem(
        (
            value("description", FieldType.TEXT, "Gewindebohrer", "Gewindebohrer"),
            value("quantity", FieldType.NUMBER, "2", Decimal("2")),
        )
    )
    return Extraction(
        document.path,
        document.sha256,
        "invoice",
        (
            value("supplier_name", FieldType.TEXT, supplier, supplier),
            value("invoice_number", FieldType.TEXT, number, number),
            value("invoice_date", FieldType.DATE, "31.03.2024", date(2024, 3, 31)),
            doubtful,
            value("currency", FieldType.CURRENCY, "EUR", "EUR"),
            value("total_amount", FieldType.AMOUNT, "1.234,50", Decimal("1234.50")),
        ),
        (item,),
        model="docformer 1.0",
    )


def edited(before: Extraction, name: str, text: str, at: str = AT) -> tuple[Extraction, Change]:
    """A person types another text into a field."""
    new = replace(before.field(name), text=text, value=text, source=Source.PERSON, state=State.ACCEPTED, note="")
    after = replace(before, fields=tuple(new if one.name == name else one for one in before.fields))
    return after, change(Deed.SET, "person", at, before, after)


def accepted(now: Extraction) -> Change:
    """A person finishes the document."""
    return change(Deed.ACCEPT_ALL, "person", AT, now, now, accepted=(False, True))
