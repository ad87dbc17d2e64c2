"""The pages in small, for seeing where one is and going elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from docqa_app.core.document import Page
from docqa_app.ui.colours import LIGHT, Palette
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.running import Render, Run
from docqa_app.ui.pages.thumbnail_paint import MOST_WIDTH, PADDING, ThumbnailPainter
from docqa_app.ui.pages.thumbnail_rows import PageStatus, ThumbnailRows
from docqa_app.ui.qt import RETURN_KEYS

SCROLL_BAR_ROOM = 22


class ThumbnailList(QListView):
    """Shows pages as they come; pictures are fetched for the rows that are seen."""

    page_wanted = Signal(int)
    """The user chose this page, by click or key."""

    def __init__(self, run: Run, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = TileLoader(run, self)
        self._rows = ThumbnailRows(self)
        self._painter = ThumbnailPainter(self._loader, palette, self)
        self._current = 0
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._want_pictures)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMinimumWidth(MOST_WIDTH + 2 * PADDING + SCROLL_BAR_ROOM)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(self.tr("Page thumbnails"))
        self.setAccessibleDescription(self.tr("Choose a page to go to it."))
        self.clicked.connect(lambda row: self.page_wanted.emit(row.row() + 1))
        self.verticalScrollBar().valueChanged.connect(lambda value: self._due.start())
        self._loader.arrived.connect(self._rows.repaint)

    def show_document(self, sizes: Sequence[tuple[float, float]], render: Render) -> None:
        """One row a page of these sizes in points, all waiting to be read."""
        self._loader.show_document(render)
        self._rows.show_sizes(sizes)
        self._mark_current()
        self._due.start()

    def clear(self) -> None:
        self._current = 0
        self._loader.show_document(None)
        self._rows.show_sizes(())

    def show_page(self, page: Page) -> None:
        """A page has been read, or has a problem that says why not."""
        if page.picture:
            self._loader.show_small_picture(page.number, page.picture)
        self._rows.show_turned(page.number, page.turn // 90)
        self._due.start()
        status = PageStatus.PROBLEM if page.problem else PageStatus.READ
        self.show_status(page.number, status, in_our_words(page.problem))

    def show_status(self, number: int, status: PageStatus, reason: str = "") -> None:
        self._rows.show_status(number, status, reason)

    def show_at_work(self, number: int) -> None:
        """The page that is being read, also of a document that is shown here a moment later; 0 for none."""
        self._rows.show_at_work(number)

    def show_current(self, number: int) -> None:
        """Marks the page in view, also of a document that is shown here a moment later; asks for nothing."""
        self._current = number
        self._mark_current()

    def _mark_current(self) -> None:
        row = self._rows.index(self._current - 1)
        self.setCurrentIndex(row)
        if row.isValid():
            self.scrollTo(row)

    def set_colours(self, palette: Palette) -> None:
        self._painter.palette = palette
        self.viewport().update()

    def _want_pictures(self) -> None:
        """The previews of the rows in view, then one window further."""
        rows = range(max(0, self._row_at(0)), self._row_at(self.viewport().height() * 2) + 1)
        self._loader.want([self._rows.preview(row + 1) for row in rows])

    def _row_at(self, height: int) -> int:
        """The row at this height of the window; the last where there is none."""
        row = self.indexAt(QPoint(self.viewport().width() // 2, height))
        return row.row() if row.isValid() else self._rows.rowCount() - 1

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._due.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        row = self.currentIndex().row()
        if row != before or (row >= 0 and event.key() in RETURN_KEYS):
            self.page_wanted.emit(row + 1)
