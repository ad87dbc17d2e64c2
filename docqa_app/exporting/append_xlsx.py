"""Rows added to a workbook that is already there, if its columns are the same and nothing in it would be lost."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter, range_boundaries  # type: ignore[import-untyped]
from openpyxl.utils.escape import unescape  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

from docqa_app.errors import ExportError
from docqa_app.exporting.append_text import differing
from docqa_app.exporting.excel_values import as_number, check_size, cleaned, escaped, is_day, number_format
from docqa_app.exporting.typed import Table, Typed

LOST = ("xl/charts/", "xl/media/", "xl/drawings/", "xl/pivotTables/", "xl/slicers/", "xl/vbaProject", "xl/ctrlProps/")
"""Parts of a workbook that the library which rewrites it does not keep whole."""

LOST_TOO = (
    "xl/connections.xml",
    "xl/queryTables/",
    "xl/model/",
    "xl/metadata.xml",
    "xl/richData/",
    "xl/threadedComments/",
)
"""More of them; dynamic arrays and the data types of 365 are in the metadata, Power Query is in the connections."""

STRINGS = "xl/sharedStrings.xml"
UNDERSCORE = b"x005F_"
"""The escape of an underscore, which is not kept: `_x005F_x0041_` would be written `_x0041_` and shown as A."""

SHEETS = "xl/worksheets/"
EXTENSIONS = re.compile(rb"<(?:\w+:)?extLst\b")
"""Where a sheet holds what Excel has learned since 2007, which is not kept either."""

DAMAGED = (zipfile.BadZipFile, zlib.error, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError)
"""What is raised on files that are no workbook; damaged XML is a SyntaxError."""

DATE_OF_THE_REGION = "mm-dd-yy"
"""The name under which Excel's built-in format 14 is known; it shows a date as the reader's region does."""


def longer_xlsx(path: Path, sheet: str, content: Table) -> bytes:
    """The workbook's bytes with the rows below those of this sheet.

    ExportError where it is no workbook, has no such sheet, another header, no room, or what would be lost.
    """
    workbook = _workbook(path)
    if sheet not in workbook.sheetnames:
        raise ExportError(f"{path.name} has no sheet “{sheet}”. Choose another file, or write a new one.")
    rows = workbook[sheet]
    there = _header(next(rows.iter_rows(min_row=1, max_row=1, values_only=True), ()))
    if there != list(content.header):
        raise ExportError(differing(path.name, there, content.header))
    last = _last_row(rows)
    check_size(sheet, last + len(content.rows), len(content.header))
    for number, cells in enumerate(content.rows, start=last + 1):
        for column, cell in enumerate(cells, start=1):
            _put(rows.cell(number, column), cell)
    for one in rows.tables.values():
        _lengthen(one, last, last + len(content.rows))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _workbook(path: Path) -> Any:
    try:
        with zipfile.ZipFile(path) as parts:
            _check_parts(path, parts.namelist())
            _check_contents(path, parts)
        return openpyxl.load_workbook(path, rich_text=True)
    except OSError as error:
        raise ExportError(f"{path.name} cannot be read: {error.strerror}. Choose another file.") from error
    except DAMAGED as error:
        raise ExportError(f"{path.name} is no Excel workbook ({error}). Choose another file.") from error


def _check_parts(path: Path, names: Sequence[str]) -> None:
    if any(name.startswith(LOST) for name in names):
        raise ExportError(
            f"{path.name} holds pictures, charts or macros, which would be lost. Write a new file instead."
        )
    if any(name.startswith(LOST_TOO) for name in names):
        raise ExportError(
            f"{path.name} holds queries, formulas that fill several cells or threads of comments, which would be lost. "
            "Write a new file instead."
        )


def _check_contents(path: Path, parts: zipfile.ZipFile) -> None:
    if STRINGS in parts.namelist() and UNDERSCORE in parts.read(STRINGS):
        raise ExportError(
            f"{path.name} holds texts with escaped underscores, which would be changed. Write a new file instead."
        )
    sheets = (name for name in parts.namelist() if name.startswith(SHEETS))
    if any(EXTENSIONS.search(parts.read(name)) for name in sheets):
        raise ExportError(
            f"{path.name} holds drop-down lists, conditional formats or sparklines of a kind that would be lost. "
            "Write a new file instead."
        )


def _header(values: Sequence[Any]) -> list[str]:
    """The first row up to its last cell that holds something."""
    texts = ["" if value is None else unescape(str(value)) for value in values]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _last_row(rows: Any) -> int:
    """The last row that holds something: a sheet also counts rows that are merely formatted."""
    filled = (number for number in range(rows.max_row, 1, -1) if any(cell.value is not None for cell in rows[number]))
    return next(filled, 1)


def _lengthen(table: Any, last: int, end: int) -> None:
    """An Excel table that held the last row holds the rows below it too, as if they had been typed there; not where
    its last row is that of its totals."""
    left, top, right, bottom = range_boundaries(table.ref)
    if top <= last <= bottom < end and not table.totalsRowCount:
        table.ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{end}"
        if table.autoFilter is not None:
            table.autoFilter.ref = table.ref


def _put(place: Any, cell: Typed) -> None:
    """Each kind of value with its type set, so that nothing is guessed."""
    value = cell.value
    if value is None:
        return
    if isinstance(value, bool):
        place.value = "yes" if value else "no"
    elif isinstance(value, date) and is_day(value):
        place.value, place.number_format = value, DATE_OF_THE_REGION
    elif isinstance(value, Decimal) and (number := as_number(value)) is not None:
        place.value, place.number_format = number, number_format(value, cell.currency)
    elif isinstance(value, int | float):
        place.value = value
    else:
        place.value = escaped(cleaned(str(value)))
        place.data_type = "s"  # a text that starts with = would else be a formula
