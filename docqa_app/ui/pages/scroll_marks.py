"""The scroll bar beside the pages, with a mark at every hit of a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from docqa_app.core.find import Hit
from docqa_app.ui.colours import LIGHT, Palette
from docqa_app.ui.pages.desk import Desk

THICKNESS = 3.0
MOST_MARKS = 1000
"""More would be one on the other."""


class MarkedScrollBar(QScrollBar):
    """A vertical scroll bar that shows where on the desk something was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: tuple[float, ...] = ()
        self._current: float | None = None
        self._palette = LIGHT
        self.setAccessibleName(self.tr("Scroll the pages"))

    @property
    def marks(self) -> tuple[float, ...]:
        return self._marks

    def show_marks(self, marks: Sequence[float], current: float | None, palette: Palette) -> None:
        """Marks at these heights of the desk, 0 its top and 1 its bottom; the current one longer."""
        self._marks, self._current, self._palette = tuple(marks), current, palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        groove = QRectF(self._groove())
        if not self._marks or groove.height() <= 0:
            return
        painter = QPainter(self)
        for mark in {round(mark * groove.height()) / groove.height() for mark in self._marks}:
            painter.fillRect(self._line(groove, mark, 0.3), QColor(self._palette.hit_mark))
        if self._current is not None:
            painter.fillRect(self._line(groove, self._current, 0.0), QColor(self._palette.current_hit_mark))
        painter.end()

    def _groove(self) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarGroove
        return QRectF(self.style().subControlRect(control, option, part, self))

    def _line(self, groove: QRectF, mark: float, inset: float) -> QRectF:
        """A short line across the groove, starting `inset` of its width from the left."""
        left = groove.left() + groove.width() * inset
        top = groove.top() + mark * (groove.height() - THICKNESS)
        return QRectF(left, top, groove.right() - left, THICKNESS)


def mark_hits(bar: QScrollBar, desk: Desk, hits: Sequence[Hit], current: Hit | None, palette: Palette) -> None:
    """Marks where on the desk hits of a search stand."""
    if isinstance(bar, MarkedScrollBar):
        some = hits[:: 1 + len(hits) // MOST_MARKS]
        at = None if current is None else desk.height_of(current.page, current.words[0])
        bar.show_marks([desk.height_of(hit.page, hit.words[0]) for hit in some], at, palette)
