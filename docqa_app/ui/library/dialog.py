"""The Library dialog: the documents that were seen, and what was learned from them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from docqa_app.ui.library.found_pane import FoundPane
from docqa_app.ui.library.memory_pane import MemoryPane
from docqa_app.ui.said import Said
from docqa_app.ui.screens import on_screen

SIZE = (960, 560)


class LibraryDialog(QDialog):
    """Stands beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Library"))
        self.resize(on_screen(self, SIZE))
        self.found = FoundPane()
        self.memory = MemoryPane()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Parts of the library"))
        self.tabs.addTab(self.found, self.tr("&Documents"))
        self.tabs.addTab(self.memory, self.tr("&Remembered corrections"))
        self.said = Said()
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.said)
        self.found.search.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """What became of a wish."""
        self.said.say(sentence, trouble=trouble)
