"""Tables as an Excel workbook: identifiers stay text, amounts are numbers, dates are dates, no formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from docqa_app.exporting.excel_values import as_number, check_size, cleaned, is_day, number_format
from docqa_app.exporting.place import put
from docqa_app.exporting.typed import Table, Typed

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": True,
}
DATE_OF_THE_REGION = 14
"""Excel's built-in number format that shows a date as the reader's region does."""

WIDEST = 60


def write_xlsx(path: Path, sheets: Sequence[tuple[str, Table]]) -> None:
    """Writes a sheet a table; ExportError where the file cannot be written, with what was there left as it was."""
    data = xlsx_bytes(sheets)
    put(path, lambda stream: stream.write(data))


def xlsx_bytes(sheets: Sequence[tuple[str, Table]]) -> bytes:
    """The workbook's bytes; ExportError where a table is larger than a sheet. Names of sheets are given as Excel allows
    them: up to 31 characters, none of []:*?/\\."""
    for name, content in sheets:
        check_size(name, 1 + len(content.rows), len(content.header))
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
        sheet.write_string(0, column, _plain(title), formats.header)
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
    elif isinstance(value, date) and is_day(value):
        sheet.write_datetime(row, column, value, formats.of(DATE_OF_THE_REGION))
    elif isinstance(value, Decimal) and (number := as_number(value)) is not None:
        sheet.write_number(row, column, number, formats.of(number_format(value, cell.currency)))
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, _plain(str(value)))


def _plain(text: str) -> str:
    """What a cell can hold, with a space behind it where XlsxWriter would write it as XML of its own unescaped."""
    plain = cleaned(text)
    return cleaned(plain + " ") if plain.startswith("<r>") and plain.endswith("</r>") else plain
