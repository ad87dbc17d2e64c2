"""The table of the queue, worked by keys: Enter opens a file for review, Delete takes it off the list."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from docqa_app.batch.queue import Item, Queue, Standing
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import RETURN_KEYS, Index
from docqa_app.ui.queue.rows import Column, QueueRows, ShownRows

WIDTHS = {
    Column.FILE: "invoice 2024-047.pdf",
    Column.KIND: "Rechnungen",
    Column.SUPPLIER: "Harbour Dental Ltd",
    Column.TOTAL: "1,234.56 EUR",
    Column.STATE: "Fehlgeschlagen ⚠⚠",
    Column.TIME: "100.0 s",
}
"""Texts that a column has room for at first, in whichever language; the remarks take what is left: enough, beside
the fields, to begin to say why a file failed."""
PAD = 22


class QueueTable(QTableView):
    """`chosen` says that other rows are selected; who shows a queue looks at them afterwards."""

    review_wanted = Signal(object)
    """The path of a file, whole: as text Qt would drop what is not UTF-8 in it."""
    remove_wanted = Signal()
    menu_wanted = Signal(QPoint)
    chosen = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QueueRows(icons, self)
        self.shown = ShownRows(self)
        self.shown.setSourceModel(self.rows)
        self.setModel(self.shown)
        self.setAccessibleName(self.tr("Files of the queue"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("roomy", True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.setItemDelegateForColumn(Column.FILE, _Names(self))
        self._set_up_heads()

    def show_queue(self, queue: Queue) -> None:
        """What was selected stays selected, whatever goes on around it; where all of it is gone, the row that has
        taken its place is."""
        before = [index.row() for index in self.selectionModel().selectedRows()]
        with QSignalBlocker(self):  # `chosen` for each row that goes took seconds where hundreds do
            self.rows.show(queue)
        if before and not self.selectionModel().hasSelection():
            self._choose(self.shown.index(min(*before, self.shown.rowCount() - 1), 0))

    def show_only(self, standing: Standing | None, typed: str) -> None:
        self.shown.show_only(standing, typed)

    def selected(self) -> list[Item]:
        """The files of the chosen rows, from the top."""
        rows = self.selectionModel().selectedRows()
        return [self.shown.item(row) for row in sorted(index.row() for index in rows)]

    def select(self, path: str) -> None:
        """Chooses the file's row, where it is shown, and brings it into view."""
        index = self.shown.mapFromSource(self.rows.index(self.rows.row_of(path), 0))
        if index.isValid():
            self._choose(index)
            self.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        """This row alone: the view's own way heeds the keys that are held, and would add to what is selected."""
        whole = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in RETURN_KEYS and self.currentIndex().isValid():
            self.review_wanted.emit(self.shown.item(self.currentIndex().row()).path)
        elif event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.review_wanted.emit(self.shown.item(index.row()).path)

    def _set_up_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        for column, text in WIDTHS.items():
            head.resizeSection(column, self.fontMetrics().horizontalAdvance(text) + PAD)
        head.setSectionResizeMode(Column.REMARK, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)


class _Names(QStyledItemDelegate):
    """Names of files differ at their ends: what has no room is left out in the middle."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 (Qt's name)
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle
