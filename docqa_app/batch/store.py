"""The queue on disk: one SQLite file of its own, a row a file, every step committed before the window shows it.

WAL with synchronous NORMAL: an app that is killed loses nothing that was committed; a computer that loses its power
may lose the last steps, and those files are read once more.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from docqa_app.batch.queue import Item, Queue
from docqa_app.errors import DocqaError
from docqa_app.library.plain import UNREADABLE, from_json, to_json

VERSION = 1
BUSY_SECONDS = 2.0
TABLES = """
CREATE TABLE item (place INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, value TEXT NOT NULL);
CREATE TABLE watched (place INTEGER PRIMARY KEY, folder TEXT NOT NULL);
CREATE TABLE state (paused INTEGER NOT NULL);
INSERT INTO state VALUES (0);
"""
PASSED_OVER = "CREATE TABLE IF NOT EXISTS passed_over (mark TEXT PRIMARY KEY) WITHOUT ROWID"
"""Came later; a version that does not know it passes it by."""
KEEP = "INSERT INTO item (path, value) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET value = excluded.value"


class QueueStore:
    """One open file. `problem` is a sentence where what was there could not be used and was set aside.

    Paths are kept as JSON texts: a name on disk need not be UTF-8, a text in SQLite must.
    """

    def __init__(self, file: Path) -> None:
        """Opens the file, or begins it; DocqaError where it cannot be, or was written by a newer docqa."""
        self.problem = ""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._database, self._kept = self._opened(file)
        except (OSError, sqlite3.Error) as error:
            raise DocqaError(f"The queue is not kept for the next start: {file} cannot be used ({error}).") from error

    def load(self) -> Queue:
        """The queue as it was kept."""
        return self._kept

    def write(self, before: Queue, after: Queue) -> None:
        """Keeps what a step has changed, all of it or nothing; DocqaError where it cannot be written."""
        old, new = ({item.path: item for item in queue.items} for queue in (before, after))
        gone = [(json.dumps(path),) for path in old.keys() - new.keys()]
        changed = [(json.dumps(path), to_json(item)) for path, item in new.items() if old.get(path) is not item]
        try:
            with self._database:
                self._database.executemany("DELETE FROM item WHERE path = ?", gone)
                self._database.executemany(KEEP, changed)
                if before.watched != after.watched:
                    self._write_watched(after.watched)
                marks = [(one,) for one in after.passed_over - before.passed_over]
                self._database.executemany("INSERT OR IGNORE INTO passed_over VALUES (?)", marks)
                if before.paused != after.paused:
                    self._database.execute("UPDATE state SET paused = ?", (after.paused,))
        except sqlite3.Error as error:
            raise DocqaError(
                f"The queue could not be kept for the next start ({error}). Make room on the disk and close every "
                "other docqa: it is tried again with the next change."
            ) from error

    def close(self) -> None:
        self._database.close()

    def _write_watched(self, folders: Iterable[str]) -> None:
        self._database.execute("DELETE FROM watched")
        self._database.executemany(
            "INSERT INTO watched (folder) VALUES (?)", [(json.dumps(folder),) for folder in folders]
        )

    def _opened(self, file: Path) -> tuple[sqlite3.Connection, Queue]:
        try:
            return _connected(file)
        except sqlite3.OperationalError:
            raise  # busy, full or not writable: there is nothing wrong with what it holds
        except (sqlite3.DatabaseError, *UNREADABLE) as error:
            aside = _set_aside(file)
            self.problem = (
                f"The list of files in the queue was damaged ({error}) and begins anew. The old one is {aside}."
            )
            return _connected(file)


def _connected(file: Path) -> tuple[sqlite3.Connection, Queue]:
    """The database, made where it is new, and the queue in it."""
    database = sqlite3.connect(file, timeout=BUSY_SECONDS)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise _of_a_newer(file, version)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA secure_delete = ON")  # a forgotten document leaves no supplier and no sum behind
        if version == 0:
            _make_tables(database)
        database.execute(PASSED_OVER)
        return database, _queue(database)
    except BaseException:
        database.close()
        raise


def _make_tables(database: sqlite3.Connection) -> None:
    """The tables, unless another window made them while this one waited."""
    database.execute("BEGIN IMMEDIATE")
    if database.execute("PRAGMA user_version").fetchone() == (0,):
        for statement in TABLES.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {VERSION}")
    database.execute("COMMIT")


def _of_a_newer(file: Path, version: int) -> DocqaError:
    return DocqaError(
        f"The queue {file} was written by a newer docqa (form {version}, this one knows {VERSION}), so nothing is kept "
        "in it. Update docqa; nothing was changed."
    )


def _queue(database: sqlite3.Connection) -> Queue:
    items = tuple(from_json(Item, value) for (value,) in database.execute("SELECT value FROM item ORDER BY place"))
    watched = tuple(json.loads(one) for (one,) in database.execute("SELECT folder FROM watched ORDER BY place"))
    (paused,) = database.execute("SELECT paused FROM state").fetchone()
    passed_over = frozenset(one for (one,) in database.execute("SELECT mark FROM passed_over"))
    return Queue(items, bool(paused), watched, passed_over)


def _set_aside(file: Path) -> Path:
    """Moves a damaged file out of the way, under a name that is free."""
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    file.replace(aside)
    for rest in ("-wal", "-shm"):
        file.with_name(file.name + rest).unlink(missing_ok=True)
    return aside
