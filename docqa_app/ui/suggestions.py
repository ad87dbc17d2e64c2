"""What an empty answer list offers: questions that fit most invoices and receipts, a click each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from docqa_app.session.state import ReadState


class Suggestions(QWidget):
    """`chosen` carries one question, or all of them, one a line."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = (
            self.tr("What is the total amount?"),
            self.tr("What is the invoice number?"),
            self.tr("What is the date?"),
            self.tr("Who is it from?"),
        )
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("quiet", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 0)
        layout.setSpacing(4)
        layout.addWidget(self._hint)
        self.buttons = [self._button(question, question) for question in self.questions]
        self.buttons.append(self._button(self.tr("Ask all four"), "\n".join(self.questions)))
        for button in self.buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self.show_state(None)

    def show_state(self, state: ReadState | None) -> None:
        """Says what a question will wait for; without anything to ask it offers nothing."""
        for button in self.buttons:
            button.setVisible(state not in (None, ReadState.FAILED))
        self._hint.setText(
            {
                None: self.tr("Open a document to ask about it."),
                ReadState.WAITING: self.tr("You can ask now; answers come when the document is read."),
                ReadState.READING: self.tr("You can ask now; answers come when the document is read."),
                ReadState.LOCKED: self.tr("Answers come when the document is unlocked."),
                ReadState.FAILED: self.tr("This document could not be read, so there is nothing to ask."),
            }.get(state, self.tr("Ask in your own words, several questions on lines of their own, or begin with:"))
        )

    def _button(self, text: str, questions: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("flat", True)
        button.setProperty("link", True)
        button.clicked.connect(lambda: self.chosen.emit(questions))
        return button
