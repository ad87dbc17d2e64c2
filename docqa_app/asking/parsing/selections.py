"""Which rows a question may mean: those of conditions, the first or highest of them, the ones before or after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from docqa_app.asking.common_words import ORDINALS
from docqa_app.asking.parsing.touches import Condition, Touched
from docqa_app.asking.parsing.triggers import BEFORE, FIRST, LAST, LEAST, LESS, MORE, MOST, NEXT, SAME
from docqa_app.asking.parsing.values import Key

MOST_PAIRS = 24
MOST_ROWS_BY = 40
"""Selections of which the highest and first are taken."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows in their order; `step` tells how they were chosen last ("all", "where", "both", "either", "most", "next",
    ...), `by` the column that orders them, `words` the places of the question's words that are explained."""

    step: str
    rows: tuple[int, ...]
    words: frozenset[int] = frozenset()
    conditions: tuple[Condition, ...] = ()
    by: int = -1

    @property
    def columns(self) -> frozenset[int]:
        """Of its conditions."""
        return frozenset(one.column for one in self.conditions)


def selections(touched: Touched) -> list[Selection]:
    """Every selection that the question's words may mean."""
    plain = list(_plain(touched))
    ordered = [one for base in plain[:MOST_ROWS_BY] for one in _ordered(touched, base)]
    beside = [one for base in plain for one in _beside(touched, base)]
    return [*plain, *ordered, *beside, *_placed(touched)]


def single(touched: Touched, chosen: Sequence[Selection], most: int) -> list[Selection]:
    """Selections of one row each, at most so many: those that name it by all of a cell, and by no number, first."""
    of_one = [one for one in chosen if len(one.rows) == 1 and one.step != "all"]
    return sorted(of_one, key=lambda one: sum(_vague(touched, c) for c in one.conditions))[:most]


def _vague(touched: Touched, one: Condition) -> int:
    return (one.sort != "exact") + touched.grid.numeric[one.column]


def _plain(touched: Touched) -> Iterator[Selection]:
    yield Selection("all", tuple(range(len(touched.grid.cells))))
    for one in touched.conditions:
        yield Selection("where", tuple(sorted(one.rows)), one.at, (one,))
    pairs = [(a, b) for a, b in combinations(touched.conditions, 2) if not a.at & b.at]
    for a, b in sorted(pairs, key=lambda pair: -len(pair[0].at | pair[1].at))[:MOST_PAIRS]:
        rows = a.rows & b.rows
        if rows and (a.column != b.column or {a.sort, b.sort} == {MORE, LESS}):
            yield Selection("both", tuple(sorted(rows)), a.at | b.at, (a, b))
        elif a.column == b.column:
            yield Selection("either", tuple(sorted(a.rows | b.rows)), a.at | b.at, (a, b))


def _ordered(touched: Touched, base: Selection) -> Iterator[Selection]:
    """The rows with the highest, lowest, first or last of a column, and by their place."""
    triggers = touched.question.triggers
    if len(base.rows) < 2:
        return
    for step, best in ((MOST, max), (LEAST, min), (FIRST, min), (LAST, max)):
        word = triggers.get(step, frozenset()) - base.words
        for column in touched.grid.columns if word else ():
            if step in (MOST, LEAST) or touched.grid.dated[column]:
                yield from _best(touched, base, step, column, best, word)
    for step, place in ((FIRST, 0), (LAST, -1)):
        word = triggers.get(step, frozenset()) - base.words
        if word:
            yield Selection(f"{step} row", (base.rows[place],), base.words | word, base.conditions)


def _best(
    touched: Touched, base: Selection, step: str, column: int, best: Callable[..., Key], word: frozenset[int]
) -> Iterator[Selection]:
    keys = {row: key for row in base.rows if (key := touched.grid.key(row, column)) is not None}
    if len(keys) > 1:
        wanted = best(keys.values())
        rows = tuple(row for row, key in keys.items() if key == wanted)
        yield Selection(step, rows, base.words | word | touched.heads[column].at, base.conditions, column)


def _beside(touched: Touched, base: Selection) -> Iterator[Selection]:
    """The rows before and behind those of a condition, and others that say the same."""
    triggers, count = touched.question.triggers, len(touched.grid.cells)
    if base.step == "all" or len(base.rows) > 3:
        return
    for step, row in ((NEXT, base.rows[-1] + 1), (BEFORE, base.rows[0] - 1)):
        word = triggers.get(step, frozenset()) - base.words
        if word and 0 <= row < count:
            yield Selection(step, (row,), base.words | word, base.conditions)
    word = triggers.get(SAME, frozenset()) - base.words
    for column in touched.grid.columns if word and len(base.rows) == 1 else ():
        text = touched.grid.cells[base.rows[0]][column].text
        rows = tuple(n for n, row in enumerate(touched.grid.cells) if row[column].text == text and n != base.rows[0])
        if text and rows:
            yield Selection(SAME, rows, base.words | word | touched.heads[column].at, base.conditions, column)


def _placed(touched: Touched) -> Iterator[Selection]:
    """The row at a place that the question counts."""
    places = {n: ORDINALS[part] for n, part in enumerate(touched.question.parts) if part in ORDINALS}
    for n, place in places.items():
        if 0 < place < len(touched.grid.cells):
            yield Selection("place", (place,), frozenset([n]))
        for column in touched.grid.ranks if place >= 0 else ():
            numbers = [row[column].number for row in touched.grid.cells]
            ranked = tuple(row for row, number in enumerate(numbers) if number == place + 1)
            if ranked:
                yield Selection("rank", ranked, frozenset([n]) | touched.heads[column].at, (), column)
