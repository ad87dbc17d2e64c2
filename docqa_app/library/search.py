"""Kept documents are looked for: by their text, with the words it was found in, by field, by date, and by likeness."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import Extraction
from docqa_app.core.find import Hit, find_in, fold, page_text
from docqa_app.core.kept import Duplicate, Entry, Found, Same, Wanted, likeness, terms
from docqa_app.library.entries import places
from docqa_app.library.pages import corrected, searchable
from docqa_app.library.pages import read as read_pages
from docqa_app.library.plain import from_json

TRIGRAM = 3
"""Shorter texts are not in the index; they are looked for in every page."""
AROUND = 6
"""Words of an excerpt on either side of the hit."""

Condition = tuple[str, tuple[object, ...]]
"""A part of a WHERE clause and its values."""


def search(connection: sqlite3.Connection, wanted: Wanted) -> tuple[Found, ...]:
    """The documents that are wanted, those kept last first."""
    looked_for = tuple(searchable(term) for term in terms(wanted.text))
    conditions = [*_text(looked_for), *_value(wanted), *_days(wanted), *_accepted(wanted)]
    where = " AND ".join(("entry != ''", *(sql for sql, _ in conditions)))
    values = [value for _, some in conditions for value in some]
    rows = connection.execute(
        f"SELECT id, entry FROM document WHERE {where} ORDER BY kept_at DESC, id DESC LIMIT ?", (*values, wanted.most)
    ).fetchall()
    return tuple(_found(connection, number, from_json(Entry, entry), looked_for) for number, entry in rows)


def _text(wanted: tuple[str, ...]) -> Iterator[Condition]:
    if wanted:
        pages, values = _pages_with(wanted)
        yield f"id IN (SELECT document FROM page WHERE {pages})", values


def _pages_with(wanted: tuple[str, ...]) -> Condition:
    """Pages on which every term stands; the index answers for those of three letters and more."""
    long = [f'"{term.replace(chr(34), chr(34) * 2)}"' for term in wanted if len(term) >= TRIGRAM]
    short = [term for term in wanted if len(term) < TRIGRAM]
    tests = [*(["page_text MATCH ?"] if long else []), *["instr(text, ?) > 0"] * len(short)]
    values = (*([" AND ".join(long)] if long else []), *short)
    return f"page.id IN (SELECT rowid FROM page_text WHERE {' AND '.join(tests)})", values


def _value(wanted: Wanted) -> Iterator[Condition]:
    text = searchable(fold(wanted.value))
    if text and wanted.field:
        yield "id IN (SELECT document FROM value WHERE name = ? AND instr(text, ?) > 0)", (wanted.field, text)
    elif text:
        yield "id IN (SELECT document FROM value WHERE instr(text, ?) > 0)", (text,)
    elif wanted.field:
        yield "id IN (SELECT document FROM value WHERE name = ?)", (wanted.field,)


def _days(wanted: Wanted) -> Iterator[Condition]:
    """Bounds of the day in the field, where it holds days, else of the document's own."""
    tests = [
        (f"day {sign} ?", bound.isoformat()) for sign, bound in ((">=", wanted.first), ("<=", wanted.last)) if bound
    ]
    if not tests:
        return
    test, values = " AND ".join(sql for sql, _ in tests), tuple(value for _, value in tests)
    if not wanted.field:
        yield test, values
        return
    own = "SELECT 1 FROM value WHERE value.document = document.id AND name = ? AND value.day"
    within = test.replace("day ", "value.day ")
    chosen = f"CASE WHEN EXISTS ({own} IS NOT NULL) THEN EXISTS ({own} IS NOT NULL AND {within}) ELSE {test} END"
    yield chosen, (wanted.field, wanted.field, *values, *values)


def _accepted(wanted: Wanted) -> Iterator[Condition]:
    if wanted.accepted is not None:
        yield "accepted = ?", (wanted.accepted,)


def _found(connection: sqlite3.Connection, number: int, entry: Entry, wanted: tuple[str, ...]) -> Found:
    if not wanted:
        return Found(entry)
    pages, values = _pages_with(wanted)
    read = Document(entry.path, entry.sha256, read_pages(connection, number, f"AND {pages}", values), entry.pages)
    document = corrected(connection, number, read)
    hits = tuple(hit for page in document.pages for hit in _hits(page, wanted))
    return Found(entry, hits, _excerpt(document, hits[0]) if hits else "")


def _hits(page: Page, wanted: tuple[str, ...]) -> tuple[Hit, ...]:
    text = (page_text(page),)
    return tuple(sorted({hit for term in wanted for hit in find_in(text, term)}))


def _excerpt(document: Document, hit: Hit) -> str:
    words = document.page(hit.page).words
    first, last = max(0, hit.words[0] - AROUND), hit.words[-1] + AROUND + 1
    text = " ".join(word.text for word in words[first:last])
    return f"{'… ' if first else ''}{text}{' …' if last < len(words) else ''}"


def duplicates(connection: sqlite3.Connection, extraction: Extraction) -> tuple[Duplicate, ...]:
    """The same file under other paths, then other files with the same supplier, number and total."""
    rows = connection.execute(
        "SELECT id, entry FROM document WHERE sha256 = ? AND entry != ''", (extraction.sha256,)
    ).fetchall()
    same_file = [
        Duplicate(replace(from_json(Entry, entry), path=path), Same.FILE)
        for number, entry in rows
        for path in places(connection, number)
        if path != extraction.path
    ]
    like = likeness(extraction)
    rows = connection.execute(
        "SELECT entry FROM document WHERE likeness = ? AND likeness != '' AND sha256 != ? ORDER BY kept_at",
        (like, extraction.sha256),
    ).fetchall()
    return (*same_file, *(Duplicate(from_json(Entry, entry), Same.NUMBER) for (entry,) in rows))
