"""What the library tells of the documents it keeps: one entry each, hits of a search, and duplicates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from docqa_app.core.fields import Extraction, FieldType, Value
from docqa_app.core.find import Hit, fold
from docqa_app.core.spelling import spell

SUPPLIER_FIELDS = ("supplier_name", "merchant_name")
NUMBER_FIELDS = ("invoice_number",)
TOTAL_FIELDS = ("total_amount",)
CURRENCY_FIELDS = ("currency",)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in a list. `path` is where it was last seen, `kept_at` when (UTC, ISO 8601); `date` is its first
    date field. `doubtful` counts the values that still want a person's eye; `accepted`: a person has finished it."""

    sha256: str
    path: str
    schema: str
    pages: int = 0
    supplier: str = ""
    number: str = ""
    date: date | None = None
    total: Decimal | None = None
    currency: str = ""
    doubtful: int = 0
    accepted: bool = False
    kept_at: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents are looked for; what is left empty does not matter.

    All words of `text` stand on one page ("in quotes" they stand together). `value` is part of the value or text of
    `field`, or of any field where `field` is "". `first` and `last` bound the date in `field`, or the document's own.
    """

    text: str = ""
    field: str = ""
    value: str = ""
    first: date | None = None
    last: date | None = None
    accepted: bool | None = None
    most: int = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A document that was looked for, with the words its text was found in, in reading order, and what is printed
    around the first of them."""

    entry: Entry
    hits: tuple[Hit, ...] = ()
    excerpt: str = ""


class Same(StrEnum):
    """In what two documents are the same."""

    FILE = "file"
    NUMBER = "supplier, number and total"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document that is there already, and why it is taken for the same."""

    entry: Entry
    same: Same


def terms(text: str) -> tuple[str, ...]:
    """The parts of a searched text that stand apart, folded; what is "in quotes" stays together."""
    parts = (quoted or bare for quoted, bare in re.findall(r'"([^"]*)"?|(\S+)', text))
    return tuple(dict.fromkeys(folded for part in parts if (folded := fold(part))))


def first_value(extraction: Extraction, names: tuple[str, ...]) -> Value | None:
    """The value of the first of these fields that has one."""
    for value in extraction.fields:
        if value.name in names and value.value is not None:
            return value.value
    return None


def first_text(extraction: Extraction, names: tuple[str, ...]) -> str:
    """What `first_value` finds, as a text; "" where it finds nothing."""
    value = first_value(extraction, names)
    return "" if value is None else str(value)


def own_date(extraction: Extraction) -> date | None:
    """The document's date: its first date field that was understood."""
    for value in extraction.fields:
        if value.type is FieldType.DATE and isinstance(value.value, date):
            return value.value
    return None


def likeness(extraction: Extraction) -> str:
    """Supplier, number and total in one text, the same for two copies of an invoice whatever slips the recognition
    made; "" where one is missing."""
    supplier, number = first_value(extraction, SUPPLIER_FIELDS), first_value(extraction, NUMBER_FIELDS)
    total = first_value(extraction, TOTAL_FIELDS)
    if not isinstance(supplier, str) or not isinstance(number, str) or not isinstance(total, Decimal):
        return ""
    spelled = (spell((supplier,)).folded, spell((number,)).folded)
    return "|".join((*spelled, format(total.normalize(), "f"))) if all(spelled) else ""
