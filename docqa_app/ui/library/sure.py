"""A question before something that cannot be taken back, in the pane it is about; never a box over everything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Sure(QFrame):
    """Hidden until it asks; `agreed` is the yes. Escape and the other button are the no. The keyboard goes back to
    where it was when it asked."""

    agreed = Signal()

    def __init__(self, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "problem")
        self._question = QLabel(wordWrap=True)
        self._before: QWidget | None = None
        self.yes_button = QPushButton(deed)
        self.no_button = QPushButton(self.tr("Keep"))
        row = QHBoxLayout(self)
        row.addWidget(self._question, 1)
        row.addWidget(self.yes_button)
        row.addWidget(self.no_button)
        self.yes_button.clicked.connect(self._agree)
        self.no_button.clicked.connect(self.leave)
        self.hide()

    def ask(self, question: str) -> None:
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._question.setText(question)
        self.setAccessibleName(question)
        self.show()
        self.no_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Asks no longer."""
        if self._before is not None and (self.no_button.hasFocus() or self.yes_button.hasFocus()):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)  # first, else hiding hands it to a neighbour
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.leave()
        self.agreed.emit()
