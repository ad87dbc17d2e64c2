"""Lines of text that recognition passed over: ink in the shape of a line that no sure word covers is cut out and read.

A line that touches a rule, or stands beside a stamp, is sometimes left out without a trace: nothing looks doubtful, and
the date is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np
from PIL import Image

from docqa_app.core.document import Box, Word
from docqa_app.errors import InputError
from docqa_app.reading.cutting import LINE, SAME_PLACE, cut_out
from docqa_app.reading.ocr import Recogniser
from docqa_app.reading.shapes import Cell, Mask, bounds, shapes

INK = 140  # grey below this is ink
CELLS = 4  # to the usual height of a word: the page is looked at in squares of a quarter of it
INKED = 0.08  # share of a square's pixels from which it holds ink
REACH = 4  # squares to the right over which letters and words are one line
GROWN = (0.25, 0.15)  # what belongs to a word beyond its box, across and down, in usual heights
HEIGHT = (0.6, 2.0)  # of a line, in usual heights
LENGTH = 1.5  # of a line, in its heights
SHORT = 0.45  # the same of what stands on a line of words, as a lone figure of a column does
LEVEL = 0.6  # of its height that it shares with one of them
DENSITY = (0.06, 0.5)  # ink of a line: less is dust, more is a bar or a picture
MOST = 30  # lines a page, the longest first
COVERS = 0.5  # the confidence from which a word covers its ink: rubbish read across lines hides them otherwise
SURE = 0.6  # the confidence from which a word that was passed over counts
SURE_DIGIT = 0.8  # the same of a single digit, which any stroke may be taken for


def with_passed_over(image: Image.Image, words: Sequence[Word], recogniser: Recogniser) -> tuple[Word, ...]:
    """The words and those of lines that were passed over; as they were where there is no time for it.

    `image` is the page as it was read, grey; boxes are fractions of it. MissingLanguage and MissingProgram come from
    the recogniser.
    """
    sure = [word for word in words if word.confidence >= COVERS]
    if not sure:
        return tuple(words)
    usual = median(word.box.height for word in sure) * image.height
    cuttings = [cut_out(image, box, box, LINE, min(box.height * image.height, usual)) for box in _lines(image, sure)]
    if not cuttings:
        return tuple(words)
    try:
        read = recogniser.lines([cutting.image for cutting in cuttings])
    except InputError:
        return tuple(words)
    found = [cutting.back(word) for cutting, some in zip(cuttings, read, strict=True) for word in some if _counts(word)]
    return _in_place(words, [word for word in found if not any(_overlap(word, known) for known in sure)])


def _in_place(words: Sequence[Word], found: Sequence[Word]) -> tuple[Word, ...]:
    """The words and those that were found, which take the place of doubtful words where they stand."""
    kept = (word for word in words if word.confidence >= COVERS or not any(_overlap(word, other) for other in found))
    return (*kept, *found)


def _overlap(one: Word, other: Word) -> bool:
    across = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
    down = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return across > 0 and down > 0 and across * down > SAME_PLACE * min(_area(one.box), _area(other.box))


def _area(box: Box) -> float:
    return (box.right - box.left) * box.height


def _counts(word: Word) -> bool:
    if len(word.text) == 1:
        return word.text.isdigit() and word.confidence >= SURE_DIGIT
    return word.confidence >= SURE and sum(sign.isalnum() for sign in word.text) > 1


def _lines(image: Image.Image, words: Sequence[Word]) -> list[Box]:
    """Where ink lies in the shape of a line that no word covers, the longest first."""
    usual = median(word.box.height for word in words) * image.height
    side = max(2, round(usual / CELLS))
    ink = _uncovered(np.asarray(image) < INK, words, usual)
    places = [_pixels(bounds(cells), side) for cells in _joined(_squares(ink, side))]
    shaped = [(at, _box(at, ink.shape)) for at in places if _is_line(ink[at], usual)]
    lines = [box for at, box in shaped if _is_long(at) or _stands_beside(box, words)]
    return sorted(lines, key=lambda box: box.left - box.right)[:MOST]


def _is_long(at: tuple[slice, slice]) -> bool:
    rows, columns = at
    return int(columns.stop - columns.start) >= LENGTH * int(rows.stop - rows.start)


def _stands_beside(box: Box, words: Sequence[Word]) -> bool:
    """Whether it stands on the line of one of the words."""
    return any(_level(box, word.box) for word in words)


def _level(one: Box, other: Box) -> bool:
    return min(one.bottom, other.bottom) - max(one.top, other.top) > LEVEL * max(one.height, other.height)


def _uncovered(ink: Mask, words: Sequence[Word], usual: float) -> Mask:
    """The ink outside of all words."""
    rest, (height, width) = ink.copy(), ink.shape
    across, down = GROWN[0] * usual, GROWN[1] * usual
    for box in (word.box for word in words):
        rows = slice(max(0, int(box.top * height - down)), max(0, int(box.bottom * height + down)))
        rest[rows, max(0, int(box.left * width - across)) : max(0, int(box.right * width + across))] = False
    return rest


def _squares(ink: Mask, side: int) -> Mask:
    """Which squares of so many pixels hold ink."""
    rows, columns = ink.shape[0] // side, ink.shape[1] // side
    shares = ink[: rows * side, : columns * side].reshape(rows, side, columns, side).mean(axis=(1, 3))
    held: Mask = shares > INKED
    return held


def _joined(squares: Mask) -> Iterator[list[Cell]]:
    """The inked squares, those together that touch or lie within REACH of each other along a row."""
    wide = squares.copy()
    for step in range(1, REACH + 1):
        wide[:, step:] |= squares[:, :-step]
    for cells in shapes(wide):
        yield [cell for cell in cells if squares[cell]]


def _pixels(at: tuple[slice, slice], side: int) -> tuple[slice, slice]:
    rows, columns = at
    return slice(rows.start * side, rows.stop * side), slice(columns.start * side, columns.stop * side)


def _is_line(ink: Mask, usual: float) -> bool:
    height, width = ink.shape
    shaped = HEIGHT[0] * usual <= height <= HEIGHT[1] * usual and width >= SHORT * height
    return shaped and DENSITY[0] <= float(ink.mean()) <= DENSITY[1]


def _box(at: tuple[slice, slice], shape: tuple[int, ...]) -> Box:
    rows, columns = at
    height, width = shape
    return Box(columns.start / width, rows.start / height, columns.stop / width, rows.stop / height)
