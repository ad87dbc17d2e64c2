"""What has to wait until the window stands: whatever it does, a person sees the window sooner without it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_WAIT = 1000
"""Milliseconds: a window that opens behind others or on another desktop may not be painted for long."""


class Standing(QObject):
    """A window stands once it has been painted for the first time, or has waited for that in vain."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Callable[[], None]] = []
        self.is_so = False
        window.installEventFilter(self)

    def then(self, do: Callable[[], None]) -> None:
        """Calls it now if the window stands, else as soon as it does, in the order of the wishes."""
        if self.is_so:
            do()
            return
        if not self._waiting:
            QTimer.singleShot(LONGEST_WAIT, self, self._stands)
        self._waiting.append(do)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._stands)  # once this paint is done
        return False

    def _stands(self) -> None:
        if not self.is_so:
            self.is_so = True
            self._window.removeEventFilter(self)
            for do in self._waiting:
                do()
            self._waiting.clear()
