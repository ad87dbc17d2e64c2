"""A batch that was broken off goes on and repeats nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docqa_app.batch.ledger import Ledger, lean, terms_of
from docqa_app.batch.step import Outcome
from docqa_app.errors import ExportError, InputError
from docqa_app.paths import find_paths
from docqa_app.reading.formats import content_hash
from docqa_app.schemas.schema_file import find_schema, shipped_schemas
from tests.batch.given import invoice


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in made:
        file.write_text(file.name, encoding="utf-8")
    return made


def outcome(file: Path) -> Outcome:
    return Outcome(file, invoice(str(file), content_hash(file)), 1.25)


def ledger(tmp_path: Path, terms: str = "terms") -> Ledger:
    return Ledger(tmp_path / "out.csv.ledger", terms, content_hash)


def test_what_is_noted_is_known_to_the_next_run_without_loss(tmp_path: Path, files: list[Path]) -> None:
    ledger(tmp_path).add(outcome(files[0]))
    known = ledger(tmp_path).earlier(files)
    found = invoice(str(files[0]), content_hash(files[0]))
    assert known == {files[0]: Outcome(files[0], lean(found), 1.25)}


def test_a_file_that_changed_is_read_again(tmp_path: Path, files: list[Path]) -> None:
    ledger(tmp_path).add(outcome(files[0]))
    files[0].write_text("another invoice", encoding="utf-8")
    assert ledger(tmp_path).earlier(files) == {}


def test_a_file_that_is_gone_hides_no_other_one(tmp_path: Path, files: list[Path]) -> None:
    for file in files:
        ledger(tmp_path).add(outcome(file))
    files[0].unlink()
    assert list(ledger(tmp_path).earlier(files)) == files[1:]


def test_under_other_terms_everything_is_read_again(tmp_path: Path, files: list[Path]) -> None:
    ledger(tmp_path).add(outcome(files[0]))
    assert ledger(tmp_path, "other terms").earlier(files) == {}


def test_a_failure_is_tried_again(tmp_path: Path, files: list[Path]) -> None:
    ledger(tmp_path).add(Outcome(files[0], error=InputError("a.pdf is damaged")))
    assert ledger(tmp_path).earlier(files) == {}


def test_a_line_that_a_crash_cut_off_is_left_out_and_the_next_one_is_whole(tmp_path: Path, files: list[Path]) -> None:
    first = ledger(tmp_path)
    first.add(outcome(files[0]))
    whole = first.path.read_bytes()
    first.path.write_bytes(whole + whole[: len(whole) // 2])
    again = ledger(tmp_path)
    again.add(outcome(files[1]))
    assert list(again.earlier(files)) == files


def test_a_file_is_known_under_the_name_it_is_called_by_now(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger(tmp_path).add(outcome(files[0]))
    monkeypatch.chdir(tmp_path)
    known = ledger(tmp_path).earlier([Path("a.pdf")])
    found = known[Path("a.pdf")].found
    assert found is not None
    assert found.path == "a.pdf"


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path, files: list[Path]) -> None:
    with pytest.raises(ExportError, match="Choose another --ledger"):
        Ledger(tmp_path, "terms", content_hash).add(outcome(files[0]))


def test_terms_are_the_same_in_every_run_and_others_with_another_schema() -> None:
    folder = find_paths({}).resources / "schemas"
    schemas = shipped_schemas(folder)
    assert terms_of(schemas, ("eng",), "model") == terms_of(shipped_schemas(folder), ("eng",), "model")
    assert terms_of(schemas, ("deu",), "model") != terms_of(schemas, ("eng",), "model")
    (invoice_schema,) = (schema for schema in schemas if schema.name == "invoice")
    changed = replace(invoice_schema, fields=invoice_schema.fields[1:])
    assert terms_of([changed], "model") != terms_of([invoice_schema], "model")


@pytest.mark.parametrize("words", ["labels", "not_labels", "questions"])
def test_terms_are_others_where_a_field_is_told_by_other_words(words: str) -> None:
    schema = find_schema("invoice", find_paths({}).resources / "schemas")
    first, *others = schema.fields
    changed = replace(schema, fields=(replace(first, **{words: {"en": ("shipping",)}}), *others))
    assert terms_of([changed], "model") != terms_of([schema], "model")
