"""What is wanted of every document of a kind, as it was found: typed values with evidence, rows, rules, states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from docqa_app.core.answer import Candidate
from docqa_app.core.document import Box

Value = str | Decimal | date | bool
"""A parsed value: identifiers and texts are str, amounts and numbers Decimal with the decimals that were printed."""


class FieldType(StrEnum):
    """What a field holds."""

    TEXT = "text"
    DATE = "date"
    AMOUNT = "amount"
    CURRENCY = "currency"
    NUMBER = "number"
    IBAN = "iban"
    VAT_ID = "vat_id"
    YES_NO = "yes_no"


class State(StrEnum):
    """How far a value can be relied on, as the clerk sees it."""

    ACCEPTED = "accepted"
    CONFIDENT = "confident"
    CHECK = "check"
    RULE_FAILED = "rule failed"
    NOT_FOUND = "not found"
    FROM_XML = "from XML"


class Source(StrEnum):
    """Who or what said the value. RULE: computed from what stands on the page, without the model. REMEMBERED: found
    where a person found it on an earlier document of the same supplier."""

    MODEL = "model"
    XML = "XML"
    RULE = "rule"
    REMEMBERED = "remembered"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One field of one document.

    `text` is as the page (or the XML) has it, `value` what it means; None where it was not found, cannot be read as
    its type, or can be read in several ways, which are then the `readings`. `words` are indices into the words of
    `page`, `boxes` one a text line of them. `confidence` is 0..1. `note` says in a sentence why it should be checked.
    `alternatives` are other candidates, the likeliest first.
    """

    name: str
    type: FieldType
    text: str = ""
    value: Value | None = None
    confidence: float = 0.0
    page: int | None = None
    words: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    source: Source = Source.MODEL
    state: State = State.NOT_FOUND
    readings: tuple[Value, ...] = ()
    alternatives: tuple[Candidate, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineItem:
    """One row of a table of goods: a cell for each column of the schema, in its order."""

    cells: tuple[FieldValue, ...]

    def cell(self, name: str) -> FieldValue:
        """The cell of this column; KeyError where the schema has none."""
        return _named(self.cells, name)


@dataclass(frozen=True, slots=True)
class Concern:
    """A value that a rule is about: a field, or with `row` (from 0) a cell of a line item."""

    name: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A rule that could be checked. `message` is "" where it holds, else it names the numbers that disagree;
    `concerns` are the values to light up."""

    rule: str
    ok: bool
    message: str = ""
    concerns: tuple[Concern, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field of which the embedded XML and the page say different things."""

    name: str
    xml: str
    page: str


@dataclass(frozen=True, slots=True)
class XmlInvoice:
    """An invoice's embedded XML: texts by field name, dates as 2024-03-31, amounts with a point; one dict a line item.

    `file` is the name of the attachment, `problem` says why it could not be used, when it could not.
    """

    file: str
    fields: tuple[tuple[str, str], ...] = ()
    line_items: tuple[tuple[tuple[str, str], ...], ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and a schema become values. `path` is the document's; `problems` are sentences for the user;
    `check_below` is the confidence (0..1) under which its model wants values looked at, None where there was none."""

    path: str
    sha256: str
    schema: str
    fields: tuple[FieldValue, ...]
    line_items: tuple[LineItem, ...] = ()
    rules: tuple[RuleResult, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    problems: tuple[str, ...] = ()
    model: str = ""
    check_below: float | None = None

    def field(self, name: str) -> FieldValue:
        """The field of this name; KeyError where the schema has none."""
        return _named(self.fields, name)

    def values(self) -> Iterator[FieldValue]:
        """Every field, then every cell."""
        yield from self.fields
        for item in self.line_items:
            yield from item.cells


def _named(values: tuple[FieldValue, ...], name: str) -> FieldValue:
    for value in values:
        if value.name == name:
            return value
    raise KeyError(name)
