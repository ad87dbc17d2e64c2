"""The tabs of panes that share a place in the window: the Tab key comes to those that are seen, and they are named."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QTabBar


class DockTabs(QObject):
    """Qt keeps the bar of a place where one pane is left, out of sight but in the way of the keyboard."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if isinstance(watched, QTabBar) and event.type() == QEvent.Type.Move:
            self._meet(watched)
        elif isinstance(event, QChildEvent) and event.polished() and isinstance(bar := event.child(), QTabBar):
            bar.setAccessibleName(self.tr("Panes in this place"))
            bar.installEventFilter(self)
        return False

    def _meet(self, bar: QTabBar) -> None:
        several = bar.count() > 1
        if bar.hasFocus() and not several:
            bar.focusNextChild()  # it came there when the other pane was closed
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if several else Qt.FocusPolicy.NoFocus)
