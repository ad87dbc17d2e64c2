"""Exports by a plan: what the preview shows is what the file holds, and more rows go behind those that are there."""

from __future__ import annotations

import codecs
import csv
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.core.fields import FieldType, FieldValue
from docqa_app.errors import ExportError
from docqa_app.exporting.columns import Chosen, Of, Shape
from docqa_app.exporting.csv_table import Dates, Reader, Style, marks_of
from docqa_app.exporting.plan import Form, Plan
from docqa_app.exporting.preview import Kind, Shown, preview
from docqa_app.exporting.region import Region
from docqa_app.exporting.write import Written, write
from tests.exporting.extractions import extraction, sheet

GERMANY = Region(",", ";", "%d.%m.%Y")
BRITAIN = Region(".", ",", "%d/%m/%Y")
FEW = (
    Chosen("", "Datei", Of.DOCUMENT),
    Chosen("invoice_number", "Nummer"),
    Chosen("invoice_date", "Datum"),
    Chosen("total_amount", "Betrag"),
)
STYLES = [Style(reader, dates=dates) for reader in Reader for dates in Dates]


def csv_rows(path: Path, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=delimiter))


def many(count: int) -> list[Any]:
    return [extraction(f"/in/{n}.pdf", f"{n:05}", "=1+1" if n == 3 else "Harbour Tools") for n in range(count)]


@pytest.mark.parametrize("region", [GERMANY, BRITAIN])
@pytest.mark.parametrize("shape", list(Shape))
def test_the_preview_of_a_csv_is_its_first_five_rows(tmp_path: Path, region: Region, shape: Shape) -> None:
    for style in STYLES:
        plan = Plan(shape, Form.CSV, evidence=True, style=style)
        seen = preview(plan, many(7), region=region)
        written = write(tmp_path / "a.csv", plan, many(7), region=region)
        header, *rows = csv_rows(tmp_path / "a.csv", marks_of(style, region).delimiter)
        assert header == list(seen.header)
        assert rows[:5] == [[cell.text for cell in row] for row in seen.rows]
        assert len(rows) == seen.total == written.rows


def test_the_preview_of_a_workbook_shows_cells_as_excel_does_and_their_types(tmp_path: Path) -> None:
    plan = Plan(columns=FEW)
    assert preview(plan, [extraction()], region=GERMANY).rows == (
        (
            Shown("a.pdf", Kind.TEXT),
            Shown("00471", Kind.TEXT),
            Shown("31.03.2024", Kind.DATE),
            Shown("-1.234,50 EUR", Kind.NUMBER),
        ),
    )
    write(tmp_path / "a.xlsx", plan, [extraction()])
    assert sheet(tmp_path / "a.xlsx")[1] == ["a.pdf", "00471", datetime(2024, 3, 31), -1234.5]


def test_the_preview_of_json_shows_its_values(tmp_path: Path) -> None:
    plan = Plan(form=Form.JSON, columns=FEW)
    (row,) = preview(plan, [extraction()]).rows
    write(tmp_path / "a.json", plan, [extraction()])
    (value,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert value == {"Datei": "a.pdf", "Nummer": "00471", "Datum": "2024-03-31", "Betrag": -1234.5}
    assert [json.loads(cell.text) for cell in row] == list(value.values())


def test_complete_json_holds_everything_and_no_seconds(tmp_path: Path) -> None:
    plan = Plan(form=Form.COMPLETE)
    write(tmp_path / "a.json", plan, [extraction()])
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert preview(plan, [extraction()]).text == text[: len(preview(plan, [extraction()]).text)]
    (value,) = json.loads(text)
    assert (value["fields"]["invoice_number"]["value"], value["seconds"]) == ("00471", None)


@pytest.mark.parametrize(
    ("reader", "region", "line"),
    [
        (Reader.EXCEL, GERMANY, b'"a.pdf";"=""00471""";31.03.2024;-1234,50\r\n'),
        (Reader.EXCEL, BRITAIN, b'"a.pdf","=""00471""",31/03/2024,-1234.50\r\n'),
        (Reader.LIBREOFFICE, GERMANY, b'"a.pdf";"00471";31.03.2024;-1234,50\r\n'),
        (Reader.PROGRAMS, GERMANY, b'"a.pdf","00471",2024-03-31,-1234.50\r\n'),
    ],
)
def test_a_csv_is_written_for_who_reads_it(tmp_path: Path, reader: Reader, region: Region, line: bytes) -> None:
    write(tmp_path / "a.csv", Plan(form=Form.CSV, columns=FEW, style=Style(reader)), [extraction()], region=region)
    data = (tmp_path / "a.csv").read_bytes()
    assert data.split(b"\r\n", 1)[1] == line
    assert data.startswith(codecs.BOM_UTF8) == (reader is not Reader.PROGRAMS)


def test_marks_of_the_clerks_own_win_over_the_regions(tmp_path: Path) -> None:
    style = Style(Reader.EXCEL, "\t", ".", Dates.AMERICAN)
    write(tmp_path / "a.csv", Plan(form=Form.CSV, columns=FEW, style=style), [extraction()], region=GERMANY)
    assert csv_rows(tmp_path / "a.csv", "\t")[1] == ["a.pdf", '="00471"', "03/31/2024", "-1234.50"]


def test_evidence_stands_behind_each_value(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", Plan(columns=FEW[1:2], evidence=True), [extraction()])
    assert sheet(tmp_path / "a.xlsx") == [
        ["Nummer", "Nummer confidence", "Nummer page", "Nummer box", "Nummer source", "Nummer state"],
        ["00471", 0.912, 1, "0.1000 0.2000 0.3000 0.2500", "model", "confident"],
    ]


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.JSON])
@pytest.mark.parametrize("shape", list(Shape))
def test_two_exports_into_one_file_are_one_export_of_both(tmp_path: Path, form: Form, shape: Shape) -> None:
    plan, (first, second) = Plan(shape, form, style=Style(Reader.PROGRAMS)), many(2)
    one, two = tmp_path / f"one{form.suffix}", tmp_path / f"two{form.suffix}"
    write(one, plan, [first], append=True)
    write(one, plan, [second], append=True)
    write(two, plan, [first, second])
    if form is Form.XLSX:
        assert sheet(one) == sheet(two)
    else:
        assert one.read_bytes() == two.read_bytes()


