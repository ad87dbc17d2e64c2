"""The keys of a review, the same in the list of fields and in the table of line items."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from docqa_app.ui.qt import RETURN_KEYS

MOVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
NO_MODIFIER = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReviewKeys(QObject):
    """Watches panes: Tab and Shift+Tab to the next doubt, Enter accepts, F2 edits, 1 to 9 take another."""

    doubt_wanted = Signal(int)
    """1 for the next, -1 for the one before."""
    accept_wanted = Signal()
    edit_wanted = Signal()
    choice_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doubts_left = False

    def watch(self, pane: QWidget) -> None:
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        wish = self._wish(event)
        if wish is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the window's digit keys would take it
        elif not event.isAutoRepeat() or event.key() in MOVING:  # a held key accepts nothing that nobody has seen
            wish[0].emit(*wish[1])
        return True

    def _wish(self, event: QKeyEvent) -> tuple[SignalInstance, tuple[int, ...]] | None:
        key = event.key()
        if key in MOVING and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            forward = key == Qt.Key.Key_Tab and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return (self.doubt_wanted, (1 if forward else -1,)) if self.doubts_left else None
        if event.modifiers() not in NO_MODIFIER:
            return None
        if key in RETURN_KEYS:
            return self.accept_wanted, ()
        if key == Qt.Key.Key_F2:
            return self.edit_wanted, ()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return self.choice_wanted, (key - Qt.Key.Key_0,)
        return None
