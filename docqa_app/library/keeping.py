"""Documents come into the library: their words, and their values as the first entry of a journal."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime

from docqa_app.core.changes import Change, Deed, Patch, replay
from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction
from docqa_app.library import journal, pages


def keep(connection: sqlite3.Connection, document: Document, extraction: Extraction) -> None:
    """Inside a transaction. Words of a file that is kept already are written anew only where they were read anew."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    row = connection.execute("SELECT id FROM document WHERE sha256 = ?", (document.sha256,)).fetchone()
    number = row[0] if row else _begin(connection, document.sha256)
    connection.execute(
        "UPDATE document SET total_pages = ?, kept_at = ? WHERE id = ?", (document.total_pages, at, number)
    )
    _place(connection, number, document.path)
    pages.write(connection, number, document)
    before = replay(journal.changes_of(connection, number))
    was = Patch() if before is None else Patch(whole=before.extraction, accepted=before.accepted)
    who = extraction.model or extraction.schema
    journal.add(connection, number, Change(Deed.EXTRACT, who, at, was, Patch(whole=extraction, accepted=False)))


def move(connection: sqlite3.Connection, sha256: str, path: str) -> None:
    """Inside a transaction. A document that was forgotten meanwhile stays forgotten."""
    row = connection.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
    if row is not None:
        _place(connection, row[0], path)


def _place(connection: sqlite3.Connection, number: int, path: str) -> None:
    """Where it is seen now; its line in lists is behind from now on."""
    text = json.dumps(path)
    connection.execute("UPDATE document SET path = ?, stale = 1 WHERE id = ?", (text, number))
    connection.execute("INSERT OR IGNORE INTO place VALUES (?, ?)", (number, text))


def _begin(connection: sqlite3.Connection, sha256: str) -> int:
    cursor = connection.execute(
        "INSERT INTO document (sha256, path, total_pages, entry, likeness, accepted, kept_at, stale) "
        "VALUES (?, '', 0, '', '', 0, '', 1)",
        (sha256,),
    )
    return cursor.lastrowid or 0