def test_appended_amounts_and_dates_keep_their_form_in_a_workbook(tmp_path: Path) -> None:
    plan = Plan(columns=FEW)
    for found in many(2):
        write(tmp_path / "a.xlsx", plan, [found], append=True)
    rows = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["Documents"].rows)
    assert [cell.number_format for cell in rows[2]] == [cell.number_format for cell in rows[1]]
    assert [cell.data_type for cell in rows[2]] == ["s", "s", "d", "n"]


@pytest.mark.parametrize("shape", [Shape.WIDE, Shape.ITEMS])
def test_appended_formulas_are_texts_in_a_workbook(tmp_path: Path, shape: Shape) -> None:
    hostile = extraction(supplier="=cmd|' /C calc'!A0")
    for _ in range(2):
        write(tmp_path / "a.xlsx", Plan(shape), [hostile], append=True)
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].rows for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert sum(cell.value == "=cmd|' /C calc'!A0" for cell in cells) == (2 if shape is Shape.WIDE else 4)


def test_the_line_of_a_guarded_cell_counts_the_rows_that_were_there(tmp_path: Path) -> None:
    plan = Plan(form=Form.CSV, columns=(Chosen("supplier_name", "Lieferant"),), style=Style(Reader.PROGRAMS))
    assert write(tmp_path / "a.csv", plan, many(3), append=True) == Written(3)
    written = write(tmp_path / "a.csv", plan, many(4), append=True)
    assert [(cell.line, cell.column, cell.text) for cell in written.guarded] == [(8, "Lieferant", "=1+1")]


def renamed(columns: Sequence[Chosen]) -> tuple[Chosen, ...]:
    return (*columns[:-1], replace(columns[-1], title="Summe"))


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.JSON])
@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (renamed(FEW), "its column 4 is called “Betrag”, but here it is “Summe”"),
        (FEW[:3], "its column 4 is called “Betrag”, but here it is no column"),
        ((*FEW, Chosen("currency", "W")), "its column 5 is missing, but here it is “W”"),
    ],
)
def test_other_columns_are_not_added(tmp_path: Path, form: Form, columns: tuple[Chosen, ...], said: str) -> None:
    file, style = tmp_path / f"a{form.suffix}", Style(Reader.PROGRAMS)
    write(file, Plan(form=form, columns=FEW, style=style), many(1))
    before = file.read_bytes()
    with pytest.raises(ExportError, match=said):
        write(file, Plan(form=form, columns=columns, style=style), many(1), append=True)
    assert file.read_bytes() == before


