"""A table of answers opens right in the program it is written for."""

from __future__ import annotations

import csv
import io
import locale
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from docqa_app.exporting.csv_file import HEADER, Guarded, Preset, csv_bytes, write_csv
from docqa_app.exporting.region import Region, region_with, this_computer
from docqa_app.exporting.rows import Answered, rows
from tests.exporting.fakes import MODEL, answer, answered, document, not_found


def read_back(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_the_plain_preset_is_rfc_4180_in_utf_8() -> None:
    data, guarded = csv_bytes(rows([answered('Müller; "A, B"\nGmbH')]), Preset.PLAIN)
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.startswith(",".join(HEADER).encode() + b"\r\n")
    assert data.endswith(b"\r\n")
    (row,) = read_back(data)
    assert row == {
        "document": "invoice.pdf",
        "page": "1",
        "question": "What is the total?",
        "answer": 'Müller; "A, B"\nGmbH',
        "found": "yes",
        "confidence": "0.912",
        "evidence box": "0.5000 0.5000 0.6500 0.5300; 0.1000 0.5500 0.2500 0.5800",
        "source": "OCR",
        "model version": MODEL,
    }
    assert guarded == ()


def test_the_excel_preset_has_a_bom_and_the_marks_of_the_region() -> None:
    data, _ = csv_bytes(rows([answered("12.50")]), Preset.EXCEL, region_with(","))
    assert data.startswith(b"\xef\xbb\xbfdocument;page;")
    assert b"sep=" not in data
    (row,) = read_back(data, ";")
    assert (row["answer"], row["confidence"]) == ("12,50", "0,912")


def test_where_the_point_is_in_numbers_commas_part_the_columns() -> None:
    data, _ = csv_bytes(rows([answered("12,50")]), Preset.EXCEL, region_with("."))
    (row,) = read_back(data)
    assert (row["answer"], row["confidence"]) == ("12.50", "0.912")


def test_a_list_mark_of_the_users_own_is_kept() -> None:
    data, _ = csv_bytes(rows([answered("x")]), Preset.EXCEL, Region(",", "\t"))
    assert data.decode("utf-8-sig").splitlines()[0].split("\t") == list(HEADER)


def test_guarded_cells_are_named() -> None:
    many = Answered(document("/in/=x.pdf"), (answer("fine"), answer("=1+1", question="@you?")))
    _, guarded = csv_bytes(rows([many]), Preset.PLAIN)
    assert guarded == (
        Guarded(2, "document", "=x.pdf"),
        Guarded(3, "document", "=x.pdf"),
        Guarded(3, "question", "@you?"),
        Guarded(3, "answer", "=1+1"),
    )


def test_what_was_not_found_has_no_page_and_no_answer() -> None:
    (row,) = read_back(csv_bytes(rows([Answered(document(), (not_found(),))]), Preset.PLAIN)[0])
    assert (row["answer"], row["found"], row["page"], row["evidence box"], row["source"]) == ("", "no", "", "", "")


def test_documents_of_the_same_name_are_told_apart_by_their_folder() -> None:
    many = [Answered(document(path), (answer("x"),)) for path in ("/a/scan.pdf", "/b/scan.pdf", "/b/other.pdf")]
    assert [row.document for row in rows(many)] == ["/a/scan.pdf", "/b/scan.pdf", "other.pdf"]


def test_a_file_with_lone_surrogates_in_its_name_is_still_exported() -> None:
    broken = Answered(document("/in/\udcff.pdf"), (answer("x"),))
    assert read_back(csv_bytes(rows([broken]), Preset.PLAIN)[0])[0]["document"] == "?.pdf"


@pytest.mark.parametrize("preset", list(Preset))
def test_the_file_is_written_whole_and_says_what_it_guarded(tmp_path: Path, preset: Preset) -> None:
    target = tmp_path / "answers.csv"
    guarded = write_csv(target, rows([answered("@x", "y")]), preset)
    assert target.read_bytes() == csv_bytes(rows([answered("@x", "y")]), preset)[0]
    assert len(guarded) == 1
    assert list(tmp_path.iterdir()) == [target]


def test_this_computers_region_follows_its_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert this_computer() == Region(".", ",")
    monkeypatch.setenv("LC_ALL", "xx_XX.UTF-8")
    assert this_computer() == Region(".", ",")


def test_asking_from_many_threads_leaves_the_numbers_of_the_process_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, pace = locale.setlocale(locale.LC_NUMERIC), sys.getswitchinterval()
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    locale.setlocale(locale.LC_NUMERIC, "C")
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda _: this_computer(), range(2000)))
        assert locale.setlocale(locale.LC_NUMERIC) == "C"
    finally:
        sys.setswitchinterval(pace)
        locale.setlocale(locale.LC_NUMERIC, before)
