"""Questions that name a row by a part of its name: "How many posters were ordered?" of "Posters A2, full colour"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docqa_app.asking.common_words import ORDINALS
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.tables.cells import AskedTable, TableAnswer
from docqa_app.asking.tables.names import best
from docqa_app.asking.tables.words import ASKED_KINDS, EXTREME_WORDS, FRAME, KIND_WORDS

SHORTEST, LONGEST_ENDING = 3, 2
"""Letters of a word that tells a row, and of what makes it a plural."""


def by_part(one: AskedTable) -> Iterator[TableAnswer]:
    """The cell under the head that the question names, or under a price, a quantity or an amount that it asks for, of
    the one row whose name holds all else that it says."""
    for column in best(one.columns):
        left = one.asked.left([column])
        row = None if one.is_elsewhere(column.at, left) else _row(one, [part for part in left if part not in FRAME])
        if row is not None and column.at != one.label:
            yield from filter(None, [one.cell("cell by part", row, column.at, (len(column),))])
    if not one.columns:
        yield from _of_goods(one)


def _of_goods(one: AskedTable) -> Iterator[TableAnswer]:
    said = " ".join(one.asked.parts)
    kind = next((kind for kind, asks in ASKED_KINDS.items() if asks.search(said)), None)
    column = one.of_kind(kind) if kind else None
    if kind is None or column is None or one.asks_for_row:
        return
    left = [part for part in one.asked.parts if part not in FRAME | KIND_WORDS[kind]]
    row = _row(one, left)
    if row is not None:
        yield from filter(None, [one.cell("cell by part", row, column)])


def _row(one: AskedTable, told: Sequence[str]) -> int | None:
    """The one row whose name holds all these words, numbers alone telling none."""
    if not any(len(part) >= SHORTEST and part.isalpha() for part in told) or not (
        ORDINALS.keys() | EXTREME_WORDS
    ).isdisjoint(told):
        return None
    names = [parts_of(one.table.text(row[one.label])) for row in one.table.rows[: one.table.goods]]
    found = [n for n, name in enumerate(names) if all(any(_are_one(part, other) for other in name) for part in told)]
    return found[0] if len(found) == 1 else None


def _are_one(one: str, other: str) -> bool:
    """Whether two words are one, or one is the other's plural: "posters", "Platten"."""
    shorter, longer = sorted((one, other), key=len)
    ends = len(longer) - len(shorter) <= LONGEST_ENDING and len(shorter) >= SHORTEST
    return one == other or (ends and longer.startswith(shorter))
