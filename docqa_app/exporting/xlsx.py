"""Tables as an Excel workbook: identifiers stay text, amounts are numbers, dates are dates, no formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from babel.numbers import get_currency_precision
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from docqa_app.exporting.place import put
from docqa_app.exporting.typed import Table, Typed

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}
LONGEST_TEXT = 32_767
"""Characters that Excel takes into a cell."""

EXACT_DIGITS = 15
"""Digits of a number that Excel keeps; a longer one is written as text."""

FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was: days before its end are written as text."""

DATE_OF_THE_REGION = 14
"""Excel's built-in number format that shows a date as the reader's region does."""

WIDEST = 60


def write_xlsx(path: Path, sheets: Sequence[tuple[str, Table]]) -> None:
    """Writes a sheet a table; ExportError where the file cannot be written, with what was there left as it was."""
    data = xlsx_bytes(sheets)
    put(path, lambda stream: stream.write(data))


def xlsx_bytes(sheets: Sequence[tuple[str, Table]]) -> bytes:
    """The workbook's bytes. Names of sheets are given as Excel allows them: up to 31 characters, none of []:*?/\\."""
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, OPTIONS)
    formats = _Formats(workbook)
    for name, content in sheets:
        _write(workbook.add_worksheet(name), content, formats)
    workbook.close()
    return stream.getvalue()


class _Formats:
    """The workbook's cell formats, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._known: dict[str | int, Format] = {}
        self.header = workbook.add_format({"bold": True, "bottom": 1})

    def of(self, number_format: str | int) -> Format:
        if number_format not in self._known:
            self._known[number_format] = self._workbook.add_format({"num_format": number_format})
        return self._known[number_format]


def _write(sheet: Worksheet, content: Table, formats: _Formats) -> None:
    for column, title in enumerate(content.header):
        sheet.write_string(0, column, _clean(title), formats.header)
    for row, cells in enumerate(content.rows, start=1):
        for column, cell in enumerate(cells):
            _write_cell(sheet, row, column, cell, formats)
    sheet.freeze_panes(1, 1)
    for column, title in enumerate(content.header):
        longest = max((len(str(row[column].value or "")) for row in content.rows), default=0)
        sheet.set_column(column, column, min(WIDEST, max(len(title), longest) + 2))


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Typed, formats: _Formats) -> None:
    """Each kind of value through its own door, so that nothing is guessed."""
    value = cell.value
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, "yes" if value else "no")
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(row, column, value, formats.of(DATE_OF_THE_REGION))
    elif isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) <= EXACT_DIGITS:
        sheet.write_number(row, column, float(value), formats.of(_number_format(value, cell.currency)))
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, _clean(str(value)))


def _number_format(value: Decimal, currency: str) -> str:
    """Grouped, with the decimals that were printed or the currency's own, and the currency's code behind."""
    exponent = value.as_tuple().exponent
    printed = -exponent if isinstance(exponent, int) else 0
    if not currency:
        return "#,##0" + ("." + "0" * printed if printed > 0 else "")
    decimals = max(printed, get_currency_precision(currency))
    return "#,##0" + ("." + "0" * decimals if decimals else "") + f' "{currency}"'


def _clean(text: str) -> str:
    """What a cell can hold: no halves of characters, no more than Excel takes."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - 1] + "…"
