"""The questions asked about a sentence: each with the summary's answer and the document's, the weakest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from docqa_app.core.summary import QualsPair
from docqa_app.ui.card_list import CardPile
from docqa_app.ui.cards import on_card
from docqa_app.ui.qt import RETURN_KEYS, Index
from docqa_app.ui.summary import flag_words
from docqa_app.ui.theme import Shades, shades_now

PAD = 8
PAIR_ROLE = Qt.ItemDataRole.UserRole + 1
MOST_CARDS = 3


class PairRows(QAbstractListModel):
    """One row a question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs: tuple[QualsPair, ...] = ()

    def show(self, pairs: tuple[QualsPair, ...]) -> None:
        self.beginResetModel()
        self.pairs = pairs
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self.pairs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.pairs):
            return None
        pair = self.pairs[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return pair.question
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return flag_words.spoken_pair(pair)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return flag_words.spoken_bars(pair)
        return pair if role == PAIR_ROLE else None


class PairCard(QStyledItemDelegate):
    """Three lines: the question, and one below the other what summary and document answer."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._heads = (self.tr("Summary"), self.tr("Document"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, 3 * (QFontMetrics(option.font).height() + 1) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair: QualsPair = index.data(PAIR_ROLE)
        shades, metrics = shades_now(), QFontMetrics(option.font)
        with on_card(painter, option, shades) as card:
            line = QRect(card.left() + PAD, card.top() + PAD - 2, card.width() - 2 * PAD, metrics.height())
            self._text(painter, line, option.font, shades.quiet, pair.question)
            self._answers(painter, line, option.font, pair, shades)

    def _answers(self, painter: QPainter, line: QRect, font: QFont, pair: QualsPair, shades: Shades) -> None:
        step, agree = line.height() + 1, pair.agrees
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        left = 22 + max(QFontMetrics(font).horizontalAdvance(head) for head in self._heads)
        for row, (head, answer) in enumerate(zip(self._heads, self._said(pair), strict=True), start=1):
            here = line.translated(0, row * step)
            self._text(painter, here.adjusted(16, 0, 0, 0), font, shades.quiet, head)
            firm = row == 1 or bool(pair.document_answer)
            self._text(painter, here.adjusted(left, 0, 0, 0), strong if firm else font, shades.text, answer)
        sign = QRect(line.left(), line.top() + 2 * step, 14, line.height())
        self._text(painter, sign, strong, shades.good if agree else shades.bad, "=" if agree else "≠")

    def _said(self, pair: QualsPair) -> tuple[str, str]:
        return pair.answer, "   ".join(
            part for part in (flag_words.document_says(pair), flag_words.where(pair)) if part
        )

    def _text(self, painter: QPainter, box: QRect, font: QFont, colour: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)


class PairList(CardPile):
    """`chosen` carries the pair a person chose, also when the same one is clicked or entered again."""

    chosen = Signal(object)
    LOWEST = 84

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PairRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(PairCard(self))
        self.setAccessibleName(self.tr("Questions asked"))
        self.selectionModel().currentChanged.connect(lambda now, before: self._choose(now))
        self.clicked.connect(self._choose)

    def show_pairs(self, pairs: tuple[QualsPair, ...]) -> None:
        """The first, which speaks most against the sentence, is chosen."""
        weakest_first = tuple(sorted(pairs, key=lambda pair: pair.difference))
        if weakest_first == self.rows.pairs:
            return
        self.showing = True
        self.rows.show(weakest_first)
        self.setCurrentIndex(self.rows.index(0) if weakest_first else QModelIndex())
        self.showing = False
        self.updateGeometry()

    def choose(self, wanted: Callable[[QualsPair], bool]) -> None:
        """The first pair of which this holds, as if it was clicked; nothing happens where it holds of none."""
        row = next((row for row, pair in enumerate(self.rows.pairs) if wanted(pair)), None)
        if row is not None:
            self.showing = True
            self.setCurrentIndex(self.rows.index(row))
            self.showing = False
            self._choose(self.currentIndex())

    def pair(self) -> QualsPair | None:
        """The chosen one."""
        row = self.currentIndex().row()
        return self.rows.pairs[row] if 0 <= row < len(self.rows.pairs) else None

    def cards(self) -> int:
        """More than a few scroll, so that the bars below stay in sight."""
        return min(MOST_CARDS, self.rows.rowCount())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in RETURN_KEYS:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, now: QModelIndex) -> None:
        if now.isValid() and not self.showing:
            self.chosen.emit(self.rows.pairs[now.row()])
