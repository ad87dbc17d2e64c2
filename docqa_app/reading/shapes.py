"""What hangs together on a page that is looked at in squares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Cell = tuple[int, int]


def shapes(squares: Mask) -> Iterator[list[Cell]]:
    """The set squares, those together that touch."""
    left = set(zip(*(places.tolist() for places in np.nonzero(squares)), strict=True))
    while left:
        yield list(_touching(left.pop(), left))


def _touching(first: Cell, left: set[Cell]) -> Iterator[Cell]:
    """All that hangs together with the first, which is taken out of what is left."""
    found = [first]
    while found:
        row, column = cell = found.pop()
        yield cell
        around = {(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)} & left
        left -= around
        found += around


def bounds(cells: Sequence[Cell]) -> tuple[slice, slice]:
    """The rows and columns of squares that hold them."""
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return slice(min(rows), max(rows) + 1), slice(min(columns), max(columns) + 1)
