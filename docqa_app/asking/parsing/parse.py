"""What the likeliest program over the printed tables of some pages says to a question, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.asking.parsing.assertions import Stated
from docqa_app.asking.parsing.ranking import Ranked, judged, likeliest, sureness
from docqa_app.asking.parsing.saying import said
from docqa_app.asking.parsing.statements import begins_with_verb, statement_in, yes_or_no
from docqa_app.asking.parsing.touches import Touched
from docqa_app.asking.parsing.values import Cell, Grid, grid_of, words_of
from docqa_app.asking.parsing.words import Question
from docqa_app.asking.tables.cells import TableAnswer
from docqa_app.asking.tables.printed_tables import PrintedTable
from docqa_app.asking.tables.words import COUNTING
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.dates import DateOrder

PROGRAM, STATEMENT = "program", "statement"
OVER_NOTHING, SPEAKS, OFFERED = 0.4, 0.25, 0.1
"""How sure an answer must be to be given where the model finds nothing, where it finds another, and to be offered."""
MOSTLY_TOLD = 0.5
"""Share of its telling words that name heads or cells of the table or ask for an operation in what may be a statement;
in what says that it is one, any word will do."""
FEWEST_ROWS = 2
MOST_TABLES = 4
"""Tables that are asked, the largest first."""
_IN_PARTS = ("where", "both", "either")
"""Which rows may be named where a table goes on over several pages."""


def parsed(
    question: str, tables: Sequence[PrintedTable], mark: DecimalMark | None, order: DateOrder | None = None
) -> TableAnswer | None:
    """The answer of the table that is surest; None where none is sure enough to be offered. `mark`, `order`: how its
    document writes decimals and days."""
    large = sorted(tables, key=lambda one: -len(one.rows) * len(one.heads))[:MOST_TABLES]
    grids = [grid for one in large if len(one.rows) >= FEWEST_ROWS and _orders(grid := grid_of(one, mark, order))]
    statement = statement_in(question)
    if statement is not None:
        return _judged(question, Question(statement, mark), grids)
    if begins_with_verb(question):
        return None
    answers = [one for grid in grids if (one := _answered(Touched(Question(question, mark), grid), mark, tables))]
    return max(answers, key=lambda one: one.confidence, default=None)


def _orders(grid: Grid) -> bool:
    """Whether a column holds numbers or days: what has none is mostly no table but texts side by side."""
    return any(grid.numeric) or any(grid.dated)


def _answered(touched: Touched, mark: DecimalMark | None, tables: Sequence[PrintedTable]) -> TableAnswer | None:
    ranked = likeliest(touched)
    quoted = touched.question.quoted
    if ranked and _counts_nothing(touched, ranked):
        return None
    if ranked is None or not quoted <= ranked.one.words or (quoted and touched.question.telling <= quoted):
        return None
    if _goes_on(touched.grid.table, tables) and not _names_rows(ranked):
        return None
    sure = sureness(touched, ranked)
    return _answer(PROGRAM, said(ranked.one, mark), touched, ranked.one.cells, sure) if sure >= OFFERED else None


def _counts_nothing(touched: Touched, ranked: Ranked) -> bool:
    """Whether the question counts and a cell without a number would answer it."""
    counts = COUNTING.search(" ".join(touched.question.parts))
    return bool(counts and ranked.one.act == "cells" and all(cell.number is None for cell in ranked.one.cells))


def _goes_on(table: PrintedTable, tables: Sequence[PrintedTable]) -> bool:
    """Whether another page has a table with the same heads: what goes on has no last row and no highest on one."""
    heads = [table.text(words) for words in table.heads]
    return any(
        one.page.number != table.page.number and [one.text(words) for words in one.heads] == heads for one in tables
    )


def _names_rows(ranked: Ranked) -> bool:
    return ranked.one.act == "cells" and ranked.one.of.step in _IN_PARTS


def _judged(question: str, statement: Question, grids: Sequence[Grid]) -> TableAnswer | None:
    """Whether a statement is true of the table that says most of its words."""
    touched = [Touched(statement, grid) for grid in grids]
    best = max(touched, key=lambda one: len(one.touched), default=None)
    framed = len(statement.parts) < len(words_of(question))
    enough = framed or (best and len(best.known) >= MOSTLY_TOLD * len(statement.telling))
    if best is None or not best.touched or not enough:
        return None
    true, sure, assertion = judged(Stated(best))
    return _answer(STATEMENT, yes_or_no(question, true), best, assertion.cells if assertion else (), sure)


def _answer(form: str, text: str, touched: Touched, cells: Sequence[Cell], confidence: float) -> TableAnswer:
    words = tuple(sorted({index for cell in cells for index in cell.words}))
    return TableAnswer(form, text, touched.grid.table.page.number, words, confidence=confidence)
