"""The first rows of an export as they will stand in the file, before it is written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice

from docqa_app.core.fields import Extraction
from docqa_app.exporting.columns import read, trouble_with
from docqa_app.exporting.csv_table import Marks, Reader, csv_cell, header_cells, marks_of
from docqa_app.exporting.excel_values import as_number, decimals_of, is_day
from docqa_app.exporting.extraction_json import extraction_value
from docqa_app.exporting.json_file import json_bytes
from docqa_app.exporting.plan import Form, Plan, columns_of
from docqa_app.exporting.region import Region, this_computer
from docqa_app.exporting.table_json import cell_value
from docqa_app.exporting.tables import row_count, subjects
from docqa_app.exporting.typed import Typed

ROWS = 5
MOST_TEXT = 4000
"""Characters of a complete JSON file that are shown."""


class Kind(StrEnum):
    """What a cell is to the program that opens the file."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as it is written, or in a workbook as Excel will show it; `guarded` where an apostrophe was put first."""

    text: str
    kind: Kind
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows under their header, or the first lines of `text`; `total` counts all rows (or documents).

    `trouble` says in a sentence why nothing can be written.
    """

    header: tuple[str, ...] = ()
    rows: tuple[tuple[Shown, ...], ...] = ()
    total: int = 0
    text: str = ""
    trouble: str = ""


def preview(plan: Plan, extractions: Sequence[Extraction], rows: int = ROWS, region: Region | None = None) -> Preview:
    """What `write` will write. `region` is this computer's where it is not given."""
    if plan.form is Form.COMPLETE:
        text = json_bytes([extraction_value(one) for one in extractions[:rows]]).decode()
        return Preview(total=len(extractions), text=text[:MOST_TEXT])
    columns = columns_of(plan, extractions)
    total = row_count(plan.shape, extractions)
    if trouble := trouble_with(columns):
        return Preview(total=total, trouble=trouble)
    here = region or this_computer()
    marks = marks_of(plan.style, here)
    first = islice(subjects(plan.shape, extractions), rows)
    shown = tuple(tuple(_shown(read(column, one), plan.form, marks, here) for column in columns) for one in first)
    titles = tuple(column.title for column in columns)
    header = tuple(cell.text for cell in header_cells(titles, marks)) if plan.form is Form.CSV else titles
    return Preview(header, shown, total)


def _shown(cell: Typed, form: Form, marks: Marks, here: Region) -> Shown:
    kind = _kind(cell, form, form is Form.XLSX or (form is Form.CSV and marks.reader is Reader.EXCEL))
    if form is Form.CSV:
        written = csv_cell(cell, marks)
        return Shown(written.text, kind, written.guarded)
    if form is Form.JSON:
        return Shown(json.dumps(cell_value(cell), ensure_ascii=False), kind)
    return Shown(_in_excel(cell, kind, here), kind)


def _kind(cell: Typed, form: Form, in_excel: bool) -> Kind:
    if cell.value is None:
        return Kind.EMPTY
    if isinstance(cell.value, bool | str):
        return Kind.TEXT
    if isinstance(cell.value, date):
        return Kind.TEXT if form is Form.XLSX and not is_day(cell.value) else Kind.DATE
    too_long = in_excel and isinstance(cell.value, Decimal) and as_number(cell.value) is None
    return Kind.TEXT if too_long else Kind.NUMBER


def _in_excel(cell: Typed, kind: Kind, here: Region) -> str:
    """The cell as a workbook shows it in this region."""
    value = cell.value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date) and kind is Kind.DATE:
        return value.strftime(here.date_pattern)
    if isinstance(value, Decimal) and kind is Kind.NUMBER:
        return _grouped(value, cell.currency, here.decimal_mark)
    if isinstance(value, float):
        return str(value).replace(".", here.decimal_mark)
    return "" if value is None else str(value)


def _grouped(value: Decimal, currency: str, mark: str) -> str:
    text = f"{value:,.{decimals_of(value, currency)}f}"
    if mark == ",":
        text = text.translate({ord(","): ".", ord("."): ","})
    return f"{text} {currency}".rstrip()
