"""Who sent a document, and what was learned from the corrections of that supplier's documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docqa_app.core.document import Box
from docqa_app.core.fields import FieldType


class Side(StrEnum):
    """Where a label stands, seen from its value."""

    LEFT = "left"
    ABOVE = "above"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Supplier:
    """By what a supplier is known again: the VAT number, else the name, else the labels printed on its documents.

    `labels` are folded words that do not change from one document to the next; empty parts are not known.
    """

    name: str = ""
    vat_id: str = ""
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a person found the right value of a field, so that it is looked for there the next time.

    `label` is what is printed beside it, on that `side`; `page` counts from 1, or from the end with -1 for the last;
    `box` is where the value stood on the upright page. `text` is what it was. `constant`: the supplier prints the same
    on every document (its name, its IBAN). `sha256` is the document it was learned from, `at` when (UTC, ISO 8601).
    """

    field: str
    type: FieldType
    label: str
    side: Side
    page: int
    box: Box
    text: str
    constant: bool
    sha256: str
    at: str


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything remembered of one supplier. `number` is the library's own, 0 where it is new. `date_order` is "DMY" or
    "MDY", `decimal_mark` "." or ",", "" where it was never in doubt."""

    supplier: Supplier
    corrections: tuple[Correction, ...] = ()
    date_order: str = ""
    decimal_mark: str = ""
    number: int = 0
