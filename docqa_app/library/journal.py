"""A document's journal: entries are added and read, never changed."""

from __future__ import annotations

import sqlite3

from docqa_app.core.changes import Change, Deed, Patch
from docqa_app.errors import LibraryError
from docqa_app.library.plain import UNREADABLE, from_json, to_json


def add(connection: sqlite3.Connection, number: int, change: Change) -> None:
    """One more entry for the document with this number; what is derived from its journal is behind from now on."""
    connection.execute(
        "INSERT INTO journal (document, deed, who, at, before, after, words) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            change.deed.value,
            change.who,
            change.at,
            to_json(change.before),
            to_json(change.after),
            bool(change.after.words),
        ),
    )
    connection.execute("UPDATE document SET stale = 1 WHERE id = ?", (number,))


def changes_of(connection: sqlite3.Connection, number: int, *, words: bool = False) -> tuple[Change, ...]:
    """The entries, the oldest first, or only those that change words of the pages; LibraryError where one cannot be
    read."""
    which = "AND words" if words else ""
    rows = connection.execute(
        f"SELECT deed, who, at, before, after FROM journal WHERE document = ? {which} ORDER BY number", (number,)
    ).fetchall()
    try:
        return tuple(
            Change(Deed(deed), who, at, from_json(Patch, before), from_json(Patch, after))
            for deed, who, at, before, after in rows
        )
    except UNREADABLE as error:
        raise LibraryError(
            "The changes of this document cannot be read. Forget the document in the library and open it again."
        ) from error
