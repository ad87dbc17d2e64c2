"""Questions for what stands over a table's columns ("In which year was net income 6,323?")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docqa_app.asking.tables.cells import AskedTable, TableAnswer
from docqa_app.asking.tables.names import Named
from docqa_app.asking.tables.words import ASKING, EXTREME_WORDS, FRAME, HAVING, LEAST, MOST, PERIODS
from docqa_app.core.find import fold
from docqa_app.values.amounts import DecimalMark, read_amounts


def headed(one: AskedTable, mark: DecimalMark | None) -> Iterator[TableAnswer]:
    """The year, month or day over the cell that a question names by its row and what it holds, or over the row's
    highest or lowest number."""
    columns = _periods(one)
    for row in one.rows if columns else ():
        if row.by != one.label and row.by != 0:
            continue
        for cell in one.rows:
            if cell.at == row.at and cell.by in columns and row.apart(cell) and _explained(one, row, cell):
                yield _head(one, cell.by, row, cell)
        if _explained(one, row):
            yield from (_head(one, column, row) for column in _extreme(one, row, columns, mark))


def _periods(one: AskedTable) -> list[int]:
    """The columns whose heads are what the question asks for: years where it says "which year"."""
    parts = set(one.asked.parts)
    written = next((form for words, form in PERIODS.items() if words & parts), None) if ASKING & parts else None
    heads = [fold(one.table.text(words)) for words in one.table.heads]
    return [n for n, head in enumerate(heads) if written and head and n != one.label and written.match(head)]


def _explained(one: AskedTable, *named: Named) -> bool:
    around = FRAME.union(ASKING, EXTREME_WORDS, HAVING, one.called, *PERIODS)
    return around.issuperset(one.asked.left(named))


def _extreme(one: AskedTable, row: Named, columns: list[int], mark: DecimalMark | None) -> list[int]:
    """The one column in which the row has its highest or lowest number, as the question asks."""
    left = one.asked.left([row])
    lowest, highest = bool(LEAST.intersection(left)), bool(MOST.intersection(left))
    read = {n: read_amounts(one.table.text(one.table.rows[row.at][n]), mark) for n in columns}
    if not (lowest or highest) or len(read) < 2 or not all(read.values()):
        return []
    numbers: dict[int, Decimal] = {n: values[0] for n, values in read.items()}
    wanted = (min if lowest else max)(numbers.values())
    found = [n for n, number in numbers.items() if number == wanted]
    return found if len(found) == 1 else []


def _head(one: AskedTable, column: int, *named: Named) -> TableAnswer:
    return one.answer("head of a cell", one.table.heads[column], (sum(map(len, named)), 0, 1))
