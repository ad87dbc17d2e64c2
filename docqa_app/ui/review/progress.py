"""How far the filling of the fields has come, or why there are none, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from docqa_app.ui.work.doing import Doing
from docqa_app.ui.wrapped import WrappedLabel


class FillProgress(QFrame):
    """Hides itself where there is nothing to say."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", "hint")
        self._doing: Doing | None = None
        self.text = WrappedLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.again = QPushButton(self.tr("Try again"))
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addStretch(0)
        for button in (self.cancel, self.again):
            button.setProperty("flat", True)
            row.addWidget(button)
        column.addLayout(row)
        self.cancel.clicked.connect(self._cancel)
        self.again.clicked.connect(self.again_wanted)
        self.hide()

    def show_state(self, sentence: str, doing: Doing | None, *, again: bool = False) -> None:
        """`doing` runs now; `again`: it has ended without a result and can be begun anew."""
        self._doing = doing
        self.text.setText(sentence)
        self.bar.setVisible(doing is not None)
        self.bar.setMaximum(doing.total if doing else 0)
        self.bar.setValue(doing.done if doing else 0)
        self.cancel.setVisible(doing is not None)
        self.again.setVisible(again)
        self.setVisible(bool(sentence))

    def _cancel(self) -> None:
        if self._doing:
            self._doing.cancel()
