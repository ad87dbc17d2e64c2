"""The pages of kept documents: their words as read, their texts as they are searched."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from docqa_app.core import changes
from docqa_app.core.document import Document, Page
from docqa_app.core.find import page_text
from docqa_app.errors import LibraryError
from docqa_app.library import journal
from docqa_app.library.plain import UNREADABLE, from_json, to_json


def write(connection: sqlite3.Connection, number: int, document: Document) -> None:
    """Keeps the pages without their pictures, in place of those kept before, unless they are the same."""
    pages = tuple(replace(page, picture=b"") for page in document.pages)
    if pages == read(connection, number):
        return
    connection.execute("DELETE FROM page WHERE document = ?", (number,))
    for page in pages:
        content = zlib.compress(to_json(page).encode())
        cursor = connection.execute(
            "INSERT INTO page (document, number, content) VALUES (?, ?, ?)", (number, page.number, content)
        )
        connection.execute("INSERT INTO page_text (rowid, text) VALUES (?, ?)", (cursor.lastrowid, text_of(page)))


def read(
    connection: sqlite3.Connection, number: int, where: str = "", values: Sequence[object] = ()
) -> tuple[Page, ...]:
    """A document's pages as they were read, all or some of them; LibraryError where one is damaged."""
    rows = connection.execute(
        f"SELECT content FROM page WHERE document = ? {where} ORDER BY number", (number, *values)
    ).fetchall()
    try:
        return tuple(from_json(Page, zlib.decompress(content).decode()) for (content,) in rows)
    except (*UNREADABLE, zlib.error) as error:
        raise LibraryError(
            "The words of this document cannot be read. Forget the document in the library and open it again."
        ) from error


def corrected(connection: sqlite3.Connection, number: int, document: Document) -> Document:
    """The document with the words that were corrected, as far as they were not read otherwise since."""
    return changes.corrected(document, journal.changes_of(connection, number, words=True))[0]


def texts_of(document: Document) -> dict[int, str]:
    """What is searched of each page, by its number."""
    return {page.number: text_of(page) for page in document.pages}


def refresh_texts(connection: sqlite3.Connection, number: int, texts: Mapping[int, str]) -> None:
    """What is searched, after words were corrected."""
    for page, text in texts.items():
        connection.execute(
            "UPDATE page_text SET text = ? WHERE rowid = (SELECT id FROM page WHERE document = ? AND number = ?)",
            (text, number, page),
        )


def text_of(page: Page) -> str:
    """Its folded words; what UTF-8 cannot hold, for files give halves of characters, is replaced."""
    return searchable(page_text(page).text)


def searchable(text: str) -> str:
    """A text that SQLite takes: without NUL, and with a sign in the place of half a surrogate pair."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()
