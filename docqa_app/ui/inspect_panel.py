"""The Inspect tab: every word of the page in view with its line and grid cell, by geometry and by the model.

It is also the page for those who cannot see it: what the canvas draws stands here as a list.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from docqa_app.ui.answer_words import percent
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.qt import Index
from docqa_app.ui.theme import shades_now
from docqa_app.ui.work.inspecting import Inspected

DIFFERS_ROLE = Qt.ItemDataRole.UserRole + 1
AROUND = 18
"""Device-independent pixels left and right of a number, together."""


class WordRows(QAbstractTableModel):
    """One row a word, in reading order. A model's number that differs from geometry's is marked with a sign."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self._seen: Inspected | None = None
        self._heads = (self.tr("Word"), self.tr("Read"), self.tr("Line"), self.tr("Cell"))
        self._tips = (
            self.tr("The word as it was read"),
            self.tr("How sure the reading is"),
            self.tr("The text line by geometry; after ≠ the model's, where it differs"),
            self.tr("The grid cell by geometry; after ≠ the model's, where it differs"),
        )

    def show(self, seen: Inspected | None) -> None:
        self.beginResetModel()
        self._seen = seen
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._seen.page.words) if self._seen else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 (Qt's name and default)
        return len(self._heads)

    def headerData(  # noqa: N802 (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return self._tips[section] if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._seen is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        differs = self._differs(row, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ForegroundRole if differs:
                return QColor(shades_now().bad)
            case Qt.ItemDataRole.FontRole if differs:
                font = QFont(self._view.font())
                font.setBold(True)
                return font
        return self._differs(row, 2) or self._differs(row, 3) if role == DIFFERS_ROLE else None

    def longest(self, column: int) -> str:
        """The longest text of a column; "" where no page is shown."""
        return max((self._text(row, column) for row in range(self.rowCount())), key=len, default="")

    def _text(self, row: int, column: int) -> str:
        assert self._seen is not None, "asked only while a page is shown"
        word = self._seen.page.words[row]
        if column < 2:
            return percent(word.confidence) if column else word.text
        by_geometry, by_model = self._numbers(row, column)
        return f"{by_geometry} ≠ {by_model}" if self._differs(row, column) else str(by_geometry)

    def _numbers(self, row: int, column: int) -> tuple[int, int | None]:
        """Line (column 2) or cell (3) of a word, by geometry and by the model."""
        assert self._seen is not None, "asked only while a page is shown"
        geometry, model = self._seen.geometry, self._seen.model
        if column == 2:
            return geometry.lines[row], model.lines[row] if model else None
        return geometry.cells[row], model.cells[row] if model else None

    def _differs(self, row: int, column: int) -> bool:
        if column < 2:
            return False
        by_geometry, by_model = self._numbers(row, column)
        return by_model is not None and by_model != by_geometry


def _alignment(column: int) -> Qt.AlignmentFlag:
    """Words from the left, numbers from the right."""
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeading)


class _Differing(QSortFilterProxyModel):
    """All rows, or only those where model and geometry differ."""

    only_differing = False

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 (Qt's name)
        return not self.only_differing or bool(self.sourceModel().index(row, 0, parent).data(DIFFERS_ROLE))

    def show_only(self, only: bool) -> None:
        self.beginFilterChange()
        self.only_differing = only
        self.endFilterChange()


class InspectPanel(QWidget):
    """`word_chosen` carries the page's number and the word's index on it."""

    word_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: Inspected | None = None
        self.summary = QLabel(wordWrap=True)
        self.only = QCheckBox(self.tr("Only where the model differs"))
        self.table = QTableView()
        self.rows = WordRows(self.table)
        self._proxy = _Differing(self)
        self._proxy.setSourceModel(self.rows)
        self._set_up_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.addWidget(self.summary)
        layout.addWidget(self.only)
        layout.addWidget(self.table, 1)
        self.only.toggled.connect(self._proxy.show_only)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.show_page(None, "")

    def show_page(self, seen: Inspected | None, model_state: str) -> None:
        """`model_state` says why the model's columns are empty, where they are."""
        if seen is not self._seen or seen is None:
            self._seen = seen
            self.rows.show(seen)
            self._fit_columns()
        self.summary.setText(self._summary(seen, model_state))
        self.only.setEnabled(bool(seen and seen.model))

    def _set_up_table(self) -> None:
        self.table.setModel(self._proxy)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("Words of this page"))
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)

    def _fit_columns(self) -> None:
        """Numbers take no more than they need, so that the words have what is left."""
        head, bold = self.table.horizontalHeader(), QFont(self.table.font())
        bold.setBold(True)
        for column in range(1, self.rows.columnCount()):
            widest = QFontMetrics(bold).horizontalAdvance(self.rows.longest(column)) + AROUND
            head.resizeSection(column, max(widest, head.sectionSizeHint(column)))

    def _summary(self, seen: Inspected | None, model_state: str) -> str:
        if seen is None:
            return self.tr("The words of the page in view stand here once it is read.")
        words = self.tr("%n word(s) on page {page}.", "", len(seen.page.words)).format(page=seen.page.number)
        if seen.page.problem:
            return in_our_words(seen.page.problem)
        if seen.model is None:
            return f"{words} {model_state}".strip()
        lines, cells = (
            seen.geometry.line_agreement(seen.model),
            seen.geometry.cell_agreement(seen.model),
        )
        agree = self.tr("The model agrees on the line of {lines} and the grid cell of {cells} of them.")
        return f"{words} " + agree.format(lines=percent(lines), cells=percent(cells))

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and self._seen:
            self.word_chosen.emit(self._seen.page.number, self._proxy.mapToSource(now).row())
