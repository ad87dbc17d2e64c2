"""The fields of the document in view as a list; the one the clerk is at is open and can be written in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from docqa_app.core.fields import Concern
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.card_list import CardList
from docqa_app.ui.icons import Icons
from docqa_app.ui.review.editor import Editor
from docqa_app.ui.review.field_row import FieldRow
from docqa_app.ui.review.field_rows import FieldRows


class FieldList(CardList):
    """Shows fields; `chosen` carries the Concern of the one the user goes to."""

    chosen = Signal(object)
    edit_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FieldRows(self)
        self.setModel(self.rows)
        self._row = FieldRow(icons, self)
        self.setItemDelegate(self._row)
        self.setAccessibleName(self.tr("Fields"))
        self.setAccessibleDescription(
            self.tr("Tab goes to the next field to check, Enter accepts, F2 edits, 1 to 9 take another value.")
        )
        self.editor = Editor(self)
        self.selectionModel().currentChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(lambda: self.editor.follow(self._value_box()))
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit())

    def show_review(self, review: Review | None) -> None:
        self.showing = True
        self.rows.show(review)
        row = self.rows.row_of(review.focus if review else None)
        if row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
            self.doItemsLayout()
        if row >= 0:
            self.scrollTo(self.currentIndex())
        self.showing = False

    def edit_field(self, name: str, text: str) -> None:
        """Opens the editor over the open row."""
        self.editor.open(text, self._value_box(), name)

    def _value_box(self) -> QRect:
        return self._row.value_box(self.visualRect(self.currentIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        self.scheduleDelayedItemsLayout()
        if now.isValid() and not self.showing:
            place: Concern = self.rows.field(now.row()).place
            self.chosen.emit(place)
