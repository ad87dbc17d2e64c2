"""The table of deeds as Qt actions, menus and a toolbar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from docqa_app.settings import Shortcuts
from docqa_app.ui.deeds import BAR, DEEDS, MENUS, Deed
from docqa_app.ui.icons import Icons
from docqa_app.ui.keys import keys_now
from docqa_app.ui.theme import shades_now


class Actions(QObject):
    """One QAction a deed, by its name."""

    def __init__(self, window: QMainWindow, icons: Icons) -> None:
        super().__init__(window)
        self._window = window
        self._icons = icons
        self._actions = {deed.name: self._made(deed) for deed in DEEDS}
        self.menus = {menu.name: window.menuBar().addMenu(menu.title) for menu in MENUS}
        self._fill_menus()
        self.use_keys(())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def tool_bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Tools"), self._window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        for group in BAR:
            if group is not BAR[0]:
                bar.addSeparator()
            bar.addActions([self._actions[name] for name in group])
        return bar

    def submenu(self, name: str, menu: QMenu) -> None:
        """Hangs a menu under a deed that only opens one."""
        self._actions[name].setMenu(menu)

    def dress(self) -> None:
        """Draws the signs in the colours of now."""
        shades = shades_now()
        text, pale = QColor(shades.text), QColor(shades.control_border)
        for deed in DEEDS:
            if deed.sign:
                self._actions[deed.name].setIcon(self._icons.icon(deed.sign, text, pale))

    def show_document(self, there: bool) -> None:
        """Enables what needs a document while one is open."""
        for deed in DEEDS:
            if deed.needs:
                self._actions[deed.name].setEnabled(there)

    def use_keys(self, chosen: Shortcuts) -> None:
        """Gives every deed its keys of now, and says them in its tip."""
        keys = keys_now(chosen)
        for deed in DEEDS:
            action = self._actions[deed.name]
            action.setShortcuts([QKeySequence(key) for key in keys[deed.name]])
            first = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{deed.plain} ({first})" if first else deed.plain)

    def _made(self, deed: Deed) -> QAction:
        action = QAction(deed.text, self._window)
        action.setObjectName(deed.name)
        action.setCheckable(deed.check)
        action.setIconVisibleInMenu(False)
        action.setAutoRepeat(not deed.once)
        self._window.addAction(action)
        return action

    def _fill_menus(self) -> None:
        for menu in MENUS:
            for deed in menu.deeds:
                if deed.rule:
                    self.menus[menu.name].addSeparator()
                self.menus[menu.name].addAction(self._actions[deed.name])
