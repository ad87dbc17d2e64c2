"""The overlays drawn from a page's words: words, text lines, grid. Pure: words and assignments in, drawings out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import linear_regression, median

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.layout import Assignment
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Label, Shapes, fill, on_page, pen

DOUBTFUL_BELOW = 0.6
"""OCR confidence under which a word is marked."""
STUB = 16.0
"""Points: long enough to show a direction, short enough to leave the page readable."""


class Layer(StrEnum):
    """What can be drawn over the pages."""

    WORDS = "words"
    LINES = "lines"
    GRID = "grid"


class Source(StrEnum):
    """Whose lines and cells are drawn; with BOTH, geometry's, and a mark where the model says otherwise."""

    GEOMETRY = "geometry"
    MODEL = "model"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Grid:
    columns: int = 4
    rows: int = 4


@dataclass(frozen=True, slots=True)
class Inspected:
    """A page and what is known of its words; `model` is None until the model has been asked."""

    page: Page
    geometry: Assignment
    model: Assignment | None = None
    grid: Grid = Grid()

    @property
    def size(self) -> tuple[float, float]:
        return self.page.width, self.page.height

    def shown(self, source: Source) -> Assignment | None:
        return self.model if source is Source.MODEL else self.geometry


def fill_mode(ink: Ink) -> QPainter.CompositionMode:
    """Fills that leave the text readable: a highlighter on white paper, light on dark paper."""
    modes = QPainter.CompositionMode
    return modes.CompositionMode_Screen if ink.on_dark else modes.CompositionMode_Multiply


def words_drawing(seen: Inspected, ink: Ink) -> Drawing:
    """Every word framed; those the recogniser doubts tinted, in a dotted frame with a heavy dotted foot."""
    sure, doubtful = (
        tuple(on_page(seen.size, word.box, 0.5) for word in seen.page.words if is_doubtful(word) is doubted)
        for doubted in (False, True)
    )
    feet = tuple(QLineF(rect.bottomLeft(), rect.bottomRight()) for rect in doubtful)
    dots = Qt.PenStyle.DotLine
    return Drawing(
        (
            Shapes(NO_PEN, fill(ink.doubtful_fill), doubtful, mode=fill_mode(ink)),
            Shapes(pen(ink.word_line, 1), NO_BRUSH, sure),
            Shapes(pen(ink.doubtful_line, 1, dots), NO_BRUSH, doubtful),
            Shapes(pen(ink.doubtful_line, 2.4, dots), NO_BRUSH, lines=feet),
        )
    )


def is_doubtful(word: Word) -> bool:
    return word.confidence < DOUBTFUL_BELOW


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
    return Drawing((*shapes, *_differences(seen, source, Layer.LINES, ink)), labels)


