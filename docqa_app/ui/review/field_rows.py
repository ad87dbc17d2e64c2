"""The fields of one document as rows: name, value, state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from docqa_app.core.doubts import needs_look
from docqa_app.core.fields import Concern, FieldValue
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.qt import Index
from docqa_app.ui.review import value_words
from docqa_app.ui.theme import shades_now

FIELD_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field as its row needs it."""

    place: Concern
    label: str
    value: FieldValue
    doubtful: bool


class FieldRows(QAbstractListModel):
    """One row a field, in the schema's order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ShownField, ...] = ()

    def show(self, review: Review | None) -> None:
        """Rows that stay are only drawn and spoken anew where they changed."""
        shown = _shown(review) if review else ()
        if [one.place for one in shown] != [one.place for one in self._shown]:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()
            return
        changed = [row for row, one in enumerate(shown) if one != self._shown[row]]
        self._shown = shown
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def field(self, row: int) -> ShownField:
        return self._shown[row]

    def row_of(self, place: Concern | None) -> int:
        return next((row for row, one in enumerate(self._shown) if one.place == place), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        one = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{one.label}: {one.value.text}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{one.label}\n{value_words.tip(one.value)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return value_words.spoken(one.label, one.value, one.doubtful, shades_now())
        return one if role == FIELD_ROLE else None


def _shown(review: Review) -> tuple[ShownField, ...]:
    places = [Concern(value.name) for value in review.extraction.fields]
    return tuple(
        ShownField(
            place,
            value_words.label(review.schema, place, review.language),
            review.value(place),
            needs_look(review.value(place)),
        )
        for place in places
    )
