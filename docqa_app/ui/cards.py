"""What the cards of the side panel have in common: their ground, and the chip with a word and a sign."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from docqa_app.ui.answer_words import Chip
from docqa_app.ui.icons import Icons
from docqa_app.ui.theme import Shades


def draw_ground(painter: QPainter, card: QRect, option: QStyleOptionViewItem, shades: Shades) -> None:
    """A rounded field, framed in the accent when it is the chosen one."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(QPen(QColor(shades.accent if chosen else shades.border), 1.5 if chosen else 1))
    painter.setBrush(QColor(shades.accent_soft if chosen else shades.raised if hovered else shades.base))
    painter.drawRoundedRect(card, 6, 6)


def chip_width(metrics: QFontMetrics, mark: Chip) -> int:
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
