"""What is marked on pages for the user: evidence, hits of a search, selected words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt

from docqa_app.core.document import Box, Page
from docqa_app.core.geometry import union
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Shapes, fill, on_page, pen
from docqa_app.ui.pages.layers import fill_mode
from docqa_app.ui.pages.selection import same_line

Size = tuple[float, float]


def evidence_drawing(size: Size, boxes: Sequence[Box], ink: Ink) -> Drawing:
    """A highlighter's stroke in a firm frame, legible without its colour."""
    rects = tuple(on_page(size, box, 2.0) for box in boxes)
    return Drawing(
        (
            Shapes(NO_PEN, fill(ink.evidence_fill), rects, mode=fill_mode(ink)),
            Shapes(pen(ink.evidence_line, 2), NO_BRUSH, rects),
        )
    )


def flash_drawing(size: Size, boxes: Sequence[Box], ink: Ink) -> Drawing:
    """A second, wider frame that comes and goes around the evidence."""
    rects = tuple(on_page(size, box, 6.0) for box in boxes)
    return Drawing((Shapes(pen(ink.evidence_line, 4), NO_BRUSH, rects),))


def hits_drawing(size: Size, boxes: Sequence[Box], ink: Ink) -> Drawing:
    """Every hit tinted in a dotted frame."""
    rects = tuple(on_page(size, box, 1.0) for box in boxes)
    return Drawing(
        (
            Shapes(NO_PEN, fill(ink.hit_fill), rects, mode=fill_mode(ink)),
            Shapes(pen(ink.hit_line, 1.2, Qt.PenStyle.DotLine), NO_BRUSH, rects),
        )
    )


def current_hit_drawing(size: Size, boxes: Sequence[Box], ink: Ink) -> Drawing:
    """The hit the user is at: another tint in a firm frame."""
    rects = tuple(on_page(size, box, 2.0) for box in boxes)
    return Drawing(
        (
            Shapes(NO_PEN, fill(ink.current_hit_fill), rects, mode=fill_mode(ink)),
            Shapes(pen(ink.current_hit_line, 2.4), NO_BRUSH, rects),
        )
    )


def selection_drawing(page: Page, words: Iterable[int], ink: Ink) -> Drawing:
    """The selected words, joined along each line as in any text."""
    size = page.width, page.height
    rects = tuple(on_page(size, box, 0.8) for box in _runs(page, sorted(words)))
    return Drawing((Shapes(NO_PEN, fill(ink.selection), rects, mode=fill_mode(ink)),))


def _runs(page: Page, words: Sequence[int]) -> Iterator[Box]:
    """One box a run of neighbouring words on one line."""
    run: list[int] = []
    for index in words:
        if run and (index != run[-1] + 1 or not same_line(page.words[run[-1]].box, page.words[index].box)):
            yield union(page.words[i].box for i in run)
            run = []
        run.append(index)
    if run:
        yield union(page.words[i].box for i in run)
