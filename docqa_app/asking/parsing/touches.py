"""What of a table the words of a question touch: heads of columns, and cells that they name as conditions on rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from docqa_app.asking.parsing.triggers import AT_LEAST, LESS, MONTHS, MORE, NOT, OR_MORE, TOP
from docqa_app.asking.parsing.values import Cell, Grid, alike
from docqa_app.asking.parsing.words import Question, tells
from docqa_app.asking.tables.words import QUIET
from docqa_app.core.spelling import edit_distance

MOST_CONDITIONS = 14
LONGEST_SPAN = 12
"""Words of a cell's name in a question."""
MOST_DENIED = 4
EARLIEST, LATEST = 1000, 2200
"""Years."""
NEAR_NUMBER = 4
"""A word that compares stands at most so many words before its number."""
MISREAD = 6
"""Letters of a word from which one of them may be misread."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Rows that some words of the question tell by one column. `sort` is "exact" where the words are all of the cell,
    "part", "anywhere" where several columns say them, or how a number is compared: "more", "less", "top"."""

    column: int
    at: frozenset[int]
    rows: frozenset[int]
    sort: str


@dataclass(frozen=True, slots=True)
class HeadNamed:
    """How far a question names a head: the share of its words, and where."""

    share: float
    at: frozenset[int]


