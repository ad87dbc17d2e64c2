"""Tables of typed cells as CSV, for Excel, for LibreOffice or for programs."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from docqa_app.exporting.cells import Cell, guard, literal_for_excel
from docqa_app.exporting.csv_file import Guarded, Preset, guarded_cells
from docqa_app.exporting.excel_values import as_number
from docqa_app.exporting.place import put
from docqa_app.exporting.region import ISO_DATE, Region, this_computer
from docqa_app.exporting.typed import Table, Typed

LINE_END = "\r\n"


class Reader(StrEnum):
    """The program that the file is written for."""

    EXCEL = "excel"
    LIBREOFFICE = "libreoffice"
    PROGRAMS = "programs"


class Dates(StrEnum):
    """How dates are written; REGION as this computer does."""

    REGION = "region"
    ISO = "2024-03-31"
    POINTS = "31.03.2024"
    SLASHES = "31/03/2024"
    AMERICAN = "03/31/2024"


_PATTERNS = {
    Dates.ISO: ISO_DATE,
    Dates.POINTS: "%d.%m.%Y",
    Dates.SLASHES: "%d/%m/%Y",
    Dates.AMERICAN: "%m/%d/%Y",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a CSV is written. `delimiter` and `decimal_mark` are "" where the reader's own are meant.

    Those are the region's for the two spreadsheets, a comma and a point for programs.
    """

    reader: Reader = Reader.EXCEL
    delimiter: str = ""
    decimal_mark: str = ""
    dates: Dates = Dates.REGION


@dataclass(frozen=True, slots=True)
class Marks:
    """A style settled for one region. `date` is a pattern of strftime, `start` the file's first bytes."""

    reader: Reader
    delimiter: str
    decimal_mark: str
    date: str
    start: bytes


def style_of(preset: Preset) -> Style:
    """The style by which the command line's presets write tables: dates are 2024-03-31 in both."""
    reader = Reader.PROGRAMS if preset is Preset.PLAIN else Reader.EXCEL
    return Style(reader, dates=Dates.ISO)


def marks_of(style: Style, region: Region | None = None) -> Marks:
    """`region` is this computer's where it is not given."""
    programs = style.reader is Reader.PROGRAMS
    here = region or this_computer()
    return Marks(
        style.reader,
        style.delimiter or ("," if programs else here.list_mark),
        style.decimal_mark or ("." if programs else here.decimal_mark),
        _PATTERNS.get(style.dates, ISO_DATE if programs else here.date_pattern),
        b"" if programs else codecs.BOM_UTF8,
    )


def write_table_csv(path: Path, content: Table, preset: Preset) -> tuple[Guarded, ...]:
    """Writes a table as CSV, as this computer's region has it, and tells which cells were guarded.

    ExportError where the file cannot be written.
    """
    data, guarded = table_csv(content, marks_of(style_of(preset)))
    put(path, lambda stream: stream.write(data))
    return guarded


def table_csv(content: Table, marks: Marks) -> tuple[bytes, tuple[Guarded, ...]]:
    """The table's bytes, and the cells that were guarded."""
    header, rows = header_cells(content.header, marks), body_cells(content, marks)
    return marks.start + encoded([header, *rows], marks.delimiter), guarded_cells(content.header, rows)


def header_cells(header: Sequence[str], marks: Marks) -> tuple[Cell, ...]:
    """The titles as cells, guarded as its reader needs it."""
    return tuple(_text(title, marks.reader) for title in header)


def body_cells(content: Table, marks: Marks) -> list[tuple[Cell, ...]]:
    """Every cell below the header as it is written."""
    return [tuple(csv_cell(cell, marks) for cell in row) for row in content.rows]


def csv_cell(cell: Typed, marks: Marks) -> Cell:
    """Texts as the reader keeps them; numbers bare, with the decimal mark, whatever their sign, but for those of which
    Excel would lose digits."""
    value = cell.value
    if value is None:
        return Cell("")
    if isinstance(value, bool):
        return Cell("yes" if value else "no", quoted=True)
    if isinstance(value, str):
        return _text(value, marks.reader)
    if isinstance(value, date):
        return Cell(value.strftime(marks.date))
    number = (f"{value:f}" if isinstance(value, Decimal) else str(value)).replace(".", marks.decimal_mark)
    kept = marks.reader is not Reader.EXCEL or not isinstance(value, Decimal) or as_number(value) is not None
    return Cell(number) if kept else literal_for_excel(number)


def _text(text: str, reader: Reader) -> Cell:
    """In quotes, by which LibreOffice can tell a text from a number, if it is asked to."""
    cell = literal_for_excel(text) if reader is Reader.EXCEL else guard(text)
    return Cell(cell.text, cell.guarded, quoted=bool(text))


def encoded(rows: Sequence[Sequence[Cell]], delimiter: str, line_end: str = LINE_END) -> bytes:
    """Lines of CSV by RFC 4180 in UTF-8."""
    special = re.compile(f'["\r\n{re.escape(delimiter)}]')
    lines = (delimiter.join(_field(cell, special) for cell in row) + line_end for row in rows)
    return "".join(lines).encode("utf-8", "replace")


def _field(cell: Cell, special: re.Pattern[str]) -> str:
    if not cell.quoted and not special.search(cell.text):
        return cell.text
    return '"' + cell.text.replace('"', '""') + '"'
