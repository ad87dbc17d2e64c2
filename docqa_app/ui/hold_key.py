"""A key that does something only while it is held down, and types its letter where letters are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox


class HoldKey(QObject):
    """Watches one shown window: its QWindow hears keys and little else, so that watching costs nothing."""

    held = Signal(bool)

    def __init__(self, key: Qt.Key, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._key = key
        self._window = window
        self._down = False
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication), "a window needs an application"
        app.focusWindowChanged.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if not isinstance(event, QKeyEvent) or event.key() != self._key:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.modifiers() and not _is_typing():
            self._set(True)
            return True
        if event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._set(False)
        return False

    def _let_go(self) -> None:
        """The release of a key is not heard once another window has the keyboard."""
        self._set(False)

    def _set(self, down: bool) -> None:
        if down != self._down:
            self._down = down
            self.held.emit(down)


def _is_typing() -> bool:
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QSpinBox)
