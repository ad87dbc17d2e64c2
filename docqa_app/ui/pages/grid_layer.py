"""The grid over a page: every word tied to the cell it is counted to."""

from __future__ import annotations

from collections.abc import Iterator
from math import copysign

from PySide6.QtCore import QLineF, QPointF, QRectF

from docqa_app.core.document import Box
from docqa_app.core.geometry import turned
from docqa_app.core.layout import Assignment
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.arrangement import coarseness
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Label, Shapes, fill, on_page, pen
from docqa_app.ui.pages.layers import (
    Grid,
    Inspected,
    Layer,
    Source,
    difference_shapes,
    fill_mode,
    words_by_number,
)

NUMBER, TARGET = 12.0, 9.0
"""Points (of A4): height of a cell's number, and of the number at the end of a stub."""
STUB = 16.0
"""Points (of A4): long enough to show a direction, short enough to leave the page readable."""


def grid_drawing(seen: Inspected, source: Source, ink: Ink) -> Drawing:
    """The numbered grid, every word in its cell's tint; a word counted to a cell elsewhere points there."""
    lines = Shapes(pen(ink.grid_line, 1), NO_BRUSH, lines=tuple(_grid_lines(seen)))
    assignment = seen.shown(source)
    if assignment is None:
        return Drawing((lines,), _numbers(seen, ink))
    strangers = tuple(_strangers(seen, assignment))
    height = TARGET * coarseness(seen.size)
    targets = tuple(Label(str(cell), stub.p2(), height, ink.tie, ink.paper) for cell, stub in strangers)
    shapes = (
        *_tints(seen, assignment, ink),
        Shapes(pen(ink.tie, 1.2), NO_BRUSH, lines=tuple(_corners(seen))),
        Shapes(pen(ink.tie, 1.6), NO_BRUSH, lines=tuple(stub for _, stub in strangers), smooth=True),
        lines,
        *difference_shapes(seen, source, Layer.GRID, ink),
    )
    return Drawing(shapes, _numbers(seen, ink) + targets)


def _numbers(seen: Inspected, ink: Ink) -> tuple[Label, ...]:
    """Each cell's number in its upper right corner: at the left stand the numbers of the lines."""
    height = NUMBER * coarseness(seen.size)
    inset = QPointF(-0.75 * height, 0.75 * height)
    places = (box.topRight() + inset for box in _cell_boxes(seen))
    return tuple(Label(str(cell), at, height, ink.grid_line, ink.paper) for cell, at in enumerate(places, start=1))


def _tints(seen: Inspected, assignment: Assignment, ink: Ink) -> Iterator[Shapes]:
    cells = words_by_number(seen.page, assignment.cells)
    for tone, colour in enumerate(ink.cell_fills):
        some = [index for cell, words in cells.items() if _tone(cell, seen.grid) == tone for index in words]
        rects = tuple(on_page(seen.size, seen.page.words[index].box, 0.8) for index in some)
        yield Shapes(NO_PEN, fill(colour), rects, mode=fill_mode(ink))


def _tone(cell: int, grid: Grid) -> int:
    """Which of four tints: no two cells that touch share one."""
    row, column = divmod(cell - 1, grid.columns)
    return (row % 2) * 2 + column % 2


def cell_box(cell: int, grid: Grid) -> Box:
    """The cell's place on the page; cells count from 1, row by row."""
    row, column = divmod(cell - 1, grid.columns)
    return Box(column / grid.columns, row / grid.rows, (column + 1) / grid.columns, (row + 1) / grid.rows)


def _cell_boxes(seen: Inspected) -> list[QRectF]:
    count = seen.grid.columns * seen.grid.rows
    return [on_page(seen.size, turned(cell_box(cell, seen.grid), seen.turn)) for cell in range(1, count + 1)]


def _grid_lines(seen: Inspected) -> Iterator[QLineF]:
    for column in range(seen.grid.columns + 1):
        across = column / seen.grid.columns
        yield _line(seen, Box(across, 0, across, 1))
    for row in range(seen.grid.rows + 1):
        down = row / seen.grid.rows
        yield _line(seen, Box(0, down, 1, down))


def _line(seen: Inspected, box: Box) -> QLineF:
    """A box without width or height, given on the page as its file shows it."""
    rect = on_page(seen.size, turned(box, seen.turn))
    return QLineF(rect.topLeft(), rect.bottomRight())


def _corner(seen: Inspected, box: Box) -> QPointF:
    """The point that decides a word's cell: its upper left on the page as the file shows it."""
    lying = turned(box, (360 - seen.turn) % 360)
    return on_page(seen.size, turned(Box(lying.left, lying.top, lying.left, lying.top), seen.turn)).topLeft()


def _corners(seen: Inspected) -> Iterator[QLineF]:
    """An angle at each word's deciding corner, along its sides."""
    for word in seen.page.words:
        rect = on_page(seen.size, word.box)
        corner = _corner(seen, word.box)
        to_middle = rect.center() - corner
        reach = min(rect.width(), rect.height()) * 0.45
        yield QLineF(corner, corner + QPointF(copysign(reach, to_middle.x()), 0))
        yield QLineF(corner, corner + QPointF(0, copysign(reach, to_middle.y())))


def _strangers(seen: Inspected, assignment: Assignment) -> Iterator[tuple[int, QLineF]]:
    """Words counted to a cell in which they don't begin: the cell, and a stub that points to it."""
    boxes = _cell_boxes(seen)
    for word, cell in zip(seen.page.words, assignment.cells, strict=True):
        corner = _corner(seen, word.box)
        if 1 <= cell <= len(boxes) and not boxes[cell - 1].adjusted(-1, -1, 1, 1).contains(corner):
            stub = QLineF(corner, boxes[cell - 1].center())
            stub.setLength(min(STUB * coarseness(seen.size), stub.length()))
            yield cell, stub
