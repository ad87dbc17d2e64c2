"""The summary as text that can be changed; what stands nowhere in the document is marked while it is typed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from docqa_app.core.summary import SummarySentence
from docqa_app.ui.qt import RETURN_KEYS
from docqa_app.ui.summary import flag_words
from docqa_app.ui.summary.sentence_card import wave
from docqa_app.ui.theme import shades_now


class SummaryText(QPlainTextEdit):
    """Ctrl+Enter takes the text, Escape leaves it as it was; Tab goes on to the buttons."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Text of the summary"))
        self.setPlaceholderText(self.tr("Write or paste a summary; each sentence is checked against the document."))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in RETURN_KEYS:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SummaryEditor(QWidget):
    """`typed` carries the text after each change, `taken` when it is done; `left` says that it stays as it was."""

    typed = Signal(str)
    taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = SummaryText()
        self.nowhere = QLabel(wordWrap=True)
        self.done_button = QPushButton(self.tr("Check it"))
        self.done_button.setProperty("main", True)
        self.done_button.setToolTip(self.tr("Take this text and check what changed (Ctrl+Enter)"))
        self.cancel_button = QPushButton(self.tr("Leave it as it was"))
        self._lay_out()
        self.text.textChanged.connect(lambda: self.typed.emit(self.text.toPlainText()))
        self.text.taken.connect(self._take)
        self.text.left.connect(self.left)
        self.done_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.left)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.nowhere)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        layout.addLayout(buttons)

    def begin(self, text: str) -> None:
        self.text.setPlainText(text)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, sentences: tuple[SummarySentence, ...]) -> None:
        """Marks what stands nowhere in the text that was typed."""
        self.text.setExtraSelections([self._marked(*place) for place in places(self.text.toPlainText(), sentences)])
        unfounded = tuple(one for sentence in sentences for one in sentence.unfounded)
        self.nowhere.setText(flag_words.nowhere(unfounded))
        self.nowhere.setVisible(bool(unfounded))

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, wave(shades_now())
        return mark

    def _take(self) -> None:
        self.taken.emit(self.text.toPlainText())


def places(text: str, sentences: tuple[SummarySentence, ...]) -> Iterator[tuple[int, int]]:
    """Where in a text, whose spaces may be wider than its sentences', their unfounded pieces stand; none of a text that
    has changed since."""
    letters = [at for at, letter in enumerate(text) if not letter.isspace()]
    before = 0
    for sentence in sentences:
        for one in sentence.unfounded:
            first = before + _letters(sentence.text[: one.start])
            last = first + _letters(one.text) - 1
            if last < len(letters) and text[letters[first] : letters[last] + 1].split() == one.text.split():
                yield letters[first], letters[last] + 1
        before += _letters(sentence.text)


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)
