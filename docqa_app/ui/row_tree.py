"""Rows of a dialog, of which Enter chooses one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget

from docqa_app.ui.qt import RETURN_KEYS


class RowTree(QTreeWidget):
    """Enter is the row's, and not also that of the dialog's main button, as Qt has it. It asks for no more height than
    it must have."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        whole = super().sizeHint()
        return QSize(whole.width(), self.minimumHeight() or whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        super().keyPressEvent(event)
        if event.key() in RETURN_KEYS:
            event.accept()
