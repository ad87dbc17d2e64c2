"""What the check of a summary does, what its flags mean and how good it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from docqa_app.core.summary import Thresholds
from docqa_app.ui.summary import flag_words


class CheckHelp(QDialog):
    """Stands beside the work, as text that can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How a summary is checked"))
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.text.setMinimumWidth(440)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.show_thresholds(())

    def show_thresholds(self, thresholds: Sequence[Thresholds]) -> None:
        """() while the model is not there."""
        self.text.setText(flag_words.help_text(thresholds))
