"""Questions for a table's rows and columns by their place, their numbers or how many they are.

"What is the second item?", "Which item has the highest amount?", "How many rows are there?", "Is the price of X higher
than that of Y?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docqa_app.asking.tables.cells import AskedTable, TableAnswer
from docqa_app.asking.tables.names import Named, best, name_of
from docqa_app.asking.tables.words import (
    AMOUNT,
    COLUMNS,
    COMPARE_WORDS,
    COMPARING,
    COSTLY,
    COUNT_WORDS,
    COUNTING,
    EXTREME_WORDS,
    FRAME,
    HEADINGS,
    INSIDE,
    LEAST,
    LESS,
    MORE,
    MOST,
    ORDINALS,
    PRICE,
    ROWS,
    WHICH,
)
from docqa_app.core.language import SAID
from docqa_app.values.amounts import DecimalMark, read_amounts

# -- by place -------------------------------------------------------------------------------------------------------


def by_place(one: AskedTable) -> Iterator[TableAnswer]:
    """The row, the cell or the head at a place that the question counts."""
    parts = one.asked.parts
    for n, part in enumerate(parts):
        place = ORDINALS.get(part)
        number = _number(part) if place is None else None
        near = [m for m in (n - 1, n + 1) if 0 <= m < len(parts)]
        unit = next((m for m in near if parts[m] in one.units or parts[m] in COLUMNS), None)
        if place is None and (number is None or unit is None):
            continue
        yield from _placed(one, n, unit, number if place is None else place)


def _number(part: str) -> int | None:
    return int(part) - 1 if re.fullmatch(r"[1-9]\d?", part) else None


def _placed(one: AskedTable, at: int, unit: int | None, place: int | None) -> Iterator[TableAnswer]:
    named = [Named(-1, (n, n + 1)) for n in (at, unit) if n is not None]
    columns = [c for c in one.columns if all(c.apart(other) for other in named)]
    for column in best(columns):
        left = one.asked.left([*named, column])
        row = _row(one, place)
        if row is not None and FRAME.union(one.units, INSIDE).issuperset(left) and unit is not None:
            yield from filter(None, [one.cell("cell by place", row, column.at)])
    left = one.asked.left(named)
    if unit is not None and one.asked.parts[unit] in COLUMNS:
        yield from _head(one, left, place)
    elif FRAME.union(one.units, HEADINGS, INSIDE, WHICH).issuperset(left) and _is_of_table(one, left, unit):
        row = _row(one, place)
        if row is not None:
            yield from filter(None, [one.cell("row by place", row, one.label)])


def _row(one: AskedTable, place: int | None) -> int | None:
    count = one.table.goods
    return place % count if count and place is not None and place < count else None


def _is_of_table(one: AskedTable, left: Sequence[str], unit: int | None) -> bool:
    """Whether a row is meant, and not a line of the page."""
    if unit is None:
        return "listed" in left and bool(set(left) & set(one.units))
    return one.asked.parts[unit] not in ROWS - {"row"} or bool(INSIDE.intersection(left))


def _head(one: AskedTable, left: Sequence[str], place: int | None) -> Iterator[TableAnswer]:
    heads = one.table.heads
    if place is None or place >= len(heads) or not heads[place] or not HEADINGS.intersection(left):
        return
    if FRAME.union(HEADINGS).issuperset(left):
        yield one.answer("head", heads[place])


# -- by number ------------------------------------------------------------------------------------------------------


def numbers(one: AskedTable, column: int, mark: DecimalMark | None) -> list[Decimal] | None:
    """The numbers of a column's rows, None where one of them has none."""
    read = [read_amounts(one.table.text(row[column]), mark) for row in one.table.rows[: one.table.goods]]
    return [values[0] for values in read] if all(read) else None


def extremes(one: AskedTable, mark: DecimalMark | None) -> Iterator[TableAnswer]:
    """The row with the highest or lowest number of a column, or that number."""
    for column, left in _columns_with_rest(one):
        lowest, highest = bool(LEAST.intersection(left)), bool(MOST.intersection(left))
        if not (lowest or highest) or not FRAME.union(EXTREME_WORDS, one.units, WHICH).issuperset(left):
            continue
        values = numbers(one, column, mark) if one.table.numeric(column) else None
        if not values or len(values) < 2:
            continue
        wanted = min(values) if lowest else max(values)
        if values.count(wanted) == 1:
            yield from _extreme(one, left, column, values.index(wanted))


def _extreme(one: AskedTable, left: Sequence[str], column: int, row: int) -> Iterator[TableAnswer]:
    names = bool(WHICH.intersection(left) or set(one.units).intersection(left) or COSTLY.intersection(left))
    form, wanted = ("row of an extreme", one.label) if names else ("extreme", column)
    yield from filter(None, [one.cell(form, row, wanted)])


def _columns_with_rest(one: AskedTable) -> Iterator[tuple[int, list[str]]]:
    """The columns that the question may mean, each with the words beside its name."""
    for named in best(one.columns):
        yield named.at, one.asked.left([named])
    if COSTLY.intersection(one.asked.parts):
        price = one.of_kind(PRICE)
        column = one.of_kind(AMOUNT) if price is None else price
        if column is not None:
            yield column, one.asked.parts


# -- how many, and which is more ------------------------------------------------------------------------------------


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


def comparisons(one: AskedTable, mark: DecimalMark | None) -> Iterator[TableAnswer]:
    """Whether one row's number is above or below another's."""
    for column in one.columns:
        rows = [row for row in one.rows if row.by != column.at and row.apart(column)]
        for first in rows:
            for other in rows:
                if first.span[1] <= other.span[0] and first.at != other.at:
                    yield from _compared(one, column, first, other, mark)


def _compared(
    one: AskedTable, column: Named, first: Named, other: Named, mark: DecimalMark | None
) -> Iterator[TableAnswer]:
    left = one.asked.left([column, first, other])
    more, less = MORE.intersection(left), LESS.intersection(left)
    cells = [one.table.rows[row.at][column.at] for row in (first, other)]
    read = [read_amounts(one.table.text(cell), mark) for cell in cells]
    if not (more or less) or not all(read) or not FRAME.union(COMPARE_WORDS, one.units).issuperset(left):
        return
    a, b = read[0][0], read[1][0]
    said = SAID[_language(left)]["yes" if (a < b if less else a > b) else "no"]
    rank = (len(column) + len(first) + len(other), -column.slips - first.slips - other.slips)
    words = tuple(sorted(index for cell in cells for index in name_of(one.table, cell)))
    yield TableAnswer("comparison", said, one.table.page.number, words, rank)


def _language(left: Sequence[str]) -> str:
    """The language whose words frame the question; English where none do more than others."""
    counts = {language: len(words.intersection(left)) for language, words in COMPARING.items()}
    return max(counts, key=lambda language: counts[language])
