"""Which values of accepted documents a new model makes wrong, and which right: what a person accepted is the truth.

A value that was found right before and is found wrong now is a negative flip; their share of all values is the negative
flip rate (Yan et al., Positive-Congruent Training, CVPR 2021).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docqa_app.core.fields import Extraction, FieldValue, LineItem
from docqa_app.core.find import fold
from docqa_app.core.row_pairs import row_pairs

ROWS = ""
"""The name of how many rows there are: right where none was found that a person did not accept."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A value of the document at `path` that was right and is wrong now, or the other way round; texts as printed.
    With `row` (from 0, of those that were accepted) it is a cell."""

    path: str
    name: str
    accepted: str
    before: str
    now: str
    row: int | None = None


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
        yield _judge(accepted.path, value, was.get(value.name), is_.get(value.name))
    if any(found.line_items for found in (accepted, before, now)):
        yield from _judged_rows(accepted, before, now)


def _judged_rows(accepted: Extraction, before: Extraction, now: Extraction) -> Iterator[_Judged]:
    """Each cell that a person accepted with a text, beside that of the row which is its like; and how many rows."""
    was, is_ = (_likes(accepted.line_items, found.line_items) for found in (before, now))
    for row, item in enumerate(accepted.line_items):
        for cell in item.cells:
            if cell.text:
                yield _judge(accepted.path, cell, _cell(was.get(row), cell.name), _cell(is_.get(row), cell.name), row)
    told, then, today = (str(len(found.line_items)) for found in (accepted, before, now))
    strange = [len(found.line_items) > len(likes) for found, likes in ((before, was), (now, is_))]
    yield _Judged(Flip(accepted.path, ROWS, told, then, today), not strange[0], not strange[1])


def _judge(
    path: str, value: FieldValue, old: FieldValue | None, new: FieldValue | None, row: int | None = None
) -> _Judged:
    flip = Flip(path, value.name, value.text, _text(old), _text(new), row)
    return _Judged(flip, _same(value, old), _same(value, new))


def _likes(accepted: tuple[LineItem, ...], found: tuple[LineItem, ...]) -> dict[int, LineItem]:
    """Of accepted rows those that were found, by their number."""
    pairs = row_pairs(len(accepted), len(found), lambda one, other: _agreeing(accepted[one], found[other]))
    return {one: found[other] for one, other in pairs if one is not None and other is not None}


def _agreeing(one: LineItem, other: LineItem) -> int:
    return sum(bool(cell.text) and _same(cell, _cell(other, cell.name)) for cell in one.cells)


def _cell(item: LineItem | None, name: str) -> FieldValue | None:
    return next((cell for cell in item.cells if cell.name == name), None) if item else None


def _text(value: FieldValue | None) -> str:
    return value.text if value else ""


def _same(one: FieldValue, other: FieldValue | None) -> bool:
    """Whether two values mean the same, or neither says anything."""
    if other is None or not (one.text and other.text):
        return not (one.text or _text(other))
    if one.value is not None and one.value == other.value:
        return True
    return fold(one.text) == fold(other.text)
