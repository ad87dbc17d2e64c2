"""The queue as the rows of a table, and those of them that are shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from docqa_app.batch.queue import Item, Queue, Standing
from docqa_app.ui.file_names import name_of
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import Index
from docqa_app.ui.queue.words import (
    SIGNS,
    colour_of,
    remark_of,
    seconds_of,
    standing_word,
    state_of,
    total_of,
)
from docqa_app.ui.theme import shades_now

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """From left to right."""

    FILE = 0
    KIND = 1
    SUPPLIER = 2
    TOTAL = 3
    STATE = 4
    REMARK = 5
    TIME = 6


class QueueRows(QAbstractTableModel):
    """One row a file, in the order they came."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._items: tuple[Item, ...] = ()
        self._kinds: Mapping[str, str] = {}
        self._heads = {
            Column.FILE: self.tr("File"),
            Column.KIND: self.tr("Kind"),
            Column.SUPPLIER: self.tr("Supplier"),
            Column.TOTAL: self.tr("Total"),
            Column.STATE: self.tr("State"),
            Column.REMARK: self.tr("Remark"),
            Column.TIME: self.tr("Time"),
        }

    def show(self, queue: Queue) -> None:
        """Only rows that changed are drawn anew, and only those of files that are gone leave, so that a selection and
        its place stay while the queue runs."""
        self._take_away({item.path for item in queue.items})
        before = self._items
        self._append(queue.items)
        for row, (old, new) in enumerate(zip(before, queue.items, strict=False)):
            if old is not new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def show_kinds(self, titles: Mapping[str, str]) -> None:
        """What the kinds of documents are called, by the names of their schemas."""
        self._kinds = titles
        if self._items:
            self.dataChanged.emit(self.index(0, Column.KIND), self.index(len(self._items) - 1, Column.KIND))

    def item(self, row: int) -> Item:
        return self._items[row]

    def row_of(self, path: str) -> int:
        return next((row for row, item in enumerate(self._items) if item.path == path), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[Column(section)]
        return _alignment(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(item, column)
            case Qt.ItemDataRole.ToolTipRole:
                return f"{item.path}\n{remark_of(item)}".strip()
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.FILE:
                return ", ".join(text for one in Column if (text := self._text(item, one)))
        if role == SORT_ROLE:
            return self._text(item, column) if column is Column.KIND else _sorted_by(item, column)
        return self._look(item, role) if column is Column.STATE else None

    def _text(self, item: Item, column: Column) -> str:
        text = text_of(item, column)
        return self._kinds.get(text, text) if column is Column.KIND else text

    def _look(self, item: Item, role: int) -> Any:
        """Sign and colour of the state, whose word stands beside them."""
        colour = QColor(colour_of(item.standing, shades_now()))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.icon(SIGNS[item.standing], colour, size=16)
        return colour if role == Qt.ItemDataRole.ForegroundRole else None

    def _take_away(self, staying: Collection[str]) -> None:
        """The rows of the other files go, neighbours together, from the bottom."""
        gone = [row for row, item in enumerate(self._items) if item.path not in staying]
        runs = [[row for _, row in run] for _, run in groupby(enumerate(gone), key=lambda pair: pair[1] - pair[0])]
        for run in reversed(runs):
            self.beginRemoveRows(QModelIndex(), run[0], run[-1])
            self._items = self._items[: run[0]] + self._items[run[-1] + 1 :]
            self.endRemoveRows()

    def _append(self, items: tuple[Item, ...]) -> None:
        """New files come at the end; the others keep their order."""
        old = len(self._items)
        if len(items) > old:
            self.beginInsertRows(QModelIndex(), old, len(items) - 1)
            self._items = items
            self.endInsertRows()
        self._items = items


class ShownRows(QSortFilterProxyModel):
    """Rows of one standing, or all, that hold what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing | None = None
        self._typed = ""
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_only(self, standing: Standing | None, typed: str) -> None:
        self.beginFilterChange()
        self._standing, self._typed = standing, typed.strip().casefold()
        self.endFilterChange()

    def item(self, row: int) -> Item:
        """The file in a row as it is shown."""
        rows = self.sourceModel()
        assert isinstance(rows, QueueRows), "set up over the queue's rows"
        return rows.item(self.mapToSource(self.index(row, 0)).row())

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 (Qt's name)
        rows = self.sourceModel()
        assert isinstance(rows, QueueRows), "set up over the queue's rows"
        item = rows.item(row)
        if self._standing is not None and item.standing is not self._standing:
            return False
        return self._typed in " ".join((item.path, item.gist.supplier, item.gist.number, remark_of(item))).casefold()


def text_of(item: Item, column: Column) -> str:
    """What a cell shows, but that it has the kind's title."""
    match column:
        case Column.FILE:
            return name_of(item.path)
        case Column.KIND:
            return item.gist.schema
        case Column.SUPPLIER:
            return item.gist.supplier
        case Column.TOTAL:
            return total_of(item)
        case Column.STATE:
            return state_of(item)
        case Column.REMARK:
            return remark_of(item)
    return seconds_of(item)


def _sorted_by(item: Item, column: Column) -> str | float:
    """Amounts and times by size, states in the order in which a file goes through them, all else by its text."""
    match column:
        case Column.TOTAL:
            return float(item.gist.total if item.gist.total is not None else Decimal("-Infinity"))
        case Column.TIME:
            return item.seconds
        case Column.STATE:
            return f"{list(Standing).index(item.standing)} {standing_word(item.standing)}"
    return text_of(item, column)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return RIGHT if column in (Column.TOTAL, Column.TIME) else Qt.AlignmentFlag.AlignVCenter
