"""Questions for a table's rows and columns by their place ("What is the second item?")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docqa_app.asking.common_words import ORDINALS
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.tables.cells import AskedTable, TableAnswer, given
from docqa_app.asking.tables.names import Named, best
from docqa_app.asking.tables.words import (
    ASKING,
    COLUMNS,
    FOLLOWING,
    FRAME,
    HEADINGS,
    INSIDE,
    PERIODS,
    ROWS,
    STEPS,
    TRAVELLING,
    WHICH,
    WHO,
)
from docqa_app.core.find import fold

_HOUR = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)")
_WEEKDAY = next(form for words, form in PERIODS.items() if "weekday" in words)


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


def hours(one: AskedTable) -> Iterator[TableAnswer]:
    """The first or last hour of a row of a timetable, one column a journey: "When does the last bus leave Oakley?"."""
    heads = [fold(one.table.text(words)) for words in one.table.heads]
    called = {part for head in heads for part in parts_of(head) if part.isalpha()}
    for row in () if any(map(_WEEKDAY.match, heads)) else one.rows:
        left = one.asked.left([row])
        counted = [ORDINALS[part] for part in left if part in ORDINALS]
        explained = FRAME.union(ORDINALS, TRAVELLING, called).issuperset(left)
        cells = _hours_of(one, row) if row.by == one.label and explained and len(counted) == 1 else []
        if len(cells) > 1 and counted[0] < len(cells):
            yield from given(one.cell("hour of a row", row.at, cells[counted[0]], (len(row), -row.slips, 1)))


def _hours_of(one: AskedTable, row: Named) -> list[int]:
    """The columns with an hour in a row, where each is later than the one before; else none."""
    texts = {n: one.table.text(cell) for n, cell in enumerate(one.table.rows[row.at])}
    found = {n: tuple(map(int, at.groups())) for n, text in texts.items() if (at := _HOUR.fullmatch(text))}
    return list(found) if list(found.values()) == sorted(found.values()) else []


def neighbours(one: AskedTable) -> Iterator[TableAnswer]:
    """What stands next below or above in the column of what the question names: "Who speaks after Dr. Holm?"."""
    for row in one.rows:
        at = _before(one, row)
        step = STEPS.get(one.asked.parts[at], 0) if at >= 0 else 0
        left = one.asked.left([row, Named(-1, (at, at + 1))]) if step else []
        if not (ASKING | WHO).intersection(left[:2]) or not FRAME.union(
            FOLLOWING, ASKING, WHO, WHICH, one.units
        ).issuperset(left):
            continue
        end = one.table.goods if row.at < one.table.goods else len(one.table.rows)
        later = range(row.at + step, end) if step > 0 else range(row.at - 1, -1, -1)
        other = next((n for n in later if one.table.rows[n][row.by]), None)
        if other is not None:
            yield from given(one.cell("neighbour", other, row.by, (len(row), -row.slips, 1)))


def _before(one: AskedTable, row: Named) -> int:
    """The place of the last word before a row's name that may tell something; -1 where there is none."""
    at = row.span[0] - 1
    while at >= 0 and one.asked.parts[at] in FRAME - STEPS.keys():
        at -= 1
    return at


def _number(part: str) -> int | None:
    return int(part) - 1 if re.fullmatch(r"[1-9]\d?", part) else None


def _placed(one: AskedTable, at: int, unit: int | None, place: int | None) -> Iterator[TableAnswer]:
    named = [Named(-1, (n, n + 1)) for n in (at, unit) if n is not None]
    columns = [c for c in one.columns if all(c.apart(other) for other in named)]
    for column in best(columns):
        left = one.asked.left([*named, column])
        row = _row(one, place)
        if row is not None and FRAME.union(one.units, INSIDE).issuperset(left) and unit is not None:
            yield from given(one.cell("cell by place", row, column.at))
    left = one.asked.left(named)
    if unit is not None and one.asked.parts[unit] in COLUMNS:
        yield from _head(one, left, place)
    elif FRAME.union(one.units, HEADINGS, INSIDE, WHICH).issuperset(left) and _is_of_table(one, left, unit):
        row = _row(one, place)
        if row is not None:
            said = one.cell("row by place", row, one.label)
            yield from given(None if said and _is_asked(one, said) else said)


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


def _is_asked(one: AskedTable, said: TableAnswer) -> bool:
    """Whether an answer only says what the question says: "TOP" of a row that is called "TOP 3"."""
    return set(parts_of(said.text)) <= set(one.asked.parts)
