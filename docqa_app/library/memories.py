"""What was learned of suppliers: written, joined with what is known already, and found again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from docqa_app.core.suppliers import Correction, Memory, Supplier, joined, recognised, signs_of
from docqa_app.library.plain import from_json, to_json


def memories(connection: sqlite3.Connection) -> tuple[Memory, ...]:
    """Everything remembered, by the supplier's name."""
    corrections: dict[int, list[Correction]] = {}
    rows = connection.execute("SELECT supplier, content FROM correction ORDER BY field").fetchall()
    for number, content in rows:
        corrections.setdefault(number, []).append(from_json(Correction, content))
    rows = connection.execute("SELECT number, supplier, date_order, decimal_mark FROM supplier").fetchall()
    found = (
        Memory(from_json(Supplier, supplier), tuple(corrections.get(number, ())), order, mark, number=number)
        for number, supplier, order, mark in rows
    )
    return tuple(sorted(found, key=lambda one: (one.supplier.name.casefold(), one.number)))


def remember(connection: sqlite3.Connection, memory: Memory) -> None:
    """Inside a transaction: written as it is where it has a number, else joined with the same supplier's."""
    if not memory.number:
        earlier = recognised(memories(connection), signs_of(memory.supplier))
        memory = memory if earlier is None else joined(earlier, memory)
    values = (to_json(memory.supplier), memory.date_order, memory.decimal_mark)
    if memory.number:
        connection.execute(
            "UPDATE supplier SET supplier = ?, date_order = ?, decimal_mark = ? WHERE number = ?",
            (*values, memory.number),
        )
        connection.execute("DELETE FROM correction WHERE supplier = ?", (memory.number,))
    number = memory.number or _begin(connection, values)
    rows = ((number, one.field, one.sha256, to_json(one)) for one in memory.corrections)
    connection.executemany("INSERT INTO correction VALUES (?, ?, ?, ?)", rows)
    if memory.sha256:
        connection.execute("INSERT OR IGNORE INTO teacher VALUES (?, ?)", (number, memory.sha256))


def _begin(connection: sqlite3.Connection, values: tuple[str, ...]) -> int:
    sql = "INSERT INTO supplier (supplier, date_order, decimal_mark) VALUES (?, ?, ?)"
    return connection.execute(sql, values).lastrowid or 0


def unlearn(connection: sqlite3.Connection, sha256: str) -> None:
    """Forgets what was learned from a document, and suppliers of whom no other document taught anything."""
    taught = connection.execute("SELECT supplier FROM teacher WHERE sha256 = ?", (sha256,)).fetchall()
    connection.execute("DELETE FROM correction WHERE sha256 = ?", (sha256,))
    connection.execute("DELETE FROM teacher WHERE sha256 = ?", (sha256,))
    connection.executemany(
        "DELETE FROM supplier WHERE number = ? AND NOT EXISTS (SELECT 1 FROM teacher WHERE supplier = number)", taught
    )
    for (number,) in taught:
        _forget_mistakes(connection, number, sha256)


def _forget_mistakes(connection: sqlite3.Connection, supplier: int, sha256: str) -> None:
    """What was said wrongly on a document may stand in what later ones taught. Older libraries do not say on which it
    was: then it may have been this one."""
    sql = "SELECT rowid, content FROM correction WHERE supplier = ?"
    for row, content in connection.execute(sql, (supplier,)).fetchall():
        one = from_json(Correction, content)
        if one.wrong and one.wrong_sha256 in ("", sha256):
            bare = replace(one, wrong="", wrong_label="", wrong_sha256="")
            connection.execute("UPDATE correction SET content = ? WHERE rowid = ?", (to_json(bare), row))