def test_a_file_parted_by_another_mark_is_not_added_to(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", Plan(form=Form.CSV, style=Style(Reader.LIBREOFFICE)), many(1), region=GERMANY)
    with pytest.raises(ExportError, match="its columns are parted by semicolons"):
        write(tmp_path / "a.csv", Plan(form=Form.CSV, style=Style(Reader.PROGRAMS)), many(1), append=True)


def test_line_ends_and_byte_order_mark_of_the_file_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("\ufeffNummer\n1".encode())
    plan = Plan(form=Form.CSV, columns=(Chosen("invoice_number", "Nummer"),), style=Style(Reader.PROGRAMS))
    write(file, plan, [extraction()], append=True)
    assert file.read_bytes() == '\ufeffNummer\n1\n"00471"\n'.encode()


@pytest.mark.parametrize(("reader", "mark"), [(Reader.EXCEL, "\ufeff"), (Reader.PROGRAMS, "")])
def test_the_first_umlauts_of_a_csv_are_read_right_by_who_reads_it(tmp_path: Path, reader: Reader, mark: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"Lieferant\r\nHafen\r\n")  # as Excel saves what has no umlauts
    plan = Plan(form=Form.CSV, columns=(Chosen("supplier_name", "Lieferant"),), style=Style(reader))
    found = extraction()
    named = replace(found, fields=(FieldValue("supplier_name", FieldType.TEXT, "Müller", value="Müller"),))
    write(file, plan, [named], append=True)
    assert file.read_bytes() == f'{mark}Lieferant\r\nHafen\r\n"Müller"\r\n'.encode()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "Größe".encode("cp1252"), "is not UTF-8"),
        ("a.csv", b"\n", "its column 1 is missing"),
        ("a.json", b"{", "is not JSON"),
        ("a.json", b"[1]", "holds no list of objects"),
        ("a.xlsx", b"PK no", "is no Excel workbook"),
    ],
)
def test_what_is_no_such_table_is_not_added_to(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ExportError, match=said):
        write(tmp_path / name, Plan(form=Form(name[2:])), many(1), append=True)
    assert (tmp_path / name).read_bytes() == content


def test_a_workbook_with_a_chart_is_not_rewritten(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    rows = book.add_worksheet("Documents")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Documents!$A$1:$A$2"})
    rows.insert_chart("D1", chart)
    book.close()
    with pytest.raises(ExportError, match="pictures, charts or macros"):
        write(tmp_path / "a.xlsx", Plan(), many(1), append=True)


def test_a_workbook_whose_sparklines_would_be_lost_is_not_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(file)
    rows = book.add_worksheet("Documents")
    rows.write_row("A1", [column.title for column in FEW])
    book.add_worksheet("Trend").add_sparkline("A1", {"range": "Documents!A1:A9"})
    book.close()
    before = file.read_bytes()
    with pytest.raises(ExportError, match=r"sparklines of a kind that would be lost\. Write a new file"):
        write(file, Plan(columns=FEW), many(1), append=True)
    assert file.read_bytes() == before


@pytest.mark.parametrize("part", ["xl/connections.xml", "xl/queryTables/queryTable1.xml", "xl/threadedComments/t1.xml"])
def test_a_workbook_with_queries_or_threads_is_not_rewritten(tmp_path: Path, part: str) -> None:
    file = tmp_path / "a.xlsx"
    write(file, Plan(columns=FEW), many(1))
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr(part, "<connections/>")
    before = file.read_bytes()
    with pytest.raises(ExportError, match="queries, formulas that fill several cells or threads of comments"):
        write(file, Plan(columns=FEW), many(1), append=True)
    assert file.read_bytes() == before


def test_a_workbook_whose_formula_fills_several_cells_is_not_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Documents").write_row("A1", [column.title for column in FEW])
    book.add_worksheet("Sum").write_dynamic_array_formula("A1", "=UNIQUE(Documents!A2:A99)")
    book.close()
    with pytest.raises(ExportError, match="formulas that fill several cells"):
        write(file, Plan(columns=FEW), many(1), append=True)


@pytest.mark.parametrize(("totals", "end"), [(False, 5), (True, 3)])
def test_an_excel_table_takes_the_added_rows_in_but_not_below_its_totals(
    tmp_path: Path, totals: bool, end: int
) -> None:
    file = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(file)
    columns = [{"header": column.title, "total_string": "all"} for column in FEW]
    options = {"data": [["a.pdf", "1", "", ""]] * (1 if totals else 2), "columns": columns, "total_row": totals}
    book.add_worksheet("Documents").add_table("A1:D3", options)
    book.close()
    write(file, Plan(columns=FEW), many(2), append=True)
    table = openpyxl.load_workbook(file)["Documents"].tables["Table1"]
    assert table.ref == f"A1:D{end}"
    assert table.autoFilter.ref == ("A1:D5" if not totals else "A1:D2")
    assert len(sheet(file)) == 5


def raw_texts(path: Path) -> bytes:
    """The parts of a workbook that hold its texts."""
    with zipfile.ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist() if name.startswith(("xl/worksheets/", "xl/sh")))


