"""What the app is, which version and model answer, what it reads with, and that nothing leaves the computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from docqa_app import __version__
from docqa_app.core.ports import Engine
from docqa_app.ui.from_below import in_our_words

WIDTH = 420
"""Device-independent pixels: each sentence in one or two lines."""


class About(QDialog):
    """`engine` is None while no model is loaded."""

    def __init__(self, engine: Engine | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About docqa"))
        model = f"{engine.model} ({engine.device})" if engine else self.tr("no model is loaded")
        lines = (
            f"docqa {__version__}",
            self.tr("Ask documents, and see the evidence on the page."),
            self.tr("Model: {model}").format(model=model),
            self.tr("Documents, words and answers stay on this computer: the app opens no network connection."),
            self.tr("Licence: Apache-2.0"),
        )
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        for line in lines:
            column.addWidget(_line(line))
        self.programs = _line("")
        column.addWidget(self.programs)
        column.addStretch(1)  # what is left of the height stands below the lines, not between them
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)

    def show_programs(self, sentences: tuple[str, ...]) -> None:
        """What the computer reads with, as soon as it is known."""
        self.programs.setText("\n".join(map(in_our_words, sentences)))
        self.resize(self.width(), self.heightForWidth(self.width()))


def _line(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
