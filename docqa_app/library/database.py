"""The library's file: opened, brought to the newest form, set aside where it is damaged.

Every change is on the disk when it returns: WAL with synchronous=FULL costs one flush a change, and after a power cut
as after `kill -9` nothing that returned is lost. Several processes and threads may work at once: each thread has a
connection of its own, writers wait for each other.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from docqa_app.errors import LibraryError, TracesLeft
from docqa_app.library.tables import APPLICATION, STEPS

PATIENCE = 10.0
"""Seconds a writer waits for another one."""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

Row = tuple[Any, ...]


class Database:
    """One file, from any thread. LibraryError, with a sentence, for whatever SQLite cannot do."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._own = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with _translated(self._file):
            return self._connection().execute(sql, values).fetchall()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with."""
        with _translated(self._file):
            yield self._connection()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All of the block, or nothing of it; other writers wait meanwhile."""
        with _translated(self._file):
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                undo(connection)
                raise

    def leave_no_trace(self) -> None:
        """Writes the file anew without what was deleted from it, and empties the log beside it; TracesLeft where that
        cannot be done."""
        try:
            connection = self._connection()
            connection.execute("INSERT INTO page_text (page_text) VALUES ('optimize')")
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error as error:
            raise TracesLeft(
                f"It is forgotten, but its traces could not be wiped from the library's file ({error}). Make room on "
                "the disk and close every other docqa; the traces go with the next document that you forget."
            ) from error
        if busy:
            raise TracesLeft(
                "It is forgotten, but another docqa is reading the library, so traces are left in the file beside it. "
                "They go when every docqa is closed."
            )

    def close(self) -> None:
        """Closes every thread's connection; none may be at work."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._own = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = connect(self._file)
            with self._lock:
                self._connections.append(connection)
        return connection


def undo(connection: sqlite3.Connection) -> None:
    """Takes back what was begun; on a full disk SQLite has done so already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def connect(file: Path) -> sqlite3.Connection:
    """A connection that commits by itself, unless a transaction was begun."""
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def open_database(file: Path) -> tuple[Database, str]:
    """The database, made where there is none, and a sentence where a damaged one had to be set aside ("" if not)."""
    problem = ""
    with _translated(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        if _is_damaged(file):
            problem = _set_aside(file)
        with closing(connect(file)) as connection:
            migrate(connection, file)
    return Database(file), problem


def migrate(connection: sqlite3.Connection, file: Path, steps: Sequence[str] = STEPS) -> None:
    """Takes the steps that the file has not seen yet, each whole or not at all."""
    while (version := connection.execute("PRAGMA user_version").fetchone()[0]) != len(steps):
        if version > len(steps):
            raise LibraryError(
                f"The library {file} was written by a newer docqa (form {version}, this one knows {len(steps)}). "
                "Update docqa; nothing was changed."
            )
        _step(connection, version, steps[version])


def _step(connection: sqlite3.Connection, version: int, step: str) -> None:
    """One step, unless another process took it while this one waited."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == version:
            for statement in _statements(step):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {version + 1}")
    except BaseException:
        undo(connection)
        raise
    connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    """One at a time, for `executescript` would end the transaction; triggers hold semicolons of their own."""
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            if statement.strip(" ;\n"):
                yield statement
            statement = ""


def _is_damaged(file: Path) -> bool:
    if not file.exists():
        return False
    try:
        with closing(connect(file)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
    except sqlite3.DatabaseError as error:
        if _code(error) in DAMAGED:
            return True
        raise


def _set_aside(file: Path) -> str:
    """Renames the file and what lies beside it; what says so to the user."""
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S-%f")
    aside = file.with_name(f"{file.stem}-damaged-{stamp}{file.suffix}")
    for beside in ("", "-wal", "-shm"):
        one = file.with_name(file.name + beside)
        if one.exists():
            one.rename(aside.with_name(aside.name + beside))
    return (
        f"The library of documents seen before is damaged and was set aside as {aside.name} in {file.parent}. "
        "A new one was begun; reviewed documents must be opened again."
    )


@contextmanager
def _translated(file: Path) -> Iterator[None]:
    """SQLite's errors as sentences."""
    try:
        yield
    except sqlite3.Error as error:
        raise LibraryError(_sentence(file, error)) from error
    except OSError as error:
        raise LibraryError(f"The library {file} cannot be opened ({error.strerror}). Check its folder.") from error


def _sentence(file: Path, error: sqlite3.Error) -> str:
    code = _code(error)
    if code in DAMAGED:
        return f"The library {file} is damaged. Start docqa again: it sets it aside and begins a new one."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "The library was kept busy by another docqa for too long. Nothing was changed; try again."
    if code == sqlite3.SQLITE_FULL:
        return f"The disk is full, so the library {file} could not be written. Make room and try again."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"The library {file} may not be written. Check the rights of its folder."
    if "fts5" in str(error) or "trigram" in str(error):
        return "This Python's SQLite cannot search texts (FTS5 with trigrams, 3.34 or later). Install another one."
    return f"The library {file} could not be used ({error}). Try again; if it stays so, move the file away."


def _code(error: sqlite3.Error) -> int:
    """The primary result code; extended ones have it in their lowest byte. -1 where there is none."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF
