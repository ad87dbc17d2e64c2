"""The list of keys: those that apply now, with what they do, by the menu they stand in."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.ui.actions import Actions
from docqa_app.ui.deeds import MENUS
from docqa_app.ui.screens import on_screen

SIZE = (740, 560)


class ShortcutList(QDialog):
    """Stands beside the work. Keys that do nothing here, such as page keys without a document, are left out."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(on_screen(self, SIZE))
        self.filter = QLineEdit(placeholderText=self.tr("Find a key or what it does"))
        self.filter.setAccessibleName(self.tr("Find a key"))
        self.tree = QTreeWidget()
        self._groups: list[QTreeWidgetItem] = []
        self._items: list[QTreeWidgetItem] = []
        self._set_up_tree()
        self._lay_out()
        self._fill(actions)
        self._show_matching("")
        self.filter.textChanged.connect(self._show_matching)

    def shown(self) -> list[tuple[str, str]]:
        """What the list says now: deed and keys."""
        return [(item.text(0), item.text(1)) for item in self._items if not item.isHidden()]

    def _set_up_tree(self) -> None:
        self.tree.setProperty("roomy", True)
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Key")])
        self.tree.setAccessibleName(self.tr("Keys that apply now"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for part in (self.filter, self.tree, buttons):
            column.addWidget(part)

    def _fill(self, actions: Actions) -> None:
        for menu in MENUS:
            group = self._group(menu.title.replace("&", ""))
            for deed in menu.deeds:
                action = actions[deed.name]
                if action.isEnabled() and action.shortcuts():
                    keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
                    self._add(group, deed.plain, ",  ".join(keys))
        self._add_held_and_typed()
        self.tree.expandAll()

    def _add_held_and_typed(self) -> None:
        """Keys that belong to no menu."""
        group = self._group(self.tr("In the panes"))
        for what, key in (
            (self.tr("Ask what is typed; a new line for another question"), self.tr("Enter; Shift+Enter")),
            (self.tr("Recall an earlier question"), self.tr("Up, Down")),
            (self.tr("Take another reading of the answer; the model's own"), self.tr("1 to 9; 0")),
            (self.tr("Hide the layers while held"), "T"),
            (self.tr("Copy the answer or the selected words"), "Ctrl+C"),
            (self.tr("Remove the answer, close the document"), self.tr("Delete in its list")),
            (self.tr("Review the file, take it off the list"), self.tr("Enter, Delete in the queue")),
            (self.tr("Go to the next or previous value to check"), self.tr("Tab; Shift+Tab in the fields")),
            (self.tr("Accept the value; edit it"), self.tr("Enter; F2 in the fields")),
            (self.tr("Take another value that is offered"), self.tr("1 to 9 in the fields")),
            (self.tr("Make words the value"), self.tr("Drag over them, or Ctrl+click")),
            (self.tr("Move the right border of the column"), self.tr("Shift+Left, Shift+Right in the rows")),
            (self.tr("Change the summary; check what changed"), self.tr("F2; Ctrl+Enter in the summary")),
            (self.tr("Correct a word on the page"), self.tr("Double click")),
            (self.tr("Zoom to the pointer"), self.tr("Ctrl+wheel")),
            (self.tr("Move the page by hand"), self.tr("Space held and drag")),
        ):
            self._add(group, what, key)

    def _group(self, title: str) -> QTreeWidgetItem:
        self._groups.append(QTreeWidgetItem(self.tree, [title]))
        strong = self.font()
        strong.setBold(True)
        self._groups[-1].setFont(0, strong)
        return self._groups[-1]

    def _add(self, group: QTreeWidgetItem, what: str, keys: str) -> None:
        self._items.append(QTreeWidgetItem(group, [what, keys]))

    def _show_matching(self, text: str) -> None:
        wanted = text.strip().lower()
        for item in self._items:
            item.setHidden(wanted not in item.text(0).lower() and wanted not in item.text(1).lower())
        for group in self._groups:
            mine = [item for item in self._items if item.parent() is group]
            group.setHidden(all(item.isHidden() for item in mine))
