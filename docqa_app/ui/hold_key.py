"""A key that does something only while it is held down, and types its letter where letters are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget


class HoldKey(QObject):
    """Watches one window."""

    held = Signal(bool)

    def __init__(self, key: Qt.Key, window: QWidget) -> None:
        super().__init__(window)
        self._key = key
        self._window = window
        self._down = False
        app = QApplication.instance()
        assert app is not None, "a window needs an application"
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if isinstance(event, QKeyEvent) and event.key() == self._key and self._may_act():
            if event.type() == QEvent.Type.KeyPress and not event.modifiers():
                self._set(True)
                return True
            if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._set(False)
        elif event.type() == QEvent.Type.WindowDeactivate and watched is self._window:
            self._set(False)
        return False

    def _may_act(self) -> bool:
        typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QSpinBox)
        return self._window.isActiveWindow() and not typing

    def _set(self, down: bool) -> None:
        if down != self._down:
            self._down = down
            self.held.emit(down)
