"""A row of buttons in a narrow place: those that have no room stand behind a button of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget


class NarrowBar(QToolBar):
    """Every button is reached by Tab, also the one with the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.rest = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if self.rest is not None:
            self.rest.setAccessibleName(self.tr("More commands"))
            self.rest.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def add(self, action: QAction) -> QToolButton:
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton), "what a tool bar makes of an action"
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
