"""The library as the rest of the app sees it: one file, asked from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from docqa_app.core.changes import Change, Reviewed, replay
from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Duplicate, Entry, Found, Wanted
from docqa_app.core.suppliers import Memory, recognised, supplier_of
from docqa_app.errors import Forgotten
from docqa_app.library import journal, keeping, memories, search
from docqa_app.library.database import Database, open_database
from docqa_app.library.entries import document_of, refresh
from docqa_app.library.plain import from_json

MOST_NAMES = 100

AlsoForget = Callable[[str], None]
"""also_forget(sha256): drops what other rooms keep of a document, such as its words in the cache."""


def _nothing(sha256: str) -> None:
    """For a library beside which nothing else is kept."""


class SqliteLibrary:
    """A `Library` in a file, which is opened, checked and made where there is none when it is first used."""

    def __init__(self, file: Path, also_forget: AlsoForget = _nothing) -> None:
        self._file = file
        self._also_forget = also_forget
        self._opened: tuple[Database, str] | None = None
        self._opening = threading.Lock()

    @property
    def problem(self) -> str:
        """A sentence where the file was damaged and had to be set aside, else ""."""
        return self._open()[1]

    def keep(self, document: Document, extraction: Extraction) -> None:
        with self._database.writing() as connection:
            keeping.keep(connection, document, extraction)

    def move(self, sha256: str, path: str) -> None:
        with self._database.writing() as connection:
            keeping.move(connection, sha256, path)

    def record(self, sha256: str, change: Change) -> None:
        with self._database.writing() as connection:
            row = connection.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
            if row is None:
                raise Forgotten("This document was forgotten meanwhile, so the change is not kept. Open it again.")
            journal.add(connection, row[0], change)

    def review(self, sha256: str) -> Reviewed | None:
        number = self._number(sha256)
        if number is None:
            return None
        with self._database.reading() as connection:
            return replay(journal.changes_of(connection, number))

    def document(self, sha256: str) -> Document | None:
        number = self._number(sha256)
        if number is None:
            return None
        with self._database.reading() as connection:
            return document_of(connection, number)

    def entry(self, sha256: str) -> Entry | None:
        refresh(self._database)
        rows = self._database.rows("SELECT entry FROM document WHERE sha256 = ? AND entry != ''", (sha256,))
        return from_json(Entry, rows[0][0]) if rows else None

    def search(self, wanted: Wanted) -> tuple[Found, ...]:
        refresh(self._database)
        with self._database.reading() as connection:
            return search.search(connection, wanted)

    def field_names(self) -> tuple[str, ...]:
        refresh(self._database)
        sql = "SELECT name FROM value GROUP BY name ORDER BY count(DISTINCT document) DESC, name LIMIT ?"
        return tuple(name for (name,) in self._database.rows(sql, (MOST_NAMES,)))

    def duplicates(self, extraction: Extraction) -> tuple[Duplicate, ...]:
        refresh(self._database)
        with self._database.reading() as connection:
            return search.duplicates(connection, extraction)

    def remembered(self, document: Document, extraction: Extraction) -> Memory | None:
        return recognised(self.memories(), supplier_of(document, extraction))

    def remember(self, memory: Memory) -> None:
        with self._database.writing() as connection:
            memories.remember(connection, memory)

    def memories(self) -> tuple[Memory, ...]:
        with self._database.reading() as connection:
            return memories.memories(connection)

    def unremember(self, number: int) -> None:
        with self._database.writing() as connection:
            connection.execute("DELETE FROM supplier WHERE number = ?", (number,))

    def forget(self, *sha256: str) -> None:
        with self._database.writing() as connection:
            for one in sha256:
                memories.unlearn(connection, one)
                connection.execute("DELETE FROM document WHERE sha256 = ?", (one,))
        for one in sha256:
            self._also_forget(one)
        self._database.leave_no_trace()

    def close(self) -> None:
        """Lets go of the file; no call may be under way. The next one opens it again."""
        with self._opening:
            if self._opened is not None:
                self._opened[0].close()
            self._opened = None

    @property
    def _database(self) -> Database:
        return self._open()[0]

    def _open(self) -> tuple[Database, str]:
        with self._opening:
            if self._opened is None:
                self._opened = open_database(self._file)
            return self._opened

    def _number(self, sha256: str) -> int | None:
        rows = self._database.rows("SELECT id FROM document WHERE sha256 = ?", (sha256,))
        return rows[0][0] if rows else None
