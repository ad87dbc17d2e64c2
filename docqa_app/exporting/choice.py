"""The columns that can be chosen for a plan, ticked or not, in the clerk's order, and the steps between two choices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.fields import Extraction
from docqa_app.exporting.columns import Chosen, Of, Shape, all_columns
from docqa_app.exporting.plan import Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """A column on offer; only ticked ones are written."""

    column: Chosen
    ticked: bool


def choice_of(plan: Plan, extractions: Sequence[Extraction]) -> tuple[Entry, ...]:
    """The plan's columns in its order, then what else these documents offer."""
    every = all_columns(plan.shape, extractions)
    chosen = plan.columns or every
    taken = {(one.of, one.field) for one in chosen}
    rest = (one for one in (*every, *_seldom(plan.shape)) if (one.of, one.field) not in taken)
    return (*(Entry(one, True) for one in chosen), *(Entry(one, False) for one in rest))


def _seldom(shape: Shape) -> Iterator[Chosen]:
    """Columns that are only written where somebody asks for them."""
    yield Chosen("", "path", Of.PATH)
    if shape is not Shape.LONG:
        yield Chosen("", "schema", Of.SCHEMA)


def columns_in(entries: Sequence[Entry], shape: Shape, extractions: Sequence[Extraction]) -> tuple[Chosen, ...]:
    """The ticked columns for a plan; () where they are just all there are, so that fields of later documents follow."""
    chosen = tuple(entry.column for entry in entries if entry.ticked)
    return () if chosen == all_columns(shape, extractions) else chosen


def ticked(entries: Sequence[Entry], at: int, on: bool) -> tuple[Entry, ...]:
    """The columns with one of them chosen, or no longer."""
    return _with(entries, at, replace(entries[at], ticked=on))


def renamed(entries: Sequence[Entry], at: int, title: str) -> tuple[Entry, ...]:
    """The columns with another title for one of them."""
    return _with(entries, at, replace(entries[at], column=replace(entries[at].column, title=title.strip())))


def moved(entries: Sequence[Entry], at: int, by: int) -> tuple[Entry, ...]:
    """One entry up (-1) or down (1), as far as there is room."""
    to = min(len(entries) - 1, max(0, at + by))
    rest = [*entries[:at], *entries[at + 1 :]]
    return (*rest[:to], entries[at], *rest[to:])


def _with(entries: Sequence[Entry], at: int, entry: Entry) -> tuple[Entry, ...]:
    return (*entries[:at], entry, *entries[at + 1 :])
