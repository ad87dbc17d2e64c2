"""What has to wait until the window stands: whatever it does, a person sees the window sooner without it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_WAIT = 1000
"""Milliseconds: a window that opens behind others or on another desktop may not be painted for long."""


class AfterFirstPaint(QObject):
    """Calls `begin` once, when the window has been painted for the first time or has waited for that in vain."""

    def __init__(self, window: QWidget, begin: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._begin: Callable[[], None] | None = begin
        window.installEventFilter(self)
        QTimer.singleShot(LONGEST_WAIT, self, self._due)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._due)  # once this paint is done
        return False

    def _due(self) -> None:
        if self._begin is not None:
            begin, self._begin = self._begin, None
            self._window.removeEventFilter(self)
            begin()
