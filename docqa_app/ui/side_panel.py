"""The panel beside the page: one tab a room. Rooms that come later are added the same way."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget


class SidePanel(QTabWidget):
    """Shows one room at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Rooms"))
        self.tabBar().setAccessibleName(self.tr("Rooms"))
        self.setMinimumWidth(300)

    def add_room(self, title: str, room: QWidget) -> None:
        self.addTab(room, title)

    def show_room(self, room: QWidget) -> None:
        self.setCurrentWidget(room)

    def is_shown(self, room: QWidget) -> bool:
        return self.isVisible() and self.currentWidget() is room
