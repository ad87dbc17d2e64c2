"""Questions that name a row and a column of a printed table, answered by the cell where they cross.

"What is the unit price of the Blue Widget?", "Hours of Rickyport?", "Which city has 213 members?". All words of the
question must be accounted for: by the row, the column, or as words that only frame a question.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from docqa_app.asking.common_words import DWELLING, ORDINALS
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.tables.heads import Words
from docqa_app.asking.tables.names import (
    AskedWords,
    Named,
    columns_named,
    label_column,
    name_of,
    rows_named,
)
from docqa_app.asking.tables.printed_tables import PrintedTable
from docqa_app.asking.tables.words import (
    AMOUNT,
    ASKED_KINDS,
    ASKING,
    COSTING,
    COSTLY,
    COUNTING,
    FRAME,
    KIND_WORDS,
    NAMES,
    NUMBERING,
    PRICE,
    SPENDING,
    UNITS,
    WHICH,
    WHO,
)
from docqa_app.extracting.beside import ends_key
from docqa_app.extracting.line_items.column_labels import Labels, plain_label
from docqa_app.values.amounts import read_currencies

TITLE_WITHIN = 0.12
"""How far above a table its title may stand, in heights of the page."""


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """What a table says to a question of one `form`, and the words that say so; `confidence` is how likely it is
    right (0..1), 0 where only its form tells (`asked_tables.SURE`)."""

    form: str
    text: str
    page: int
    words: Words
    rank: tuple[int, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True)
class AskedTable:
    """A question before a table; `labels` knows what columns of goods are headed."""

    asked: AskedWords
    table: PrintedTable
    labels: Labels

    @cached_property
    def kinds(self) -> Mapping[int, str]:
        """Of columns of goods, which they are."""
        names = {n: self.labels.name(plain_label(self.table.text(words))) for n, words in enumerate(self.table.heads)}
        return {column: name for column, name in names.items() if name}

    @cached_property
    def columns(self) -> list[Named]:
        return columns_named(self.table, self.asked)

    @cached_property
    def rows(self) -> list[Named]:
        return rows_named(self.table, self.asked)

    @cached_property
    def label(self) -> int:
        return label_column(self.table, self.kinds)

    @cached_property
    def names(self) -> int:
        """The column that tells a row's name: for a person one headed so, if there is one."""
        heads = enumerate(self.table.heads)
        named = [n for n, head in heads if NAMES.intersection(parts_of(self.table.text(head)))]
        return named[0] if named and WHO.intersection(self.asked.parts) else self.label

    @cached_property
    def asks_for_row(self) -> bool:
        """Whether the question wants what a row is called: "Which item costs …?", "What costs …?"."""
        return any(
            first in ASKING and (then in self.units or (n == 0 and then in COSTLY))
            for n, (first, then) in enumerate(pairwise(self.asked.parts))
        )

    @cached_property
    def units(self) -> Collection[str]:
        """What a row may be called: as the column of the rows' names is headed, or as any row is."""
        head = parts_of(self.table.text(self.table.heads[self.label]))
        return UNITS.union(head, (f"{part}s" for part in head))

    @cached_property
    def above(self) -> frozenset[str]:
        """The words over the table: what it is called, which a question may say too."""
        page = self.table.page
        top = min(page.words[index].box.top for row in self.table.rows for cell in row for index in cell)
        near = (word.text for word in page.words if top - TITLE_WITHIN < word.box.top < top)
        return frozenset(part for text in near for part in parts_of(text))

    @cached_property
    def called(self) -> Collection[str]:
        """The words over the heads without those that count places: "the second highest" is not the highest."""
        heads = (parts_of(self.table.text(words)) for words in self.table.heads)
        return self.above.difference(ORDINALS, *heads)

    def is_elsewhere(self, column: int, left: Collection[str]) -> bool:
        """Whether the question tells of what stands over other columns than this one."""
        over = [set(parts_of(self.table.text(words))) for words in self.table.over]
        others = set().union(*over) - over[column] - FRAME if over else set()
        return not others.isdisjoint(left)

    def of_kind(self, kind: str) -> int | None:
        """The column of goods that is meant: of several amounts the last, of others the first."""
        of_kind = [column for column, name in self.kinds.items() if name == kind]
        return (of_kind[-1] if kind == AMOUNT else of_kind[0]) if of_kind else None

    def answer(self, form: str, words: Words, rank: tuple[int, ...] = ()) -> TableAnswer:
        return TableAnswer(form, self.table.text(words), self.table.page.number, tuple(sorted(words)), rank)

    def cell(self, form: str, row: int, column: int, rank: tuple[int, ...] = ()) -> TableAnswer | None:
        """The cell of a row; None where it is empty or holds a key."""
        words = name_of(self.table, self.table.rows[row][column])
        is_value = bool(words) and not ends_key(self.table.page.words[words[-1]])
        return self.answer(form, words, rank) if is_value else None


