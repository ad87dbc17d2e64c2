"""A line of text that gives way: where it has no room its middle is left out, and the tip has it whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

LEAST = 60
"""Device-independent pixels."""


class ElidedLabel(QLabel):
    """What is shown, told and copied about is `text()`; only the drawing is shortened."""

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        whole = super().minimumSizeHint()
        return QSize(min(LEAST, whole.width()), whole.height())

    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