def words_by_number(page: Page, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The words of each line or cell, left to right."""
    found: dict[int, list[int]] = {}
    for index in sorted(range(len(numbers)), key=lambda i: page.words[i].box.left):
        found.setdefault(numbers[index], []).append(index)
    return found


def _line_shapes(
    seen: Inspected, lines: Sequence[Sequence[int]], tint: str, stroke: str, mode: QPainter.CompositionMode
) -> list[Shapes]:
    rects = [[on_page(seen.size, seen.page.words[index].box, 0.8) for index in line] for line in lines]
    strings = tuple(string for line in rects for string in _strings(line))
    return [
        Shapes(NO_PEN, fill(tint), tuple(rect for line in rects for rect in line), mode=mode),
        Shapes(pen(stroke, 1.4), NO_BRUSH, lines=strings),
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
    """Numbers of one size at the page's left edge, moved in where two lines stand side by side."""
    if not lines:
        return
    size = median(on_page(seen.size, word.box).height() for word in seen.page.words)
    places = []
    for place, (number, words) in enumerate(lines):
        middle = on_page(seen.size, seen.page.words[words[0]].box).center().y()
        places.append((middle, number, ink.line_strokes[place % 2]))
    last, indent = -size, 0.0
    for middle, number, colour in sorted(places):
        indent = indent + 2.2 * size if middle - last < 0.6 * size else 0.0
        last = middle
        yield Label(str(number), QPointF(2 + size / 2 + indent, middle), size, colour, ink.paper)


def grid_drawing(seen: Inspected, source: Source, ink: Ink) -> Drawing:
    """The numbered grid, every word in its cell's tint; a word counted to a cell elsewhere points there."""
    assignment = seen.shown(source)
    shapes: list[Shapes] = []
    if assignment is not None:
        cells = words_by_number(seen.page, assignment.cells)
        for tone, colour in enumerate(ink.cell_fills):
            some = [index for cell, words in cells.items() if _tone(cell, seen.grid) == tone for index in words]
            rects = tuple(on_page(seen.size, seen.page.words[index].box, 0.8) for index in some)
            shapes.append(Shapes(NO_PEN, fill(colour), rects, mode=fill_mode(ink)))
        shapes += _ties(seen, assignment, ink)
    shapes.append(Shapes(pen(ink.grid_line, 1.2), NO_BRUSH, lines=tuple(_grid_lines(seen))))
    labels = tuple(
        Label(str(cell), QPointF(box.left() + 9, box.top() + 9), 12, ink.grid_line, ink.paper)
        for cell, box in enumerate(_cell_boxes(seen), start=1)
    )
    if assignment is not None:
        labels += tuple(
            Label(str(cell), stub.p2(), 9, ink.tie, ink.paper) for cell, stub in _strangers(seen, assignment)
        )
    return Drawing((*shapes, *_differences(seen, source, Layer.GRID, ink)), labels)


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
    return [on_page(seen.size, cell_box(cell, seen.grid)) for cell in range(1, count + 1)]


def _grid_lines(seen: Inspected) -> Iterator[QLineF]:
    width, height = seen.size
    for column in range(seen.grid.columns + 1):
        x = width * column / seen.grid.columns
        yield QLineF(x, 0, x, height)
    for row in range(seen.grid.rows + 1):
        y = height * row / seen.grid.rows
        yield QLineF(0, y, width, y)


def _ties(seen: Inspected, assignment: Assignment, ink: Ink) -> list[Shapes]:
    """A corner at each word's top left, which decides its cell; a stub where it is counted to a cell elsewhere."""
    corners: list[QLineF] = []
    for word in seen.page.words:
        rect = on_page(seen.size, word.box, 0.8)
        reach = min(rect.width(), rect.height()) * 0.45
        corner = rect.topLeft()
        corners += [QLineF(corner, corner + QPointF(reach, 0)), QLineF(corner, corner + QPointF(0, reach))]
    stubs = tuple(stub for _, stub in _strangers(seen, assignment))
    return [
        Shapes(pen(ink.tie, 1.2), NO_BRUSH, lines=tuple(corners)),
        Shapes(pen(ink.tie, 1.6), NO_BRUSH, lines=stubs),
    ]


def _strangers(seen: Inspected, assignment: Assignment) -> Iterator[tuple[int, QLineF]]:
    """Words counted to a cell in which they don't begin: the cell, and a stub that points to it."""
    boxes = _cell_boxes(seen)
    for word, cell in zip(seen.page.words, assignment.cells, strict=True):
        corner = on_page(seen.size, word.box).topLeft()
        if 1 <= cell <= len(boxes) and not boxes[cell - 1].adjusted(-1, -1, 1, 1).contains(corner):
            stub = QLineF(corner, boxes[cell - 1].center())
            stub.setLength(min(STUB, stub.length()))
            yield cell, stub


def differing(seen: Inspected, layer: Layer) -> tuple[int, ...]:
    """The words whose line, or cell, the model sees otherwise than geometry."""
    if seen.model is None:
        return ()
    ours, theirs = (
        (seen.geometry.lines, seen.model.lines) if layer is Layer.LINES else (seen.geometry.cells, seen.model.cells)
    )
    return tuple(index for index, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b)


def _differences(seen: Inspected, source: Source, layer: Layer, ink: Ink) -> list[Shapes]:
    """A dashed frame and a filled corner on each word where the two disagree."""
    if source is not Source.BOTH:
        return []
    rects = tuple(on_page(seen.size, seen.page.words[index].box, 1.2) for index in differing(seen, layer))
    corners = []
    for rect in rects:
        side = min(4.0, rect.height() / 2)
        corners.append(QRectF(rect.right() - side, rect.top(), side, side))
    return [
        Shapes(pen(ink.difference, 1.6, Qt.PenStyle.DashLine), NO_BRUSH, rects),
        Shapes(NO_PEN, fill(ink.difference), tuple(corners)),
    ]
