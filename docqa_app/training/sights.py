"""What only the picture shows becomes a task of the visual tokens: each says which of these lie in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIGHTS = (
    "stamp", "logo", "signature", "barcode", "qr", "ticked", "empty", "round",
    "red", "blue", "green", "purple", "black", "orange",
)  # fmt: skip
"""Things, a stamp's shape, and the colours of stamps and logos."""

ENOUGH = 0.3  # a thing lies in a cell that holds this share of it, or this share of which it fills


def seen_in_cells(sights: Sequence[Sequence[Any]], columns: int, rows: int) -> NDArray[np.bool_]:
    """Which of SIGHTS lie in each cell of the picture: [V, SIGHTS], cells row by row.

    sights: `[names, left, top, right, bottom]` in page fractions, as the generator writes them; names unknown here
    count for nothing.
    """
    cells = np.zeros((rows, columns, len(SIGHTS)), dtype=bool)
    for names, left, top, right, bottom in sights:
        wide = _shares(left * columns, right * columns, columns)
        high = _shares(top * rows, bottom * rows, rows)
        filled = high[:, None] * wide  # [rows, columns] in cells
        held = filled / max(1e-9, (right - left) * columns * (bottom - top) * rows)
        lies = (filled >= ENOUGH) | (held >= ENOUGH)
        cells[:, :, [SIGHTS.index(n) for n in names if n in SIGHTS]] |= lies[:, :, None]
    return cells.reshape(rows * columns, len(SIGHTS))


def _shares(start: float, end: float, count: int) -> NDArray[np.float64]:
    """How much of each of `count` unit cells lies between start and end."""
    first = np.arange(count, dtype=np.float64)
    return np.clip(np.minimum(end, first + 1) - np.maximum(start, first), 0.0, 1.0)
