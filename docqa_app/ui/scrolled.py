"""A room that scrolls where the window is lower than the room needs: on a small screen, or with big letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget


class _AsLowAsItGoes(QVBoxLayout):
    """Says nothing of the height that a width would like: a scroll area would give it, and scroll a room whose lists
    can be lower."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        return False


class Scrolled(QScrollArea):
    """As wide as the room needs, as low as the window wants; what has the focus is in sight."""

    def __init__(self, room: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room = room
        self._inside = inside = QWidget()
        layout = _AsLowAsItGoes(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(room)
        self.setWidget(inside)
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is one before any widget"
        application.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        room = max(self._room.minimumWidth(), self._room.minimumSizeHint().width())
        return QSize(room + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the room may need another width by now
        return super().event(event)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._room.isAncestorOf(now):
            return
        if (
            now.height() <= self.viewport().height()
        ):  # Qt is content with the place of a cursor, which a list has at its top
            end = now.mapTo(self._inside, now.rect().bottomLeft())
            self.ensureVisible(end.x(), end.y(), 0, 0)
        self.ensureWidgetVisible(now)
