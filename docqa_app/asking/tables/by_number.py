"""Questions for what numbers tell ("Which item has the highest amount?", "Is X dearer than Y?")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docqa_app.asking.meaning import framing_language
from docqa_app.asking.tables.cells import AskedTable, TableAnswer, given
from docqa_app.asking.tables.names import Named, best, name_of
from docqa_app.asking.tables.words import (
    AMOUNT,
    COMPARE_WORDS,
    COMPARING,
    COSTLY,
    EXTREME_WORDS,
    FRAME,
    HAVING,
    KIND_WORDS,
    LEAST,
    LESS,
    MORE,
    MOST,
    PRICE,
    WHICH,
)
from docqa_app.core.language import SAID
from docqa_app.values.amounts import DecimalMark, read_amounts


def numbers(one: AskedTable, column: int, mark: DecimalMark | None) -> list[Decimal] | None:
    """The numbers of a column's rows, None where one of them has none."""
    read = [read_amounts(one.table.text(row[column]), mark) for row in one.table.rows[: one.table.goods]]
    return [values[0] for values in read] if all(read) else None


def extremes(one: AskedTable, mark: DecimalMark | None) -> Iterator[TableAnswer]:
    """The row with the highest or lowest number of a column, or that number."""
    for column, left in _columns_with_rest(one):
        lowest, highest = bool(LEAST.intersection(left)), bool(MOST.intersection(left))
        around = FRAME.union(EXTREME_WORDS, one.units, WHICH, HAVING, one.called)
        around |= KIND_WORDS[PRICE] if one.kinds.get(column) == PRICE else frozenset()
        if not (lowest or highest) or not around.issuperset(left):
            continue
        values = numbers(one, column, mark) if one.table.numeric(column) else None
        if not values or len(values) < 2:
            continue
        wanted = min(values) if lowest else max(values)
        if values.count(wanted) == 1:
            yield from _extreme(one, left, column, values.index(wanted))


def _extreme(one: AskedTable, left: Sequence[str], column: int, row: int) -> Iterator[TableAnswer]:
    names = bool(WHICH.intersection(left) or set(one.units).intersection(left) or COSTLY.intersection(left))
    form, wanted = ("row of an extreme", one.names) if names else ("extreme", column)
    yield from given(one.cell(form, row, wanted))


def _columns_with_rest(one: AskedTable) -> Iterator[tuple[int, list[str]]]:
    """The columns that the question may mean, each with the words beside its name: for what costs most those of money,
    if there are any."""
    costly, money = COSTLY.intersection(one.asked.parts), {PRICE, AMOUNT}
    of_money = money.intersection(one.kinds.values()) if costly else frozenset()
    for named in best(one.columns):
        if not of_money or one.kinds.get(named.at) in money:
            yield named.at, one.asked.left([named])
    if costly:
        price = one.of_kind(PRICE)
        column = one.of_kind(AMOUNT) if price is None else price
        if column is not None:
            yield column, one.asked.parts


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
    said = SAID[framing_language(left, COMPARING)]["yes" if (a < b if less else a > b) else "no"]
    rank = (len(column) + len(first) + len(other), -column.slips - first.slips - other.slips)
    words = tuple(sorted(index for cell in cells for index in name_of(one.table, cell)))
    yield TableAnswer("comparison", said, one.table.page.number, words, rank)
