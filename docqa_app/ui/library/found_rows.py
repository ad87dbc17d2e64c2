"""What a search found, as the rows of a table that can be sorted by any column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from docqa_app.core.kept import Entry, Found
from docqa_app.ui.library import entry_words
from docqa_app.ui.qt import Index

SORT_ROLE = Qt.ItemDataRole.UserRole
SUPPLIER, NUMBER, DAY, TOTAL, STATE, FILE, EXCERPT = range(7)


class FoundRows(QAbstractTableModel):
    """A row a document."""

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[Found, ...] = ()

    def show(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def found(self, row: int) -> Found:
        return self._found[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return EXCERPT + 1

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Supplier"),
            self.tr("Number"),
            self.tr("Date"),
            self.tr("Total"),
            self.tr("State"),
            self.tr("File"),
            self.tr("Found text"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(found, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return found.excerpt if index.column() == EXCERPT else found.entry.path
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case _ if role == SORT_ROLE:
                return _sorted_by(found.entry, index.column()) or _text(found, index.column())
        return None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == TOTAL else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _text(found: Found, column: int) -> str:
    entry = found.entry
    return (
        entry.supplier,
        entry.number,
        entry_words.day(entry),
        entry_words.total(entry),
        entry_words.state(entry),
        entry_words.name(entry),
        found.excerpt,
    )[column]


def _sorted_by(entry: Entry, column: int) -> Any:
    """What is sorted otherwise than by its letters."""
    if column == DAY:
        return entry.date.isoformat() if entry.date else " "
    if column == TOTAL:
        return float(entry.total) if entry.total is not None else float("-inf")
    return None
