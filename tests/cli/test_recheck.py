"""docqa recheck fills accepted documents anew and says what was right and would be wrong now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from docqa_app.core.answer import Candidate
from docqa_app.core.changes import Change, Deed, Patch
from docqa_app.core.document import Page
from docqa_app.core.kept import Wanted
from docqa_app.library.library import SqliteLibrary
from docqa_app.paths import find_paths
from tests.cli.conftest import Docqa
from tests.fakes import FakeEngine, Said
from tests.ui.review.bills import NUMBER, bill, engine

AT = "2024-04-01T08:00:00.000+00:00"
NOTHING_KEPT = 3
LIBRARY_DAMAGED = 5


def load(folder: Path, device: str) -> FakeEngine:
    return engine()


def load_worse(folder: Path, device: str) -> FakeEngine:
    """A model that takes the customer's number for the invoice's."""
    return replace(engine({NUMBER: Said("C-77", 0.6)}), model="told 2.0")


def load_broken(folder: Path, device: str) -> FakeEngine:
    def say(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
        raise RuntimeError("the model broke")

    return FakeEngine(say, model="told 3.0")


@pytest.fixture
def accepted(docqa: Docqa, tmp_path: Path) -> Path:
    """A file that was filled and accepted."""
    file = bill(tmp_path / "bill.pdf")
    assert docqa("extract", file, "--schema", "invoice", loader=load).code == 0
    library = SqliteLibrary(find_paths().library_file)
    (found,) = library.search(Wanted())
    library.record(found.entry.sha256, Change(Deed.ACCEPT_ALL, "person", AT, Patch(), Patch(accepted=True)))
    return file


def test_without_accepted_documents_there_is_nothing_to_try(docqa: Docqa) -> None:
    outcome = docqa("recheck", loader=load)
    assert (outcome.code, outcome.out) == (NOTHING_KEPT, "")
    assert outcome.err.startswith("docqa: No document was accepted yet")
    assert not find_paths().library_file.exists()


def test_a_damaged_library_is_told_and_not_taken_for_an_empty_one(docqa: Docqa) -> None:
    file = find_paths().library_file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"no database " * 400)
    outcome = docqa("recheck", loader=load)
    assert (outcome.code, outcome.out) == (LIBRARY_DAMAGED, "")
    assert "is damaged and was set aside" in outcome.err
    assert "No document was accepted" not in outcome.err


def test_the_same_model_finds_what_it_found(docqa: Docqa, accepted: Path) -> None:
    outcome = docqa("recheck", loader=load)
    assert outcome.code == 0
    assert "accepted documents: 1, values: " in outcome.out
    assert "Right before, wrong now: 0" in outcome.out


def test_a_value_that_a_new_model_loses_is_named_with_what_was_accepted(docqa: Docqa, accepted: Path) -> None:
    found = docqa("recheck", "--json", loader=load_worse).json
    assert (found["model"], found["documents"]) == ("told 2.0", 1)
    (lost,) = [one for one in found["negative"] if one["name"] == "invoice_number"]
    assert (lost["path"], lost["accepted"], lost["before"]) == (str(accepted), "A-0471", "A-0471")
    assert lost["now"] == "C-77"
    assert found["negative_flip_rate"] == round(len(found["negative"]) / found["values"], 4)
    assert (
        "bill.pdf  invoice_number: accepted A-0471, found before A-0471, now C-77"
        in docqa("recheck", loader=load_worse).out
    )


def test_nothing_is_changed_by_it(docqa: Docqa, accepted: Path) -> None:
    library = SqliteLibrary(find_paths().library_file)
    (entry,) = (one.entry for one in library.search(Wanted()))
    before = library.review(entry.sha256)
    docqa("recheck", loader=load_worse)
    assert library.review(entry.sha256) == before


def test_a_file_that_is_gone_is_tried_by_its_kept_words(docqa: Docqa, accepted: Path) -> None:
    accepted.unlink()
    found = docqa("recheck", "--json", loader=load).json
    assert (found["documents"], found["negative"]) == (1, [])


def test_a_document_that_breaks_a_room_is_left_out_and_named(docqa: Docqa, accepted: Path) -> None:
    outcome = docqa("recheck", loader=load_broken)
    assert outcome.code == 0
    assert f"Left out, for it could not be filled: {accepted}" in outcome.out
