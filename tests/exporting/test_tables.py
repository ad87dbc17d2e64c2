"""Extractions as tables and CSV: a row a document, a field or a line item, numbers by region, formulas guarded."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from docqa_app.exporting.columns import Chosen, Of, Shape
from docqa_app.exporting.csv_file import Preset
from docqa_app.exporting.csv_table import marks_of, style_of, table_csv, write_table_csv
from docqa_app.exporting.extraction_json import extraction_value, write_extractions
from docqa_app.exporting.region import region_with
from docqa_app.exporting.tables import table
from docqa_app.exporting.typed import Table, Typed
from tests.exporting.extractions import extraction


def read(content: Table, preset: Preset = Preset.PLAIN, mark: str = ".") -> list[list[str]]:
    data, _ = table_csv(content, marks_of(style_of(preset), region_with(mark)))
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if mark == "," and preset is Preset.EXCEL else ","))


def test_a_row_a_document_holds_its_fields() -> None:
    header, row = read(table(Shape.WIDE, [extraction()]))
    assert dict(zip(header, row, strict=True)) == {
        "document": "a.pdf",
        "supplier_name": "Harbour Tools",
        "invoice_number": "00471",
        "invoice_date": "2024-03-31",
        "due_date": "03/04/2024",
        "currency": "EUR",
        "total_amount": "-1234.50",
        "order_number": "",
    }


def test_columns_can_be_chosen_ordered_and_named() -> None:
    file = Chosen("", "Datei", Of.DOCUMENT)
    chosen = [Chosen("total_amount", "Betrag"), file, Chosen("invoice_number", "Nr."), Chosen("colour", "Farbe")]
    assert read(table(Shape.WIDE, [extraction()], chosen)) == [
        ["Betrag", "Datei", "Nr.", "Farbe"],
        ["-1234.50", "a.pdf", "00471", ""],
    ]


def test_a_row_a_line_item_repeats_the_documents_fields() -> None:
    header, first, second = read(table(Shape.ITEMS, [extraction()]))
    assert (header[0], header[2]) == ("document", "invoice_number")
    assert header[-4:] == ["row", "description", "quantity", "amount"]
    assert first[2:3] + first[-4:] == ["00471", "1", "'=1+1", "2", "40.00"]
    assert second[2:3] + second[-4:] == ["00471", "2", "Nails", "3.5", "60.00"]


def test_a_row_a_field_keeps_evidence_source_and_state() -> None:
    header, *rows = read(table(Shape.LONG, [extraction()]))
    assert len(rows) == 7 + 2 * 3
    total = dict(zip(header, next(row for row in rows if row[3] == "total_amount"), strict=True))
    assert (total["value"], total["text"], total["page"], total["state"]) == ("-1234.50", "-1.234,50", "1", "confident")
    assert (total["box"], total["source"], total["confidence"]) == ("0.1000 0.2000 0.3000 0.2500", "model", "0.912")
    missing = next(row for row in rows if row[3] == "order_number")
    assert missing[header.index("state")] == "not found"


def test_excel_gets_its_regions_marks_and_texts_that_stay_texts() -> None:
    header, row = read(table(Shape.WIDE, [extraction()]), Preset.EXCEL, ",")
    cells = dict(zip(header, row, strict=True))
    assert (cells["total_amount"], cells["invoice_number"]) == ("-1234,50", '="00471"')
    assert cells["invoice_date"] == "2024-03-31"


@pytest.mark.parametrize(("mark", "number"), [(".", "12345678901234567890"), (",", "-1234567890123456,7")])
def test_a_number_of_which_excel_would_lose_digits_is_a_text_in_its_csv(mark: str, number: str) -> None:
    long = Table(("meter", "read"), ((Typed(Decimal(number.replace(",", "."))), Typed(Decimal("1234567890.25"))),))
    assert read(long, Preset.EXCEL, mark)[1] == [f'="{number}"', f"1234567890{mark}25"]
    assert read(long, Preset.PLAIN)[1] == [number.replace(",", "."), "1234567890.25"]


def test_documents_of_one_name_are_told_apart_by_their_paths() -> None:
    found = [extraction("/in/a.pdf"), extraction("/other/a.pdf"), extraction("/in/b.pdf")]
    assert [row[0] for row in read(table(Shape.WIDE, found))[1:]] == ["/in/a.pdf", "/other/a.pdf", "b.pdf"]


def test_the_cells_that_were_guarded_are_told(tmp_path: Path) -> None:
    guarded = write_table_csv(tmp_path / "a.csv", table(Shape.ITEMS, [extraction()]), Preset.PLAIN)
    assert [(cell.line, cell.column, cell.text) for cell in guarded] == [(2, "description", "=1+1")]


def test_json_keeps_types_boxes_and_texts_as_they_are(tmp_path: Path) -> None:
    write_extractions(tmp_path / "a.json", [extraction_value(extraction(), 1.23456)])
    (value,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (value["file"], value["schema"], value["seconds"]) == ("/in/a.pdf", "invoice", 1.235)
    total = value["fields"]["total_amount"]
    assert (total["value"], total["text"], total["page"]) == (-1234.5, "-1.234,50", 1)
    assert (total["boxes"], total["source"], total["state"]) == ([[0.1, 0.2, 0.3, 0.25]], "model", "confident")
    assert value["fields"]["due_date"]["readings"] == ["2024-04-03", "2024-03-04"]
    assert value["fields"]["order_number"]["value"] is None
    assert value["line_items"][0]["description"]["text"] == "=1+1"
    assert value["rules"] == [{"rule": "total", "ok": False, "message": "They disagree."}]
