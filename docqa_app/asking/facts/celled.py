"""Cells of printed tables as facts: the row's name and the column's head tell what they are."""

from __future__ import annotations

from collections.abc import Iterator

from docqa_app.asking.facts.fact import Fact, Relation
from docqa_app.asking.facts.layout import can_label
from docqa_app.asking.tables.printed_tables import PrintedTable, printed_tables
from docqa_app.core.document import Page
from docqa_app.extracting.beside import ends_key

MOST_CELLS = 600


def celled(page: Page) -> Iterator[Fact]:
    """Every cell of every table with each other cell of its row that can name it."""
    for table in printed_tables(page):
        if len(table.rows) * len(table.heads) <= MOST_CELLS:
            yield from _cells(table)


def _cells(table: PrintedTable) -> Iterator[Fact]:
    for row in table.rows:
        named = next((n for n, cell in enumerate(row) if can_label(table.text(cell))), None)
        for column, value in enumerate(row):
            if value and column != named and not _has_key(table, value):
                label = row[named] if named is not None else ()
                others = tuple(w for n, cell in enumerate(row) if n not in (column, named) for w in cell)
                yield _fact(table, column, label, value, others)
        if named is not None and not _has_key(table, row[named]):
            others = tuple(w for n, cell in enumerate(row) if n != named for w in cell)
            yield _fact(table, named, others, row[named], ())


def _fact(
    table: PrintedTable, column: int, label: tuple[int, ...], value: tuple[int, ...], others: tuple[int, ...]
) -> Fact:
    signs = {
        "headed": float(bool(table.heads[column])),
        "named": float(bool(label)),
        "numeric": float(table.numeric(column)),
    }
    return Fact(
        Relation.CELL,
        table.page.number,
        label,
        value,
        table.text(value),
        table.heads[column],
        others,
        tuple(signs.items()),
    )


def _has_key(table: PrintedTable, cell: tuple[int, ...]) -> bool:
    """Whether a cell is a printed key with its value, of which the value alone answers."""
    return any(ends_key(table.page.words[index]) for index in cell[:-1])
