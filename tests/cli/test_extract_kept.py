"""What docqa extract leaves in the library, and how an export preset of the window shapes its output."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from docqa_app.core.changes import Change, Deed, Patch
from docqa_app.core.kept import Wanted
from docqa_app.exporting.columns import Chosen, Shape
from docqa_app.exporting.csv_table import Dates, Reader, Style
from docqa_app.exporting.plan import Form, NamedPlan, Plan
from docqa_app.exporting.presets import file_name, save_preset
from docqa_app.library.library import SqliteLibrary
from docqa_app.paths import find_paths
from tests.cli.conftest import Docqa
from tests.cli.test_extract_batch import load, order

AT = "2024-04-01T08:00:00.000+00:00"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return order(tmp_path / "order.pdf", 7)


def library() -> SqliteLibrary:
    return SqliteLibrary(find_paths().library_file)


def test_what_was_extracted_is_found_in_the_library(docqa: Docqa, file: Path) -> None:
    assert docqa("extract", file, "--schema", "invoice", loader=load).code == 0
    (found,) = library().search(Wanted("amount"))
    assert (found.entry.path, found.entry.number) == (str(file), "007")


def test_the_library_can_be_left_alone(docqa: Docqa, file: Path) -> None:
    assert docqa("extract", file, "--schema", "invoice", "--no-library", loader=load).code == 0
    assert not find_paths().library_file.exists()


def test_what_a_password_opened_is_not_in_the_library(docqa: Docqa, tmp_path: Path) -> None:
    locked = order(tmp_path / "locked.pdf", 7, password="march")
    (tmp_path / "passwords").write_text("march", encoding="utf-8")
    arguments = ("extract", locked, "--schema", "invoice", "--password-file", tmp_path / "passwords")
    outcome = docqa(*arguments, loader=load)
    assert outcome.code == 0
    assert "1 of the documents were opened by a password. Nothing of them is in the library" in outcome.err
    assert library().search(Wanted()) == ()


def test_what_a_person_reviewed_stays_in_the_library(docqa: Docqa, file: Path) -> None:
    docqa("extract", file, "--schema", "invoice", loader=load)
    kept = library()
    (found,) = kept.search(Wanted())
    kept.record(found.entry.sha256, Change(Deed.ACCEPT_ALL, "person", AT, Patch(), Patch(accepted=True)))
    again = docqa("extract", file, "--schema", "invoice", loader=load)
    assert "1 of the documents were reviewed before" in again.err
    entry = library().entry(found.entry.sha256)
    assert entry is not None
    assert entry.accepted


def test_a_library_that_cannot_be_written_costs_no_document(docqa: Docqa, file: Path) -> None:
    find_paths().library_file.mkdir(parents=True)
    outcome = docqa("extract", file, "--schema", "invoice", "--json", loader=load)
    assert (outcome.code, outcome.json["fields"]["invoice_number"]["value"]) == (0, "007")
    assert "not in the library" in outcome.err


def test_a_damaged_library_is_set_aside_and_the_command_says_so(docqa: Docqa, file: Path) -> None:
    find_paths().library_file.parent.mkdir(parents=True, exist_ok=True)
    find_paths().library_file.write_bytes(b"no database " * 400)
    outcome = docqa("extract", file, "--schema", "invoice", loader=load)
    assert outcome.code == 0
    assert "damaged" in outcome.err
    assert len(library().search(Wanted())) == 1


OURS = NamedPlan(
    "Booking",
    Plan(
        Shape.WIDE,
        Form.CSV,
        (Chosen("total_amount", "Betrag"), Chosen("invoice_number", "Beleg")),
        style=Style(Reader.LIBREOFFICE, ";", ",", Dates.POINTS),
    ),
)


def test_a_preset_of_the_window_shapes_the_output(docqa: Docqa, file: Path, tmp_path: Path) -> None:
    save_preset(find_paths().export_presets, OURS)
    out = tmp_path / "out.csv"
    assert docqa("extract", file, "--schema", "invoice", "--preset", "booking", "--out", out, loader=load).code == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream, delimiter=";")) == [["Betrag", "Beleg"], ["7,50", "007"]]


def test_a_preset_can_be_a_file(docqa: Docqa, file: Path, tmp_path: Path) -> None:
    save_preset(tmp_path, OURS)
    preset, out = tmp_path / file_name(OURS.name), tmp_path / "out.csv"
    assert docqa("extract", file, "--schema", "invoice", "--preset", preset, "--out", out, loader=load).code == 0
    assert out.read_text(encoding="utf-8-sig").startswith('"Betrag";"Beleg"')


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--preset", "nothing", "--out", "o.csv"), "There is no export preset 'nothing'. There are: 'Booking'."),
        (("--preset", "Booking"), "--preset needs --out"),
        (("--preset", "Booking", "--out", "o.xlsx"), "writes .csv"),
        (("--preset", "Booking", "--out", "o.csv", "--table", "items"), "--table"),
    ],
)
def test_a_preset_that_does_not_go_with_the_rest_is_a_sentence(
    docqa: Docqa, file: Path, more: tuple[str, ...], said: str
) -> None:
    save_preset(find_paths().export_presets, OURS)
    outcome = docqa("extract", file, *more, loader=load)
    assert outcome.code == 2
    assert said in outcome.err
