"""The columns of an export as a list: tick, name and order them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.exporting.choice import Entry, moved, renamed, ticked
from docqa_app.exporting.columns import Of

FIELD, TITLE = 0, 1
STILL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ColumnsTable(QWidget):
    """Ticked columns are written from top to bottom. `changed` says that the clerk chose, moved or named one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._labels: Mapping[str, str] = {}
        self.table = QTableWidget(0, 2)
        self.up = QPushButton(self.tr("Move up"))
        self.down = QPushButton(self.tr("Move down"))
        self.label_all = QPushButton(self.tr("Call them as labelled"))
        self.label_all.setToolTip(self.tr("Every column is called in the file as it is called here."))
        self._set_up_table()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Co&lumns"))
        heading.setProperty("heading", True)
        heading.setBuddy(self.table)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addStretch(1)
        for button in (self.label_all, self.up, self.down):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        for button, by, keys in ((self.up, -1, "Ctrl+Up"), (self.down, 1, "Ctrl+Down")):
            button.clicked.connect(lambda _=False, by=by: self._move(by))
            button.setToolTip(keys)
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))
        self.label_all.clicked.connect(self._label_all)
        self.table.itemChanged.connect(self._take)
        self.table.currentCellChanged.connect(lambda *_: self._enable())

    def show_entries(self, entries: Sequence[Entry], labels: Mapping[str, str]) -> None:
        """`labels` says what fields are called where there is more to say than their names."""
        self._labels = labels
        self._show(tuple(entries), 0)

    def _set_up_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Write"), self.tr("Called in the file")])
        table.setAccessibleName(self.tr("Columns of the file"))
        table.setToolTip(self.tr("Space ticks a column, F2 names it, Ctrl+Up and Ctrl+Down move it."))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def _show(self, entries: tuple[Entry, ...], current: int) -> None:
        with QSignalBlocker(self.table):
            self.entries = entries
            self.table.setRowCount(len(entries))
            for row, entry in enumerate(entries):
                self._show_row(row, entry)
            self.table.setCurrentCell(current, max(FIELD, self.table.currentColumn()))
        self._enable()

    def _show_row(self, row: int, entry: Entry) -> None:
        field = QTableWidgetItem(self._label(entry))
        field.setFlags(STILL | Qt.ItemFlag.ItemIsUserCheckable)
        field.setCheckState(Qt.CheckState.Checked if entry.ticked else Qt.CheckState.Unchecked)
        title = QTableWidgetItem(entry.column.title)
        title.setFlags(STILL | Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, FIELD, field)
        self.table.setItem(row, TITLE, title)

    def _label(self, entry: Entry) -> str:
        column = entry.column
        fixed = {
            Of.DOCUMENT: self.tr("File name"),
            Of.PATH: self.tr("File with its folder"),
            Of.SCHEMA: self.tr("Kind of document"),
            Of.ROW: self.tr("Number of the row"),
            Of.NAME: self.tr("Name of the field"),
            Of.OWN: self.tr("Value of the field"),
        }
        if column.of in fixed:
            return fixed[column.of]
        label = self._labels.get(column.field, column.field)
        return self.tr("Row: {name}").format(name=label) if column.of is Of.CELL else label

    def _take(self, item: QTableWidgetItem) -> None:
        row = item.row()
        if item.column() == FIELD:
            self.entries = ticked(self.entries, row, item.checkState() == Qt.CheckState.Checked)
        else:
            self.entries = renamed(self.entries, row, item.text())
        self.changed.emit()

    def _label_all(self) -> None:
        entries = self.entries
        for at, entry in enumerate(entries):
            entries = renamed(entries, at, self._label(entry))
        self._show(entries, max(0, self.table.currentRow()))
        self.changed.emit()

    def _move(self, by: int) -> None:
        at = self.table.currentRow()
        if 0 <= at + by < len(self.entries) and at >= 0:
            self._show(moved(self.entries, at, by), at + by)
            self.table.scrollTo(self.table.model().index(at + by, FIELD))
            self.changed.emit()

    def _enable(self) -> None:
        at = self.table.currentRow()
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(self.entries) - 1)
