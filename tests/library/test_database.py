"""The file outlives kill -9, several processes, damage and its own older forms."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from docqa_app.core.kept import Wanted
from docqa_app.errors import LibraryError
from docqa_app.library.database import connect, migrate, undo
from docqa_app.library.library import SqliteLibrary
from docqa_app.library.tables import STEPS
from tests.library.invoices import edited, extracted, invoice

ROOT = Path(__file__).resolve().parents[2]


def writer(file: Path, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.library.writer", str(file), str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_after_kill_9_every_change_that_was_confirmed_is_there(file: Path) -> None:
    child = writer(file, 0)
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(20)]
    os.kill(child.pid, signal.SIGKILL)
    rest = [int(line) for line in child.stdout.read().splitlines() if line.strip()]
    child.wait()
    last = max([*told, *rest])

    library = SqliteLibrary(file)
    reviewed = library.review(invoice().sha256)
    library.close()

    assert reviewed is not None
    kept = [one.after.fields[0].text for one in reviewed.changes[1:]]
    assert kept[:last] == [f"change {number}" for number in range(1, last + 1)]
    assert reviewed.extraction.field("invoice_number").text == kept[-1]


def test_two_processes_write_at_once_and_nothing_is_lost(library: SqliteLibrary, file: Path) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    child = writer(file, 25)
    now = extracted(document)
    for number in range(25):
        now, entry = edited(now, "supplier_name", f"Werft {number}")
        library.record(document.sha256, entry)
    assert child.stdout is not None
    told = child.stdout.read().split()
    assert child.wait() == 0

    reviewed = library.review(document.sha256)

    assert len(told) == 25
    assert reviewed is not None
    names = [one.after.fields[0].name for one in reviewed.changes[1:]]
    assert (names.count("invoice_number"), names.count("supplier_name")) == (25, 25)


def test_a_damaged_file_is_set_aside_and_a_new_one_begun(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"this was a library once" * 500)

    library = SqliteLibrary(file)

    assert "damaged" in library.problem
    assert library.search(Wanted()) == ()
    aside = [one for one in file.parent.iterdir() if "-damaged-" in one.name]
    assert len(aside) == 1
    assert aside[0].read_bytes().startswith(b"this was a library once")
    assert aside[0].name in library.problem
    library.close()


def test_a_file_with_overwritten_pages_is_set_aside_too(file: Path) -> None:
    library = SqliteLibrary(file)
    for number in range(8):
        document = invoice(str(number))
        library.keep(document, extracted(document, str(number)))
    library.close()
    data = bytearray(file.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    file.write_bytes(data)

    again = SqliteLibrary(file)

    assert "damaged" in again.problem
    document = invoice()
    again.keep(document, extracted(document))
    assert again.review(document.sha256) is not None
    again.close()


def test_damage_that_comes_while_it_is_open_is_a_sentence(library: SqliteLibrary, file: Path) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE journal SET after = 'no JSON'")
        other.commit()

    with pytest.raises(LibraryError, match="cannot be read"):
        library.review(document.sha256)


def test_an_entry_that_cannot_be_read_does_not_hide_the_other_documents(library: SqliteLibrary, file: Path) -> None:
    good, bad = invoice("1"), invoice("2")
    for one in (good, bad):
        library.keep(one, extracted(one))
    with closing(sqlite3.connect(file)) as other:
        other.execute(
            "UPDATE journal SET after = 'no JSON' WHERE document = (SELECT id FROM document WHERE sha256 = ?)",
            (bad.sha256,),
        )
        other.commit()

    entries = [found.entry for found in library.search(Wanted())]

    assert [(one.path, one.number) for one in entries] == [(bad.path, ""), (good.path, "2024-0815")]
    assert library.review(good.sha256) is not None


def test_a_library_of_a_newer_docqa_is_left_alone(file: Path) -> None:
    library = SqliteLibrary(file)
    library.search(Wanted())
    library.close()
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version = 99")

    with pytest.raises(LibraryError, match="newer docqa"):
        SqliteLibrary(file).search(Wanted())
    assert [one.name for one in file.parent.iterdir() if "damaged" in one.name] == []


def test_a_library_of_the_first_form_opens_with_what_it_holds(file: Path) -> None:
    document = invoice()
    with_first = SqliteLibrary(file)
    with_first.keep(document, extracted(document))
    with_first.close()
    with closing(sqlite3.connect(file)) as older:
        older.execute("PRAGMA user_version = 1")

    again = SqliteLibrary(file)

    reviewed = again.review(document.sha256)
    assert reviewed is not None
    assert reviewed.extraction == extracted(document)
    again.close()
    with closing(sqlite3.connect(file)) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_an_older_form_is_brought_forward_step_by_step_with_what_it_holds(file: Path) -> None:
    steps = (
        "CREATE TABLE shelf (name TEXT); CREATE TABLE book (title TEXT);"
        "CREATE TRIGGER t AFTER DELETE ON shelf BEGIN DELETE FROM book; DELETE FROM book; END;",
        "ALTER TABLE book ADD COLUMN pages INTEGER NOT NULL DEFAULT 1;",
    )
    file.parent.mkdir(parents=True)
    with closing(connect(file)) as connection:
        migrate(connection, file, steps[:1])
        connection.execute("INSERT INTO book VALUES ('Moby')")
        migrate(connection, file, steps)

        assert connection.execute("SELECT * FROM book").fetchall() == [("Moby", 1)]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_step_that_fails_leaves_the_file_as_it_was(file: Path) -> None:
    steps = ("CREATE TABLE shelf (name TEXT);", "CREATE TABLE more (x); CREATE TABLE shelf (name TEXT);")
    file.parent.mkdir(parents=True)
    with closing(connect(file)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, file, steps)

        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("shelf",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_the_shipped_form_is_known_by_its_header(file: Path) -> None:
    library = SqliteLibrary(file)
    library.search(Wanted())
    library.close()

    with closing(sqlite3.connect(file)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]

    assert (version, application.to_bytes(4, "big"), mode) == (len(STEPS), b"docq", "wal")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    with pytest.raises(LibraryError, match="cannot be opened"):
        SqliteLibrary(tmp_path / "data" / "library.sqlite3").search(Wanted())


def test_what_sqlite_took_back_by_itself_hides_no_cause(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "full.sqlite3")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        undo(connection)
        undo(connection)

        assert not connection.in_transaction
