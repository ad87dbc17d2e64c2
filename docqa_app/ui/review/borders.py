"""The borders of the line items' columns on the pages: drawn, and dragged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from docqa_app.session.reviewing.columns import Ruling, moved
from docqa_app.ui.colours import Ink
from docqa_app.ui.pages.drawing import NO_BRUSH, NO_PEN, Drawing, Shapes, fill, pen
from docqa_app.ui.pages.places import fraction_at, place_of
from docqa_app.ui.pages.sheets import Sheet
from docqa_app.ui.pages.view import PagesView

REACH = 5
"""Window pixels from a border in which it can be taken hold of."""
HANDLE = 5.0
OUT = 0.012
"""How far borders stand out over the rows, of the page's height."""


@dataclass(frozen=True, slots=True)
class _Held:
    page: int
    edge: int


class ColumnBorders(QObject):
    """Takes the mouse where a border lies and leaves it to the page elsewhere."""

    moved = Signal(int, object)
    """A page and its Ruling as it was left by the drag."""

    def __init__(self, view: PagesView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._rulings: dict[int, Ruling] = {}
        self._held: _Held | None = None
        view.viewport().installEventFilter(self)
        view.layers_changed.connect(self._draw)

    def show_rulings(self, rulings: Mapping[int, Ruling]) -> None:
        gone = set(self._rulings) - set(rulings)
        if self._held is None:
            self._rulings = dict(rulings)
            self._draw(gone)

    def middle_of(self, page: int, edge: int) -> QPointF:
        """Where the middle of a border lies in the window."""
        ruling = self._rulings[page]
        x, y = ruling.edges[edge], (ruling.top + ruling.bottom) / 2
        return QPointF(place_of(self._view, page, x, y))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if not self._rulings or not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            self._held = self._at(event.position())
            return self._held is not None
        if event.type() == QEvent.Type.MouseMove:
            return self._move(event.position())
        if event.type() == QEvent.Type.MouseButtonRelease and self._held is not None:
            held, self._held = self._held, None
            self.moved.emit(held.page, self._rulings[held.page])
            return True
        return False

    def _move(self, at: QPointF) -> bool:
        if self._held is None:
            over = self._at(at) is not None
            if over:
                self._view.viewport().setCursor(Qt.CursorShape.SplitHCursor)
            return over
        x, _ = fraction_at(self._view, self._held.page, at.toPoint())
        self._rulings[self._held.page] = moved(self._rulings[self._held.page], self._held.edge, x)
        self._draw()
        return True

    def _at(self, point: QPointF) -> _Held | None:
        """The border under a point of the window."""
        for page, ruling in self._rulings.items():
            for edge, x in enumerate(ruling.edges):
                ends = [place_of(self._view, page, x, y) for y in (ruling.top - OUT, ruling.bottom + OUT)]
                area = QRectF(QPointF(ends[0]), QPointF(ends[1])).normalized()
                if area.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
                    return _Held(page, edge)
        return None

    def _draw(self, gone: set[int] | None = None) -> None:
        desk = self._view.desk
        for page in gone or ():
            if page <= desk.count:
                desk.item(page).lay(Sheet.COLUMNS, None)
        for page, ruling in self._rulings.items():
            if page <= desk.count:
                item = desk.item(page)
                item.lay(Sheet.COLUMNS, partial(borders_drawing, item.size, ruling, item.ink))


def borders_drawing(size: tuple[float, float], ruling: Ruling, ink: Ink) -> Drawing:
    """A dashed line a border, with a handle at either end."""
    width, height = size
    top, bottom = (ruling.top - OUT) * height, (ruling.bottom + OUT) * height
    lines = tuple(QLineF(x * width, top, x * width, bottom) for x in ruling.edges)
    handles = tuple(
        QRectF(x * width - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE) for x in ruling.edges for y in (top, bottom)
    )
    return Drawing(
        (
            Shapes(pen(ink.grid_line, 1.6, Qt.PenStyle.DashLine), NO_BRUSH, lines=lines),
            Shapes(NO_PEN, fill(ink.grid_line), handles),
        )
    )
