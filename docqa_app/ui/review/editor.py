"""A line to write in, laid over what is changed: a field, a cell, or a word on the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from docqa_app.ui.qt import RETURN_KEYS

LEAST_WIDTH = 80


class Editor(QLineEdit):
    """Enter or Tab hands the text on, Esc leaves it as it was. It stays open until it is told to close."""

    entered = Signal(str, int)
    """The text, and where to go on: 0 stays, 1 and -1 to the next and previous doubt."""
    typed = Signal(str)
    left = Signal()

    def __init__(self, over: QAbstractScrollArea) -> None:
        super().__init__(over.viewport())
        self._over = over
        self.textEdited.connect(self.typed)
        self.hide()

    def open(self, text: str, place: QRect, name: str) -> None:
        """Shows the text at a place of the widget it lies over, all of it selected."""
        self.follow(place)
        self.setAccessibleName(name)
        self.setText(text)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, place: QRect) -> None:
        """Lies at a place from now on, at least as tall as a line."""
        height = max(place.height(), self.sizeHint().height())
        top = place.center().y() - height // 2 if place.height() < height else place.top()
        self.setGeometry(place.left(), top, max(LEAST_WIDTH, place.width()), height)

    def close_up(self) -> None:
        """Closes; the keyboard goes back to what it lay over."""
        if self.isVisible():
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)  # first, else hiding hands the keyboard to a neighbour
            self.hide()

    def event(self, event: QEvent) -> bool:
        """Tab would be taken for a change of focus before any key is pressed here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Tab:
                self.entered.emit(self.text(), 1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.entered.emit(self.text(), -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in RETURN_KEYS:
            self.entered.emit(self.text(), 0)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            self.close_up()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Going elsewhere leaves the text as it was; another window in front does not."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
            self.hide()
