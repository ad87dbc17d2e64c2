"""Programs over a table: what may be said of the rows that a question means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from docqa_app.asking.parsing.selections import Selection, selections, single
from docqa_app.asking.parsing.touches import Touched
from docqa_app.asking.parsing.triggers import APART, COUNT, LEAST, LESS, MEAN, MORE, MOST, OR, SUM
from docqa_app.asking.parsing.values import Cell

MOST_VALUES = 10
"""Longer lists are no answer."""
MOST_PROGRAMS = 2500
MOST_COMPARED = 12
"""Selections of one row that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is done (`act`) with the cells of a column in some rows: "cells" names them, "count" counts rows, "kinds"
    different cells, "sum", "mean", "apart", "which more" of two, "mode" the commonest. `column` is -1 where rows are
    counted. `values` is the answer, text by text, or one number; `cells` is what it stands on."""

    act: str
    of: Selection
    column: int
    values: tuple[str | Decimal, ...]
    cells: tuple[Cell, ...]
    words: frozenset[int]
    other: Selection | None = None


def programs(touched: Touched) -> list[Program]:
    """Every program that the question's words may mean, up to a number."""
    chosen = selections(touched)
    found: list[Program] = []
    for one in _all(touched, chosen):
        found.append(one)
        if len(found) == MOST_PROGRAMS:
            break
    return found


def _all(touched: Touched, chosen: Sequence[Selection]) -> Iterator[Program]:
    triggers = touched.question.triggers
    yield from _compared(touched, chosen)
    yield from _modes(touched, chosen)
    for one in chosen:
        if COUNT in triggers:
            yield from _counted(touched, one)
        yield from _computed(touched, one)
        yield from _named(touched, one)


def _column(touched: Touched, rows: Sequence[int], column: int) -> tuple[Cell, ...]:
    return tuple(cell for row in rows if (cell := touched.grid.cells[row][column]).parts)


def _named(touched: Touched, one: Selection) -> Iterator[Program]:
    """The cells of a column."""
    for column in touched.grid.columns:
        cells = _column(touched, one.rows, column)
        texts = tuple(dict.fromkeys(cell.text for cell in cells))
        if 0 < len(texts) <= MOST_VALUES:
            yield Program("cells", one, column, texts, cells, one.words | touched.heads[column].at)


def _counted(touched: Touched, one: Selection) -> Iterator[Program]:
    """How many rows there are, and how many different cells in a column that is named."""
    words = one.words | touched.question.triggers[COUNT]
    if one.step in ("all", "where", "both", "either", "same"):
        cells = _column(touched, one.rows, one.conditions[0].column if one.conditions else touched.grid.label)
        yield Program("count", one, -1, (Decimal(len(one.rows)),), cells, words)
        for column in touched.grid.columns:
            kinds = _column(touched, one.rows, column)
            texts = {cell.text for cell in kinds}
            if touched.heads[column].at and len(texts) < len(kinds):
                said = words | touched.heads[column].at
                yield Program("kinds", one, column, (Decimal(len(texts)),), kinds, said)


def _computed(touched: Touched, one: Selection) -> Iterator[Program]:
    """Sums and means of a column of numbers."""
    triggers = touched.question.triggers
    for column in touched.grid.columns:
        if len(one.rows) < 2 or not touched.grid.numeric[column]:
            continue
        cells = tuple(cell for cell in _column(touched, one.rows, column) if cell.number is not None)
        total = sum((cell.number for cell in cells if cell.number is not None), Decimal(0))
        for act, value in ((SUM, total), (MEAN, total / max(1, len(cells)))):
            if act in triggers and cells:
                said = one.words | touched.heads[column].at | triggers[act]
                yield Program(act, one, column, (value,), cells, said)


def _compared(touched: Touched, chosen: Sequence[Selection]) -> Iterator[Program]:
    """The difference between two rows, and which of them has more."""
    triggers = touched.question.triggers
    if APART in triggers:
        yield from _counts_apart(touched, chosen)
    for a, b in combinations(single(touched, chosen, MOST_COMPARED), 2):
        if a.rows != b.rows and not (a.words & b.words and a.conditions):
            for column in touched.grid.columns:
                pair = touched.grid.cells[a.rows[0]][column], touched.grid.cells[b.rows[0]][column]
                if APART in triggers:
                    yield from _apart(touched, a, b, column, pair)
                if OR in triggers or MORE in triggers or LESS in triggers:
                    yield from _which(touched, a, b, column)


def _counts_apart(touched: Touched, chosen: Sequence[Selection]) -> Iterator[Program]:
    """How many more rows one condition has than another on the same column."""
    where = [one for one in chosen if one.step == "where"]
    for a, b in combinations(where, 2):
        if a.columns == b.columns and not a.words & b.words:
            column = a.conditions[0].column
            cells = _column(touched, [*a.rows, *b.rows], column)
            value = Decimal(abs(len(a.rows) - len(b.rows)))
            words = a.words | b.words | touched.question.triggers[APART]
            yield Program("counts apart", a, column, (value,), cells, words, b)


def _apart(touched: Touched, a: Selection, b: Selection, column: int, pair: tuple[Cell, Cell]) -> Iterator[Program]:
    values = [Decimal(cell.day[0]) if touched.grid.dated[column] and cell.day else cell.number for cell in pair]
    if values[0] is not None and values[1] is not None:
        words = a.words | b.words | touched.heads[column].at | touched.question.triggers[APART]
        yield Program(APART, a, column, (abs(values[0] - values[1]),), pair, words, b)


def _which(touched: Touched, a: Selection, b: Selection, column: int) -> Iterator[Program]:
    """Of two rows that one column names the one with more or less in another."""
    keys = [touched.grid.key(one.rows[0], column) for one in (a, b)]
    named = a.columns & b.columns
    if keys[0] is None or keys[1] is None or keys[0] == keys[1] or not named or column in named:
        return
    higher = a if keys[0] > keys[1] else b
    triggers, words = touched.question.triggers, a.words | b.words | touched.heads[column].at
    for act, winner, asks in (("which more", higher, MOST), ("which less", b if higher is a else a, LEAST)):
        said = words | triggers.get(asks, frozenset()) | triggers.get(OR, frozenset())
        if asks in triggers or touched.grid.dated[column]:
            cell = touched.grid.cells[winner.rows[0]][min(named)]
            cells = (cell, *(touched.grid.cells[one.rows[0]][column] for one in (a, b)))
            yield Program(act, winner, column, (cell.text,), cells, said, b if winner is a else a)


def _modes(touched: Touched, chosen: Sequence[Selection]) -> Iterator[Program]:
    """The commonest cells of a column."""
    triggers = touched.question.triggers
    for act, asks in (("mode", MOST), ("rarest", LEAST)):
        for one in chosen if asks in triggers else ():
            if one.step in ("all", "where"):
                for column in touched.grid.columns:
                    yield from _mode(touched, act, one, column, triggers[asks])


def _mode(touched: Touched, act: str, one: Selection, column: int, word: frozenset[int]) -> Iterator[Program]:
    cells = _column(touched, one.rows, column)
    counts = Counter(cell.text for cell in cells)
    if len(counts) < 2 or len(counts) == len(cells):
        return
    wanted = max(counts.values()) if act == "mode" else min(counts.values())
    texts = tuple(text for text, count in counts.items() if count == wanted)
    if len(texts) == 1:
        said = one.words | word | touched.heads[column].at
        yield Program(act, one, column, texts, tuple(c for c in cells if c.text == texts[0]), said)
