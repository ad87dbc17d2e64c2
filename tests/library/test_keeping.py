"""What is kept comes back as it was, with every change of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from docqa_app.core.changes import Change, Deed, Patch, Reviewed, WordText, change, redo, replay, undo
from docqa_app.core.fields import LineItem, State
from docqa_app.core.kept import Wanted
from docqa_app.errors import LibraryError
from docqa_app.library import database, entries
from docqa_app.library.library import SqliteLibrary
from tests.library.invoices import AT, accepted, edited, extracted, invoice


def test_a_document_and_its_values_are_there_after_a_restart(library: SqliteLibrary, file: Path) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    library.close()

    again = SqliteLibrary(file)

    reviewed = again.review(document.sha256)
    assert reviewed is not None
    assert reviewed.extraction == extracted(document)
    assert [(one.deed, one.who) for one in reviewed.changes] == [(Deed.EXTRACT, "docformer 1.0")]
    assert not reviewed.accepted
    assert again.document(document.sha256) == document
    again.close()


def test_every_change_is_kept_with_the_old_value_and_who_made_it(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    now, entry = edited(first, "invoice_number", "4711")
    library.record(document.sha256, entry)

    reviewed = library.review(document.sha256)

    assert reviewed is not None
    assert reviewed.extraction == now
    last = reviewed.changes[-1]
    assert last == entry
    assert (last.who, last.at, last.before.fields[0].text) == ("person", AT, "2024-0815")


def test_a_changed_cell_costs_its_row_in_the_file_and_is_there_again(library: SqliteLibrary, file: Path) -> None:
    document = invoice()
    first = extracted(document)
    first = replace(first, line_items=first.line_items * 100)
    library.keep(document, first)
    mended = LineItem(tuple(replace(cell, state=State.ACCEPTED) for cell in first.line_items[60].cells))
    now = replace(first, line_items=(*first.line_items[:60], mended, *first.line_items[61:]))
    library.record(document.sha256, change(Deed.ACCEPT, "person", AT, first, now))

    with closing(sqlite3.connect(file)) as other:
        (size,) = other.execute("SELECT length(before) + length(after) FROM journal WHERE deed = 'accept'").fetchone()
    reviewed = library.review(document.sha256)

    assert size < 2000
    assert reviewed is not None
    assert reviewed.extraction == now


def test_entries_with_whole_tables_are_read_as_they_were_written(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    before, after = Patch(line_items=first.line_items), Patch(line_items=first.line_items * 3)
    library.record(document.sha256, Change(Deed.SET, "person", AT, before, after))

    reviewed = library.review(document.sha256)

    assert reviewed is not None
    assert len(reviewed.extraction.line_items) == 3


def test_undo_and_redo_survive_a_restart(library: SqliteLibrary, file: Path) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    now, entry = edited(first, "invoice_number", "4711")
    library.record(document.sha256, entry)
    again = SqliteLibrary(file)

    for step, wanted in ((undo, first), (redo, now)):
        reviewed = again.review(document.sha256)
        assert reviewed is not None
        back = step(reviewed.changes, "person", AT)
        assert back is not None
        again.record(document.sha256, back)
        after = again.review(document.sha256)
        assert after is not None
        assert after.extraction == wanted
    again.close()


def test_extracting_anew_is_one_more_entry_and_can_be_taken_back(library: SqliteLibrary) -> None:
    document = invoice()
    now, entry = edited(extracted(document), "invoice_number", "4711")
    library.keep(document, extracted(document))
    library.record(document.sha256, entry)
    library.record(document.sha256, accepted(now))
    library.keep(document, replace(extracted(document), model="docformer 2.0"))

    anew = library.review(document.sha256)
    assert anew is not None
    back = undo(anew.changes, "person", AT)
    assert back is not None
    library.record(document.sha256, back)
    taken_back = library.review(document.sha256)

    assert taken_back is not None
    assert [(one.extraction.model, one.accepted) for one in (anew, taken_back)] == [
        ("docformer 2.0", False),
        ("docformer 1.0", True),
    ]


def test_the_list_follows_the_changes(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    before = library.entry(document.sha256)
    now, entry = edited(first, "supplier_name", "Werft Nord AG")
    library.record(document.sha256, entry)
    library.record(document.sha256, accepted(now))
    after = library.entry(document.sha256)

    assert before is not None
    assert after is not None
    assert (before.supplier, before.accepted, before.doubtful) == ("Hafen Werkzeug GmbH", False, 1)
    assert (after.supplier, after.accepted) == ("Werft Nord AG", True)
    assert str(after.total) == "1234.50"


def test_a_change_is_kept_while_the_list_is_brought_up_to_date(
    library: SqliteLibrary, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    _, entry = edited(first, "supplier_name", "Werft Nord AG")
    clerk = meanwhile(file, monkeypatch, lambda clerk: clerk.record(document.sha256, entry))

    behind, now = library.entry(document.sha256), library.entry(document.sha256)

    assert behind is None
    assert now is not None
    assert now.supplier == "Werft Nord AG"
    clerk.close()


def test_a_document_that_is_forgotten_while_the_list_is_brought_up_to_date_is_left_out(
    library: SqliteLibrary, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, stays = invoice("1"), invoice("2")
    for one in (gone, stays):
        library.keep(one, extracted(one))
    clerk = meanwhile(file, monkeypatch, lambda clerk: clerk.forget(gone.sha256))

    listed = library.search(Wanted())

    assert [found.entry.sha256 for found in listed] == [stays.sha256]
    clerk.close()


def meanwhile(file: Path, monkeypatch: pytest.MonkeyPatch, deed: Callable[[SqliteLibrary], None]) -> SqliteLibrary:
    """Another docqa at the same library, which does this once while what is listed is derived from the journal."""
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    clerk, deeds = SqliteLibrary(file), [deed]

    def interrupted(changes: Iterable[Change]) -> Reviewed | None:
        if deeds:
            deeds.pop()(clerk)
        return replay(changes)

    monkeypatch.setattr(entries, "replay", interrupted)
    return clerk


def test_corrected_words_are_there_when_the_document_is_opened_again(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    words = ((WordText(1, 0, "Hafen", 0.9), WordText(1, 0, "Hagen")),)
    library.record(document.sha256, change(Deed.CORRECT_WORD, "person", AT, first, first, words=words))

    kept = library.document(document.sha256)

    assert kept is not None
    assert kept.pages[0].words[0].text == "Hagen"


def test_corrected_words_stay_when_the_values_are_found_anew(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    words = ((WordText(1, 0, "Hafen", 0.9), WordText(1, 0, "Hagen")),)
    library.record(document.sha256, change(Deed.CORRECT_WORD, "person", AT, first, first, words=words))
    anew = replace(first, fields=first.fields[::-1])
    library.record(document.sha256, change(Deed.EXTRACT, "docformer 1.0", AT, first, anew))

    kept = library.document(document.sha256)

    assert kept is not None
    assert kept.pages[0].words[0].text == "Hagen"
    assert library.search(Wanted("hagen"))


def test_words_that_were_read_otherwise_since_are_not_corrected(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    words = ((WordText(1, 0, "Hafen", 0.9), WordText(1, 0, "Hagen")),)
    library.record(document.sha256, change(Deed.CORRECT_WORD, "person", AT, first, first, words=words))
    again = invoice(supplier="Hagel Werkzeug GmbH")
    library.keep(replace(again, sha256=document.sha256), first)

    kept = library.document(document.sha256)

    assert kept is not None
    assert kept.pages[0].words[0].text == "Hagel"


def test_a_change_of_a_document_that_was_forgotten_says_so(library: SqliteLibrary) -> None:
    document = invoice()
    _, entry = edited(extracted(document), "invoice_number", "4711")

    with pytest.raises(LibraryError, match="forgotten"):
        library.record(document.sha256, entry)


def test_a_file_name_and_words_that_are_no_unicode_are_kept(library: SqliteLibrary) -> None:
    document = invoice(path="/in/caf\udce9.pdf")
    word = replace(document.pages[0].words[0], text="half\ud83d")
    page = replace(document.pages[0], words=(word, *document.pages[0].words[1:]))
    document = replace(document, pages=(page,))

    library.keep(document, extracted(document))

    assert library.document(document.sha256) == document
    entry = library.entry(document.sha256)
    assert entry is not None
    assert entry.path == "/in/caf\udce9.pdf"


def test_a_document_that_was_moved_is_listed_where_it_lies_now(library: SqliteLibrary) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    assert [found.entry.path for found in library.search(Wanted())] == [document.path]

    library.move(document.sha256, "/paid/caf\udce9.pdf")

    assert [found.entry.path for found in library.search(Wanted())] == ["/paid/caf\udce9.pdf"]
    kept, reviewed = library.document(document.sha256), library.review(document.sha256)
    assert kept is not None
    assert reviewed is not None
    assert kept.path == "/paid/caf\udce9.pdf"
    assert len(reviewed.changes) == 1


def test_a_document_that_moves_while_the_list_is_brought_up_to_date_is_listed_where_it_lies_now(
    library: SqliteLibrary, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    clerk = meanwhile(file, monkeypatch, lambda clerk: clerk.move(document.sha256, "/paid/1.pdf"))
    library.search(Wanted())

    assert [found.entry.path for found in library.search(Wanted())] == ["/paid/1.pdf"]
    clerk.close()


def test_a_forgotten_document_does_not_come_back_by_being_moved(library: SqliteLibrary) -> None:
    library.move("0" * 64, "/paid/1.pdf")
    assert library.search(Wanted()) == ()


def test_what_is_not_kept_is_none(library: SqliteLibrary) -> None:
    assert library.review("0" * 64) is None
    assert library.document("0" * 64) is None
    assert library.entry("0" * 64) is None
