"""Is the page filled by a table? Told by its white gutters, before it is read."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIDE = 440  # pixels of the longer side on which gutters are looked for: letters are some 5 high
BANDS = 8  # down the page; in each some lines stand below each other
INK = 0.75  # of the paper's brightness: darker is ink
GUTTER = 5  # pixels: four times the space between words
COLUMNS = 5
FILLED = 0.8  # of the bands: a form with a table on its upper half is read well automatically


def is_tabular(image: Image.Image) -> bool:
    """Whether nearly all of a level grey page stands in five columns or more."""
    small = np.asarray(image.reduce(max(1, round(max(image.size) / SIDE))))
    ink = small < float(np.median(small)) * INK
    return sum(_columns(band) >= COLUMNS for band in np.array_split(ink, BANDS)) >= FILLED * BANDS


def _columns(band: NDArray[np.bool_]) -> int:
    """How many columns stand side by side, with white gutters through the whole band between them."""
    places = np.flatnonzero(band.any(axis=0))
    return int((np.diff(places) > GUTTER).sum()) + 1 if len(places) else 0
