"""What a person's corrections of a document teach about its supplier: where values stand, and how dates are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from docqa_app.core.changes import Reviewed, as_found
from docqa_app.core.document import Document, Page
from docqa_app.core.doubts import needs_look
from docqa_app.core.fields import Extraction, FieldType, FieldValue, Source, State
from docqa_app.core.geometry import upright
from docqa_app.core.locate import locate
from docqa_app.core.suppliers import Correction, Memory, Side, supplier_of
from docqa_app.extracting.line_items.table_memory import taught_columns
from docqa_app.extracting.places import Spot, spot_of
from docqa_app.values.conventions import Conventions, conventions_of, learnt
from docqa_app.values.parse import parse

CONSTANT_TYPES = (FieldType.IBAN, FieldType.VAT_ID, FieldType.CURRENCY)
CONSTANT_NAMES = ("supplier_", "merchant_")
"""How fields begin of which a supplier prints the same on every document."""


def learned(document: Document, reviewed: Reviewed, at: str) -> Memory | None:
    """What is to be remembered once a person has finished a document: the place of every value that was corrected, or
    doubtful and accepted, and the columns of rows that were mended. `document` holds the words that the values point
    to. None where there is nothing, or where nothing says who the supplier is."""
    first, now = as_found(reviewed.changes), reviewed.extraction
    supplier = supplier_of(document, now).supplier
    if first is None or not (supplier.name or supplier.vat_id):
        return None
    pairs = [(_before(first, value), value) for value in now.fields if value.text]
    taught = [(before, value) for before, value in pairs if _is_news(before, value)]
    found = (one for before, value in taught for one in _corrections(document, before, value, at))
    corrections = (*found, *taught_columns(document, first, now, at))
    conventions = _conventions(document, pairs)
    memory = Memory(
        supplier,
        corrections,
        conventions.date_order or "",
        conventions.decimal_mark or "",
        document.sha256,
    )
    return memory if corrections or memory.date_order or memory.decimal_mark else None


def _before(first: Extraction, value: FieldValue) -> FieldValue:
    return next((one for one in first.fields if one.name == value.name), FieldValue(value.name, value.type))


def _is_news(before: FieldValue, now: FieldValue) -> bool:
    """Whether a person changed it, or agreed to what was in doubt for another reason than how it is written. Which
    currency a sign means is news: nothing else keeps it."""
    if now.state is not State.ACCEPTED:
        return False
    same = (before.value, before.text) == (now.value, now.text)
    kept_as_written = before.readings and now.type is not FieldType.CURRENCY
    return not same or (needs_look(before) and not kept_as_written)


def _corrections(document: Document, before: FieldValue, value: FieldValue, at: str) -> Iterator[Correction]:
    """At most one."""
    constant = value.type in CONSTANT_TYPES or value.name.startswith(CONSTANT_NAMES)
    place = _place(document, value)
    if place is None and not constant:
        return
    page, spot = place or (None, Spot("", Side.NONE, None))
    last = page is not None and page.number > 1 and page.number == document.total_pages
    number = 0 if page is None else -1 if last else page.number
    wrong, wrong_label = _mistake(document, before, value)
    yield Correction(
        value.name,
        value.type,
        spot.label,
        spot.side,
        number,
        spot.box,
        str(value.value) if value.type is FieldType.CURRENCY else value.text,
        constant,
        document.sha256,
        at,
        wrong,
        wrong_label,
        document.sha256 if wrong else "",
    )


def _mistake(document: Document, before: FieldValue, now: FieldValue) -> tuple[str, str]:
    """What the model had said, and the label beside it; "" where it was right. Behind a remembered value the model's
    own is the first alternative."""
    said = (before.text, before.page, before.words)
    if before.source is Source.REMEMBERED:
        said = next(((one.text, one.page, one.evidence) for one in before.alternatives), ("", None, ()))
    text, number, words = said
    if text == now.text:
        return "", ""
    page = next((page for page in document.pages if page.number == number), None)
    return text, spot_of(page, words).label if page is not None and words else ""


def _place(document: Document, value: FieldValue) -> tuple[Page, Spot] | None:
    """Where the value stands: on its words, or for a typed one where the page spells it."""
    for page in document.pages:
        texts = [word.text for word in page.words]
        own = value.words if value.page == page.number else ()
        words = own if value.page is not None else locate(value.text, texts)
        if words:
            return page, spot_of(page, words)
    return None


def _conventions(document: Document, pairs: list[tuple[FieldValue, FieldValue]]) -> Conventions:
    """Only what the document left open and a person decided."""
    seen = conventions_of([upright(page) for page in document.pages if not page.problem])
    settled = replace(seen, date_order=None, decimal_mark=None)
    for before, now in pairs:
        was_open = now.value in (*before.readings, *parse(now.text, now.type, seen).readings)
        if was_open and now.state is State.ACCEPTED and now.value is not None:
            settled = learnt(now.text, now.type, now.value, settled)
    return settled
