"""What lists and searches need of a document, derived from its journal when it has moved on."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from docqa_app.core.changes import Reviewed, replay
from docqa_app.core.document import Document
from docqa_app.core.doubts import doubts
from docqa_app.core.fields import Extraction, FieldType, FieldValue
from docqa_app.core.find import fold
from docqa_app.core.kept import (
    CURRENCY_FIELDS,
    NUMBER_FIELDS,
    SUPPLIER_FIELDS,
    TOTAL_FIELDS,
    Entry,
    first_value,
    likeness,
    own_date,
)
from docqa_app.errors import LibraryError
from docqa_app.library import journal, pages
from docqa_app.library.database import Database
from docqa_app.library.plain import to_json

log = logging.getLogger(__name__)


def refresh(database: Database) -> None:
    """Brings every document up to its journal; one whose journal is damaged is listed by its path alone."""
    if not database.rows("SELECT 1 FROM document WHERE stale LIMIT 1"):
        return
    with database.writing() as connection:
        for (number,) in connection.execute("SELECT id FROM document WHERE stale").fetchall():
            try:
                _derive(connection, number)
            except LibraryError as error:
                log.error("Document %d of the library: %s", number, error)
                sha256, _, path, kept_at = _row(connection, number)
                _put(connection, number, Entry(sha256, path, "", kept_at=kept_at), "")


def _derive(connection: sqlite3.Connection, number: int) -> None:
    changes = journal.changes_of(connection, number)
    reviewed = replay(changes)
    if reviewed is None:
        return
    if any(change.after.words for change in changes):
        pages.refresh_texts(connection, number, document_of(connection, number))
    _write_entry(connection, number, reviewed)
    _write_values(connection, number, reviewed.extraction)


def document_of(connection: sqlite3.Connection, number: int) -> Document:
    """A kept document with its words as they were corrected, under the path it was seen under last."""
    sha256, total, path, _ = _row(connection, number)
    document = Document(path, sha256, pages.read(connection, number), total)
    return pages.corrected(connection, number, document)


def _write_entry(connection: sqlite3.Connection, number: int, reviewed: Reviewed) -> None:
    found = reviewed.extraction
    sha256, total, path, kept_at = _row(connection, number)
    entry = Entry(
        sha256,
        path,
        found.schema,
        total,
        supplier=_text(found, SUPPLIER_FIELDS),
        number=_text(found, NUMBER_FIELDS),
        date=own_date(found),
        total=next((one for one in [first_value(found, TOTAL_FIELDS)] if isinstance(one, Decimal)), None),
        currency=_text(found, CURRENCY_FIELDS),
        doubtful=len(doubts(found)),
        accepted=reviewed.accepted,
        kept_at=kept_at,
    )
    _put(connection, number, entry, likeness(found))


def _row(connection: sqlite3.Connection, number: int) -> tuple[str, int, str, str]:
    """Hash, count of pages, path and time of a document."""
    sha256, total, path, kept_at = connection.execute(
        "SELECT sha256, total_pages, path, kept_at FROM document WHERE id = ?", (number,)
    ).fetchone()
    return sha256, total, json.loads(path), kept_at


def _put(connection: sqlite3.Connection, number: int, entry: Entry, like: str) -> None:
    day = entry.date.isoformat() if entry.date else None
    connection.execute(
        "UPDATE document SET entry = ?, likeness = ?, day = ?, accepted = ?, stale = 0 WHERE id = ?",
        (to_json(entry), like, day, entry.accepted, number),
    )


def _text(found: Extraction, names: tuple[str, ...]) -> str:
    value = first_value(found, names)
    return "" if value is None else str(value)


def _write_values(connection: sqlite3.Connection, number: int, found: Extraction) -> None:
    connection.execute("DELETE FROM value WHERE document = ?", (number,))
    connection.executemany("INSERT INTO value VALUES (?, ?, ?, ?)", _values(number, found))


def _values(number: int, found: Extraction) -> Iterator[tuple[int, str, str, str | None]]:
    """Each value as it is printed and as it is meant, so that 1.234,50 is found as 1234.50 too."""
    for value in found.values():
        meant = "" if value.value is None else str(value.value)
        text = pages.searchable(fold(value.text if meant == value.text else f"{value.text} {meant}"))
        if text:
            yield number, pages.searchable(value.name), text, _day(value)


def _day(value: FieldValue) -> str | None:
    is_day = value.type is FieldType.DATE and isinstance(value.value, date)
    return str(value.value) if is_day else None


def places(connection: sqlite3.Connection, number: int) -> tuple[str, ...]:
    """Every path a document was seen under."""
    rows = connection.execute("SELECT path FROM place WHERE document = ?", (number,)).fetchall()
    return tuple(json.loads(path) for (path,) in rows)
