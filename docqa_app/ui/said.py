"""A sentence below a piece of work: how it went, or what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Said(QLabel):
    """Hidden while there is nothing to say. `quiet`: no more than a remark where nothing is wrong."""

    def __init__(self, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setProperty("quiet", quiet)
        self.hide()

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Shows a sentence, to screen readers too; "" hides it."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("trouble", trouble)
        self.style().unpolish(self)  # a style sheet looks at properties only then
        self.style().polish(self)
        self.setVisible(bool(sentence))
