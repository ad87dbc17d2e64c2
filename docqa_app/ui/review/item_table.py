"""The line items of the document in view: a table that is moved through and written in by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from docqa_app.core.fields import FieldType
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.icons import Icons
from docqa_app.ui.review.editor import Editor
from docqa_app.ui.review.item_rows import ItemRows, strong

ROW_HEIGHT = 26
AROUND = 34
"""Margins and the sign beside a text."""
MEASURED = 50
"""Rows that say how wide their columns should be."""
TEXT_SHARE = 0.3
"""Of the table's width: what columns of text have at least."""


class ItemTable(QTableView):
    """`chosen` carries the Concern of the cell the user goes to."""

    chosen = Signal(object)
    edit_wanted = Signal()
    border_wanted = Signal(int)
    """Which way the right border of the chosen column is to move: 1 to the right, -1 to the left."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ItemRows(icons, self)
        self.setModel(self.rows)
        self._set_up()
        self._set_up_heads()
        self.editor = Editor(self)
        self._showing = False
        self._kinds: tuple[FieldType, ...] = ()
        self.selectionModel().currentChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(lambda: self.editor.follow(self.visualRect(self.currentIndex())))
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit())

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Line items"))
        self.setAccessibleDescription(
            self.tr("Tab goes to the next value to check, Enter accepts, F2 edits, Insert adds a row.")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_up_heads(self) -> None:
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_review(self, review: Review | None) -> None:
        self._showing = True
        self.rows.show(review)
        kinds = tuple(column.type for column in review.schema.columns) if review else ()
        self._kinds = kinds
        self._share_width()
        index = self.rows.index_of(review.focus if review else None)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self._showing = False

    def edit_cell(self, name: str, text: str) -> None:
        self.editor.open(text, self.visualRect(self.currentIndex()), name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Shift with Left and Right moves a border; there is nothing to select by them."""
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in sides and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.border_wanted.emit(sides[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _share_width(self) -> None:
        """Numbers get what they need, then their heads, texts what is left."""
        columns, width = range(len(self._kinds)), self.viewport().width()
        texts = [at for at in columns if self._kinds[at] is FieldType.TEXT]
        numbers = [at for at in columns if at not in texts]
        least = [max(self._widest(self._cells(at)), self.sizeHintForColumn(at)) for at in numbers]
        whole = [max(size, self._widest([self._head(at)])) for at, size in zip(numbers, least, strict=True)]
        left = max(TEXT_SHARE * width, width - sum(whole)) if texts else 0
        for at, size in zip(numbers, shared(least, whole, width - left), strict=True):
            self.setColumnWidth(at, int(size))
        for at in texts:
            self.setColumnWidth(at, int(left / len(texts)))

    def _widest(self, texts: Sequence[str]) -> int:
        """Any of them may come to be in doubt, and is strong then."""
        metrics = QFontMetrics(strong(self.font()))
        return AROUND + max(map(metrics.horizontalAdvance, texts), default=0)

    def _head(self, column: int) -> str:
        return str(self.rows.headerData(column, Qt.Orientation.Horizontal))

    def _cells(self, column: int) -> list[str]:
        rows = range(min(MEASURED, self.rows.rowCount()))
        return [str(self.rows.index(row, column).data()) for row in rows]

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        place = self.rows.place(now)
        if place is not None and not self._showing:
            self.chosen.emit(place)


def shared(least: Sequence[int], whole: Sequence[int], room: float) -> list[float]:
    """Widths that take up no more than `room`: all have their least before any has more, none more than the whole."""
    if sum(least) > room:
        return [size * room / sum(least) for size in least]
    lacking = sum(whole) - sum(least)
    given = min(1.0, (room - sum(least)) / lacking) if lacking else 0.0
    return [small + given * (large - small) for small, large in zip(least, whole, strict=True)]
