"""Draws one field: name, value and state on one line; the field the clerk is at opens and shows its whole value."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from docqa_app.ui.answer_words import Chip
from docqa_app.ui.cards import chip_width, draw_chip, draw_ground
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import Index
from docqa_app.ui.review import value_words
from docqa_app.ui.review.field_rows import FIELD_ROLE, ShownField
from docqa_app.ui.theme import Shades, shades_now

PAD = 4
GAP = 6
SIGN_PAD = 5
NAME_SHARE = 0.4
"""Of a closed row's width."""
MOST_LINES = 4
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeading)
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


class FieldRow(QStyledItemDelegate):
    """The index gives a ShownField. Lengths are device-independent pixels."""

    def __init__(self, icons: Icons, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        line = QFontMetrics(option.font).height() + 2
        if index != self._view.currentIndex():
            return QSize(120, line + 2 * PAD)
        field: ShownField = index.data(FIELD_ROLE)
        width = max(120, self._view.viewport().width()) - 2 * PAD - 4
        return QSize(120, line + GAP + self._value_height(field, option.font, width) + 2 * PAD + 2)

    def value_box(self, row: QRect) -> QRect:
        """Where the value of the open row stands, for its editor."""
        line = QFontMetrics(self._view.font()).height() + 2
        inner = row.adjusted(PAD, PAD, -PAD, -PAD)
        return QRect(inner.left(), inner.top() + line + 1, inner.width(), inner.height() - line + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        field: ShownField = index.data(FIELD_ROLE)
        shades = shades_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_open = index == self._view.currentIndex()
        if is_open:
            draw_ground(painter, option.rect.adjusted(2, 1, -2, -1), option, shades)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(shades.raised))
        inner = option.rect.adjusted(PAD + 2, PAD, -PAD - 2, -PAD)
        (self._paint_open if is_open else self._paint_closed)(painter, inner, option, field, shades)
        painter.restore()

    def _paint_closed(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, field: ShownField, shades: Shades
    ) -> None:
        """Only what is doubtful has its word: what to look at stands out, and the other values have the room."""
        left = (self._chip if field.doubtful else self._sign)(painter, inner, option.font, field, shades)
        name = round(inner.width() * NAME_SHARE)
        self._line(painter, QRect(inner.left(), inner.top(), name - GAP, inner.height()), field.label, shades.quiet)
        box = QRect(inner.left() + name, inner.top(), left - GAP - inner.left() - name, inner.height())
        painter.setFont(_strong(option.font, field.doubtful))
        self._line(painter, box, field.value.text or "–", shades.text if field.value.text else shades.quiet)

    def _paint_open(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, field: ShownField, shades: Shades
    ) -> None:
        line = QFontMetrics(option.font).height() + 2
        first = QRect(inner.left(), inner.top(), inner.width(), line)
        left = self._chip(painter, first, option.font, field, shades)
        painter.setFont(option.font)
        self._line(painter, QRect(inner.left(), inner.top(), left - GAP - inner.left(), line), field.label, shades.text)
        painter.setFont(_strong(option.font, True))
        painter.setPen(QColor(shades.text if field.value.text else shades.quiet))
        box = QRect(inner.left(), inner.top() + line + GAP, inner.width(), inner.bottom() - inner.top() - line)
        painter.drawText(box, WRAP, field.value.text or "–")

    def _chip(self, painter: QPainter, box: QRect, font: QFont, field: ShownField, shades: Shades) -> int:
        """At the right end of a line; gives back where it begins."""
        mark: Chip = value_words.chip(field.value, field.doubtful, shades)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        corner = QPoint(
            box.right() - chip_width(metrics, mark) + 1, box.top() + (box.height() - metrics.height() - 2) // 2
        )
        draw_chip(painter, corner, metrics, mark, self._icons, self._view.devicePixelRatioF())
        return corner.x()

    def _sign(self, painter: QPainter, box: QRect, font: QFont, field: ShownField, shades: Shades) -> int:
        """The sign of a state without its word; gives back where it begins."""
        mark: Chip = value_words.chip(field.value, field.doubtful, shades)
        side = QFontMetrics(font).height() - 2
        corner = QPoint(box.right() - side - SIGN_PAD, box.top() + (box.height() - side) // 2)
        scale = self._view.devicePixelRatioF()
        painter.drawPixmap(corner, self._icons.pixmap(mark.sign, QColor(mark.colour), side, scale))
        return corner.x()

    def _line(self, painter: QPainter, box: QRect, text: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        painter.drawText(box, LINE, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width()))

    def _value_height(self, field: ShownField, font: QFont, width: int) -> int:
        metrics = QFontMetrics(_strong(font, True))
        most = metrics.lineSpacing() * MOST_LINES
        box = metrics.boundingRect(QRect(0, 0, width, most), WRAP, field.value.text or "–")
        return min(most, max(metrics.lineSpacing(), box.height()))


def _strong(font: QFont, strong: bool) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made
