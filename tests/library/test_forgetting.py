"""A forgotten document leaves no trace on the disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from docqa_app.core.document import Box
from docqa_app.core.fields import FieldType
from docqa_app.core.kept import Wanted
from docqa_app.core.suppliers import Correction, Memory, Side, Supplier
from docqa_app.errors import TracesLeft
from docqa_app.library import database
from docqa_app.library.library import SqliteLibrary
from docqa_app.reading.cache import WordCache
from docqa_app.reading.options import ReadOptions
from tests.library.invoices import AT, edited, extracted, invoice

SECRET = "Zwieselbruck"


def keep_secret(library: SqliteLibrary) -> str:
    """A document, a change of it, and what was learned from it, all with a word that stands nowhere else."""
    document = invoice(f"{SECRET}-1", f"{SECRET} GmbH", path=f"/in/{SECRET}.pdf")
    first = extracted(document, f"{SECRET}-1", f"{SECRET} GmbH")
    library.keep(document, first)
    library.record(document.sha256, edited(first, "invoice_number", f"{SECRET}-2")[1])
    learnt = Correction(
        "invoice_number",
        FieldType.TEXT,
        SECRET,
        Side.LEFT,
        1,
        Box(0.1, 0.1, 0.2, 0.2),
        f"{SECRET}-2",
        False,
        document.sha256,
        AT,
    )
    library.remember(Memory(Supplier(f"{SECRET} GmbH"), (learnt,), sha256=document.sha256))
    return document.sha256


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()).lower()


def test_nothing_of_a_forgotten_document_is_left_in_any_file(library: SqliteLibrary, file: Path) -> None:
    others = [invoice(str(number)) for number in range(30)]
    for one in others[:15]:
        library.keep(one, extracted(one, one.path))
    sha256 = keep_secret(library)
    for one in others[15:]:
        library.keep(one, extracted(one, one.path))
    library.search(Wanted(SECRET))
    trace = SECRET.lower().encode()
    assert trace in bytes_on_disk(file.parent)
    assert sha256.encode() in bytes_on_disk(file.parent)

    library.forget(sha256)

    left = bytes_on_disk(file.parent)
    assert trace not in left
    assert sha256.encode() not in left
    assert SECRET[:6].lower().encode() not in left
    assert len(library.search(Wanted("gewindebohrer"))) == 30
    assert library.search(Wanted(SECRET)) == ()
    assert library.memories() == ()


def test_its_words_in_the_cache_go_with_it(file: Path, tmp_path: Path) -> None:
    cache = WordCache(tmp_path / "words")
    library = SqliteLibrary(file, cache.forget)
    document, other = invoice(), invoice("2")
    for one in (document, other):
        library.keep(one, extracted(one))
        cache.save(one.sha256, one.pages[0], ReadOptions())

    library.forget(document.sha256)

    assert cache.load(document.sha256, 1, ReadOptions()) is None
    assert cache.load(other.sha256, 1, ReadOptions()) is not None
    library.close()


def test_several_are_forgotten_at_once_and_the_rest_stays(library: SqliteLibrary) -> None:
    documents = [invoice(str(number)) for number in range(3)]
    for one in documents:
        library.keep(one, extracted(one))

    library.forget(*(one.sha256 for one in documents[:2]))

    assert [found.entry.sha256 for found in library.search(Wanted())] == [documents[2].sha256]


def test_forgetting_what_is_not_there_does_nothing(library: SqliteLibrary) -> None:
    library.forget("0" * 64)

    assert library.search(Wanted()) == ()


def test_a_supplier_that_other_documents_taught_too_stays(library: SqliteLibrary) -> None:
    sha256 = keep_secret(library)
    other = invoice("2")
    learnt = Correction("iban", FieldType.IBAN, "", Side.NONE, 0, None, "DE02", True, other.sha256, AT)
    library.remember(Memory(Supplier(f"{SECRET} GmbH"), (learnt,), sha256=other.sha256))

    library.forget(sha256)

    (memory,) = library.memories()
    assert [one.field for one in memory.corrections] == ["iban"]


def test_what_was_misread_on_a_forgotten_document_is_not_left_in_what_later_ones_taught(
    library: SqliteLibrary, file: Path
) -> None:
    first, later = invoice("1"), invoice("2")
    wrong = Correction("iban", FieldType.IBAN, "", Side.NONE, 0, None, "DE02", True, first.sha256, AT, SECRET, "Konto")
    right = replace(wrong, sha256=later.sha256, wrong="", wrong_label="")
    for one in (replace(wrong, wrong_sha256=first.sha256), right):
        library.remember(Memory(Supplier("Werft"), (one,), sha256=one.sha256))
    assert [one.wrong for memory in library.memories() for one in memory.corrections] == [SECRET]

    library.forget(first.sha256)

    assert [one.wrong for memory in library.memories() for one in memory.corrections] == [""]
    assert SECRET.lower().encode() not in bytes_on_disk(file.parent)


def test_what_was_misread_on_a_document_that_stays_is_remembered(library: SqliteLibrary) -> None:
    first, later = invoice("1"), invoice("2")
    learnt = Correction("iban", FieldType.IBAN, "", Side.NONE, 0, None, "DE02", True, later.sha256, AT, "DE01")
    for one in (replace(learnt, sha256=first.sha256, wrong=""), replace(learnt, wrong_sha256=later.sha256)):
        library.remember(Memory(Supplier("Werft"), (one,), sha256=one.sha256))

    library.forget(first.sha256)

    assert [one.wrong for memory in library.memories() for one in memory.corrections] == ["DE01"]


def test_a_document_is_forgotten_even_where_its_traces_cannot_be_wiped_and_the_sentence_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    document = invoice()
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        library = SqliteLibrary(file, lambda sha256: other.execute("BEGIN IMMEDIATE"))
        library.keep(document, extracted(document))

        with pytest.raises(TracesLeft, match="It is forgotten, but its traces could not be wiped"):
            library.forget(document.sha256)

    assert library.search(Wanted()) == ()
    library.close()
