"""Draws one answer: the question small, the answer large, a chip with a word and a sign for how sure it is."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from docqa_app.session.choosing import settled
from docqa_app.session.state import Asked, AskState
from docqa_app.ui import answer_words
from docqa_app.ui.answer_words import Chip
from docqa_app.ui.cards import PAD, chip_width, draw_chip, laid_out, on_card, text_width
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import Index
from docqa_app.ui.theme import Shades, shades_now

GAP = 4
MOST_ANSWER_LINES = 4
ASKED_ROLE = Qt.ItemDataRole.UserRole + 1


class AnswerCard(QStyledItemDelegate):
    """The index gives an Asked under ASKED_ROLE. Lengths are device-independent pixels."""

    def __init__(self, icons: Icons, doubt_below: float, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._icons = icons
        self.doubt_below = doubt_below
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        asked: Asked = index.data(ASKED_ROLE)
        answer = self._laid_out(asked, option.font).boundingRect().height()
        return QSize(120, 2 * PAD + GAP + QFontMetrics(option.font).height() + math.ceil(answer) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        asked: Asked = index.data(ASKED_ROLE)
        shades = shades_now()
        with on_card(painter, option, shades) as card:
            inner = card.adjusted(PAD, PAD - 2, -PAD, -PAD + 2)
            left = self._right_column(painter, inner, option, asked, shades)
            self._question(painter, QRect(inner.topLeft(), QPoint(left - 6, inner.bottom())), option, asked, shades)
            self._answer(painter, inner, option, asked, shades)

    def _laid_out(self, asked: Asked, font: QFont) -> QTextLayout:
        """What is said under the question; an answer is larger than a remark."""
        answer = settled(asked)
        used = _large(font) if answer is not None and answer.found else font
        width = text_width(self._view)
        return laid_out(answer_words.said(asked), used, width, most=MOST_ANSWER_LINES)

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
        problem = asked.state is AskState.FAILED
        painter.setPen(QColor(shades.bad if problem else shades.text if firm else shades.quiet))
        top = inner.top() + QFontMetrics(option.font).height() + GAP
        self._laid_out(asked, option.font).draw(painter, QPointF(inner.left(), top))

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
