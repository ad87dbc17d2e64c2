"""What lists and searches need of a document, derived from its journal when it has moved on."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

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
    first_text,
    first_value,
    likeness,
    own_date,
)
from docqa_app.errors import LibraryError
from docqa_app.library import journal, pages
from docqa_app.library.database import Database
from docqa_app.library.plain import to_json

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Derived:
    """What a document's journal says up to its entry `newest`. `texts` are those of its pages, by number, where words
    were corrected."""

    number: int
    newest: int
    entry: Entry
    likeness: str = ""
    values: tuple[tuple[str, str, str | None], ...] = ()
    texts: Mapping[int, str] = field(default_factory=dict)


def refresh(database: Database) -> None:
    """Brings every document up to its journal; one whose journal is damaged is listed by its path alone.

    No other writer waits for more than the writing: a clerk's change is kept meanwhile. What changed since it was
    derived is left for the next time, and what was forgotten is left out.
    """
    stale = [number for (number,) in database.rows("SELECT id FROM document WHERE stale")]
    with database.reading() as connection:
        found = [one for number in stale if (one := _derived(connection, number)) is not None]
    if not found:
        return
    with database.writing() as connection:
        for one in found:
            if _is_so(connection, one):
                _write(connection, one)


def _is_so(connection: sqlite3.Connection, one: _Derived) -> bool:
    """Whether it has neither moved on nor moved away since it was derived."""
    row = _row(connection, one.number)
    return row is not None and row.path == one.entry.path and _newest(connection, one.number) == one.newest


def _newest(connection: sqlite3.Connection, number: int) -> int | None:
    """The number of the latest entry of a document's journal; None where it was forgotten."""
    sql = "SELECT max(number) FROM journal WHERE document = ?"
    newest: int | None = connection.execute(sql, (number,)).fetchone()[0]
    return newest


def _derived(connection: sqlite3.Connection, number: int) -> _Derived | None:
    newest, row = _newest(connection, number), _row(connection, number)
    if newest is None or row is None:
        return None
    try:
        return _from_journal(connection, number, newest, row)
    except LibraryError as error:
        log.error("Document %d of the library: %s", number, error)
        return _Derived(number, newest, Entry(row.sha256, row.path, "", kept_at=row.kept_at))


def _from_journal(connection: sqlite3.Connection, number: int, newest: int, row: _Row) -> _Derived | None:
    changes = journal.changes_of(connection, number)
    reviewed = replay(changes)
    if reviewed is None:
        return None
    words = any(change.after.words for change in changes)
    texts = pages.texts_of(_corrected(connection, number, row)) if words else {}
    found = reviewed.extraction
    return _Derived(number, newest, _entry(row, reviewed), likeness(found), tuple(_values(found)), texts)


def document_of(connection: sqlite3.Connection, number: int) -> Document | None:
    """A kept document with its words as they were corrected, under the path it was seen under last; None where it was
    forgotten meanwhile."""
    row = _row(connection, number)
    return None if row is None else _corrected(connection, number, row)


def _corrected(connection: sqlite3.Connection, number: int, row: _Row) -> Document:
    document = Document(row.path, row.sha256, pages.read(connection, number), row.total_pages)
    return pages.corrected(connection, number, document)


def _entry(row: _Row, reviewed: Reviewed) -> Entry:
    found = reviewed.extraction
    return Entry(
        row.sha256,
        row.path,
        found.schema,
        row.total_pages,
        supplier=first_text(found, SUPPLIER_FIELDS),
        number=first_text(found, NUMBER_FIELDS),
        date=own_date(found),
        total=next((one for one in [first_value(found, TOTAL_FIELDS)] if isinstance(one, Decimal)), None),
        currency=first_text(found, CURRENCY_FIELDS),
        doubtful=len(doubts(found)),
        accepted=reviewed.accepted,
        kept_at=row.kept_at,
    )


class _Row(NamedTuple):
    """What the table of documents says of one."""

    sha256: str
    total_pages: int
    path: str
    kept_at: str


def _row(connection: sqlite3.Connection, number: int) -> _Row | None:
    row = connection.execute(
        "SELECT sha256, total_pages, path, kept_at FROM document WHERE id = ?", (number,)
    ).fetchone()
    return None if row is None else _Row(row[0], row[1], json.loads(row[2]), row[3])


def _write(connection: sqlite3.Connection, one: _Derived) -> None:
    entry, day = one.entry, one.entry.date.isoformat() if one.entry.date else None
    connection.execute(
        "UPDATE document SET entry = ?, likeness = ?, day = ?, accepted = ?, stale = 0 WHERE id = ?",
        (to_json(entry), one.likeness, day, entry.accepted, one.number),
    )
    connection.execute("DELETE FROM value WHERE document = ?", (one.number,))
    connection.executemany("INSERT INTO value VALUES (?, ?, ?, ?)", ((one.number, *value) for value in one.values))
    pages.refresh_texts(connection, one.number, one.texts)


def _values(found: Extraction) -> Iterator[tuple[str, str, str | None]]:
    """Each value as it is printed and as it is meant, so that 1.234,50 is found as 1234.50 too."""
    for value in found.values():
        meant = "" if value.value is None else str(value.value)
        text = pages.searchable(fold(value.text if meant == value.text else f"{value.text} {meant}"))
        if text:
            yield pages.searchable(value.name), text, _day(value)


def _day(value: FieldValue) -> str | None:
    is_day = value.type is FieldType.DATE and isinstance(value.value, date)
    return str(value.value) if is_day else None


def places(connection: sqlite3.Connection, number: int) -> tuple[str, ...]:
    """Every path a document was seen under."""
    rows = connection.execute("SELECT path FROM place WHERE document = ?", (number,)).fetchall()
    return tuple(json.loads(path) for (path,) in rows)
