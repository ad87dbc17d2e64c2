"""What was learned from corrections, by supplier: seen, changed and erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.suppliers import COLUMN, Correction, Memory, Side

FIELD, LABEL, TEXT = range(3)
NAME_ROLE = Qt.ItemDataRole.UserRole
ORDER, MARK = "date_order", "decimal_mark"
EDITABLE = Qt.ItemFlag.ItemIsEditable


class MemoryPane(QWidget):
    """`changed` carries a Memory as it is to be, `erase_wanted` the number of a supplier to forget."""

    changed = Signal(object)
    erase_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memories: tuple[Memory, ...] = ()
        self._labels: Mapping[str, str] = {}
        self._showing = False
        said = self.tr(
            "When you accept a document, docqa remembers where you found what it had missed. The supplier's next "
            "document is read there. F2 changes a label."
        )
        self._said = QLabel(said, wordWrap=True)
        self._said.setProperty("quiet", True)
        self.tree = self._tree()
        self.erase_button = QPushButton(self.tr("&Erase"))
        self._lay_out()
        self.erase_button.clicked.connect(self._erase)
        self.tree.itemChanged.connect(self._edited)
        self.tree.itemSelectionChanged.connect(self._enable)
        self._enable()

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("Remembered corrections"))
        tree.setHeaderLabels([self.tr("Field"), self.tr("Stands beside"), self.tr("Value that was corrected")])
        tree.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setProperty("roomy", True)
        tree.setColumnWidth(FIELD, 230)
        tree.setColumnWidth(LABEL, 230)
        return tree

    def show_memories(self, memories: Sequence[Memory], labels: Mapping[str, str]) -> None:
        """`labels` are what the schemas call their fields."""
        self._showing = True
        self._memories, self._labels = tuple(memories), labels
        self.tree.clear()
        for memory in memories:
            self._add(memory)
        self.tree.expandAll()
        self._showing = False
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() == Qt.Key.Key_Delete and self.tree.hasFocus():
            self._erase()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.erase_button)
        column = QVBoxLayout(self)
        column.addWidget(self._said)
        column.addWidget(self.tree, 1)
        column.addLayout(buttons)

    def _add(self, memory: Memory) -> None:
        supplier = memory.supplier
        top = QTreeWidgetItem(self.tree, [supplier.name or supplier.vat_id, supplier.vat_id if supplier.name else ""])
        strong = self.font()
        strong.setBold(True)
        top.setFont(FIELD, strong)
        for correction in memory.corrections:
            self._add_correction(top, correction)
        if memory.date_order:
            orders = {"DMY": self.tr("day before month"), "MDY": self.tr("month before day")}
            self._add_child(top, ORDER, self.tr("Dates"), orders.get(memory.date_order, memory.date_order))
        if memory.decimal_mark:
            self._add_child(top, MARK, self.tr("Decimal mark"), memory.decimal_mark)

    def _add_correction(self, top: QTreeWidgetItem, correction: Correction) -> None:
        name = self._name(correction.field)
        child = self._add_child(top, correction.field, name, correction.label, correction.text)
        if correction.side is not Side.NONE:
            child.setFlags(child.flags() | EDITABLE)
        else:
            child.setText(LABEL, self.tr("(its place on the page)") if correction.box else self.tr("(not printed)"))

    def _name(self, field: str) -> str:
        """What the schema calls a field or a column."""
        column = field.removeprefix(COLUMN)
        name = self._labels.get(column, column)
        return name if column == field else self.tr("Column {name}").format(name=name)

    def _add_child(self, top: QTreeWidgetItem, name: str, *texts: str) -> QTreeWidgetItem:
        child = QTreeWidgetItem(top, list(texts))
        child.setData(FIELD, NAME_ROLE, name)
        return child

    def _enable(self) -> None:
        self.erase_button.setEnabled(self.tree.currentItem() is not None)

    def _memory(self, item: QTreeWidgetItem) -> Memory:
        return self._memories[self.tree.indexOfTopLevelItem(item.parent() or item)]

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        """Only labels can be changed; an empty one would lead nowhere."""
        if self._showing or item.parent() is None:
            return
        memory, name, label = self._memory(item), item.data(FIELD, NAME_ROLE), item.text(LABEL).strip()
        changed = tuple(replace(one, label=label) if one.field == name and label else one for one in memory.corrections)
        self.changed.emit(replace(memory, corrections=changed))

    def _erase(self) -> None:
        item = self.tree.currentItem()
        if item is None:
            return
        memory = self._memory(item)
        if item.parent() is None:
            self.erase_wanted.emit(memory.number)
        else:
            self.changed.emit(_without(memory, item.data(FIELD, NAME_ROLE)))


def _without(memory: Memory, name: str) -> Memory:
    if name == ORDER:
        return replace(memory, date_order="")
    if name == MARK:
        return replace(memory, decimal_mark="")
    return replace(memory, corrections=tuple(one for one in memory.corrections if one.field != name))
