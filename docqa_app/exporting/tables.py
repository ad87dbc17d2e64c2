"""Extractions as tables of typed cells: a row a document, a row a field, or a row a line item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from docqa_app.core.document import Box
from docqa_app.core.fields import Extraction, FieldType, FieldValue, Value
from docqa_app.exporting.cells import Cell
from docqa_app.exporting.csv_file import Dialect, Guarded, Preset, dialect_of, written
from docqa_app.exporting.place import put
from docqa_app.exporting.region import Region

LONG_HEADER = (
    "document",
    "schema",
    "row",
    "field",
    "value",
    "text",
    "confidence",
    "page",
    "box",
    "source",
    "state",
    "note",
)


class Shape(StrEnum):
    """What a row of the table is."""

    WIDE = "wide"
    LONG = "long"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell with its type kept: a spreadsheet must not guess it. `currency` is of an amount, "" where unknown."""

    value: Value | int | float | None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header, all of its length."""

    header: tuple[str, ...]
    rows: tuple[tuple[Typed, ...], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A column of the clerk's choice: which field, and what it is called in the table."""

    field: str
    title: str


def table(shape: Shape, extractions: Sequence[Extraction], columns: Sequence[Chosen] | None = None) -> Table:
    """The extractions in this shape. `columns` chooses, orders and names the fields; all of them where it is None."""
    match shape:
        case Shape.WIDE:
            return wide(extractions, columns)
        case Shape.LONG:
            return long(extractions)
    return by_item(extractions, columns)


def wide(extractions: Sequence[Extraction], columns: Sequence[Chosen] | None = None) -> Table:
    """A row a document: its name and its fields."""
    chosen = _all_fields(extractions) if columns is None else columns
    rows = (
        (Typed(name), *_fields(one, chosen)) for one, name in zip(extractions, document_names(extractions), strict=True)
    )
    return Table(("document", *(column.title for column in chosen)), tuple(rows))


def by_item(extractions: Sequence[Extraction], columns: Sequence[Chosen] | None = None) -> Table:
    """A row a line item: the document's fields repeated, the row's number and its cells."""
    chosen = _all_fields(extractions) if columns is None else columns
    names = tuple(dict.fromkeys(cell.name for one in extractions for item in one.line_items for cell in item.cells))
    rows = [
        (Typed(name), *_fields(one, chosen), Typed(number), *_cells(one, {c.name: c for c in item.cells}, names))
        for one, name in zip(extractions, document_names(extractions), strict=True)
        for number, item in enumerate(one.line_items, start=1)
    ]
    return Table(("document", *(column.title for column in chosen), "row", *names), tuple(rows))


def long(extractions: Sequence[Extraction]) -> Table:
    """A row a field or cell, with everything that is known of it."""
    rows = [
        row
        for one, name in zip(extractions, document_names(extractions), strict=True)
        for row in (
            *(_long_row(one, name, None, value) for value in one.fields),
            *(_long_row(one, name, n, cell) for n, item in enumerate(one.line_items, start=1) for cell in item.cells),
        )
    ]
    return Table(LONG_HEADER, tuple(rows))


def _long_row(one: Extraction, name: str, row: int | None, value: FieldValue) -> tuple[Typed, ...]:
    return (
        Typed(name),
        Typed(one.schema),
        Typed(row),
        Typed(value.name),
        _typed(value, _currency(one)),
        Typed(value.text),
        Typed(round(value.confidence, 3)),
        Typed(value.page),
        Typed("; ".join(_box(box) for box in value.boxes)),
        Typed(value.source.value if value.text else ""),
        Typed(value.state.value),
        Typed(value.note),
    )


def document_names(extractions: Iterable[Extraction]) -> list[str]:
    """The files' names; the path where another document has the same name."""
    paths = [one.path for one in extractions]
    names = Counter(Path(path).name for path in paths)
    return [Path(path).name if names[Path(path).name] == 1 else path for path in paths]


def _all_fields(extractions: Sequence[Extraction]) -> tuple[Chosen, ...]:
    names = dict.fromkeys(value.name for one in extractions for value in one.fields)
    return tuple(Chosen(name, name) for name in names)


def _fields(one: Extraction, chosen: Sequence[Chosen]) -> list[Typed]:
    return _cells(one, {value.name: value for value in one.fields}, [column.field for column in chosen])


def _cells(one: Extraction, values: dict[str, FieldValue], names: Sequence[str]) -> list[Typed]:
    currency = _currency(one)
    return [_typed(values[name], currency) if name in values else Typed(None) for name in names]


def _typed(value: FieldValue, currency: str) -> Typed:
    """The value; as printed where it could not be read or may be read in two ways."""
    if value.value is None or len(value.readings) > 1:
        return Typed(value.text or None)
    return Typed(value.value, currency if value.type is FieldType.AMOUNT else "")


def _currency(one: Extraction) -> str:
    found = (value.value for value in one.fields if value.type is FieldType.CURRENCY)
    return next((code for code in found if isinstance(code, str)), "")


def _box(box: Box) -> str:
    return f"{box.left:.4f} {box.top:.4f} {box.right:.4f} {box.bottom:.4f}"


def write_table_csv(path: Path, content: Table, preset: Preset, region: Region | None = None) -> tuple[Guarded, ...]:
    """Writes a table as CSV and tells which cells were guarded; ExportError where the file cannot be written."""
    data, guarded = table_csv(content, preset, region)
    put(path, lambda stream: stream.write(data))
    return guarded


def table_csv(content: Table, preset: Preset, region: Region | None = None) -> tuple[bytes, tuple[Guarded, ...]]:
    """The table's bytes as CSV. Dates are 2024-03-31 in every region, which no spreadsheet mistakes."""
    dialect = dialect_of(preset, region)
    header = [dialect.text(title).text for title in content.header]
    return written(header, [[_csv_cell(cell, dialect) for cell in row] for row in content.rows], dialect)


def _csv_cell(cell: Typed, dialect: Dialect) -> Cell:
    """Texts as the preset has them; numbers bare, with the preset's decimal mark, whatever their sign."""
    value = cell.value
    if value is None:
        return Cell("")
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    if isinstance(value, str):
        return dialect.text(value)
    if isinstance(value, date):
        return Cell(value.isoformat())
    return Cell((f"{value:f}" if isinstance(value, Decimal) else str(value)).replace(".", dialect.decimal_mark))
