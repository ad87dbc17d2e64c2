"""The first rows of an export, cell by cell as they will stand in the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from docqa_app.exporting.preview import Kind, Preview, Shown
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.said import Said
from docqa_app.ui.theme import shades_now

WIDEST = 260


class PreviewTable(QWidget):
    """A table, or the first lines of a file that is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = Said(quiet=True)
        self.table = QTableWidget()
        self.text = QPlainTextEdit(readOnly=True)
        self._stack = QStackedWidget()
        self._set_up()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self._stack, 1)

    def show_preview(self, seen: Preview) -> None:
        self.said.say(in_our_words(seen.trouble) or self._told(seen), trouble=bool(seen.trouble))
        self.text.setPlainText(seen.text)
        self._stack.setCurrentWidget(self.text if seen.text else self.table)
        self._fill(seen)

    def _set_up(self) -> None:
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("First lines of the file"))
        self.text.setTabChangesFocus(True)
        self.table.setAccessibleName(self.tr("First rows of the file"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.table.setWordWrap(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.text)

    def _told(self, seen: Preview) -> str:
        if seen.text:
            return self.tr("%n document(s), with everything that is known of each. The file begins so:", "", seen.total)
        some = self.tr("Rows: {total}. The first {shown} as they will be written:")
        every = self.tr("Rows: {total}, as they will be written:")
        said = (some if seen.total > len(seen.rows) else every).format(total=seen.total, shown=len(seen.rows))
        guarded = self.tr("Cells that start like a formula get an apostrophe, so that they are not run.")
        return f"{guarded} {said}" if any(cell.guarded for row in seen.rows for cell in row) else said

    def _fill(self, seen: Preview) -> None:
        self.table.clear()
        self.table.setColumnCount(len(seen.header))
        self.table.setRowCount(len(seen.rows))
        self.table.setHorizontalHeaderLabels(list(seen.header))
        for row, cells in enumerate(seen.rows):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, self._item(cell))
        self.table.resizeColumnsToContents()
        for column in range(len(seen.header)):
            self.table.setColumnWidth(column, min(WIDEST, self.table.columnWidth(column)))

    def _item(self, cell: Shown) -> QTableWidgetItem:
        item = QTableWidgetItem(cell.text)
        right = cell.kind in (Kind.NUMBER, Kind.DATE)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeading
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        kinds = {
            Kind.TEXT: self.tr("Text"),
            Kind.NUMBER: self.tr("Number"),
            Kind.DATE: self.tr("Date"),
            Kind.EMPTY: self.tr("Empty"),
        }
        item.setToolTip(f"{kinds[cell.kind]}: {cell.text}" if cell.text else kinds[cell.kind])
        if cell.guarded:
            item.setForeground(QColor(shades_now().doubt))
            item.setToolTip(self.tr("Starts like a formula: an apostrophe is put before it."))
        return item
