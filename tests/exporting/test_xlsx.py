"""Workbooks: identifiers stay text, amounts are numbers in their currency, dates are dates, and nothing runs."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell

from docqa_app.core.fields import Value
from docqa_app.errors import ExportError
from docqa_app.exporting.columns import Shape
from docqa_app.exporting.tables import table
from docqa_app.exporting.typed import Table, Typed
from docqa_app.exporting.xlsx import write_xlsx, xlsx_bytes
from tests.exporting.extractions import extraction

HOSTILE = (
    "=1+1",
    "+1",
    "-cmd|' /C calc'!A0",
    "@SUM(A1)",
    "https://example.org",
    "internal:Sheet1!A1",
    "{=1}",
    "00123",
    "1E5",
)


def one_cell(value: Value | int | float, currency: str = "") -> Cell:
    data = xlsx_bytes([("Sheet", Table(("a",), ((Typed(value, currency),),)))])
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["A2"]
    assert isinstance(cell, Cell)
    return cell


def test_a_document_is_a_row_with_its_types(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", [("Documents", table(Shape.WIDE, [extraction()]))])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Documents"]
    header, row = list(sheet.iter_rows())
    cells = {title.value: cell for title, cell in zip(header, row, strict=True)}
    assert (cells["invoice_number"].value, cells["invoice_number"].data_type) == ("00471", "s")
    assert (cells["total_amount"].value, cells["total_amount"].number_format) == (-1234.5, '#,##0.00 "EUR"')
    assert cells["invoice_date"].value == datetime(2024, 3, 31)
    assert cells["invoice_date"].is_date
    assert (cells["due_date"].value, cells["due_date"].data_type) == ("03/04/2024", "s")
    assert cells["order_number"].value is None


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_a_number_or_a_link(text: str) -> None:
    cell = one_cell(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_file_holds_no_formula_at_all() -> None:
    data = xlsx_bytes([("Sheet", Table(HOSTILE, (tuple(Typed(text) for text in HOSTILE),)))])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("amount", "currency", "number_format"),
    [
        ("12.50", "EUR", '#,##0.00 "EUR"'),
        ("1250", "JPY", '#,##0 "JPY"'),
        ("0.0520", "EUR", '#,##0.0000 "EUR"'),
        ("3.5", "", "#,##0.0"),
    ],
)
def test_amounts_show_their_currency_and_decimals(amount: str, currency: str, number_format: str) -> None:
    cell = one_cell(Decimal(amount), currency)
    assert (cell.value, cell.number_format) == (float(amount), number_format)


def test_a_number_that_excel_would_round_is_written_as_text() -> None:
    cell = one_cell(Decimal("12345678901234567.89"))
    assert (cell.value, cell.data_type) == ("12345678901234567.89", "s")


def test_a_day_before_excels_calendar_is_text() -> None:
    assert one_cell(date(1815, 12, 10)).value == "1815-12-10"


def test_texts_that_a_cell_cannot_hold_are_brought_to_what_it_can() -> None:
    assert len(str(one_cell("x" * 40_000).value)) == 32_767
    assert len(str(one_cell("<r>" + "x" * 32_760 + "</r>").value)) == 32_767
    assert one_cell("half \ud83d of a face").value == "half ? of a face"


@pytest.mark.parametrize("text", ["<r>a & b</r>", "<r><t>Total</t></r>"])
def test_a_text_that_looks_like_the_workbooks_own_xml_is_that_text(text: str) -> None:
    data = xlsx_bytes([("Sheet", Table((text,), ((Typed(text),), (Typed("ok"),))))])
    title, cell, other = openpyxl.load_workbook(io.BytesIO(data)).active["A"]
    assert [str(one.value).rstrip() for one in (title, cell, other)] == [text, text, "ok"]


def test_a_workbook_has_a_sheet_a_table() -> None:
    names = [("Documents", table(Shape.WIDE, [extraction()])), ("Line items", table(Shape.ITEMS, [extraction()]))]
    assert openpyxl.load_workbook(io.BytesIO(xlsx_bytes(names))).sheetnames == ["Documents", "Line items"]


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        write_xlsx(tmp_path / "none" / "a.xlsx", [("Sheet", Table(("a",), ()))])


@pytest.mark.parametrize(("rows", "columns"), [(1_048_576, 1), (1, 16_385)])
def test_a_table_larger_than_a_sheet_is_refused_and_not_cut_off(tmp_path: Path, rows: int, columns: int) -> None:
    cells = (Typed("x"),) * columns
    large = Table(tuple(f"c{number}" for number in range(columns)), (cells,) * rows)
    with pytest.raises(ExportError, match="Export fewer documents or columns"):
        write_xlsx(tmp_path / "a.xlsx", [("Fields", large)])
    assert not (tmp_path / "a.xlsx").exists()
