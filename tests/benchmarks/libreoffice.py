"""Proof that a spreadsheet opens what the app writes as it was meant: python -m tests.benchmarks.libreoffice

Writes a workbook, one in two goes and three kinds of CSV under a German and an American locale, has LibreOffice open
them without a window under the same locale, and compares every cell: numbers and dates are equal, texts are texts with
every zero, and nothing was computed. Needs `soffice` and both locales; `make proof` runs it, the test suite does not.
"""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

from docqa_app.core.fields import Value
from docqa_app.exporting.append_xlsx import longer_xlsx
from docqa_app.exporting.csv_table import Marks, Reader, Style, marks_of, table_csv
from docqa_app.exporting.region import this_computer
from docqa_app.exporting.typed import Table, Typed
from docqa_app.exporting.xlsx import write_xlsx

LOCALES = {"de_DE.UTF-8": 1031, "en_US.UTF-8": 1033}
"""Locales and the numbers by which LibreOffice's import filter knows their languages."""

TEXTS = (
    "00471", "0049 30 1234567", "DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "4006381333931",
    "123456789012345678", "000", "2024-001", "1-2", "3/4", "03.04.2023", "2023-04-03", "12:30", "1E5", "0x1F", "1.234",
    "1,234", "12,50", "12.50", "50%", "TRUE", "WAHR", "#N/A", "MAR1", "+4930123456789", "-00123", "12 €", "(123)",
    "Größe: ÄÖÜ äöü ß €", "first line\nsecond line", 'a "quoted" text', "semi;colon, comma\tand tab",
)  # fmt: skip
FORMULAS = (
    "=1+1", "=SUM(A1:A9)", '=HYPERLINK("https://example.org","x")', "+1+1", "-1+1", "@SUM(1)", "＝1+1", " =1+1",
    "=cmd|' /C calc'!A0", '="00471"&1',
)  # fmt: skip
NUMBERS = tuple(Decimal(text) for text in ("1234.56", "-0.05", "1234567.89", "0", "12.5", "1000", "-1234.50", "0.001"))
DATES = (date(2024, 3, 31), date(2024, 4, 3), date(1999, 12, 31))
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@dataclass(frozen=True, slots=True)
class Opened:
    """A cell as LibreOffice has it: its type ("string", "float", "date", "currency" ...), value, text and formula."""

    kind: str
    value: str
    text: str
    formula: str


def main() -> int:
    """Prints a line a file; 1 where a cell is not what was written."""
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed: apt-get install libreoffice-calc-nogui", file=sys.stderr)
        return 2
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, language in LOCALES.items():
            wrong += _prove(program, Path(folder), name, language)
    print("Every cell is as it was written." if not wrong else f"{wrong} cells are not as they were written.")
    return 1 if wrong else 0


def _prove(program: str, folder: Path, name: str, language: int) -> int:
    """How many cells of this locale's files came back wrong."""
    os.environ["LC_ALL"] = name
    locale.setlocale(locale.LC_ALL, name)  # fails here where the locale is missing, not in silence later
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    wrong = 0
    for file, options in _files(folder, language):
        rows = _opened(program, folder, file, options)
        said = list(_differences(rows, evaluated=file.stem.endswith("excel")))
        numbers, texts = len(NUMBERS) + len(DATES), len(TEXTS) + len(FORMULAS)
        print(f"{name:12} {file.name:18} {numbers} numbers and dates, {texts} texts: {len(said)} wrong")
        for difference in said:
            print(f"    {difference}")
        wrong += len(said)
    return wrong


def _content() -> Table:
    """A row a value: the text or number alone, so that nothing beside it helps the guess."""
    values: list[Value] = [*TEXTS, *FORMULAS, *NUMBERS, *DATES]
    rows = tuple((Typed(n), Typed(value, "EUR" if n % 2 else "")) for n, value in enumerate(values))
    return Table(("number", "value"), rows)


