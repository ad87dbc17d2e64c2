"""What is drawn over a page, as values built once and painted many times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QTransform

from docqa_app.core.document import Box
from docqa_app.ui.pages.arrangement import coarseness

SOURCE_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
REACH = 24.0
"""Points (of A4): how far a drawing may stand out over its page."""
SMALLEST_LABEL = 6.0
LARGEST_LABEL = 15.0
CHIPS = 2048
"""Labels whose pictures are kept: those of some pages."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Rectangles and lines in page points, all with one pen and brush."""

    pen: QPen
    brush: QBrush
    rects: tuple[QRectF, ...] = ()
    lines: tuple[QLineF, ...] = ()
    mode: QPainter.CompositionMode = SOURCE_OVER
    smooth: bool = False
    """For lines that run aslant; upright and level ones are sharper without."""


@dataclass(frozen=True, slots=True)
class Label:
    """A short text on a chip, always upright; its middle `at` and its `height` are in page points."""

    text: str
    at: QPointF
    height: float
    colour: str
    paper: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One layer of one page."""

    shapes: tuple[Shapes, ...] = ()
    labels: tuple[Label, ...] = ()


def fill(colour: str, style: Qt.BrushStyle = Qt.BrushStyle.SolidPattern) -> QBrush:
    return QBrush(QColor(colour), style)


def pen(colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen of the same width in screen pixels at every zoom."""
    made = QPen(QColor(colour), width, style)
    made.setCosmetic(True)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return made


NO_PEN = QPen(Qt.PenStyle.NoPen)
NO_BRUSH = QBrush(Qt.BrushStyle.NoBrush)


def on_page(size: tuple[float, float], box: Box, outset: float = 0.0) -> QRectF:
    """A box in the points of a page of this size, widened on every side by `outset` points (of A4)."""
    width, height = size
    outset *= coarseness(size)
    rect = QRectF(box.left * width, box.top * height, box.width * width, box.height * height)
    return rect.adjusted(-outset, -outset, outset, outset)


def paint_drawing(painter: QPainter, drawing: Drawing, exposed: QRectF) -> None:
    """Paints in page points; labels that stand outside `exposed` are spared."""
    for shapes in drawing.shapes:
        paint_shapes(painter, shapes)
    paint_labels(painter, [label for label in drawing.labels if exposed.contains(label.at)])


def paint_shapes(painter: QPainter, shapes: Shapes) -> None:
    """Draws the rectangles and lines in their own pen and mode."""
    painter.setCompositionMode(shapes.mode)
    painter.setPen(shapes.pen)
    painter.setBrush(shapes.brush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, shapes.smooth)
    if shapes.rects:
        painter.drawRects(shapes.rects)
    if shapes.lines:
        painter.drawLines(shapes.lines)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setCompositionMode(SOURCE_OVER)


def paint_labels(painter: QPainter, labels: list[Label]) -> None:
    """Labels in screen pixels, so that they stay upright and sharp; those too small to read are left out."""
    if not labels:
        return
    to_screen = painter.worldTransform()
    scale = (to_screen.m11() ** 2 + to_screen.m12() ** 2) ** 0.5
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for height, alike in groupby(labels, lambda label: min(LARGEST_LABEL, label.height * scale)):
        if height >= SMALLEST_LABEL:
            _paint_chips(painter, alike, to_screen, height)
    painter.restore()


def _paint_chips(painter: QPainter, labels: Iterable[Label], to_screen: QTransform, height: float) -> None:
    """Labels of one height in screen pixels."""
    font, ratio = painter.font().family(), painter.device().devicePixelRatio()
    for label in labels:
        chip = _chip(label.text, label.colour, label.paper, round(height, 1), font, ratio)
        size = chip.deviceIndependentSize()
        corner = to_screen.map(label.at) - QPointF(size.width(), size.height()) / 2
        painter.drawImage(corner.toPoint(), chip)


@lru_cache(maxsize=CHIPS)
def _chip(text: str, colour: str, paper: str, height: float, family: str, ratio: float) -> QImage:
    """A label's picture: to draw a rounded frame and letters takes ten times as long as to copy them."""
    font = QFont(family)
    font.setPixelSize(max(5, round(height * 0.78)))
    font.setBold(True)
    width = max(height, QFontMetrics(font).horizontalAdvance(text) + height * 0.5)
    image = QImage(round((width + 2) * ratio), round((height + 2) * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QColor(paper))
    chip = QRectF(1, 1, width, height)
    painter.drawRoundedRect(chip, height * 0.25, height * 0.25)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image
