"""The answers of the document in view as a list of cards: question, answer, how sure, where."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from docqa_app.session.state import Asked
from docqa_app.ui import answer_words
from docqa_app.ui.answer_card import ASKED_ROLE, AnswerCard
from docqa_app.ui.card_list import CardPile
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import RETURN_KEYS, Index
from docqa_app.ui.theme import Shades, shades_now


class AnswerRows(QAbstractListModel):
    """One row a question, in the order they were asked."""

    def __init__(self, doubt_below: float, shades: Callable[[], Shades], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubt_below = doubt_below
        self._shades = shades
        self._asked: tuple[Asked, ...] = ()

    def show(self, asked: tuple[Asked, ...]) -> None:
        if [one.number for one in self._asked] == [one.number for one in asked]:
            self._change(asked)
        else:
            self.beginResetModel()
            self._asked = asked
            self.endResetModel()

    def _change(self, asked: tuple[Asked, ...]) -> None:
        """Only the rows that changed are drawn and spoken anew."""
        changed = [row for row, one in enumerate(asked) if one != self._asked[row]]
        self._asked = asked
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, number: int | None) -> int:
        return next((row for row, one in enumerate(self._asked) if one.number == number), -1)

    def asked(self, row: int) -> Asked:
        return self._asked[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._asked)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._asked):
            return None
        asked = self._asked[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return asked.question
            case Qt.ItemDataRole.ToolTipRole:
                return answer_words.tip(asked)
            case Qt.ItemDataRole.AccessibleTextRole:
                return answer_words.spoken(asked, self.doubt_below, self._shades())
        return asked if role == ASKED_ROLE else None


class AnswerList(CardPile):
    """Shows the answers; says which one the user wants to see, copy, or take away."""

    chosen = Signal(int)
    copy_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, icons: Icons, doubt_below: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AnswerRows(doubt_below, shades_now, self)
        self.setModel(self.rows)
        self._card = AnswerCard(icons, doubt_below, self)
        self.setItemDelegate(self._card)
        self.setAccessibleName(self.tr("Answers"))
        self.selectionModel().currentChanged.connect(self._choose)
        self.clicked.connect(lambda index: self._choose(index, QModelIndex()))

    def show_answers(self, asked: tuple[Asked, ...], selected: int | None) -> None:
        self.showing = True
        self.rows.show(asked)
        self.come_to(self.rows.row_of(selected))
        self.showing = False
        self.updateGeometry()

    def show_doubt(self, doubt_below: float) -> None:
        """Another confidence (0..1) under which answers are marked to be checked."""
        self._card.doubt_below = self.rows.doubt_below = doubt_below
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        number = self._current()
        if number is not None and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(number)
        elif number is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit(number)
        elif number is not None and event.key() in RETURN_KEYS:
            self.chosen.emit(number)
        else:
            super().keyPressEvent(event)

    def _current(self) -> int | None:
        index = self.currentIndex()
        return self.rows.asked(index.row()).number if index.isValid() else None

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        """Also when the same card is clicked again: the page may have been scrolled away meanwhile."""
        if now.isValid() and not self.showing:
            self.chosen.emit(self.rows.asked(now.row()).number)
