"""What the mouse does on the pages: click a word, select, draw a rectangle, take hold of the desk and move it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QRubberBand

from docqa_app.ui.pages.selecting import Selecting

if TYPE_CHECKING:
    from docqa_app.ui.pages.view import PagesView

RECTANGLE_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class Doing(Enum):
    """What a pressed button is about."""

    NOTHING = auto()
    PANNING = auto()
    SELECTING = auto()
    FRAMING = auto()
    DONE = auto()
    """A double or triple click has already selected; letting go adds nothing."""


class Pointer(QObject):
    """Watches the window of one view and turns mouse events into selections, clicks, moves, tips and the menu."""

    def __init__(self, view: PagesView, selecting: Selecting) -> None:
        super().__init__(view)
        self._view = view
        self._selecting = selecting
        self._doing = Doing.NOTHING
        self._pressed = QPoint()
        self._last = QPoint()
        self._moved = False
        self._holds_desk = False
        self._frames_words = False
        self._since_double = QElapsedTimer()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._answers: dict[QEvent.Type, Callable[[QMouseEvent], None]] = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseButtonDblClick: self._press_again,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
        }
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QMouseEvent) and event.type() in self._answers:
            self._answers[event.type()](event)
        elif isinstance(event, QContextMenuEvent):
            self._offer_menu(event.globalPos())
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._view.explain(event.pos())
        else:
            return False
        return True

    def frame_words(self, framed: bool) -> None:
        """Whether a drag that begins beside the words draws a rectangle, as one with Shift always does."""
        self._frames_words = framed

    def hold_desk(self, held: bool) -> None:
        """While the space bar is down the left button moves the desk."""
        self._holds_desk = held
        self._show_cursor(self._last)

    def _press(self, event: QMouseEvent) -> None:
        self._pressed = self._last = event.position().toPoint()
        self._moved = False
        self._doing = self._begin(event)
        self._show_cursor(self._last)

    def _press_again(self, event: QMouseEvent) -> None:
        """The second press of a double click."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._since_double.start()
        self._pressed = event.position().toPoint()
        point = self._view.mapToScene(self._pressed)
        self._selecting.choose_word(point)
        self._doing = Doing.DONE
        self._view.selection_changed.emit()
        if place := self._selecting.word_under(point):
            self._view.word_edit_wanted.emit(place.page, place.word)

    def _move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._moved = self._moved or far
        if self._doing is Doing.PANNING:
            self._pan(at - self._last)
        elif self._moved and self._doing is Doing.SELECTING:
            self._scroll_towards(at)
            self._selecting.extend(self._view.mapToScene(at))
        elif self._moved and self._doing is Doing.FRAMING:
            self._frame(at)
        self._last = at
        self._show_cursor(at)

    def _release(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        doing, self._doing = self._doing, Doing.NOTHING
        self._band.hide()
        if doing is Doing.FRAMING and not self._moved and event.modifiers() & RECTANGLE_KEYS:
            self._selecting.extend(self._view.mapToScene(at))
        if doing is Doing.SELECTING and not self._moved:
            self._click(at, event.modifiers())
        if doing in (Doing.SELECTING, Doing.FRAMING):
            self._view.selection_changed.emit()
            if self._moved:
                self._view.words_dragged.emit()
        self._show_cursor(at)

    def _offer_menu(self, on_screen: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self._view.copy_selection).setEnabled(bool(self._selecting.chosen))
        menu.addAction(self.tr("Select all"), self._view.select_all).setEnabled(bool(self._view.desk.pages))
        menu.popup(on_screen)

    def _begin(self, event: QMouseEvent) -> Doing:
        if event.button() is Qt.MouseButton.MiddleButton or (
            self._holds_desk and event.button() is Qt.MouseButton.LeftButton
        ):
            return Doing.PANNING
        if event.button() is not Qt.MouseButton.LeftButton:
            return Doing.NOTHING
        if self._is_third_press():
            self._selecting.choose_line(self._view.mapToScene(self._pressed))
            self._view.selection_changed.emit()
            return Doing.DONE
        if event.modifiers() & RECTANGLE_KEYS:
            return Doing.FRAMING
        point = self._view.mapToScene(self._pressed)
        self._selecting.start(point)
        beside = self._selecting.word_under(point) is None
        return Doing.FRAMING if self._frames_words and beside else Doing.SELECTING

    def _is_third_press(self) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        third = self._since_double.isValid() and self._since_double.elapsed() < interval
        self._since_double.invalidate()
        return third

    def _click(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        place = self._selecting.word_under(self._view.mapToScene(at))
        if place is not None:
            picks = modifiers & Qt.KeyboardModifier.ControlModifier
            (self._view.word_picked if picks else self._view.word_clicked).emit(place.page, place.word)

    def _frame(self, at: QPoint) -> None:
        band = QRect(self._pressed, at).normalized()
        self._band.setGeometry(band)
        self._band.show()
        self._selecting.choose_within(self._view.mapToScene(band).boundingRect())

    def _pan(self, by: QPoint) -> None:
        for bar, step in ((self._view.horizontalScrollBar(), by.x()), (self._view.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - step)

    def _scroll_towards(self, at: QPoint) -> None:
        """Dragging past the window's edge goes on scrolling."""
        area = self._view.viewport().rect()
        down = max(0, at.y() - area.bottom()) - max(0, area.top() - at.y())
        across = max(0, at.x() - area.right()) - max(0, area.left() - at.x())
        self._pan(QPoint(-across, -down))

    def _show_cursor(self, at: QPoint) -> None:
        self._view.viewport().setCursor(self._cursor(at))

    def _cursor(self, at: QPoint) -> Qt.CursorShape:
        if self._doing is Doing.PANNING:
            return Qt.CursorShape.ClosedHandCursor
        if self._holds_desk:
            return Qt.CursorShape.OpenHandCursor
        if self._doing is Doing.FRAMING:
            return Qt.CursorShape.CrossCursor
        over_word = self._selecting.word_under(self._view.mapToScene(at)) is not None
        return Qt.CursorShape.IBeamCursor if over_word else Qt.CursorShape.ArrowCursor
