"""The Fields room: kind, what does not agree, fields, line items, and how far the clerk has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.doubts import doubts
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.icons import Icons
from docqa_app.ui.review.detail import Detail
from docqa_app.ui.review.field_list import FieldList
from docqa_app.ui.review.findings import Findings
from docqa_app.ui.review.item_table import ItemTable
from docqa_app.ui.review.keys import ReviewKeys
from docqa_app.ui.review.kind_row import KindRow
from docqa_app.ui.review.progress import FillProgress

HEIGHTS = (330, 150)
UNBOUNDED = 16_777_215
"""The most that Qt allows: QWIDGETSIZE_MAX, which PySide does not name."""


class FieldsPanel(QWidget):
    """Shows the review of one document; every wish leaves as a signal of it or of its parts."""

    finish_wanted = Signal()
    seen = Signal()
    """The room has come into sight, or gone out of it."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = KindRow(icons)
        self.progress = FillProgress()
        self.findings = Findings(icons)
        self.fields = FieldList(icons)
        self.detail = Detail()
        self.items = ItemTable(icons)
        self.items_label = QLabel()
        self.row_buttons = QWidget()
        self.left_to_check = QLabel(wordWrap=True)
        self.left_to_check.setProperty("quiet", True)
        self.accept_button = QPushButton(self.tr("Accept document"))
        self.keys = ReviewKeys(self)
        self._heights = list(HEIGHTS)
        for pane in (self.fields, self.items):
            self.keys.watch(pane)
        self._lay_out()
        self.accept_button.clicked.connect(self.finish_wanted)
        self.show_review(None)

    def show_review(self, review: Review | None) -> None:
        """Nothing but the kind and the progress while there are no values."""
        there = review is not None and bool(review.schema.name)
        self.kind.show_review(review)
        for part in (self.findings, self.fields, self.detail, self.items):
            part.show_review(review if there else None)
        self._body.setVisible(there)
        self._foot.setVisible(there)
        if review is not None and there:
            self._items_part.setVisible(bool(review.schema.columns))
            self._show_items(len(review.extraction.line_items))
            self._show_left(review)

    def focus_place(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keyboard goes to where the clerk is."""
        (self.items if self.items.currentIndex().isValid() else self.fields).setFocus(reason)

    @property
    def is_writing(self) -> bool:
        return self.fields.editor.isVisible() or self.items.editor.isVisible()

    def stop_writing(self) -> None:
        for editor in (self.fields.editor, self.items.editor):
            editor.close_up()

    def _show_items(self, count: int) -> None:
        """A table without rows leaves its room to the fields."""
        self.items_label.setText(self.tr("%n line item(s)", "", count))
        if self.items.isHidden() == (count == 0):
            return
        self.items.setVisible(count > 0)
        self._items_part.setMaximumHeight(UNBOUNDED if count else self._items_part.sizeHint().height())
        self._body.setSizes(self._heights)

    def _keep_heights(self) -> None:
        """As the clerk has drawn them, for the next document that has rows."""
        if not self.items.isHidden():
            self._heights = self._body.sizes()

    def _show_left(self, review: Review) -> None:
        left = len(doubts(review.extraction))
        self.keys.doubts_left = left > 0
        if review.accepted:
            text = self.tr("Accepted")
        else:
            text = self.tr("%n value(s) to check", "", left) if left else self.tr("All is checked")
        self.left_to_check.setText(text)
        self.accept_button.setEnabled(not review.accepted)
        self.accept_button.setProperty("main", not left and not review.accepted)
        self.accept_button.style().polish(self.accept_button)

    def add_row_buttons(self, buttons: Sequence[QToolButton]) -> None:
        """The buttons over the table, made of the window's actions."""
        row = self.row_buttons.layout()
        assert row is not None, "laid out when made"
        for button in buttons:
            row.addWidget(button)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(7)
        layout.addWidget(self.kind)
        layout.addWidget(self.progress)
        layout.addWidget(self.findings)
        self._body = QSplitter(Qt.Orientation.Vertical)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self._fields_part())
        self._items_part = self._items()
        self._body.addWidget(self._items_part)
        self._body.setSizes(list(HEIGHTS))
        self._body.setStretchFactor(0, 1)
        self._body.splitterMoved.connect(self._keep_heights)
        layout.addWidget(self._body, 1)
        self._foot = self._foot_row()
        layout.addWidget(self._foot)
        layout.addStretch(0)

    def _fields_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addWidget(self.fields, 1)
        column.addWidget(self.detail)
        return part

    def _items(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        self.items_label.setProperty("heading", True)
        self.items_label.setBuddy(self.items)
        buttons = QHBoxLayout(self.row_buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        head.addWidget(self.items_label, 1)
        head.addWidget(self.row_buttons)
        column.addLayout(head)
        column.addWidget(self.items, 1)
        return part

    def _foot_row(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.left_to_check, 1)
        row.addWidget(self.accept_button)
        return foot

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        super().hideEvent(event)
        self.seen.emit()
