"""Where things of a page lie in the window, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF

from docqa_app.core.document import Box
from docqa_app.ui.pages.canvas import Canvas


def place_of(canvas: Canvas, number: int, x: float, y: float) -> QPoint:
    """A point of an upright page (fractions) in window pixels."""
    spot = canvas.desk.item(number).on_desk(Box(x, y, x, y)).topLeft()
    return canvas.mapFromScene(spot)


def fraction_at(canvas: Canvas, number: int, at: QPoint) -> tuple[float, float]:
    """Where a point of the window lies on an upright page; outside 0..1 beside it."""
    return canvas.desk.item(number).fraction_at(canvas.mapToScene(at))


def area_of(canvas: Canvas, number: int, word: int) -> QRect:
    """A word of a read page in window pixels; an empty area where there is none."""
    page = canvas.desk.page(number)
    if page is None or word >= len(page.words):
        return QRect()
    area: QRectF = canvas.desk.item(number).on_desk(page.words[word].box)
    return canvas.mapFromScene(area).boundingRect()


def bring_into_sight(canvas: Canvas, number: int, word: int) -> None:
    """Scrolls to a word that is not wholly in the window."""
    page = canvas.desk.page(number)
    if page is not None and word < len(page.words):
        area = canvas.desk.item(number).on_desk(page.words[word].box)
        if not canvas.seen.contains(area):
            canvas.centerOn(area.center())
