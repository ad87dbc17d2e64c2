"""What a statement may assert of a table, and whether the table bears it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product

from docqa_app.asking.parsing.programs import Program, programs
from docqa_app.asking.parsing.selections import Selection, selections, single
from docqa_app.asking.parsing.touches import Condition, Touched
from docqa_app.asking.parsing.triggers import ALL, FIRST, LAST, LEAST, LESS, MORE, MOST, NOT, ONLY, SAME
from docqa_app.asking.parsing.values import Cell

MOST_ASSERTIONS = 600
MOST_SINGLE = 8
"""Rows that are compared with each other."""
_NAMED = ("exact", "part")
"""Conditions on the name in a cell."""
_BEST = (MOST, LEAST, FIRST, LAST, "first row", "last row", "next", "before", "place")
"""Steps that choose a row by an order."""
_COMPUTED = ("count", "kinds", "sum", "mean", "apart")
_NUMBERED = ("cells", *_COMPUTED)


@dataclass(frozen=True, slots=True)
class Assertion:
    """What is asserted, by `sort` ("row", "pair", "best", "order", "number", ...), whether it `holds`, the words of the
    statement that it explains, the cells that it stands on; `missing` words stand in no row with the others."""

    sort: str
    holds: bool
    words: frozenset[int]
    cells: tuple[Cell, ...] = ()
    column: int = -1
    step: str = ""
    missing: int = 0


@dataclass(frozen=True)
class Stated:
    """A statement before a table."""

    touched: Touched

    @cached_property
    def selections(self) -> list[Selection]:
        return selections(self.touched)

    @cached_property
    def negated(self) -> bool:
        return NOT in self.touched.question.triggers

    def assertions(self) -> list[Assertion]:
        """Every assertion that the statement may make; two that stand for what no assertion tells."""
        found = [Assertion("none", True, frozenset()), Assertion("none", False, frozenset())]
        for one in self._all():
            found.append(one)
            if len(found) == MOST_ASSERTIONS:
                break
        return found

    def _all(self) -> Iterator[Assertion]:
        yield from self._in_one_row()
        yield from self._pairs()
        yield from self._bests()
        yield from self._compared()
        yield from self._numbers()
        yield from self._of_all()

    def _cells(self, rows: Sequence[int], conditions: Sequence[Condition]) -> tuple[Cell, ...]:
        return tuple(self.touched.grid.cells[row][one.column] for one in conditions for row in rows if row in one.rows)

    def _in_one_row(self) -> Iterator[Assertion]:
        """Whether one row says all that the statement names."""
        named = [one for one in self.touched.conditions if one.sort in _NAMED]
        if len({one.at for one in named}) < 2:
            return
        said = frozenset(n for one in named for n in one.at)
        told = {row: [one for one in named if row in one.rows] for row in range(len(self.touched.grid.cells))}
        covered = {row: frozenset(n for one in ones for n in one.at) for row, ones in told.items()}
        row = max(covered, key=lambda row: len(covered[row]))
        missing = len(said - covered[row])
        yield Assertion("row", not missing, covered[row], self._cells([row], told[row]), missing=missing)

    def _pairs(self) -> Iterator[Assertion]:
        """Whether two named cells stand in one row."""
        for a, b in combinations(self.touched.conditions, 2):
            if a.column != b.column and not a.at & b.at:
                rows = sorted(a.rows & b.rows)
                step = " ".join(sorted((a.sort, b.sort)))
                cells = self._cells(rows or sorted(a.rows | b.rows), (a, b))
                yield Assertion("pair", bool(rows), a.at | b.at, cells, b.column, step)

    def _bests(self) -> Iterator[Assertion]:
        """Whether the row that is highest, first, ... is the one that is named."""
        named = [one for one in self.touched.conditions if one.sort in _NAMED]
        for one, condition in product((one for one in self.selections if one.step in _BEST), named):
            if not condition.at & one.words:
                yield self._best(one, condition)

    def _best(self, one: Selection, condition: Condition) -> Assertion:
        holds = bool(condition.rows.intersection(one.rows))
        cells = self._cells(sorted(condition.rows), (condition,))
        if one.by >= 0:
            cells += tuple(self.touched.grid.cells[row][one.by] for row in {*one.rows, *condition.rows})
        return Assertion("best", holds, one.words | condition.at, cells, one.by, one.step)

    def _compared(self) -> Iterator[Assertion]:
        """Whether of two rows the first that is named has more, less or the same."""
        named = [one for one in self.selections if one.step in ("where", "both")]
        by_place = sorted(single(self.touched, named, MOST_SINGLE), key=lambda one: min(one.words))
        for a, b in combinations(by_place, 2):
            if a.rows != b.rows and not a.words & b.words and a.columns & b.columns:
                for column in self.touched.grid.columns:
                    yield from self._order(a, b, column)

    def _order(self, a: Selection, b: Selection, column: int) -> Iterator[Assertion]:
        triggers, grid = self.touched.question.triggers, self.touched.grid
        pair = grid.cells[a.rows[0]][column], grid.cells[b.rows[0]][column]
        words = a.words | b.words | self.touched.heads[column].at
        keys = grid.key(a.rows[0], column), grid.key(b.rows[0], column)
        if keys[0] is not None and keys[1] is not None:
            for step, asks in ((MORE, MOST), (LESS, LEAST)):
                if asks in triggers or step in triggers:
                    holds = keys[0] > keys[1] if step == MORE else keys[0] < keys[1]
                    said = words | triggers.get(asks, frozenset()) | triggers.get(step, frozenset())
                    yield Assertion("order", holds, said, pair, column, step)
        if SAME in triggers and pair[0].parts:
            yield Assertion("same", pair[0].parts == pair[1].parts, words | triggers[SAME], pair, column, SAME)

    def _numbers(self) -> Iterator[Assertion]:
        """Whether what is counted, added up or stands in a cell is the number that the statement says."""
        numbers = self.touched.question.numbers
        if not numbers:
            return
        told = [(one, value) for one in programs(self.touched) if (value := _number(one)) is not None]
        for (one, value), (place, number) in product(told, numbers.items()):
            if place not in one.words:
                step = f"{one.act} {one.of.step}"
                yield Assertion("number", value == number, one.words | {place}, one.cells, one.column, step)

    def _of_all(self) -> Iterator[Assertion]:
        """Whether a condition holds of every row, or of one alone."""
        triggers, count = self.touched.question.triggers, len(self.touched.grid.cells)
        for one in self.selections:
            if one.step in ("where", "both"):
                cells = self._cells(one.rows, one.conditions)
                if ALL in triggers:
                    yield Assertion("all", len(one.rows) == count, one.words | triggers[ALL], cells, -1, one.step)
                if ONLY in triggers:
                    yield Assertion("only", len(one.rows) == 1, one.words | triggers[ONLY], cells, -1, one.step)


def _number(one: Program) -> Decimal | None:
    """The one number that a program gives, or that stands in its one cell; None of what gives no number."""
    if one.act not in _NUMBERED or len(one.values) != 1:
        return None
    value = one.values[0]
    return value if isinstance(value, Decimal) else one.cells[0].number
