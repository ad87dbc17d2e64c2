"""The sentences of a summary as a list of cards; the chosen one is opened."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from docqa_app.core.summary import SummarySentence
from docqa_app.ui.card_list import CardPile
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import RETURN_KEYS, Index
from docqa_app.ui.summary import flag_words
from docqa_app.ui.summary.sentence_card import SENTENCE_ROLE, SentenceCard, Shown
from docqa_app.ui.theme import shades_now


class SentenceRows(QAbstractListModel):
    """One row a sentence, in the summary's order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()

    def show(self, sentences: tuple[SummarySentence, ...], busy: bool) -> None:
        """Rows that stay are only drawn anew where they changed, so that the choice stays while others come."""
        shown = tuple(Shown(one, busy and one.flag is None) for one in sentences)
        before, self._shown = self._shown, shown[: len(self._shown)]
        if len(shown) < len(before):
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
            return
        for row, one in enumerate(before):
            if one != shown[row]:
                self.dataChanged.emit(self.index(row), self.index(row))
        if len(shown) > len(before):
            self.beginInsertRows(QModelIndex(), len(before), len(shown) - 1)
            self._shown = shown
            self.endInsertRows()

    def sentence(self, row: int) -> SummarySentence:
        return self._shown[row].sentence

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        shown = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown.sentence.text
            case Qt.ItemDataRole.ToolTipRole:
                return flag_words.sentence_tip(shown.sentence)
            case Qt.ItemDataRole.AccessibleTextRole:
                return flag_words.spoken_sentence(shown.sentence, shown.busy, shades_now())
        return shown if role == SENTENCE_ROLE else None


class SentenceList(CardPile):
    """`opened` carries the place of the sentence, from 0, also when the same one is clicked or entered again."""

    opened = Signal(int)
    copy_wanted = Signal(int)
    edit_wanted = Signal()
    LOWEST = 110

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SentenceRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(SentenceCard(icons, self))
        self.setAccessibleName(self.tr("Sentences of the summary"))
        self.selectionModel().currentChanged.connect(lambda now, before: self._open(now))
        self.clicked.connect(self._open)

    def show_sentences(self, sentences: tuple[SummarySentence, ...], opened: int | None, busy: bool) -> None:
        self.showing = True
        self.rows.show(sentences, busy)
        self.come_to(-1 if opened is None else opened)
        self.showing = False
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """F2 is this list's own while it has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_f2(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        there = self.currentIndex().isValid()
        if there and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(self.currentIndex().row())
        elif there and event.key() in RETURN_KEYS:
            self._open(self.currentIndex())
        elif _is_f2(event):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, now: QModelIndex) -> None:
        if now.isValid() and not self.showing:
            self.opened.emit(now.row())


def _is_f2(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F2 and event.modifiers() == Qt.KeyboardModifier.NoModifier
