"""Draws a list row of two lines with a sign before them: a strong line, and a quiet one under it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from docqa_app.ui.qt import Index
from docqa_app.ui.theme import shades_now

QUIET_ROLE = Qt.ItemDataRole.UserRole + 1
"""The second line; the first is the display role, the sign the decoration role."""


class TwoLines(QStyledItemDelegate):
    """`PAD` is around the row, `SIGN` the side of the sign, in device-independent pixels."""

    PAD = 6
    SIGN = 20

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(80, 2 * QFontMetrics(option.font).height() + 2 * self.PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        shades = shades_now()
        self._ground(painter, option)
        row = option.rect.adjusted(self.PAD + 2, self.PAD, -self.PAD, -self.PAD)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(row.left(), row.top() + (row.height() - self.SIGN) // 2, self.SIGN, self.SIGN))
        row.setLeft(row.left() + self.SIGN + self.PAD + 2)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold if option.state & QStyle.StateFlag.State_Selected else strong.weight())
        upper = QRect(row.left(), row.top(), row.width(), row.height() // 2)
        self._line(painter, upper, strong, QColor(shades.text), str(index.data()), Qt.TextElideMode.ElideMiddle)
        lower = upper.translated(0, row.height() // 2 + 1)
        quiet = str(index.data(QUIET_ROLE) or "")
        self._line(painter, lower, option.font, QColor(shades.quiet), quiet, Qt.TextElideMode.ElideRight)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        shades = shades_now()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(shades.accent_soft))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(shades.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))

    def _line(
        self, painter: QPainter, box: QRect, font: QFont, colour: QColor, text: str, elide: Qt.TextElideMode
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        shown = QFontMetrics(font).elidedText(text, elide, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
