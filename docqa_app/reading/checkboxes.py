"""Boxes to tick on a page's picture: small squares and rings that stand free, and how much ink lies in each.

A network that sees the page in cells of a few millimetres cannot tell one of them from the next; their outlines can be
followed at the size the page was scanned in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from statistics import median

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from docqa_app.core.document import Box, Checkbox, Word

SIDE = 1000  # pixels of the shorter side at which pages are looked at: A4 at 120 dpi, a box of 3 mm is 14 pixels
SMALLEST, LARGEST = 8, 30  # pixels from stroke to stroke
HEIGHTS = (0.85, 2.6)  # a box against the page's usual word
DARK = 0.8  # of the paper around it: ink
PAPER = 24  # pixels: the brightest of such a field is paper
MARGIN = 6  # pixels that are looked at around a box
SAMPLES = 40  # points of an outline
SQUARE, RING = 0.9, 0.95  # share of them on ink
SIDED = 0.75  # the same of each side
FREE = 0.3  # share of the points around it that may be ink: a tick runs over, a table's rules and letters touch
INSIDE = 0.56  # of a box's side: the part that is looked into
STROKE = 3  # pixels from the middle of the outline that may still be the outline
EMPTY, FULL = 0.03, 0.12  # share of ink inside: surely not ticked up to here, surely ticked from here
AS_GOOD = 0.03  # less on the strokes than the best, and as good
GAP = 0.22  # of a box's side: as much is clear on its left and right; letters of a word stand closer
BESIDE = 0.15  # share of that which may be ink
EMPTY_LETTERS, TICKED_LETTERS = "O0oQDCUL", "XxM"  # what recognition reads in boxes
SIGNS = "&%#$€£§"  # which no recognition reads in a box
GUESSED, ALONE = 0.75, 1.8  # a word less sure and hardly wider than the box is what recognition made of it
WITHIN = 0.5  # share of a box that a word covers which holds it

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


def find_checkboxes(image: Image.Image, words: Sequence[Word]) -> tuple[Checkbox, ...]:
    """The boxes to tick of an upright page, from top to bottom; `words` are its words, whose letters are no boxes."""
    grey = _fitted(image.convert("L"))
    ink = np.pad(_ink(grey), LARGEST + MARGIN)
    marks = _apart(_marks(ink, _sizes(words, grey)))
    sides = Counter(mark.side + by for mark in marks for by in (-1, 0, 1))
    some = max(sides.values(), default=0) > 1
    found = []
    for mark in marks:
        box, alone = _checkbox(mark, ink, grey.size), sides[mark.side] < 2
        if not (alone and (some or not mark.square)) and not _is_letter(box, words, not alone):
            found.append(box)
    return tuple(sorted(found, key=lambda one: one.box.top))


@dataclass(frozen=True, slots=True)
class _Mark:
    """An outline: its left and top stroke and its side in pixels of the padded page, and how much of it is on the
    strokes, 0..1."""

    x: int
    y: int
    side: int
    square: bool
    whole: float


def _fitted(grey: Image.Image) -> Image.Image:
    shrink = SIDE / min(grey.size)
    if shrink >= 1:
        return grey
    return grey.resize((round(grey.width * shrink), round(grey.height * shrink)), Image.Resampling.BOX)


def _ink(grey: Image.Image) -> Mask:
    """Where it is darker than the paper around."""
    paper = np.asarray(grey.reduce(PAPER).filter(ImageFilter.MaxFilter(3)))
    least = (DARK * paper).astype(np.uint8).repeat(PAPER, axis=0).repeat(PAPER, axis=1)
    dark: Mask = np.asarray(grey) < least[: grey.height, : grey.width]
    return dark


def _sizes(words: Sequence[Word], grey: Image.Image) -> range:
    """The sides to look for: about the height of the page's lines, which may stand on end."""
    heights = sorted(min(w.box.height * grey.height, w.box.width * grey.width) for w in words if len(w.text) > 2)
    if not heights:
        return range(SMALLEST, LARGEST + 1)
    usual = heights[len(heights) // 2]
    return range(max(SMALLEST, int(HEIGHTS[0] * usual)), min(LARGEST, int(HEIGHTS[1] * usual)) + 1)


def _marks(ink: Mask, sides: range) -> Iterator[_Mark]:
    """Outlines of these sides: those whose middles are thin strokes, one side excepted that a tick may cross, followed
    all around."""
    thick, down, across = _grown(ink), _strokes(ink), _strokes(np.ascontiguousarray(ink.T)).T
    downs, acrosses, wide = down.ravel(), np.ascontiguousarray(across).ravel(), ink.shape[1]
    tops = np.flatnonzero(down & ~_edge(ink.shape))
    for side in sides:
        half, left = side // 2, side // 2 * wide - side // 2
        bottom = downs[tops + side * wide]
        votes = bottom.astype(np.int8) + acrosses[tops + left] + acrosses[tops + left + side]
        corners = tops[votes >= 2] - half
        for square in (True, False):
            turns = corners[:, None] + _turns(side, square, wide)
            yield from _followed(thick, ink, corners[thick.ravel()[turns].all(axis=1)], side, square)


def _strokes(ink: Mask) -> Mask:
    """Where strokes run along the rows that are at most three pixels thick, a pixel up and down allowed."""
    thin = np.zeros_like(ink)
    thin[4:-4] = ink[4:-4] & ~(ink[1:-7] & ink[2:-6]) & ~(ink[6:-2] & ink[7:-1])
    thin[:, 1:-1] &= ink[:, :-2] & ink[:, 2:]
    thin[1:] |= thin[:-1].copy()
    return thin


def _grown(ink: Mask) -> Mask:
    grown = ink.copy()
    grown[1:] |= ink[:-1]
    grown[:-1] |= ink[1:]
    across = grown.copy()
    across[:, 1:] |= grown[:, :-1]
    across[:, :-1] |= grown[:, 1:]
    return across


def _edge(shape: tuple[int, int]) -> Mask:
    """The padding, in which nothing begins."""
    edge = np.ones(shape, bool)
    reach = LARGEST + MARGIN
    edge[reach:-reach, reach:-reach] = False
    return edge


def _followed(thick: Mask, ink: Mask, corners: Places, side: int, square: bool) -> Iterator[_Mark]:
    """The outlines at these corners that are inked all around and stand free."""
    shape, wide = (len(corners), 4, SAMPLES // 4), thick.shape[1]
    inked = thick.ravel()[corners[:, None] + _outline(side, square, 0, wide)].reshape(shape).mean(axis=2)
    around = ink.ravel()[corners[:, None] + _outline(side, square, 4, wide)].reshape(shape).mean(axis=2)
    good = (inked.mean(axis=1) >= (SQUARE if square else RING)) & (inked.min(axis=1) >= SIDED)
    good &= (around.mean(axis=1) <= FREE) & (around.max(axis=1) <= 2 * FREE)
    for n in np.flatnonzero(good):
        y, x = divmod(int(corners[n]), wide)
        if _stands_apart(ink, x, y, side) and not _runs_on(thick, x, y, side):
            yield _Mark(x, y, side, square, float(ink.ravel()[corners[n] + _outline(side, square, 0, wide)].mean()))


def _stands_apart(ink: Mask, x: int, y: int, side: int) -> bool:
    """Whether no letter stands as close as in a word."""
    near = max(3, round(GAP * side))
    beside = ink[y : y + side + 1, x - near - 2 : x - 2], ink[y : y + side + 1, x + side + 3 : x + side + 3 + near]
    return all(np.count_nonzero(part) <= BESIDE * part.size for part in beside)


def _runs_on(thick: Mask, x: int, y: int, side: int) -> bool:
    """Whether a stroke goes on beyond a corner as the rules of a table do; both sides do where boxes are stacked."""
    reach = max(6, side // 2)

    def inked(part: Mask) -> bool:
        return bool(np.count_nonzero(part) == part.size)

    ends = [(far, at) for far in (0, side) for at in (slice(-reach, -1), slice(side + 2, side + reach + 1))]
    across = any(inked(thick[y + far, x + at.start : x + at.stop]) for far, at in ends)
    down = [inked(thick[y + at.start : y + at.stop, x + far]) for far, at in ends]
    return across or down[:2] != down[2:]


@cache
def _turns(side: int, square: bool, wide: int) -> Places:
    """Offsets from the corner to where the outline turns: a square's corners, a ring's diagonals."""
    near = 0 if square else round(side * (1 - 0.5**0.5) / 2)
    far = side - near
    return np.array([y * wide + x for y in (near, far) for x in (near, far)], dtype=np.intp)


@cache
def _outline(side: int, square: bool, out: int, wide: int) -> Places:
    """Offsets from the corner to points of the outline, so many pixels farther out; a quarter of them on each side."""
    turn = (np.arange(SAMPLES) + 0.5) / SAMPLES * 2 * np.pi - 0.75 * np.pi
    x, y = np.cos(turn), np.sin(turn)
    reach = side / 2 + out
    if square:
        steps = np.linspace(-1, 1, SAMPLES // 4)
        ones = np.ones_like(steps)
        x, y = np.concatenate([steps, ones, steps, -ones]), np.concatenate([-ones, steps, ones, steps])
    across, down = np.rint(side / 2 + reach * x), np.rint(side / 2 + reach * y)
    return (down * wide + across).astype(np.intp)


def _apart(marks: Iterable[_Mark]) -> list[_Mark]:
    """One outline for those that lie over each other: the middle of the best, which differ by a stroke's thickness."""
    heaps: list[list[_Mark]] = []
    for mark in sorted(marks, key=lambda one: -one.whole):
        heap = next((heap for heap in heaps if _overlaps(mark, heap[0])), None)
        if heap is None:
            heaps.append([mark])
        elif mark.square == heap[0].square and mark.whole >= heap[0].whole - AS_GOOD:
            heap.append(mark)
    return [_central(heap) for heap in heaps]


def _overlaps(mark: _Mark, other: _Mark) -> bool:
    (x, y), (right, down) = _middle(mark), _middle(other)
    return max(abs(x - right), abs(y - down)) <= 0.8 * other.side


def _central(heap: Sequence[_Mark]) -> _Mark:
    x, y, side = (round(median(part)) for part in zip(*((*_middle(one), one.side) for one in heap), strict=True))
    return replace(heap[0], x=x - side // 2, y=y - side // 2, side=side)


def _middle(mark: _Mark) -> tuple[float, float]:
    return mark.x + mark.side / 2, mark.y + mark.side / 2


def _checkbox(mark: _Mark, ink: Mask, size: tuple[int, int]) -> Checkbox:
    inset = max(STROKE, round(mark.side * (1 - INSIDE) / 2))
    inside = ink[mark.y + inset : mark.y + mark.side - inset + 1, mark.x + inset : mark.x + mark.side - inset + 1]
    filled = float(inside.mean())
    pad, (wide, high) = LARGEST + MARGIN, size
    left, top = (mark.x - pad) / wide, (mark.y - pad) / high
    box = Box(left, top, left + (mark.side + 1) / wide, top + (mark.side + 1) / high)
    return Checkbox(box, min(1.0, max(0.0, (filled - EMPTY) / (FULL - EMPTY))))


def _is_letter(found: Checkbox, words: Sequence[Word], many: bool) -> bool:
    """Whether it is part of a word. Recognition takes boxes for letters that look like them, alone or before what
    follows; `many`: boxes of its size stand elsewhere, too."""
    over = next((word for word in words if _covered(found.box, word.box) >= WITHIN), None)
    if over is None or not any(char.isalnum() or char in SIGNS for char in over.text):
        return False
    begins = found.box.left < over.box.left + found.box.width / 2
    alike = TICKED_LETTERS if found.ticked >= 0.5 else EMPTY_LETTERS
    guessed = over.confidence < GUESSED and over.box.width < ALONE * found.box.width
    taken = over.confidence < 1 and begins and (over.text[0] in alike or not over.text[0].isalnum())
    return not (many and (taken or guessed))


def _covered(box: Box, by: Box) -> float:
    across = min(box.right, by.right) - max(box.left, by.left)
    down = min(box.bottom, by.bottom) - max(box.top, by.top)
    return max(0.0, across) * max(0.0, down) / (box.width * box.height)