def _files(folder: Path, language: int) -> Iterator[tuple[Path, str]]:
    """The files and the options of LibreOffice's import filter; a workbook needs none."""
    book = folder / "workbook.xlsx"
    write_xlsx(book, [("Documents", _content())])
    yield book, ""
    yield _appended(folder / "appended.xlsx"), ""
    region = this_computer()
    for reader in Reader:
        marks = marks_of(Style(reader), region)
        file = folder / f"for-{reader.value}.csv"
        file.write_bytes(table_csv(_content(), marks)[0])
        yield file, _import_options(marks, language)


def _appended(file: Path) -> Path:
    """The same workbook, its second half added to the first."""
    content = _content()
    half = len(content.rows) // 2
    write_xlsx(file, [("Documents", Table(content.header, content.rows[:half]))])
    file.write_bytes(longer_xlsx(file, "Documents", Table(content.header, content.rows[half:])))
    return file


def _import_options(marks: Marks, language: int) -> str:
    """Columns parted as written, UTF-8, from the first line. Excel's file is read as Excel does: by guesses, with its
    ="..." computed; the others as their readers are told to: what is in quotes is text."""
    excel = marks.reader is Reader.EXCEL
    spoken = 1033 if marks.reader is Reader.PROGRAMS else language
    as_text, evaluate = ("false", "true") if excel else ("true", "false")
    return f"CSV:{ord(marks.delimiter)},34,76,1,,{spoken},{as_text},true,,,,,{evaluate}"


def _opened(program: str, folder: Path, file: Path, options: str) -> list[list[Opened]]:
    profile = folder / f"profile-{os.environ['LC_ALL']}"
    command = [program, "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "fods"]
    infilter = [f"--infilter={options}"] if options else []
    subprocess.run(
        [*command, *infilter, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300
    )
    tree = ElementTree.parse(file.with_suffix(".fods"))
    return [[*_cells(row)] for row in tree.getroot().iter(f"{_TABLE}table-row")]


def _cells(row: ElementTree.Element) -> Iterator[Opened]:
    for cell in row.iter(f"{_TABLE}table-cell"):
        kind = cell.get(f"{_OFFICE}value-type", "")
        value = cell.get(f"{_OFFICE}date-value") or cell.get(f"{_OFFICE}value") or ""
        text = "\n".join("".join(_spelled(line)) for line in cell.iter(f"{_TEXT}p"))
        yield Opened(kind, value, text, cell.get(f"{_TABLE}formula", ""))


def _spelled(line: ElementTree.Element) -> Iterator[str]:
    """A paragraph's text; runs of spaces and tabs are elements of their own."""
    yield line.text or ""
    for part in line:
        if part.tag == f"{_TEXT}s":
            yield " " * int(part.get(f"{_TEXT}c", "1"))
        elif part.tag == f"{_TEXT}tab":
            yield "\t"
        else:
            yield from _spelled(part)
        yield part.tail or ""


def _differences(rows: list[list[Opened]], *, evaluated: bool) -> Iterator[str]:
    """A sentence for every cell that is not what was written. An apostrophe before a formula was put there on purpose;
    with `evaluated` a formula that holds nothing but its text is one too."""
    written = [cells[1].value for cells in _content().rows]
    for value, cells in zip(written, rows[1 : len(written) + 1], strict=True):
        cell = cells[1]
        literal = evaluated and cell.formula == f'of:="{value}"'
        if cell.formula and not literal:
            yield f"{value!r} became the formula {cell.formula}"
        elif not _is(value, cell):
            yield f"{value!r} became {cell.text!r} ({cell.kind} {cell.value})"


def _is(value: object, cell: Opened) -> bool:
    if isinstance(value, date):
        return cell.kind == "date" and cell.value.startswith(value.isoformat())
    if isinstance(value, Decimal):
        return cell.kind in ("float", "currency") and Decimal(cell.value) == value
    return cell.kind == "string" and cell.text.removeprefix("'") == value


if __name__ == "__main__":
    sys.exit(main())
