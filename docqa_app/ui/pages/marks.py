"""What is marked on pages for the user: evidence, hits of a search, selected words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt

from docqa_app.core.document import Box, Page
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Shapes, fill, on_page, pen
from docqa_app.ui.pages.layers import fill_mode

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


def _runs(page: Page, words: Sequence[int]) -> Iterable[Box]:
    """One box a run of neighbouring words on one line: reading order goes on rightwards at about the same height."""
    run: Box | None = None
    last = -2
    for index in words:
        box = page.words[index].box
        if run is not None and index == last + 1 and _continues(run, box):
            run = Box(run.left, min(run.top, box.top), box.right, max(run.bottom, box.bottom))
        else:
            if run is not None:
                yield run
            run = box
        last = index
    if run is not None:
        yield run


def _continues(run: Box, box: Box) -> bool:
    middle = (box.top + box.bottom) / 2
    return box.left >= run.left and run.top <= middle <= run.bottom
