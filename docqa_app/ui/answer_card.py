"""Draws one answer: the question small, the answer large, a chip with a word and a sign for how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from docqa_app.session.choosing import settled
from docqa_app.session.state import Asked, AskState
from docqa_app.ui import answer_words
from docqa_app.ui.answer_words import Chip
from docqa_app.ui.cards import chip_width, draw_chip, draw_ground
from docqa_app.ui.icons import Icons
from docqa_app.ui.theme import Shades, shades_now

PAD = 9
GAP = 4
MOST_ANSWER_LINES = 4
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeading)

Index = QModelIndex | QPersistentModelIndex


class AnswerCard(QStyledItemDelegate):
    """The index gives an Asked under UserRole + 1. Lengths are device-independent pixels."""

    def __init__(self, icons: Icons, doubt_below: float, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._icons = icons
        self.doubt_below = doubt_below
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        width = max(120, self._view.viewport().width())
        asked: Asked = index.data(Qt.ItemDataRole.UserRole + 1)
        small, large = QFontMetrics(option.font), QFontMetrics(_large(option.font))
        text = self._answer_box(asked, large, width - 2 * PAD - 4)
        return QSize(120, 2 * PAD + GAP + small.height() + text.height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        asked: Asked = index.data(Qt.ItemDataRole.UserRole + 1)
        shades = shades_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(2, 2, -2, -2)
        draw_ground(painter, card, option, shades)
        inner = card.adjusted(PAD, PAD - 2, -PAD, -PAD + 2)
        left = self._right_column(painter, inner, option, asked, shades)
        self._question(painter, QRect(inner.topLeft(), QPoint(left - 6, inner.bottom())), option, asked, shades)
        self._answer(painter, inner, option, asked, shades)
        painter.restore()

    def _answer_box(self, asked: Asked, metrics: QFontMetrics, width: int) -> QRect:
        most = metrics.lineSpacing() * MOST_ANSWER_LINES
        box = metrics.boundingRect(QRect(0, 0, width, most), WRAP, answer_words.said(asked))
        return QRect(0, 0, width, min(most, max(metrics.lineSpacing(), box.height())))

    def _question(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, asked: Asked, shades: Shades
    ) -> None:
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(shades.quiet))
        shown = metrics.elidedText(asked.question, Qt.TextElideMode.ElideRight, box.width())
        line = QRect(box.left(), box.top(), box.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)

    def _answer(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, asked: Asked, shades: Shades
    ) -> None:
        answer = settled(asked)
        firm = answer is not None and answer.found
        font = _large(option.font) if firm else option.font
        painter.setFont(font)
        problem = asked.state is AskState.FAILED
        painter.setPen(QColor(shades.bad if problem else shades.text if firm else shades.quiet))
        top = inner.top() + QFontMetrics(option.font).height() + GAP
        painter.drawText(
            QRect(inner.left(), top, inner.width(), inner.bottom() - top + 4), WRAP, answer_words.said(asked)
        )

    def _right_column(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, asked: Asked, shades: Shades
    ) -> int:
        """Chip and page at the right of the first line; gives back where they begin."""
        mark = answer_words.chip(asked, self.doubt_below, shades)
        if mark is None:
            return inner.right()
        left = self._chip(painter, inner, option, mark)
        answer = settled(asked)
        where = answer_words.place(answer) if answer else ""
        if not where:
            return left
        metrics = QFontMetrics(option.font)
        left -= metrics.horizontalAdvance(where) + 8
        painter.setPen(QColor(shades.quiet))
        painter.drawText(left, inner.top() + metrics.ascent(), where)
        return left

    def _chip(self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, mark: Chip) -> int:
        metrics = QFontMetrics(option.font)
        left = inner.right() - chip_width(metrics, mark) + 1
        painter.setFont(option.font)
        corner = QPoint(left, inner.top() - 1)
        draw_chip(painter, corner, metrics, mark, self._icons, self._view.devicePixelRatioF())
        return left


def _large(font: QFont) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.15)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger
