"""The fields of a kind of document, or the columns of its line items, each with what stands on the page in view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.fields import Extraction, FieldValue, State
from docqa_app.schemas import draft_steps as steps
from docqa_app.schemas.draft import Draft, DraftField, Part
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.review.value_words import chip
from docqa_app.ui.schemas.field_form import FieldForm
from docqa_app.ui.theme import shades_now

LABEL, VALUE, STATE = range(3)
MOST_LABEL = 190
"""Device-independent pixels that names may take from what is found."""


class FieldsTab(QWidget):
    """`changed` carries the draft as it is now, `chosen` the name of the field that the clerk is at."""

    changed = Signal(object)
    chosen = Signal(str)

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._draft = Draft("", {})
        self._language = "en"
        self._found: Extraction | None = None
        self._is_new = False
        self.table = QTableWidget(0, 3)
        self.form = FieldForm(part)
        self.add_button = QPushButton(self.tr("Add"))
        self.remove_button = QPushButton(self.tr("Remove"))
        self.up_button = QPushButton(self.tr("Up"))
        self.down_button = QPushButton(self.tr("Down"))
        self._set_up_table()
        self._lay_out()
        self._connect()

    def show_draft(self, draft: Draft, language: str, *, anew: bool = False) -> None:
        """`anew`: another kind or another language, so the form is filled again."""
        self._draft, self._language = draft, language
        self._fill()
        self._go_to(self._at if not anew else min(max(0, self._at), len(draft.part(self._part)) - 1), fill=anew)

    def show_found(self, found: Extraction | None) -> None:
        """What this kind finds on the page in view; None where nothing is known of it."""
        self._found = found
        self._fill()

    @property
    def _at(self) -> int:
        return self.table.currentRow()

    def _set_up_table(self) -> None:
        table = self.table
        column = self._part is Part.COLUMNS
        table.setHorizontalHeaderLabels(
            [self.tr("Column") if column else self.tr("Field"), self.tr("On this page"), self.tr("State")]
        )
        table.setAccessibleName(self.tr("Columns of the line items") if column else self.tr("Fields of the kind"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        table.setColumnHidden(STATE, column)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.form)

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(self._moved)
        self.form.changed.connect(self._take)
        self.form.label_changed.connect(self._relabel)
        self.form.name_wanted.connect(self._rename)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        for button, by, keys in ((self.up_button, -1, "Ctrl+Up"), (self.down_button, 1, "Ctrl+Down")):
            button.setToolTip(keys)
            button.clicked.connect(lambda _=False, by=by: self._move(by))
            shortcut = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move(by))

    def _fill(self) -> None:
        fields = self._draft.part(self._part)
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(fields))
            for row, field in enumerate(fields):
                self._fill_row(row, field)
        self.table.setColumnWidth(LABEL, min(MOST_LABEL, self.table.sizeHintForColumn(LABEL)))
        self._enable()

    def _fill_row(self, row: int, field: DraftField) -> None:
        values = self._values(field.name)
        texts = "; ".join(value.text for value in values if value.text)
        label = field.label.get(self._language) or next(iter(field.label.values()), field.name)
        state = chip(values[0], False, shades_now()) if values and self._part is Part.FIELDS else None
        note = in_our_words(values[0].note) if values else ""
        title = f"* {label}" if field.required else label  # first, for the end may have no room
        for column, text in ((LABEL, title), (VALUE, texts), (STATE, state.word if state else "")):
            item = QTableWidgetItem(text)
            item.setToolTip("\n".join(part for part in (text, note) if part))
            if column == STATE and state and values[0].state is not State.NOT_FOUND:
                item.setForeground(QColor(state.colour))
            self.table.setItem(row, column, item)

    def _values(self, name: str) -> list[FieldValue]:
        """The field's value, or a column's cells."""
        if self._found is None:
            return []
        cells = (cell for item in self._found.line_items for cell in item.cells)
        values = self._found.fields if self._part is Part.FIELDS else cells
        return [value for value in values if value.name == name]

    def _moved(self, row: int, column: int, before: int) -> None:
        if row != before:
            self._is_new = False
            self._show_form(fill=True)
            self._enable()
            if 0 <= row < len(self._draft.part(self._part)):
                self.chosen.emit(self._draft.part(self._part)[row].name)

    def _go_to(self, row: int, *, fill: bool) -> None:
        with QSignalBlocker(self.table):
            self.table.setCurrentCell(row, LABEL)
        self._show_form(fill=fill)
        self._enable()

    def _show_form(self, *, fill: bool) -> None:
        fields, at = self._draft.part(self._part), self._at
        self.form.setVisible(0 <= at < len(fields))
        if not 0 <= at < len(fields):
            return
        if fill:
            self.form.show_field(fields[at], self._language)
        else:
            self.form.follow(fields[at])

    def _take(self, field: DraftField) -> None:
        self.changed.emit(steps.with_field(self._draft, self._part, self._at, field))

    def _relabel(self, label: str) -> None:
        step = steps.relabelled(self._draft, self._part, self._at, self._language, label, name_too=self._is_new)
        self.changed.emit(step)

    def _rename(self, name: str) -> None:
        fields = self._draft.part(self._part)
        if name in {one.name for one in fields}:
            self.form.refuse_name()
            return
        self._is_new = False
        self._take(replace(fields[self._at], name=name))

    def _add(self) -> None:
        label = self.tr("New column") if self._part is Part.COLUMNS else self.tr("New field")
        self.changed.emit(steps.added(self._draft, self._part, self._language, label))
        self.table.setCurrentCell(self.table.rowCount() - 1, LABEL)
        self._is_new = True
        self.form.label.setFocus()
        self.form.label.selectAll()

    def _remove(self) -> None:
        at = self._at
        self.changed.emit(steps.removed(self._draft, self._part, at))
        self._go_to(min(at, self.table.rowCount() - 1), fill=True)

    def _move(self, by: int) -> None:
        at = self._at
        if at >= 0 and 0 <= at + by < self.table.rowCount():
            self.changed.emit(steps.moved(self._draft, self._part, at, by))
            self._go_to(at + by, fill=True)

    def _enable(self) -> None:
        at, count = self._at, self.table.rowCount()
        self.remove_button.setEnabled(0 <= at < count)
        self.up_button.setEnabled(0 < at < count)
        self.down_button.setEnabled(0 <= at < count - 1)
