"""Asks for the password of a locked document, over the page and without a box in the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class PasswordBar(QFrame):
    """Forgets what was typed as soon as it is handed on."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "ask")
        self._text = QLabel(wordWrap=True)
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setMaximumWidth(220)
        self._text.setBuddy(self.field)
        self.field.setAccessibleName(self.tr("Password of this document"))
        self.field.setPlaceholderText(self.tr("Password"))
        unlock = QPushButton(self.tr("Unlock"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self.field)
        row.addWidget(unlock)
        self.field.returnPressed.connect(self._enter)
        unlock.clicked.connect(self._enter)
        self.hide()

    def show_question(self, sentence: str) -> None:
        """`sentence` says which document is locked, or that the last password was wrong."""
        self._text.setText(
            self.tr("{sentence} It is kept only until you close the document.").format(sentence=sentence)
        )
        if self.isHidden():
            self.show()
            self.field.setFocus()

    def _enter(self) -> None:
        if self.field.text():
            password = self.field.text()
            self.field.clear()
            self.entered.emit(password)
