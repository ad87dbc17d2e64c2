"""What the cards of the side panel have in common: ground, wrapped text, and the chip with a word and a sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from docqa_app.ui.answer_words import Chip
from docqa_app.ui.icons import Icons
from docqa_app.ui.theme import Shades

PAD = 9
"""From the edge of a card to what it holds, in device-independent pixels."""


@contextmanager
def on_card(painter: QPainter, option: QStyleOptionViewItem, shades: Shades) -> Iterator[QRect]:
    """Draws the ground of a card and gives its place; afterwards the painter is as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = option.rect.adjusted(2, 2, -2, -2)
    draw_ground(painter, card, option, shades)
    yield card
    painter.restore()


def draw_ground(painter: QPainter, card: QRect, option: QStyleOptionViewItem, shades: Shades) -> None:
    """A rounded field, framed in the accent when it is the chosen one."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(QPen(QColor(shades.accent if chosen else shades.border), 1.5 if chosen else 1))
    painter.setBrush(QColor(shades.accent_soft if chosen else shades.raised if hovered else shades.base))
    painter.drawRoundedRect(card, 6, 6)


def chip_width(metrics: QFontMetrics, mark: Chip) -> int:
    """Pixels of a chip with its sign."""
    return metrics.horizontalAdvance(mark.word) + metrics.height() + 12


def draw_chip(painter: QPainter, corner: QPoint, metrics: QFontMetrics, mark: Chip, icons: Icons, scale: float) -> None:
    """`corner` is the chip's left top; `scale` the screen's device pixels a pixel."""
    height = metrics.height()
    box = QRect(corner.x(), corner.y(), chip_width(metrics, mark), height + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    sign = icons.pixmap(mark.sign, QColor(mark.colour), height - 2, scale)
    painter.drawPixmap(QPoint(box.left() + 5, box.top() + 2), sign)
    painter.setPen(QColor(mark.colour))
    painter.drawText(box.left() + height + 6, box.top() + 1 + metrics.ascent(), mark.word)


def laid_out(
    text: str, font: QFont, width: int, formats: Sequence[QTextLayout.FormatRange] = (), most: int | None = None
) -> QTextLayout:
    """The text in lines of this width, at most so many, broken between words; within one only where it is too long."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    bottom = 0.0
    while (most is None or layout.lineCount() < most) and (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, bottom))
        bottom += line.height() + 1
    layout.endLayout()
    return layout


def text_width(view: QAbstractItemView) -> int:
    """Pixels for the text of a list's cards, as if its scroll bar were always there.

    A height that followed the bar would make it come and go.
    """
    bar = view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, view)
    return view.width() - bar - 2 * PAD - 8
