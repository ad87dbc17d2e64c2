"""The overlays as values, what all of them share, and the simplest: every word framed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from docqa_app.core.document import Page, Word
from docqa_app.core.layout import Assignment
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.arrangement import coarseness
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Shapes, fill, on_page, pen

DOUBTFUL_BELOW = 0.6
"""OCR confidence under which a word is marked."""


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
    """How many cells are laid over a page."""

    columns: int = 4
    rows: int = 4


@dataclass(frozen=True, slots=True)
class Inspected:
    """An upright page and what is known of its words; `model` is None until the model has been asked.

    `turn` says by how many degrees the page was turned clockwise to stand upright: cells are counted on the page
    as its file shows it.
    """

    page: Page
    geometry: Assignment
    model: Assignment | None = None
    grid: Grid = Grid()
    turn: int = 0

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
    """Whether the recogniser is so unsure of a word that it is marked."""
    return word.confidence < DOUBTFUL_BELOW


def words_by_number(page: Page, numbers: Sequence[int]) -> dict[int, list[int]]:
    """The words of each line or cell, left to right."""
    found: dict[int, list[int]] = {}
    for index in sorted(range(len(numbers)), key=lambda i: page.words[i].box.left):
        found.setdefault(numbers[index], []).append(index)
    return found


def differing(seen: Inspected, layer: Layer) -> tuple[int, ...]:
    """The words whose line, or cell, the model sees otherwise than geometry."""
    if seen.model is None:
        return ()
    ours, theirs = (
        (seen.geometry.lines, seen.model.lines) if layer is Layer.LINES else (seen.geometry.cells, seen.model.cells)
    )
    return tuple(index for index, (a, b) in enumerate(zip(ours, theirs, strict=True)) if a != b)


def difference_shapes(seen: Inspected, source: Source, layer: Layer, ink: Ink) -> list[Shapes]:
    """A dashed frame and a filled corner on each word where the two disagree."""
    if source is not Source.BOTH:
        return []
    rects = tuple(on_page(seen.size, seen.page.words[index].box, 1.2) for index in differing(seen, layer))
    corners = []
    for rect in rects:
        side = min(4.0 * coarseness(seen.size), rect.height() / 2)
        corners.append(QRectF(rect.right() - side, rect.top(), side, side))
    return [
        Shapes(pen(ink.difference, 1.6, Qt.PenStyle.DashLine), NO_BRUSH, rects),
        Shapes(NO_PEN, fill(ink.difference), tuple(corners)),
    ]
