"""The panel beside the page: one tab a room. Rooms that come later are added the same way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from docqa_app.ui.icons import Icons
from docqa_app.ui.scrolled import Scrolled
from docqa_app.ui.style import TAB_PADDING
from docqa_app.ui.theme import shades_now

SIGN = 18
ROUNDING = 2
"""Pixels that a style may add to a tab."""


class SidePanel(QTabWidget):
    """Shows one room at a time.

    Where the words of all tabs do not fit side by side, only the tab in front keeps its word and the others show
    their signs; tips and screen readers have the words always.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._signs: list[str] = []
        self._words: list[str] = []
        self._rooms: list[QWidget] = []
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Rooms"))
        self.tabBar().setAccessibleName(self.tr("Rooms"))
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(SIGN, SIGN))
        self.setMinimumWidth(300)
        self.currentChanged.connect(self._dress)

    def add_room(self, title: str, room: QWidget, sign: str = "") -> None:
        """`sign` names the icon that stands for the title where there is little room."""
        self._words.append(title)
        self._signs.append(sign)
        self._rooms.append(room)
        place = self.addTab(Scrolled(room), title)
        self.setTabToolTip(place, title)
        self.tabBar().setAccessibleTabName(place, title)
        self._dress()

    def show_room(self, room: QWidget) -> None:
        self.setCurrentIndex(self._rooms.index(room))

    def is_shown(self, room: QWidget) -> bool:
        return self.isVisible() and self._rooms[self.currentIndex()] is room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.count():
            self._dress()

    def _dress(self) -> None:
        """Words where they fit, else signs."""
        whole = self._words_width() <= self.width()
        for place, (word, sign) in enumerate(zip(self._words, self._signs, strict=True)):
            worded = whole or place == self.currentIndex() or not sign
            self.setTabText(place, word if worded else "")
            quiet = QColor(shades_now().quiet)
            self.setTabIcon(place, QIcon() if worded else self._icons.icon(sign, quiet, size=SIGN))

    def _words_width(self) -> int:
        """Pixels that all tabs take with their words, whichever of them is in front."""
        strong = QFont(self.tabBar().font())
        strong.setWeight(QFont.Weight.DemiBold)
        plain, bold = QFontMetrics(self.tabBar().font()), QFontMetrics(strong)
        wider = max(bold.horizontalAdvance(word) - plain.horizontalAdvance(word) for word in self._words)
        return wider + sum(plain.horizontalAdvance(word) + 2 * TAB_PADDING + ROUNDING for word in self._words)
