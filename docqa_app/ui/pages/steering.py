"""Wheel, fingers and keys move the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from docqa_app.ui.colours import Palette
from docqa_app.ui.pages.canvas import Canvas
from docqa_app.ui.pages.running import Run
from docqa_app.ui.pages.zoom import Fit

WHEEL_STEP = 1.2
"""Zoom factor of one notch of the wheel (120 eighths of a degree)."""


class SteeredCanvas(Canvas):
    """Ctrl+wheel and pinch zoom to the pointer; Ctrl with + = - 0 zooms; Page keys, Home and End move."""

    def __init__(self, run: Run, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(run, palette, parent)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / 120
        self.zoom_about(self.zoom * WHEEL_STEP**notches, event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_about(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        if isinstance(event, QGestureEvent):
            return self._pinched(event)
        return super().viewportEvent(event)

    def _pinched(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.zoom_about(self.zoom * pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.hotSpot().toPoint()))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        move = self._move_for(event)
        if move is None:
            super().keyPressEvent(event)
        else:
            move()

    def _move_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here; None where it does nothing of ours."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.matches(QKeySequence.StandardKey.ZoomIn):
                return self.zoom_in
            zooms = {Qt.Key.Key_Equal: self.zoom_in, Qt.Key.Key_Minus: self.zoom_out, Qt.Key.Key_0: self.actual_size}
            if key in zooms:
                return zooms[key]
        turns_pages = self.fit is Fit.PAGE or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = {Qt.Key.Key_Home: self.go_to_start, Qt.Key.Key_End: self.go_to_end}
        if turns_pages:
            moves |= {Qt.Key.Key_PageDown: self.go_to_next_page, Qt.Key.Key_PageUp: self.go_to_previous_page}
        return moves.get(key)
