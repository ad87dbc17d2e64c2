"""Where questions are typed: Enter asks, Shift+Enter starts another, Up and Down recall earlier ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from docqa_app.ui.qt import RETURN_KEYS

MOST_LINES = 6


class QuestionBox(QPlainTextEdit):
    """A text box of one line that grows with its lines, one question each."""

    asked = Signal(str)
    choice_wanted = Signal(int)
    """A digit that names another answer, typed where no question is begun."""
    copy_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history: tuple[str, ...] = ()
        self._recalled = 0
        self._draft = ""
        self._choices = range(0)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a file that is dropped here is meant for the window
        self.setPlaceholderText(self.tr("Ask about this document"))
        self.setAccessibleName(self.tr("Question"))
        self.setAccessibleDescription(
            self.tr("Enter asks. Shift+Enter starts another question. Up recalls an earlier one.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def set_history(self, questions: tuple[str, ...]) -> None:
        """Earlier questions, the newest last."""
        self.history = questions

    def set_choices(self, choices: range) -> None:
        """The digits that name other answers now."""
        self._choices = choices

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        lines = min(MOST_LINES, max(1, self.document().blockCount()))
        around = self.height() - self.viewport().height() if self.isVisible() else 14
        margin = round(2 * self.document().documentMargin())
        return QSize(120, lines * QFontMetrics(self.font()).lineSpacing() + margin + max(12, around))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in RETURN_KEYS and not shift:
            self.ask()
        elif event.key() == Qt.Key.Key_Up and self._on_line(QTextCursor.MoveOperation.Start):
            self._recall(self._recalled + 1)
        elif event.key() == Qt.Key.Key_Down and self._recalled and self._on_line(QTextCursor.MoveOperation.End):
            self._recall(self._recalled - 1)
        elif not self._serve_the_answer(event):
            super().keyPressEvent(event)

    def _serve_the_answer(self, event: QKeyEvent) -> bool:
        """While nothing is typed, keys may be meant for the answer that has just come."""
        empty = self.document().isEmpty()
        if empty and event.text().isdecimal() and int(event.text()) in self._choices:
            self.choice_wanted.emit(int(event.text()))
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def ask(self) -> None:
        """Hands on what is typed, if anything is."""
        text = self.toPlainText().strip()
        if text:
            self._recalled = 0
            self.clear()
            self.asked.emit(text)

    def _on_line(self, edge: QTextCursor.MoveOperation) -> bool:
        """Whether the cursor stands on the first (Start) or last (End) line."""
        there = QTextCursor(self.document())
        there.movePosition(edge)
        return there.blockNumber() == self.textCursor().blockNumber()

    def _recall(self, back: int) -> None:
        if back > len(self.history):
            return
        if self._recalled == 0:
            self._draft = self.toPlainText()
        self._recalled = back
        self.setPlainText(self.history[-back] if back else self._draft)
        self.moveCursor(QTextCursor.MoveOperation.End)
