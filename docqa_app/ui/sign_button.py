"""A button that shows a sign instead of a word: as wide in every language, with its words in the tip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QToolButton, QWidget

from docqa_app.ui.icons import Icons
from docqa_app.ui.theme import shades_now


class SignButton(QToolButton):
    """Draws its sign in the colours of now. `keys` are named in the tip, for they do the same."""

    def __init__(self, icons: Icons, sign: str, words: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._sign = sign
        self.setAccessibleName(words)
        self.show_keys(keys)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._dress()

    def show_keys(self, keys: str) -> None:
        words = self.accessibleName()
        self.setToolTip(f"{words} ({keys})" if keys else words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        shades = shades_now()
        self.setIcon(self._icons.icon(self._sign, QColor(shades.text), QColor(shades.control_border)))
