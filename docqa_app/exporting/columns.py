"""The columns of a table of fields: what each one reads, which there are, and those that the clerk chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem
from docqa_app.exporting.rows import box_text
from docqa_app.exporting.typed import Typed

TABLE_CONFIDENCE_DIGITS = 3


class Shape(StrEnum):
    """What a row of the table is: a document, a field, or a line item."""

    WIDE = "wide"
    LONG = "long"
    ITEMS = "items"


class Of(StrEnum):
    """What a column is about. OWN and NAME are the field that a row of the long table is about, and its name."""

    DOCUMENT = "document"
    PATH = "path"
    SCHEMA = "schema"
    ROW = "row"
    NAME = "name"
    OWN = "own"
    FIELD = "field"
    CELL = "cell"


class Detail(StrEnum):
    """What is told of a field or cell."""

    VALUE = "value"
    TEXT = "text"
    CONFIDENCE = "confidence"
    PAGE = "page"
    BOX = "box"
    SOURCE = "source"
    STATE = "state"
    NOTE = "note"


VALUED = (Of.OWN, Of.FIELD, Of.CELL)
EVIDENCE = (Detail.CONFIDENCE, Detail.PAGE, Detail.BOX, Detail.SOURCE, Detail.STATE)
"""What the evidence columns tell of a field in a table that has a row a document or a line item."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A column: what it reads, and what it is called in the table. `field` names the field or the cell's column."""

    field: str
    title: str
    of: Of = Of.FIELD
    detail: Detail = Detail.VALUE


@dataclass(frozen=True, slots=True)
class Subject:
    """What one row of a table is about. `name` is the document's; `row` counts line items from 1."""

    found: Extraction
    name: str
    row: int | None = None
    item: LineItem | None = None
    own: FieldValue | None = None


def all_columns(shape: Shape, extractions: Sequence[Extraction]) -> tuple[Chosen, ...]:
    """Every column that these extractions fill, called by its name; without the evidence."""
    document = Chosen("", "document", Of.DOCUMENT)
    row = Chosen("", "row", Of.ROW)
    if shape is Shape.LONG:
        schema, name = Chosen("", "schema", Of.SCHEMA), Chosen("", "field", Of.NAME)
        return (document, schema, row, name, Chosen("", "value", Of.OWN))
    values = (value.name for one in extractions for value in one.fields)
    fields = tuple(Chosen(name, name) for name in dict.fromkeys(values))
    if shape is Shape.WIDE:
        return (document, *fields)
    cells = (cell.name for one in extractions for item in one.line_items for cell in item.cells)
    return (document, *fields, row, *(Chosen(name, name, Of.CELL) for name in dict.fromkeys(cells)))


def with_evidence(columns: Iterable[Chosen]) -> tuple[Chosen, ...]:
    """The columns, each value followed by what it stands on: "total_amount", "total_amount page", and so on."""
    return tuple(one for column in columns for one in (column, *_evidence(column)))


def _evidence(column: Chosen) -> Iterator[Chosen]:
    if column.of not in VALUED or column.detail is not Detail.VALUE:
        return
    long = column.of is Of.OWN
    for detail in Detail if long else EVIDENCE:
        if detail is not Detail.VALUE:
            yield replace(column, title=detail.value if long else f"{column.title} {detail.value}", detail=detail)


def trouble_with(columns: Sequence[Chosen]) -> str:
    """A sentence why a table cannot have these columns; "" where it can."""
    if not columns:
        return "No column is chosen. Tick at least one."
    if any(not column.title.strip() for column in columns):
        return "A column has no name. Give it one."
    title, times = Counter(column.title for column in columns).most_common(1)[0]
    return f"{times} columns are called “{title}”. Rename all but one." if times > 1 else ""


def read(column: Chosen, subject: Subject) -> Typed:
    """The cell of this column in the row about `subject`; empty where the document has no such field."""
    match column.of:
        case Of.DOCUMENT:
            return Typed(subject.name)
        case Of.PATH:
            return Typed(subject.found.path)
        case Of.SCHEMA:
            return Typed(subject.found.schema)
        case Of.ROW:
            return Typed(subject.row)
    value = _value(column, subject)
    if value is None:
        return Typed(None)
    return Typed(value.name) if column.of is Of.NAME else _detail(column.detail, value, subject.found)


def _value(column: Chosen, subject: Subject) -> FieldValue | None:
    if column.of in (Of.OWN, Of.NAME):
        return subject.own
    cells = subject.item.cells if subject.item else ()
    values = cells if column.of is Of.CELL else subject.found.fields
    return next((value for value in values if value.name == column.field), None)


def _detail(detail: Detail, value: FieldValue, found: Extraction) -> Typed:
    match detail:
        case Detail.VALUE:
            return typed(value, currency_of(found))
        case Detail.CONFIDENCE:
            return Typed(round(value.confidence, TABLE_CONFIDENCE_DIGITS))
        case Detail.PAGE:
            return Typed(value.page)
    return Typed(_said(detail, value))


def _said(detail: Detail, value: FieldValue) -> str:
    match detail:
        case Detail.TEXT:
            return value.text
        case Detail.BOX:
            return "; ".join(box_text(box) for box in value.boxes)
        case Detail.SOURCE:
            return value.source.value if value.text else ""
        case Detail.STATE:
            return value.state.value
    return value.note


def typed(value: FieldValue, currency: str) -> Typed:
    """The value; as printed where it could not be read or may be read in two ways."""
    if value.value is None or len(value.readings) > 1:
        return Typed(value.text or None)
    return Typed(value.value, currency if value.type is FieldType.AMOUNT else "")


def currency_of(found: Extraction) -> str:
    """The code of the document's currency; "" where it is not known."""
    codes = (value.value for value in found.fields if value.type is FieldType.CURRENCY)
    return next((code for code in codes if isinstance(code, str)), "")
