"""Looking at the desk: how large, which part, which way up; steering.py turns wheel and keys into calls of this."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from docqa_app.ui.colours import Palette
from docqa_app.ui.pages.arrangement import GAP, Look, coarseness
from docqa_app.ui.pages.desk import Desk
from docqa_app.ui.pages.loader import TileLoader
from docqa_app.ui.pages.running import Run
from docqa_app.ui.pages.scroll_marks import MarkedScrollBar
from docqa_app.ui.pages.wanted import ahead_of, wanted_tiles
from docqa_app.ui.pages.zoom import Fit, clamp, fitted, next_step, previous_step

POINTS_AN_INCH = 72.0


class Canvas(QGraphicsView):
    """A desk that can be looked at from near and far. It knows pages, not what is marked on them."""

    page_shown = Signal(int)
    """The page in view is another one now."""
    zoom_changed = Signal(float)
    """1.0 is actual size."""

    def __init__(self, run: Run, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = TileLoader(run, self)
        self.desk = Desk(self._loader, palette, self)
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._current = 0
        self._tiles_due = QTimer(self, singleShot=True, interval=0)
        self._tiles_due.timeout.connect(self._want_tiles)
        self._set_up()

    def _set_up(self) -> None:
        self.setScene(self.desk)
        self.setVerticalScrollBar(MarkedScrollBar(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def fit(self) -> Fit:
        return self._fit

    @property
    def current_page(self) -> int:
        """The page in view; 0 on an empty desk."""
        return self._current

    @property
    def seen(self) -> QRectF:
        """The part of the desk in the window, in points."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    @property
    def is_sharp(self) -> bool:
        """Whether everything in the window has its final picture."""
        return all(self._loader.picture(tile) is not None for tile in wanted_tiles(self.desk, self.seen))

    def set_zoom(self, zoom: float) -> None:
        """Shows the pages at this size (1.0 is actual size), the middle of the window held still."""
        self.zoom_about(zoom, self.viewport().rect().center())

    def zoom_in(self) -> None:
        self.set_zoom(next_step(self._zoom))

    def zoom_out(self) -> None:
        self.set_zoom(previous_step(self._zoom))

    def actual_size(self) -> None:
        self.set_zoom(1.0)

    def set_fit(self, fit: Fit) -> None:
        """Keeps the page in view as wide as the window, or wholly in it, also when the window's size changes."""
        self._fit = fit
        self._refit()
        if fit is Fit.PAGE:
            self.go_to_page(self._current)
        self.zoom_changed.emit(self._zoom)

    def fit_width(self) -> None:
        self.set_fit(Fit.WIDTH)

    def fit_page(self) -> None:
        self.set_fit(Fit.PAGE)

    def go_to_page(self, number: int) -> None:
        """Brings the top of a page to the top of the window; the nearest page where there is none of this number."""
        if not self.desk.count:
            return
        number = min(max(1, number), self.desk.count)
        frame = self.desk.frame(number)
        top = self._to_window(QPointF(frame.left, frame.top - GAP / 2 * coarseness((frame.width, frame.height)))).y()
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(top))
        self._centre_across(frame.left + frame.width / 2)
        self._set_current(number)

    def go_to_next_page(self) -> None:
        self.go_to_page(self._current + 1)

    def go_to_previous_page(self) -> None:
        self.go_to_page(self._current - 1)

    def go_to_start(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def go_to_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def turn(self, quarters: int) -> None:
        """Turns every page clockwise by quarter turns, on the screen only."""
        look = self.desk.look
        self._set_look(Look((look.turns + quarters) % 4, look.dark))

    def turn_left(self) -> None:
        self.turn(-1)

    def turn_right(self) -> None:
        self.turn(1)

    @property
    def turns(self) -> int:
        """Clockwise quarter turns, 0..3."""
        return self.desk.look.turns

    def set_dark_pages(self, dark: bool) -> None:
        """White paper shown dark, for tired eyes; hues stay."""
        self._set_look(Look(self.turns, dark))

    @property
    def dark_pages(self) -> bool:
        return self.desk.look.dark

    def _set_look(self, look: Look) -> None:
        number, turned = self._current, look.turns != self.turns
        self.desk.set_look(look)
        self._apply_zoom(self._zoom)
        if number and turned:
            self._refit()
            self.go_to_page(number)

    def _keep_place(self, rearrange: Callable[[], None]) -> None:
        """Whatever becomes of the pages' sizes, what stood at the top of the window stays there."""
        seen = self.seen
        number = next(iter(self.desk.numbers_in(seen)), self._current)
        frame = self.desk.frame(number)
        share = (seen.top() - frame.top) / frame.height
        rearrange()
        self._refit()
        frame = self.desk.frame(number)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(self._to_window(QPointF(0, frame.top + share * frame.height)).y()))

    def _refit(self) -> None:
        """Keeps the fit with the desk's top line in the window where it is."""
        if self._fit is Fit.FREE or not self._current:
            return
        top = self.mapToScene(QPoint(0, 0)).y()
        port = self.viewport()
        frame = self.desk.frame(self._current)
        self._apply_zoom(fitted(self._fit, frame, port.width() - 2, port.height(), self._unit()))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(self._to_window(QPointF(0, top)).y()))
        self._centre_across(frame.left + frame.width / 2)

    def zoom_about(self, zoom: float, held: QPoint) -> None:
        """Shows the pages at this size with the point under `held`, in window pixels, kept where it is."""
        self._fit = Fit.FREE
        still = self.mapToScene(held)
        self._apply_zoom(clamp(zoom))
        moved = self._to_window(still) - QPointF(held)
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() + round(by))

    def _apply_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        scale = self._zoom * self._unit()
        self.setTransform(QTransform.fromScale(scale, scale))
        self.desk.set_scale(scale * self.devicePixelRatioF())
        self._tiles_due.start()
        self.zoom_changed.emit(self._zoom)

    def _unit(self) -> float:
        """Window pixels a point at actual size."""
        return self.logicalDpiX() / POINTS_AN_INCH

    def _to_window(self, point: QPointF) -> QPointF:
        return self.viewportTransform().map(point)

    def _centre_across(self, middle: float) -> None:
        bar = self.horizontalScrollBar()
        off = self._to_window(QPointF(middle, 0)).x() - self.viewport().width() / 2
        bar.setValue(bar.value() + round(off))

    def _scrolled(self) -> None:
        self._tiles_due.start()
        if self.desk.count:
            self._set_current(self.desk.number_in_view(self.seen))

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.page_shown.emit(number)

    def _want_tiles(self) -> None:
        seen = self.seen
        self._loader.want(wanted_tiles(self.desk, seen))
        self.desk.keep_awake(self.desk.numbers_in(ahead_of(seen)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._refit()
        self._tiles_due.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._apply_zoom(self._zoom)
