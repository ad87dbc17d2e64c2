"""Where a number is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

PAD = 5
"""Device-independent pixels between the frame and the number; the style sheet's own padding does not reach it."""


class NumberBox(QSpinBox):
    """A spin box whose text keeps off its frame."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(PAD, 0, PAD, 0)
