"""What the window shows when nothing is open: what to do, the last files, and a sample."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

MOST_RECENT = 6
WIDTH = 520
"""Device-independent pixels of the column in the middle."""
AROUND = 24
"""Those of a button around its words."""
MIDDLE = 100
"""How much more room the column takes than what is beside it, until it is as wide as it gets."""


class Welcome(QFrame):
    """Buttons only; the wishes leave as signals."""

    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_button = QPushButton(self.tr("Open files…"))
        self.open_button.setProperty("main", True)
        self.sample_button = QPushButton(self.tr("Open the sample invoice"))
        self.recent_buttons: list[QPushButton] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)

    def show_recent(self, paths: Sequence[Path]) -> None:
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.recent_buttons = []
        if not paths:
            return
        title = QLabel(self.tr("Opened last"))
        title.setProperty("quiet", True)
        self._recent.addWidget(title)
        for path in paths[:MOST_RECENT]:
            button = self._recent_button(path)
            self._recent.addWidget(button)
            self.recent_buttons.append(button)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(path.name)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fit_name(button)
        button.setProperty("flat", True)
        button.setProperty("link", True)
        button.setToolTip(str(path))
        button.clicked.connect(partial(self.recent_wanted.emit, path))
        return button

    def _fit_name(self, button: QPushButton) -> None:
        """Both ends of a long name are seen."""
        name, across = button.accessibleName(), min(WIDTH, self.contentsRect().width() - 2 * AROUND) - AROUND
        shown = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, across)
        button.setText(shown.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        for button in self.recent_buttons:
            self._fit_name(button)

    def _lay_out(self) -> None:
        row = QHBoxLayout()  # an alignment would give the column a height that knows nothing of wrapped lines
        row.addStretch(1)
        row.addWidget(self._middle(), MIDDLE)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    def _middle(self) -> QWidget:
        """The column that all stands in."""
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addWidget(self._heading())
        column.addWidget(self._hint())
        column.addLayout(self._buttons())
        column.addSpacing(12)
        column.addLayout(self._recent)
        return middle

    def _heading(self) -> QLabel:
        heading = QLabel(self.tr("Open an invoice, a receipt or a form"), wordWrap=True)
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        heading.setFont(font)
        return heading

    def _hint(self) -> QLabel:
        hint = QLabel(
            self.tr(
                "Drop PDF or image files here, paste a picture with Ctrl+V, or choose them. They stay on this computer."
            ),
            wordWrap=True,
        )
        hint.setProperty("quiet", True)
        return hint

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.sample_button)
        row.addStretch(1)
        return row
