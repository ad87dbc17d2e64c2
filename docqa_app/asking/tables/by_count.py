"""Questions for how many rows or columns there are ("How many rows are there?")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docqa_app.asking.tables.by_number import numbers
from docqa_app.asking.tables.cells import AskedTable, TableAnswer
from docqa_app.asking.tables.names import Named, best
from docqa_app.asking.tables.words import COLUMNS, COUNT_WORDS, COUNTING, FRAME, MORE
from docqa_app.values.amounts import DecimalMark, read_amounts


def counts(one: AskedTable, mark: DecimalMark | None, question: str) -> Iterator[TableAnswer]:
    """How many rows or columns there are, or rows with more than a number; of a table that is not torn."""
    parts = one.asked.parts
    if not COUNTING.search(" ".join(parts)) or one.table.torn:
        return
    allowed = FRAME.union(COUNT_WORDS, one.units)
    labels = tuple(row[one.label] for row in one.table.rows[: one.table.goods])
    if COLUMNS.intersection(parts) and FRAME.union(COUNT_WORDS, COLUMNS).issuperset(parts):
        yield _counted(one, one.table.heads)
    elif allowed.issuperset(parts) and set(one.units).intersection(parts):
        yield _counted(one, labels)
    for named in best(one.columns):
        yield from _above(one, named, mark, question)


def _above(one: AskedTable, named: Named, mark: DecimalMark | None, question: str) -> Iterator[TableAnswer]:
    limits = read_amounts(question[len(question) // 3 :], mark)
    left = [part for part in one.asked.left([named]) if not part.isdigit()]
    values = numbers(one, named.at, mark)
    more = bool(MORE.intersection(left)) or "superieur" in left or "mehr" in left
    if limits and values and more and FRAME.union(COUNT_WORDS, MORE, one.units).issuperset(left):
        over = [n for n, value in enumerate(values) if value > limits[-1]]
        yield _counted(one, tuple(one.table.rows[n][named.at] for n in over))


def _counted(one: AskedTable, cells: Sequence[Sequence[int]]) -> TableAnswer:
    words = tuple(sorted(index for cell in cells for index in cell))
    return TableAnswer("count", str(len(cells)), one.table.page.number, words)