@pytest.mark.parametrize(
    ("text", "as_written"),
    [("part _x0041_ of", "part _x005F_x0041_ of"), ("a\rb\x01c", "a_x000D_b_x0001_c"), ("end\uffff", "end_xFFFF_")],
)
def test_added_texts_are_written_as_those_of_a_new_workbook(tmp_path: Path, text: str, as_written: str) -> None:
    plan = Plan(columns=(Chosen("supplier_name", "Lieferant"),))
    write(tmp_path / "a.xlsx", plan, many(1))
    write(tmp_path / "a.xlsx", plan, [extraction(supplier=text)], append=True)
    write(tmp_path / "new.xlsx", plan, [*many(1), extraction(supplier=text)])
    assert f">{as_written}</t>".encode() in raw_texts(tmp_path / "a.xlsx")
    assert f">{as_written}</t>".encode() in raw_texts(tmp_path / "new.xlsx")


def test_a_workbook_whose_texts_would_change_is_not_rewritten(tmp_path: Path) -> None:
    plan = Plan(columns=(Chosen("supplier_name", "Lieferant"),))
    write(tmp_path / "a.xlsx", plan, [extraction(supplier="part _x0041_")])
    with pytest.raises(ExportError, match="escaped underscores, which would be changed"):
        write(tmp_path / "a.xlsx", plan, many(1), append=True)


def test_a_workbook_whose_sheet_is_cut_off_is_a_sentence(tmp_path: Path) -> None:
    write(tmp_path / "whole.xlsx", Plan(columns=FEW), many(1))
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as whole, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as cut:
        for name in whole.namelist():
            data = whole.read(name)
            cut.writestr(name, data[: len(data) // 2] if "worksheets" in name else data)
    with pytest.raises(ExportError, match="is no Excel workbook"):
        write(tmp_path / "a.xlsx", Plan(columns=FEW), many(1), append=True)


def test_a_workbook_without_such_a_sheet_is_not_added_to(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", Plan(Shape.LONG), many(1))
    with pytest.raises(ExportError, match="no sheet “Documents”"):
        write(tmp_path / "a.xlsx", Plan(), many(1), append=True)


@pytest.mark.parametrize("lock", [".~lock.a.xlsx#", "~$a.xlsx"])
def test_a_file_that_is_open_elsewhere_is_a_sentence(tmp_path: Path, lock: str) -> None:
    (tmp_path / lock).touch()
    with pytest.raises(ExportError, match="is open in"):
        write(tmp_path / "a.xlsx", Plan(), many(1))


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ((FEW[0], replace(FEW[1], title="Datei")), "2 columns are called “Datei”"),
        ((replace(FEW[0], title=" "),), "has no name"),
    ],
)
def test_columns_that_cannot_be_told_apart_are_refused(tmp_path: Path, columns: tuple[Chosen, ...], said: str) -> None:
    plan = Plan(columns=columns)
    assert said in preview(plan, many(1)).trouble
    with pytest.raises(ExportError, match=said):
        write(tmp_path / "a.xlsx", plan, many(1))
    assert not list(tmp_path.iterdir())


@given(st.lists(st.text(alphabet='ab";,\r\n\t=0 ', max_size=6), min_size=1, max_size=3))
def test_any_text_comes_back_from_a_csv_for_programs(texts: list[str]) -> None:
    columns = (Chosen("supplier_name", "x"), Chosen("invoice_number", "y"))
    found = [extraction(number=text, supplier=text) for text in texts]
    plan = Plan(form=Form.CSV, columns=columns, style=Style(Reader.PROGRAMS))
    seen = preview(plan, found)
    assert [row[0].text.removeprefix("'" * row[0].guarded) for row in seen.rows] == texts


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX, Form.JSON, Form.COMPLETE])
def test_rows_added_to_an_empty_file_get_their_header(tmp_path: Path, form: Form) -> None:
    plan = Plan(form=form, columns=FEW)
    empty, new = tmp_path / f"empty{form.suffix}", tmp_path / f"new{form.suffix}"
    empty.touch()
    write(empty, plan, many(2), append=True)
    write(new, plan, many(2))
    assert empty.stat().st_size == new.stat().st_size > 0


def test_a_csv_that_is_no_table_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b'"' + b"x" * 200_000)
    with pytest.raises(ExportError, match=r"a\.csv is no table \(field larger than field limit"):
        write(file, Plan(form=Form.CSV), many(1), append=True)
    assert file.stat().st_size == 200_001


def test_rows_that_a_sheet_has_no_room_for_are_not_added(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    write(file, Plan(columns=FEW), [extraction()])
    workbook = openpyxl.load_workbook(file)
    workbook.active.cell(1_048_576, 1, "last")
    workbook.save(file)
    before = file.read_bytes()
    with pytest.raises(ExportError, match="Export fewer documents or columns"):
        write(file, Plan(columns=FEW), [extraction()], append=True)
    assert file.read_bytes() == before
