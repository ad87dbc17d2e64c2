"""Windows begin no bigger than the screen: at twice the size of everything a usual screen has 960 by 540 pixels."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40
"""Device-independent pixels that the system puts above a window."""


def on_screen(widget: QWidget, size: tuple[int, int]) -> QSize:
    """The size, or as much of it as the widget's screen has room for."""
    return QSize(*size).boundedTo(widget.screen().availableSize() - QSize(0, TITLE_BAR))
