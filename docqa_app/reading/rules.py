"""Ruling lines taken out of a page: Tesseract reads a ruled table as noise and a boxed value not at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from docqa_app.reading.doubling import doublings

INK = 160  # grey below this may be a rule; tinted cells are lighter
A4_SIDE = 2480  # pixels of A4's shorter side at 300 dpi, for which the lengths below are meant
LEAST_SCALE = 0.85  # a receipt is narrower than A4 and its letters are not smaller
ACROSS = (150, 10)  # the shortest length and greatest thickness of a rule: underlined words are taken too
DOWN = (80, 8)  # the side of one table cell; the stems of big letters are shorter or thicker
BLOCK, FULL = 8, 255  # pixels that are looked at together, and such a block packed into a byte where all are ink
RAGGED = 5  # pixels of ink in a block of a rule as a receipt's printer makes it: dotted, its edges frayed
SLOPE = 2  # rows by which it may rise or fall and still be one
RAGGED_LENGTH = 400  # such a rule is longer than any word: no row of letters goes so far without a gap
PAD = 3  # columns of paper on both sides, so that no run reaches into the next row

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


def without_rules(image: Image.Image) -> Image.Image:
    """The grey image with its long thin lines painted white; letters that cross a line keep their strokes."""
    grey = np.array(image)
    scale = max(LEAST_SCALE, min(grey.shape) / A4_SIDE)
    ink = grey < INK
    across = _long_runs(ink, _pixels(ACROSS[0], scale)) | _ragged_runs(ink, _pixels(RAGGED_LENGTH, scale))
    down = _long_runs(ink.T, _pixels(DOWN[0], scale)).T
    if not across.any() and not down.any():
        return image
    letters = ink & ~across & ~down
    grey[_thin(across.T, letters.T, _pixels(ACROSS[1], scale)).T | _thin(down, letters, _pixels(DOWN[1], scale))] = 255
    return Image.fromarray(grey)


def _pixels(length: int, scale: float) -> int:
    return max(3, round(length * scale))


@dataclass(frozen=True, slots=True)
class _Runs:
    """Runs of set pixels along the rows of a padded mask: flat places where each begins and where it has ended."""

    shape: tuple[int, int]
    starts: Places
    ends: Places

    def where(self, chosen: Mask) -> _Runs:
        return _Runs(self.shape, self.starts[chosen], self.ends[chosen])

    @property
    def lengths(self) -> Places:
        return self.ends - self.starts

    def painted(self) -> Mask:
        """The mask these runs make, without the padding."""
        steps = np.zeros(self.shape[0] * self.shape[1] + 1, np.int8)
        steps[self.starts] += 1
        steps[self.ends] -= 1
        inside: Mask = np.cumsum(steps[:-1], dtype=np.int8).astype(bool)
        return inside.reshape(self.shape)[:, PAD:-PAD]


def _padded(mask: Mask) -> Mask:
    wide = np.zeros((mask.shape[0], mask.shape[1] + 2 * PAD), bool)
    wide[:, PAD:-PAD] = mask
    return wide


def _runs(mask: Mask) -> _Runs:
    wide = _padded(mask)
    flat = wide.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    return _Runs(wide.shape, edges[0::2], edges[1::2])


def _long_runs(ink: Mask, shortest: int) -> Mask:
    """The runs along the rows that are long enough; only rows that may hold one are looked through."""
    found = np.zeros_like(ink)
    rows = np.flatnonzero(_may_hold(ink, shortest))
    runs = _runs(ink[rows])
    found[rows] = runs.where(runs.lengths >= shortest).painted()
    return found


def _ragged_runs(ink: Mask, shortest: int) -> Mask:
    """The ink along the rows that runs on over so many pixels with small gaps."""
    found = np.zeros_like(ink)
    blocks = widened((np.bitwise_count(np.packbits(ink, axis=1)) >= RAGGED).T, SLOPE).T
    rows = np.flatnonzero(_in_a_row(blocks, shortest // BLOCK))
    runs = _runs(blocks[rows])
    long = runs.where(runs.lengths >= shortest // BLOCK).painted()
    found[rows] = np.repeat(long, BLOCK, axis=1)[:, : ink.shape[1]] & ink[rows]
    return found


def _may_hold(ink: Mask, shortest: int) -> Mask:
    """For each row whether so long a run may be in it: it would fill that many blocks of eight one after another."""
    return _in_a_row(_full_blocks(ink), (shortest - BLOCK + 1) // BLOCK)


def _in_a_row(blocks: Mask, wanted: int) -> Mask:
    """For each row whether so many blocks are set in it, one after another."""
    for reach in doublings(wanted):
        blocks = blocks[:, reach:] & blocks[:, :-reach]
    there: Mask = np.logical_or.reduce(blocks, axis=1)
    return there


def _full_blocks(ink: Mask) -> Mask:
    """For each row which of its blocks are all ink, whichever way the pixels lie in memory."""
    if ink.flags.c_contiguous:
        packed: Mask = np.packbits(ink, axis=1) == FULL
        return packed
    whole = ink.shape[1] // BLOCK * BLOCK
    blocks: Mask = np.logical_and.reduce(ink.T[:whole].reshape(whole // BLOCK, BLOCK, ink.shape[0]), axis=1)
    return blocks.T


def _thin(rules: Mask, letters: Mask, thickest: int) -> Mask:
    """The pixels to paint white, each run one cut across a rule: thin ones, a pixel wider, that no letter crosses."""
    painted = np.zeros_like(rules)
    ruled: Mask = np.logical_or.reduce(rules, axis=0)
    near = np.flatnonzero(widened(ruled, PAD))  # the rest of the page is far from every rule
    painted[:, near] = _thin_cuts(rules[:, near], letters[:, near], thickest)
    return painted


def _thin_cuts(rules: Mask, letters: Mask, thickest: int) -> Mask:
    cuts = _runs(rules)
    cuts = cuts.where(cuts.lengths <= thickest)
    flat = _padded(letters).ravel()
    crossed = (flat[cuts.starts - 1] | flat[cuts.starts - 2]) & (flat[cuts.ends] | flat[cuts.ends + 1])
    return widened(cuts.where(~crossed).painted(), 1)


def widened(mask: Mask, by: int) -> Mask:
    """The mask with so many more set on both sides of each run along its last axis."""
    wide = mask.copy()
    for step in range(1, by + 1):
        wide[..., :-step] |= mask[..., step:]
        wide[..., step:] |= mask[..., :-step]
    return wide
