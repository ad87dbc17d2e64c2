"""Which values of accepted documents a new model makes wrong, and which right: what a person accepted is the truth.

A value that was found right before and is found wrong now is a negative flip; their share of all values is the negative
flip rate (Yan et al., Positive-Congruent Training, CVPR 2021).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docqa_app.core.fields import Extraction, FieldValue, LineItem
from docqa_app.core.find import fold

ROWS = ""
"""The name of all line items together, which are one value: right where every cell of every row is."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A value of the document at `path` that was right and is wrong now, or the other way round; texts as printed."""

    path: str
    name: str
    accepted: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Flips:
    """Over so many `documents` with `values` that a person accepted, also those that are rightly empty: how many of
    them were found right `before`, and are `now`. `left_out` are the paths of documents that could not be filled."""

    documents: int = 0
    values: int = 0
    before: int = 0
    now: int = 0
    negative: tuple[Flip, ...] = ()
    positive: tuple[Flip, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def negative_rate(self) -> float:
        """0..1, of all values."""
        return len(self.negative) / max(1, self.values)

    def __add__(self, other: Flips) -> Flips:
        return Flips(
            self.documents + other.documents,
            self.values + other.values,
            self.before + other.before,
            self.now + other.now,
            self.negative + other.negative,
            self.positive + other.positive,
            self.left_out + other.left_out,
        )


@dataclass(frozen=True, slots=True)
class _Judged:
    """One accepted value, and whether it was and is found."""

    flip: Flip
    was_right: bool
    is_right: bool


def flips_of(accepted: Extraction, before: Extraction, now: Extraction) -> Flips:
    """One document: as a person accepted it, as it was found then, and as it is found now."""
    judged = list(_judged(accepted, before, now))
    return Flips(
        1,
        len(judged),
        sum(one.was_right for one in judged),
        sum(one.is_right for one in judged),
        tuple(one.flip for one in judged if one.was_right and not one.is_right),
        tuple(one.flip for one in judged if one.is_right and not one.was_right),
    )


def _judged(accepted: Extraction, before: Extraction, now: Extraction) -> Iterator[_Judged]:
    was, is_ = ({value.name: value for value in found.fields} for found in (before, now))
    for value in accepted.fields:
        old, new = was.get(value.name), is_.get(value.name)
        flip = Flip(accepted.path, value.name, value.text, _text(old), _text(new))
        yield _Judged(flip, _same(value, old), _same(value, new))
    if accepted.line_items or before.line_items or now.line_items:
        rows = [_rows(found.line_items) for found in (accepted, before, now)]
        same = [_same_rows(accepted.line_items, found.line_items) for found in (before, now)]
        yield _Judged(Flip(accepted.path, ROWS, *rows), *same)


def _text(value: FieldValue | None) -> str:
    return value.text if value else ""


def _same(one: FieldValue, other: FieldValue | None) -> bool:
    """Whether two values mean the same, or neither says anything."""
    if other is None or not (one.text and other.text):
        return not (one.text or _text(other))
    if one.value is not None and one.value == other.value:
        return True
    return fold(one.text) == fold(other.text)


def _same_rows(some: tuple[LineItem, ...], others: tuple[LineItem, ...]) -> bool:
    if len(some) != len(others):
        return False
    pairs = (
        pair for one, other in zip(some, others, strict=True) for pair in zip(one.cells, other.cells, strict=False)
    )
    return all(_same(one, other) for one, other in pairs)


def _rows(items: tuple[LineItem, ...]) -> str:
    """The rows in one line: cells with commas, rows with semicolons."""
    return "; ".join(", ".join(cell.text for cell in item.cells if cell.text) for item in items)
