"""The line items of one document as a table: a row an item, a cell with its state a value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from docqa_app.core.doubts import needs_look
from docqa_app.core.fields import Concern, FieldType, FieldValue, State
from docqa_app.schemas.schema import in_language
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.icons import Icons
from docqa_app.ui.qt import Index
from docqa_app.ui.review import value_words
from docqa_app.ui.theme import shades_now

SIGNED = (State.CHECK, State.RULE_FAILED, State.ACCEPTED)
"""States whose sign stands in the cell, as where XML and page disagree; the others go without saying."""
SIGN = 14


class ItemRows(QAbstractTableModel):
    """Cells show their text and, where there is something to say, the sign of their state."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._icons = icons
        self._review: Review | None = None

    def show(self, review: Review | None) -> None:
        before = self._review
        if _shape(before) != _shape(review):
            self.beginResetModel()
            self._review = review
            self.endResetModel()
            return
        self._review = review
        for row, item in enumerate(review.extraction.line_items if review else ()):
            if before is None or item != before.extraction.line_items[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def place(self, index: Index) -> Concern | None:
        value = self._value(index)
        return Concern(value.name, index.row()) if value else None

    def index_of(self, place: Concern | None) -> QModelIndex:
        """Of a cell; an invalid one for what is no cell here."""
        if self._review is None or place is None or place.row is None:
            return QModelIndex()
        names = [column.name for column in self._review.schema.columns]
        return self.index(place.row, names.index(place.name)) if place.name in names else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._review.extraction.line_items) if self._review else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._review.schema.columns) if self._review else 0

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._review is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self._review.schema.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return str(in_language(column.label, self._review.language))
        return _alignment(column.type) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = self._value(index)
        if value is None or self._review is None:
            return None
        place = Concern(value.name, index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return value.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(value.type)
            case Qt.ItemDataRole.ToolTipRole:
                return value_words.tip(value)
            case Qt.ItemDataRole.AccessibleTextRole:
                name = value_words.label(self._review.schema, place, self._review.language)
                return value_words.spoken(name, value, needs_look(value), shades_now())
            case Qt.ItemDataRole.DecorationRole if value.state in SIGNED or needs_look(value):
                return self._sign(value)
            case Qt.ItemDataRole.FontRole if needs_look(value):
                return strong(self._view.font())
        return None

    def _sign(self, value: FieldValue) -> Any:
        mark = value_words.chip(value, value.state is not State.ACCEPTED and bool(value.note), shades_now())
        return self._icons.pixmap(mark.sign, QColor(mark.colour), SIGN, self._view.devicePixelRatioF())

    def _value(self, index: Index) -> FieldValue | None:
        if self._review is None or not index.isValid() or index.row() >= self.rowCount():
            return None
        column = self._review.schema.columns[index.column()]
        return self._review.extraction.line_items[index.row()].cell(column.name)


def strong(font: QFont) -> QFont:
    """As what needs a look is written."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _shape(review: Review | None) -> tuple[int, tuple[str, ...]]:
    if review is None:
        return 0, ()
    return len(review.extraction.line_items), tuple(column.name for column in review.schema.columns)


def _alignment(kind: FieldType) -> Qt.AlignmentFlag:
    """Texts from the left, numbers from the right."""
    across = Qt.AlignmentFlag.AlignLeading if kind is FieldType.TEXT else Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignVCenter | across
