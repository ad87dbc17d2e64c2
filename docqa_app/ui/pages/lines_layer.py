"""The text lines over a page: every word tinted and strung to its line, the lines numbered in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import linear_regression, median

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Label, Shapes, fill, on_page, pen
from docqa_app.ui.pages.layers import (
    Inspected,
    Layer,
    Source,
    difference_shapes,
    fill_mode,
    words_by_number,
)

APART, INDENT = 0.9, 2.2
"""In heights of a number: from one down to the next in its column, and from column to column."""


def lines_drawing(seen: Inspected, source: Source, ink: Ink) -> Drawing:
    """Every word on its line's tint and strung to its neighbours; the line's number in the margin."""
    assignment = seen.shown(source)
    if assignment is None:
        return Drawing()
    lines = sorted(words_by_number(seen.page, assignment.lines).items())
    shapes: list[Shapes] = []
    for parity in (0, 1):
        some = [words for place, (_, words) in enumerate(lines) if place % 2 == parity]
        shapes += _line_shapes(seen, some, ink.line_fills[parity], ink.line_strokes[parity], fill_mode(ink))
    labels = tuple(_line_labels(seen, lines, ink))
    return Drawing((*shapes, *difference_shapes(seen, source, Layer.LINES, ink)), labels)


def _line_shapes(
    seen: Inspected, lines: Sequence[Sequence[int]], tint: str, stroke: str, mode: QPainter.CompositionMode
) -> list[Shapes]:
    rects = [[on_page(seen.size, seen.page.words[index].box, 0.8) for index in line] for line in lines]
    strings = tuple(string for line in rects for string in _strings(line))
    return [
        Shapes(NO_PEN, fill(tint), tuple(rect for line in rects for rect in line), mode=mode),
        Shapes(pen(stroke, 1.4), NO_BRUSH, lines=strings, smooth=True),
    ]


def _strings(line: Sequence[QRectF]) -> Iterator[QLineF]:
    """The stroke under a line's words, straight through their feet, and a tie from each word to it."""
    slope, start = _foot(line)
    left, right = min(rect.left() for rect in line), max(rect.right() for rect in line)
    yield QLineF(left, start + slope * left, right, start + slope * right)
    for rect in line:
        yield QLineF(rect.bottomLeft(), QPointF(rect.left(), start + slope * rect.left()))


def _foot(line: Sequence[QRectF]) -> tuple[float, float]:
    """Slope and height at x = 0 of the line the words stand on; words far off it (a wrong guess) don't bend it."""
    middle = median(rect.bottom() for rect in line)
    near = [rect for rect in line if abs(rect.bottom() - middle) <= rect.height()]
    across = [rect.center().x() for rect in near]
    if len(set(across)) < 2:
        return 0.0, middle
    slope, start = linear_regression(across, [rect.bottom() for rect in near])
    return slope, start


def _line_labels(seen: Inspected, lines: Sequence[tuple[int, Sequence[int]]], ink: Ink) -> Iterator[Label]:
    """Numbers of one size at the page's left edge, moved in where lines stand side by side."""
    if not lines:
        return
    size = median(on_page(seen.size, word.box).height() for word in seen.page.words)
    places = []
    for place, (number, words) in enumerate(lines):
        middle = on_page(seen.size, seen.page.words[words[0]].box).center().y()
        places.append((middle, number, ink.line_strokes[place % 2]))
    lasts: list[float] = []
    for middle, number, colour in sorted(places):
        column = next((at for at, last in enumerate(lasts) if middle - last >= APART * size), len(lasts))
        lasts[column : column + 1] = [middle]
        yield Label(str(number), QPointF(size * (0.5 + INDENT * column) + 2, middle), size, colour, ink.paper)
