"""What the clerk does to rows of the line items, and to the borders of their columns on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from docqa_app.core.fields import Concern, LineItem
from docqa_app.session.reviewing import columns, focusing, rows
from docqa_app.session.reviewing.columns import Ruling
from docqa_app.session.reviewing.state import Review
from docqa_app.ui.live import LiveSession
from docqa_app.ui.review.borders import ColumnBorders
from docqa_app.ui.review.hand import Hand, now
from docqa_app.ui.review.panel import FieldsPanel

NUDGE = 0.006
"""Of the page's width, for one press of a key."""


class TableDeeds(QObject):
    """Rows are the one the clerk is at. Borders that were moved stay where they were put while their cells stay."""

    said = Signal(str)

    def __init__(self, live: LiveSession, panel: FieldsPanel, borders: ColumnBorders, parent: QObject) -> None:
        super().__init__(parent)
        self._hand = Hand(live)
        self._panel = panel
        self._borders = borders
        self._shown = False
        self._seen: object = None
        self._kept: dict[int, tuple[tuple[LineItem, ...], Ruling]] = {}
        borders.moved.connect(self._cut)
        panel.items.border_wanted.connect(self.nudge)
        live.changed.connect(self.look)

    def add_row(self) -> None:
        """Below the row the clerk is at, else at the end."""
        review = self._hand.review
        if review is None:
            return
        row = self._row
        self._hand.go_on(rows.add_row, len(review.extraction.line_items) if row is None else row + 1, now())
        self._panel.focus_place()

    def delete_row(self) -> None:
        if (row := self._row) is not None:
            self._hand.go_on(rows.delete_row, row, now())
            self._panel.focus_place()

    def split_row(self) -> None:
        if (row := self._row) is not None:
            self._hand.go_on(rows.split_row, row, self._hand.as_read, now())

    def merge_rows(self) -> None:
        row = self._row
        if row is not None and not self._hand.go_on(rows.merge_rows, row, self._hand.as_read, now()):
            self.said.emit(self.tr("There is no row below to merge with."))

    def show_borders(self, shown: bool) -> None:
        self._shown = shown
        self.look()

    def nudge(self, side: int) -> None:
        """Moves the right border of the column the clerk is at a little to the right (1) or left (-1)."""
        review, place = self._hand.review, self._hand.place
        page = self._hand.page(review.value(place).page) if review and place and place.row is not None else None
        ruling = self._ruling(review, page.number) if review and page else None
        track = next((one for one in ruling.tracks if place and one.name == place.name), None) if ruling else None
        if ruling is None or track is None or page is None:
            self.said.emit(self.tr("Go to a cell that stands on the page first."))
            return
        edge = ruling.edges.index(track.right)
        self._cut(page.number, columns.moved(ruling, edge, track.right + side * NUDGE))

    def look(self) -> None:
        """The borders of every page that has rows, while they are wanted."""
        review, document = self._hand.review, self._hand.document
        pages = document.pages if self._shown and review is not None and document is not None else ()
        seen = (pages, review.extraction.line_items if review and pages else ())
        if seen == self._seen:
            return
        self._seen = seen
        rulings = {page.number: self._ruling(review, page.number) for page in pages} if review else {}
        self._borders.show_rulings({number: one for number, one in rulings.items() if one is not None})

    @property
    def _row(self) -> int | None:
        place: Concern | None = self._hand.place
        return place.row if place else None

    def _ruling(self, review: Review, number: int) -> Ruling | None:
        items, ruling = self._kept.get(number, (None, None))
        if ruling is not None and items is review.extraction.line_items:
            return ruling
        page = self._hand.page(number)
        return columns.ruling(review, page) if page else None

    def _cut(self, number: int, ruling: Ruling) -> None:
        page = self._hand.page(number)
        if page is None or self._hand.review is None:
            return
        before = self._hand.place
        self._hand.go_on(columns.recut, page, ruling, now())
        review = self._hand.review
        self._seen = None
        self._kept = {number: (review.extraction.line_items, ruling)}
        if before is not None:
            self._hand.go_on(focusing.focus, before)
        self.look()
