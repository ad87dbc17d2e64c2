"""The keys in the settings: a row a deed; new keys are pressed, not typed, and a conflict is a sentence."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.settings import Shortcuts
from docqa_app.ui.deeds import MENUS, Deed
from docqa_app.ui.keys import changes, keys_now, shown, why_not, with_keys, written
from docqa_app.ui.row_tree import RowTree

DEED = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """Holds the choice until the dialog is kept. `problem` says why keys were not taken."""

    def __init__(self, chosen: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys_now(chosen)
        self._rows: dict[str, QTreeWidgetItem] = {}
        self.tree = _Tree()
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        for part in (self.edit, *self.edit.findChildren(QLineEdit)):
            part.setAccessibleName(self.tr("New keys"))
        self.problem = QLabel(wordWrap=True)
        self.remove = QPushButton(self.tr("No keys"))
        self.reset = QPushButton(self.tr("As shipped"))
        self.reset_all = QPushButton(self.tr("All as shipped"))
        self._set_up_tree()
        self._lay_out()
        self._fill()
        self._connect()

    @property
    def shortcuts(self) -> Shortcuts:
        """The choice as it is kept."""
        return changes(self._keys)

    def _set_up_tree(self) -> None:
        self.tree.setHeaderLabels([self.tr("What"), self.tr("Keys")])
        self.tree.setProperty("roomy", True)
        self.tree.setAccessibleName(self.tr("What can be done, and its keys"))
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Press the &new keys here"), self.edit)
        row = QHBoxLayout()
        for button in (self.remove, self.reset, self.reset_all):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.tree)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(row)

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(lambda *_: self._start())
        self.tree.itemActivated.connect(lambda *_: self.edit.setFocus())
        self.tree.cleared.connect(lambda: self._take(()))
        self.edit.editingFinished.connect(self._pressed)
        self.remove.clicked.connect(lambda: self._take(()))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.tree.setCurrentItem(next(iter(self._rows.values())))

    def _fill(self) -> None:
        for menu in MENUS:
            group = QTreeWidgetItem(self.tree, [menu.title.replace("&", "")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for deed in menu.deeds:
                item = QTreeWidgetItem(group, [deed.plain, ""])
                item.setData(0, DEED, deed)
                self._rows[deed.name] = item
        self.tree.expandAll()
        self._show_keys()

    def _show_keys(self) -> None:
        for name, row in self._rows.items():
            row.setText(1, ",  ".join(map(shown, self._keys[name])))

    def _deed(self) -> Deed | None:
        item = self.tree.currentItem()
        deed = item.data(0, DEED) if item else None
        return deed if isinstance(deed, Deed) else None

    def _start(self) -> None:
        """Another row: an empty field, and the old trouble is forgotten."""
        self.edit.clear()
        self.problem.clear()

    def _pressed(self) -> None:
        key = written(self.edit.keySequence().toString())
        if key:
            self._take((key,))
        self.edit.clear()

    def _take(self, wanted: tuple[str, ...]) -> None:
        deed = self._deed()
        if deed is None:
            return
        why = why_not(self._keys, deed, wanted)
        self.problem.setText(why)
        if not why:
            self._keys = with_keys(self._keys, deed, wanted)
            self._show_keys()

    def _reset(self) -> None:
        if deed := self._deed():
            self._take(keys_now(())[deed.name])

    def _reset_all(self) -> None:
        self._keys = keys_now(())
        self.problem.clear()
        self._show_keys()


class _Tree(RowTree):
    """F2 and Enter change the row, Delete takes its keys away."""

    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_F2 and self.currentItem():
            self.itemActivated.emit(self.currentItem(), 0)
        elif event.key() == Qt.Key.Key_Delete:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
