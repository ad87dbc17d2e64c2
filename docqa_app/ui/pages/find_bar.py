"""The bar to search the document: text, how many hits, next, previous, close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from docqa_app.ui.qt import RETURN_KEYS


class FindBar(QWidget):
    """Says what the user wants to find; whoever searches tells it the count."""

    find_wanted = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLineEdit(self)
        self._count = QLabel(self)
        self._previous = self._button(Qt.ArrowType.UpArrow, self.tr("Previous hit"), self.tr("Previous hit (Shift+F3)"))
        self._next = self._button(Qt.ArrowType.DownArrow, self.tr("Next hit"), self.tr("Next hit (F3)"))
        self._close = self._button(Qt.ArrowType.NoArrow, self.tr("Close the search"), self.tr("Close (Esc)"))
        self._close.setText("✕")
        self._lay_out()
        self._text.textChanged.connect(self.find_wanted)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._close.clicked.connect(self.closed)
        self.show_count(0, 0)

    @property
    def text(self) -> str:
        return self._text.text()

    def begin(self, text: str = "") -> None:
        """Opens the bar for typing; `text`, when given, is searched at once."""
        self.show()
        if text:
            self._text.setText(text)
        self._text.selectAll()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, current: int, total: int) -> None:
        """ "3 of 17"; `current` counts from 1, 0 where the user is at none."""
        self._count.setText(self._wording(current, total))
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)

    def _wording(self, current: int, total: int) -> str:
        if not self.text.strip():
            return ""
        if not total:
            return self.tr("Nothing found")
        return self.tr("{current} of {total}").format(current=current, total=total)

    def _button(self, arrow: Qt.ArrowType, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Search the document"))
        self._text.setPlaceholderText(self.tr("Find on the pages"))
        self._text.setAccessibleName(self.tr("Find on the pages"))
        self._text.setAccessibleDescription(self.tr("Enter goes to the next hit, Shift+Enter to the previous one."))
        self._text.setClearButtonEnabled(True)
        self._text.setMinimumWidth(160)
        self._text.setMaximumWidth(320)
        self._count.setAccessibleName(self.tr("Hits"))
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(self.tr("Nothing found")) + 8)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        for widget in (self._text, self._previous, self._next, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in RETURN_KEYS:
            (self.previous_wanted if shifted else self.next_wanted).emit()
        else:
            super().keyPressEvent(event)
