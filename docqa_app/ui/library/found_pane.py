"""The documents of the library: searched, opened at what was found, forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from docqa_app.core.kept import Entry, Found
from docqa_app.ui.library.found_rows import DAY, EXCERPT, FILE, NUMBER, SORT_ROLE, STATE, SUPPLIER, TOTAL, FoundRows
from docqa_app.ui.library.search_row import SearchRow
from docqa_app.ui.library.sure import Sure
from docqa_app.ui.qt import RETURN_KEYS

WIDTHS = {SUPPLIER: 170, NUMBER: 100, DAY: 100, TOTAL: 110, STATE: 120, FILE: 140}


class FoundPane(QWidget):
    """`open_wanted` carries a Found, `changes_wanted` an Entry, `forget_wanted` entries; `search.wanted` a Wanted."""

    open_wanted = Signal(object)
    changes_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchRow()
        self.rows = FoundRows()
        self._sorted = QSortFilterProxyModel(self, sortRole=SORT_ROLE)
        self._sorted.setSourceModel(self.rows)
        self._sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = self._table()
        self.count = QLabel()
        self.sure = Sure(self.tr("Forget"))
        self.open_button = QPushButton(self.tr("&Open"))
        self.changes_button = QPushButton(self.tr("&Changes…"))
        self.changes_button.setToolTip(self.tr("Who or what set each value of the document, and when"))
        self.forget_button = QPushButton(self.tr("For&get…"))
        self.forget_button.setToolTip(
            self.tr("Deletes what docqa keeps of these documents, without a trace. The files themselves stay.")
        )
        self._asked: tuple[Entry, ...] = ()
        self._awaited = self._opens = False
        self._lay_out()
        self._give_room(excerpts=False)
        self._connect()
        self._enable()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.changes_button.clicked.connect(lambda: self.changes_wanted.emit(self._chosen_entries()[0]))
        self.forget_button.clicked.connect(self._ask_to_forget)
        self.sure.agreed.connect(lambda: self.forget_wanted.emit(self._asked))
        self.search.begun.connect(self._await)
        self.table.doubleClicked.connect(lambda index: self._open())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choice_changed())

    def show_found(self, found: Sequence[Found], most: int) -> None:
        self.sure.leave()
        self.rows.show(found)
        self._give_room(any(one.excerpt for one in found))
        if found:
            self.table.setCurrentIndex(self._sorted.index(0, 0))
        self.count.setText(self._counted(len(found), most))
        self._enable()
        opens, self._opens, self._awaited = self._opens, False, False
        if opens:
            self._open()

    def show_fields(self, names: Sequence[str], labels: Mapping[str, str]) -> None:
        self.search.show_fields(names, labels)

    def _await(self) -> None:
        """What is listed is no longer what is looked for."""
        self._awaited = True

    def _choice_changed(self) -> None:
        """Whatever was asked about a choice holds no longer."""
        self.sure.leave()
        self._enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter opens wherever the focus is, so that a search ends on the page without the mouse; while the search is
        on its way, what it will find."""
        if event.key() in RETURN_KEYS and self._awaited:
            self._opens = True
            self.search.look()
        elif event.key() in RETURN_KEYS:
            self._open()
        elif event.key() == Qt.Key.Key_Down and not self.table.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self._ask_to_forget()
        else:
            super().keyPressEvent(event)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._sorted)
        table.setAccessibleName(self.tr("Documents found"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        table.setSortingEnabled(True)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as found: the last seen first
        assert table.model().columnCount() == EXCERPT + 1
        return table

    def _give_room(self, excerpts: bool) -> None:
        """What is left over is for what was found in the texts, else for the suppliers."""
        if excerpts is not self.table.isColumnHidden(EXCERPT):
            return
        head, modes = self.table.horizontalHeader(), QHeaderView.ResizeMode
        self.table.setColumnHidden(EXCERPT, not excerpts)
        head.setStretchLastSection(excerpts)
        head.setSectionResizeMode(SUPPLIER, modes.Interactive if excerpts else modes.Stretch)
        self.table.setColumnWidth(SUPPLIER, WIDTHS[SUPPLIER])

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.changes_button)
        buttons.addWidget(self.forget_button)
        buttons.addWidget(self.open_button)
        self.open_button.setProperty("main", True)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self.sure)
        column.addLayout(buttons)

    def _counted(self, count: int, most: int) -> str:
        if not count:
            return self.tr("No document was found.")
        if count >= most:
            return self.tr("The last {count} documents; search for more to narrow them down.").format(count=count)
        return self.tr("Documents: {count}").format(count=count)

    def _enable(self) -> None:
        chosen = self._chosen()
        for button in (self.open_button, self.changes_button, self.forget_button):
            button.setEnabled(bool(chosen))

    def _chosen(self) -> list[Found]:
        """The selected documents, the one with the focus first."""
        here = self.table.currentIndex().row()
        rows = sorted(
            (index.row() for index in self.table.selectionModel().selectedRows()), key=lambda row: row != here
        )
        return [self.rows.found(self._sorted.mapToSource(self._sorted.index(row, 0)).row()) for row in rows]

    def _chosen_entries(self) -> tuple[Entry, ...]:
        return tuple(found.entry for found in self._chosen())

    def _open(self) -> None:
        if chosen := self._chosen():
            self.open_wanted.emit(chosen[0])

    def _ask_to_forget(self) -> None:
        self._asked = self._chosen_entries()
        if count := len(self._asked):
            sentence = self.tr(
                "Forget what is kept of these documents ({count}): values, changes, words and what was learned from "
                "them? This cannot be taken back. The files themselves stay."
            )
            self.sure.ask(sentence.format(count=count))
