"""Draws one sentence of a summary: its flag as a chip, the text with a wave under what stands nowhere, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from docqa_app.core.summary import SummarySentence, Unfounded
from docqa_app.ui.cards import PAD, draw_chip, laid_out, on_card, text_width
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import Index
from docqa_app.ui.summary import flag_words
from docqa_app.ui.theme import Shades, shades_now

GAP = 4
SENTENCE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Shown:
    """What a row holds: a sentence, and whether it is being checked."""

    sentence: SummarySentence
    busy: bool


class SentenceCard(QStyledItemDelegate):
    """The index gives a Shown under SENTENCE_ROLE. Lengths are device-independent pixels."""

    def __init__(self, icons: Icons, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        shown: Shown = index.data(SENTENCE_ROLE)
        width = text_width(self._view)
        metrics = QFontMetrics(option.font)
        high = metrics.height() + _height(shown.sentence.text, option.font, width) + 2 * PAD + GAP + 4
        why = flag_words.nowhere(shown.sentence.unfounded)
        return QSize(120, high + (_height(why, option.font, width) + GAP if why else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Shown = index.data(SENTENCE_ROLE)
        shades, metrics = shades_now(), QFontMetrics(option.font)
        with on_card(painter, option, shades) as card:
            inner = card.adjusted(PAD, PAD - 2, -PAD, -PAD + 2)
            painter.setFont(option.font)
            self._head(painter, inner, metrics, shown, shades)
            layout = laid_out(
                shown.sentence.text, option.font, text_width(self._view), waves(shown.sentence.unfounded, shades)
            )
            top = inner.top() + metrics.height() + GAP + 2
            painter.setPen(QColor(shades.text))
            layout.draw(painter, QPointF(inner.left(), top))
            self._why(painter, inner, round(top + layout.boundingRect().height()) + GAP, shown, shades)

    def _head(self, painter: QPainter, inner: QRect, metrics: QFontMetrics, shown: Shown, shades: Shades) -> None:
        """The chip at the left, the number of questions at the right."""
        mark = flag_words.flag_chip(shown.sentence.flag, shown.busy, shades)
        corner = QPoint(inner.left() - 2, inner.top() - 1)
        draw_chip(painter, corner, metrics, mark, self._icons, self._view.devicePixelRatioF())
        asked = len(shown.sentence.pairs)
        count = self.tr("%n question(s)", "", asked) if asked else ""
        painter.setPen(QColor(shades.quiet))
        painter.drawText(inner.right() - metrics.horizontalAdvance(count), inner.top() + metrics.ascent(), count)

    def _why(self, painter: QPainter, inner: QRect, top: int, shown: Shown, shades: Shades) -> None:
        painter.setPen(QColor(shades.bad))
        why = laid_out(flag_words.nowhere(shown.sentence.unfounded), painter.font(), text_width(self._view))
        why.draw(painter, QPointF(inner.left(), top))


def _height(text: str, font: QFont, width: int) -> int:
    return math.ceil(laid_out(text, font, width).boundingRect().height())


def waves(unfounded: Sequence[Unfounded], shades: Shades) -> list[QTextLayout.FormatRange]:
    """Where a text is underlined with a wave."""
    ranges = []
    for one in unfounded:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = one.start, one.end - one.start, wave(shades)
        ranges.append(mark)
    return ranges


def wave(shades: Shades) -> QTextCharFormat:
    """How what stands nowhere is written."""
    drawn = QTextCharFormat()
    drawn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    drawn.setUnderlineColor(QColor(shades.bad))
    return drawn
