"""Print on dark and tinted bands made dark on white: Tesseract passes over the head of a table, a total in a bar."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from docqa_app.reading.rules import widened
from docqa_app.reading.shapes import Mask, bounds, shapes

CELL = 4  # pixels: bands are looked for in squares of this side
PAPER = 80  # the percentile of a page's brightness that is its paper
DARK, TINTED = 0.62, 0.9  # of the paper's brightness: darker may be a dark band, or one that is tinted
STROKE = 4  # squares on both sides: strokes of letters, and the gaps between them, are narrower than twice this
HALF = (4, 10)  # squares: a band is higher and wider than twice this
COARSE = 4  # every so many-th square tells which hang together; bands are larger
FULL = 0.8  # share of the squares around a band that are within it
INKED = 0.75  # dark share of its pixels; large bold letters reach 0.6
PLAIN, ALIKE = 0.6, 25  # share of its pixels that are within so many grey levels of its ground; bold words have fewer
CONTRAST = 60  # grey levels between a band and its print at least; less is its grain
TAILS = (1, 99)  # percentiles: the darkest and the lightest on a band
CLEAR = 0.1  # of the way from band to print that is still one or the other


def without_bands(image: Image.Image) -> Image.Image:
    """The level grey image with its bands made as light as its paper and the print on them dark."""
    for share in (DARK, TINTED):
        image = _without(image, share)
    return image


def _without(image: Image.Image, share: float) -> Image.Image:
    """The image without bands that are darker than this share of its paper."""
    small = np.asarray(image.reduce(CELL), np.float32)
    paper = float(np.percentile(small, PAPER))
    bands = list(_bands(small < share * paper))
    if not bands:
        return image
    grey = np.array(image)
    for band in bands:
        _turn(grey, band, paper, share * paper)
    return Image.fromarray(grey)


def _bands(dark: Mask) -> Iterator[Mask]:
    """Of the dark squares those of each broad shape that is about a rectangle, the letters in it filled up."""
    closed = ~widened(~widened(dark, STROKE), STROKE)
    high = widened(~widened(~closed.T, HALF[0]), HALF[0]).T
    broad = widened(~widened(~high, HALF[1]), HALF[1])
    for cells in shapes(broad[::COARSE, ::COARSE]):
        rows, columns = (slice(max(0, (at.start - 1) * COARSE), at.stop * COARSE) for at in bounds(cells))
        band = np.zeros_like(broad)
        band[rows, columns] = _filled(broad[rows, columns])
        if band[_around(band)].mean() >= FULL:
            yield band


def _filled(shape: Mask) -> Mask:
    """The shape and what lies between its ends in each row: letters too large to be closed."""
    begun, not_ended = (np.logical_or.accumulate(shape[:, ::step], axis=1)[:, ::step] for step in (1, -1))
    filled: Mask = begun & not_ended
    return filled


def _around(mask: Mask) -> tuple[slice, slice]:
    """The rows and columns that hold all of it."""
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _turn(grey: NDArray[np.uint8], band: Mask, paper: float, limit: float) -> None:
    """Make a band that is darker than the limit a negative where its print is the lighter, else as light as paper."""
    edged = _grown(band)
    rows, columns = _around(edged)
    piece = grey[rows.start * CELL : rows.stop * CELL, columns.start * CELL : columns.stop * CELL]
    within, edged, inside = (_pixels(mask[rows, columns], piece.shape) for mask in (band, edged, ~_grown(~band)))
    seen = piece[inside]
    if not seen.size:  # narrower than its two edges
        return
    ground, (darkest, lightest) = float(np.median(seen)), np.percentile(seen, TAILS)
    if (seen < limit).mean() < INKED or (np.abs(seen - ground) < ALIKE).mean() < PLAIN:
        return
    if lightest - ground < ground - darkest:
        piece[edged] = (piece[edged] * (paper / max(1.0, ground))).clip(0, 255).astype(np.uint8)
        return
    shares = (piece[within] - ground) / max(CONTRAST, lightest - ground)
    piece[edged & ~within] = 255  # its frayed edge
    piece[within] = (255 * (1 - (shares - CLEAR) / (1 - 2 * CLEAR))).clip(0, 255).astype(np.uint8)


def _grown(mask: Mask) -> Mask:
    return widened(widened(mask, 1).T, 1).T


def _pixels(squares: Mask, shape: tuple[int, ...]) -> Mask:
    return squares.repeat(CELL, axis=0).repeat(CELL, axis=1)[: shape[0], : shape[1]]