@dataclass(frozen=True)
class Touched:
    """A question before a table."""

    question: Question
    grid: Grid

    @cached_property
    def heads(self) -> tuple[HeadNamed, ...]:
        """By column."""
        return tuple(self._head(parts) for parts in self.grid.heads)

    def _head(self, parts: tuple[str, ...]) -> HeadNamed:
        telling = [part for part in parts if part not in QUIET] or list(parts)
        found = {
            part: {n for n, said in enumerate(self.question.parts) if alike(part, said)}
            for part in dict.fromkeys(telling)
        }
        at = frozenset(n for places in found.values() for n in places)
        share = sum(map(bool, found.values())) / len(found) if found else 0.0
        return HeadNamed(share, at)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every way in which words tell rows, the longest first."""
        named = sorted(self._named(), key=lambda one: (-len(one.at), one.sort != "exact", min(one.at), one.column))
        kept = named[:MOST_CONDITIONS]
        every = (*kept, *_anywhere(kept), *self._compared(), *self._top(), *self._months(), *self._denied(kept))
        return tuple(one for one in every if one.rows)

    @cached_property
    def touched(self) -> frozenset[int]:
        """The places of words that name cells."""
        return frozenset(n for one in self.conditions for n in one.at)

    @cached_property
    def known(self) -> frozenset[int]:
        """The places of telling words that name cells or heads, or ask for an operation."""
        named = (*(head.at for head in self.heads), *self.question.triggers.values())
        return self.question.telling & self.touched.union(*named)

    # -- cells ----------------------------------------------------------------------------------------------------

    @cached_property
    def _index(self) -> Mapping[str, list[tuple[Cell, int]]]:
        index: dict[str, list[tuple[Cell, int]]] = defaultdict(list)
        for row in self.grid.cells:
            for cell in row:
                for n, part in enumerate(cell.stems):
                    index[part].append((cell, n))
        return index

    @cached_property
    def _said(self) -> tuple[str, ...]:
        """The question's stems, those that stand in no cell as the one that they may be misread from."""
        return tuple(
            said if said in self._index or part in QUIET or len(part) < MISREAD else self._nearest(said)
            for part, said in zip(self.question.parts, self.question.stems, strict=True)
        )

    def _nearest(self, said: str) -> str:
        near = (
            known
            for known in self._index
            if abs(len(known) - len(said)) < 2
            and (known[:2] == said[:2] or known[-3:] == said[-3:])
            and edit_distance(known, said) < 2
        )
        return next(near, said)

    def _named(self) -> Iterator[Condition]:
        """For each column the longest runs of words that stand in its cells."""
        runs: dict[tuple[int, int, int], set[Cell]] = defaultdict(set)
        for start, said in enumerate(self._said):
            for cell, place in self._index.get(said, ()):
                runs[cell.column, start, self._end(cell, place, start)].add(cell)
        for (column, start, end), cells in runs.items():
            at = frozenset(range(start, end))
            if self._says_enough(start, end) and not self._within_longer(runs, column, start, end):
                exact = {cell for cell in cells if len(cell.parts) == end - start}
                chosen, sort = (exact, "exact") if exact else (cells, "part")
                yield Condition(column, at, frozenset(cell.row for cell in chosen), sort)

    def _end(self, cell: Cell, place: int, start: int) -> int:
        length = 1
        while (
            length < LONGEST_SPAN
            and place + length < len(cell.stems)
            and start + length < len(self._said)
            and cell.stems[place + length] == self._said[start + length]
        ):
            length += 1
        return start + length

    def _says_enough(self, start: int, end: int) -> bool:
        return any(map(tells, self.question.parts[start:end]))

    def _within_longer(self, runs: Mapping[tuple[int, int, int], object], column: int, start: int, end: int) -> bool:
        return any(c == column and s <= start and end <= e and (s, e) != (start, end) for c, s, e in runs)

    # -- numbers --------------------------------------------------------------------------------------------------

    def _compared(self) -> Iterator[Condition]:
        """Rows whose number is more or less than one that the question says."""
        triggers = self.question.triggers
        for place, number in self.question.numbers.items():
            near = range(max(0, place - NEAR_NUMBER), min(len(self.question.parts), place + NEAR_NUMBER))
            for sort in (MORE, LESS):
                words = frozenset(near) & triggers.get(sort, frozenset())
                for column in self.grid.columns if words else ():
                    yield from self._above(column, place, words, number, sort)

    def _top(self) -> Iterator[Condition]:
        """The rows up to a rank or a place: "the top 3"."""
        for place, number in self.question.numbers.items():
            if place and self.question.parts[place - 1] in TOP and number > 1:
                at = frozenset([place - 1, place])
                yield Condition(0, at, frozenset(range(min(int(number), len(self.grid.cells)))), "top")
                for column in self.grid.ranks:
                    ranks = {row: self.grid.cells[row][column].number for row in range(len(self.grid.cells))}
                    rows = frozenset(row for row, rank in ranks.items() if rank is not None and rank <= number)
                    yield Condition(column, at, rows, "top rank")

    def _months(self) -> Iterator[Condition]:
        """The rows whose day is in a month that the question names."""
        for place, part in enumerate(self.question.parts):
            for column in self.grid.columns if part in MONTHS else ():
                days = {row: cells[column].day for row, cells in enumerate(self.grid.cells) if self.grid.dated[column]}
                rows = frozenset(row for row, day in days.items() if day and day[1] == MONTHS[part])
                yield Condition(column, frozenset([place]), rows, "month")

    def _denied(self, named: Sequence[Condition]) -> Iterator[Condition]:
        """The rows that do not say what is named, and those that hold nothing in a column that is named."""
        denied, every = self.question.triggers.get(NOT, frozenset()), frozenset(range(len(self.grid.cells)))
        for one in named[:MOST_DENIED] if denied else ():
            yield Condition(one.column, one.at | denied, every - one.rows, "not")
        for column, head in enumerate(self.heads):
            if denied and head.at:
                rows = frozenset(n for n in every if not self.grid.cells[n][column].parts)
                yield Condition(column, denied | head.at, rows, "empty")

    def _above(self, column: int, place: int, words: frozenset[int], number: Decimal, sort: str) -> Iterator[Condition]:
        keys = [self.grid.key(row, column) for row in range(len(self.grid.cells))]
        if self.grid.dated[column] and not EARLIEST < number < LATEST:
            return
        parts = self.question.parts
        equal = bool(
            AT_LEAST.intersection(parts[max(0, place - 3) : place])
            or OR_MORE.intersection(parts[place + 1 : place + 2])
        )
        rows = frozenset(row for row, key in enumerate(keys) if key is not None and _holds(key[0], number, sort, equal))
        yield Condition(column, words | {place}, rows, sort)


def _holds(number: Decimal, limit: Decimal, sort: str, equal: bool) -> bool:
    if number == limit:
        return equal
    return number > limit if sort == MORE else number < limit


def _anywhere(named: Sequence[Condition]) -> Iterator[Condition]:
    """Rows that one of several columns tells by the same words."""
    at_once: dict[frozenset[int], list[Condition]] = defaultdict(list)
    for one in named:
        at_once[one.at].append(one)
    for at, ones in at_once.items():
        rows = frozenset(row for one in ones for row in one.rows)
        if len(ones) > 1 and all(rows != one.rows for one in ones):
            yield Condition(ones[0].column, at, rows, "anywhere")
