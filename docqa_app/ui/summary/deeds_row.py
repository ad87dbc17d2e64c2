"""What can be done with a summary: change it, bring an own text back, copy it, write it to a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from docqa_app.session.summary import Summarized


class DeedsRow(QWidget):
    """Buttons; the menu of `export_button` is given by whoever writes."""

    edit_wanted = Signal()
    back_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit_button = QPushButton(self.tr("Edit"))
        self.back_button = QPushButton(self.tr("Bring back my own text"))
        self.back_button.setToolTip(self.tr("Bring back the text you had changed before the summary was written anew"))
        self.copy_button = QPushButton(self.tr("Copy"))
        self.export_button = QToolButton()
        self.export_button.setText(self.tr("Export"))
        self.export_button.setAccessibleName(self.tr("Export the summary"))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._lay_out()
        self.edit_button.clicked.connect(self.edit_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)

    def _lay_out(self) -> None:
        """The own text, which is seldom there, has a line of its own."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.edit_button, self.copy_button):
            button.setProperty("flat", True)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.export_button)
        self.back_button.setProperty("flat", True)
        self.back_button.setProperty("link", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.back_button)
        column.addLayout(row)

    def show_wish(self, wish: Summarized | None, *, editing: bool, there: bool) -> None:
        """`there` says that a document is in view, `editing` that its summary is being changed."""
        written = bool(wish and wish.summary.sentences)
        self.edit_button.setEnabled(there and not editing)
        self.copy_button.setEnabled(written and not editing)
        self.export_button.setEnabled(written and not editing)
        self.back_button.setVisible(bool(wish and wish.replaced) and not editing)
