"""What helps Tesseract before it looks: level lines, even light and clear ink; grey images in, grey images out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from docqa_app.reading.doubling import doublings

MOST_SKEW = 5.0  # degrees
SKEW_SIDE = 1000  # pixels of the longer side on which the skew is measured
LEAST_INK = 200  # ink pixels below which a page has no lines to measure
MOST_INK = 60_000
LEVEL = 0.4  # degrees up to which a bar may lie askew and seem level
MOSTLY = 0.5  # share of ink in a row that no text reaches
DARK = 0.75  # of the paper's brightness: darker is ink
SAMPLED = 3  # every third row and column tells how a page is printed
BRIGHT = 40  # grey levels under the paper's that still are paper
INK_SHARE = 25  # per cent of the dark pixels that are as dark as the ink
CLEAR = (0.15, 0.85)  # of the way from ink to paper: what is darker is black, what is brighter white


def skew(image: Image.Image) -> float:
    """By how many degrees, counter-clockwise, the image must be turned for its text lines to lie level.

    A streak, a fold or a scanner's edge lies level whatever the lines do: where the page seems level, rows that are
    mostly dark are left out. A slanting bar helps, and cut along such rows would seem level.
    """
    ink = _ink(np.asarray(image.reduce(max(1, round(max(image.size) / SKEW_SIDE)))))
    turn, dark = _slant(ink), ink.mean(axis=1) > MOSTLY
    return turn if abs(turn) > LEVEL or not dark.any() else _slant(ink & ~dark[:, None])


def _slant(ink: NDArray[np.bool_]) -> float:
    """The right turn is the one under which ink gathers in rows: the row counts differ most from row to row."""
    rows, columns = np.nonzero(ink)
    if len(rows) < LEAST_INK:
        return 0.0
    thinned = slice(None, None, max(1, len(rows) // MOST_INK))
    rows, columns = rows[thinned], columns[thinned]
    coarse = max(np.arange(-MOST_SKEW, MOST_SKEW + 0.01, 0.5), key=lambda turn: _gathering(rows, columns, turn))
    fine = max(np.arange(coarse - 0.4, coarse + 0.41, 0.1), key=lambda turn: _gathering(rows, columns, turn))
    return round(float(fine), 1)


def _gathering(rows: NDArray[np.intp], columns: NDArray[np.intp], turn: float) -> float:
    levels = rows - columns * np.tan(np.radians(turn))
    counts = np.bincount((levels - levels.min()).astype(np.intp)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())


def _ink(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    dark: NDArray[np.bool_] = grey < float(np.median(grey)) * DARK
    return dark


def even_light(image: Image.Image) -> Image.Image:
    """The image divided by the brightness of its paper, so that shadows of a photo go."""
    paper = np.maximum(np.asarray(_paper(image).resize(image.size, Image.Resampling.BILINEAR), np.float32), 32)
    return Image.fromarray((np.asarray(image, np.float32) * (255 / paper)).clip(0, 255).astype(np.uint8))


def shade(image: Image.Image) -> float:
    """How unevenly the paper is lit, 0..1: the spread of its brightness between the darkest and the brightest tenth."""
    low, high = np.percentile(np.asarray(_paper(image)), (10, 90))
    return float(high - low) / 255


def grain(image: Image.Image) -> float:
    """How far the paper's pixels lie from its brightness, in grey levels: print has 0 to 3, a grey scan 4 to 10."""
    seen = np.asarray(image)[::SAMPLED, ::SAMPLED]
    paper = float(np.median(seen))
    return float(np.abs(seen[seen > paper - BRIGHT].astype(np.float32) - paper).mean())


def clear_ink(image: Image.Image) -> Image.Image:
    """The image with grey ink made black and grained paper white; as it was where there is hardly any ink."""
    seen = np.asarray(image)[::SAMPLED, ::SAMPLED]
    paper, dark = float(np.median(seen)), seen[_ink(seen)]
    if len(dark) < LEAST_INK:
        return image
    ink = float(np.percentile(dark, INK_SHARE))
    black, white = (ink + share * (paper - ink) for share in CLEAR)
    levels = (np.arange(256) - black) * (255 / max(1.0, white - black))
    return image.point(levels.clip(0, 255).astype(np.uint8).tolist())


def _paper(image: Image.Image, factor: int = 8) -> Image.Image:
    """The brightness of the paper under the ink, `factor` times smaller."""
    small = image.reduce(factor)
    reach = min(15, max(3, (min(small.size) // 20) | 1))
    paper = Image.fromarray(_brightest(np.asarray(small), reach))
    return paper.filter(ImageFilter.GaussianBlur(reach))


def _brightest(grey: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """For each pixel the brightest of the `side` x `side` around it."""
    half = side // 2
    for _ in range(2):  # down, then across
        grey = np.pad(grey, ((half, half), (0, 0)), mode="edge")
        for step in doublings(side):
            grey = np.maximum(grey[step:], grey[:-step])
        grey = grey.T
    return np.ascontiguousarray(grey)