def cells(one: AskedTable) -> Iterator[TableAnswer]:
    """Every cell that the question may mean, and rows that it asks for by a cell."""
    for row in one.rows:
        for column in one.columns:
            if row.apart(column):
                yield from _crossing(one, row, column)
        if row.at < one.table.goods:
            yield from _of_goods(one, row)
            yield from _dweller(one, row)


def _crossing(one: AskedTable, row: Named, column: Named) -> Iterator[TableAnswer]:
    left = one.asked.left([row, column])
    if one.is_elsewhere(column.at, left):
        return
    rank = (len(row) + len(column), -row.slips - column.slips, row.by == one.label, -row.by)
    if row.by == column.at:
        if COUNTING.search(" ".join(one.asked.parts)):
            return
        asks = WHICH.union(one.units).intersection(left)
        if column.at != one.names and asks and FRAME.union(one.units, WHICH, NUMBERING, DWELLING).issuperset(left):
            yield from given(one.cell("row of a cell", row.at, one.names, rank))
    elif FRAME.union(one.units, _around(one, row, column)).issuperset(left):
        yield from given(one.cell("cell", row.at, column.at, rank))
    elif row.by == one.label and FRAME.union(one.units, one.above).issuperset(left):
        yield from given(one.cell("cell under a title", row.at, column.at, (rank[0] - 1, *rank[1:])))


def _around(one: AskedTable, row: Named, column: Named) -> Collection[str]:
    """What may stand around the names of a cell for what it holds: a price, or a number."""
    head, cell = (one.table.text(words) for words in (one.table.heads[column.at], one.table.rows[row.at][column.at]))
    if not any(map(str.isdigit, cell)) or column.at == one.label:
        return frozenset()
    is_money = read_currencies(cell) or read_currencies(head)
    return COSTING if is_money or SPENDING.intersection(one.asked.parts) else NUMBERING


def _dweller(one: AskedTable, row: Named) -> Iterator[TableAnswer]:
    """Who lives, works or sits at the place that a row has: "Who lives in Denver?"."""
    left = set(one.asked.left([row]))
    if row.by == one.names or not WHO & left or not DWELLING & left:
        return
    if FRAME.union(one.units, WHO, DWELLING).issuperset(left):
        yield from given(one.cell("row of a cell", row.at, one.names, (len(row), -row.slips, False, -row.by)))


def _of_goods(one: AskedTable, row: Named) -> Iterator[TableAnswer]:
    """The cell under a price, a quantity or an amount that the question asks for in other words than the head's."""
    left = one.asked.left([row])
    said = " ".join(left)
    for kind, asks in ASKED_KINDS.items():
        column = one.of_kind(kind)
        if asks.search(said) and FRAME.union(KIND_WORDS[kind], one.units).issuperset(left):
            if one.asks_for_row and one.kinds.get(row.by) in (PRICE, AMOUNT):
                rank = (len(row), -row.slips, False, -row.by)
                yield from given(one.cell("row of a cell", row.at, one.label, rank))
            elif column is not None and column != row.by:
                rank = (len(row), -row.slips, row.by == one.label, -row.by)
                yield from given(one.cell("cell of goods", row.at, column, rank))
            return


def given(answer: TableAnswer | None) -> Iterator[TableAnswer]:
    """The answer, if there is one."""
    if answer:
        yield answer
