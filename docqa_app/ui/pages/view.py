"""The page view: a document's pages with their evidence, overlays, hits and selected words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget

from docqa_app.core.document import Page
from docqa_app.core.find import Hit
from docqa_app.core.layout import Assignment
from docqa_app.ui.colours import LIGHT, Palette
from docqa_app.ui.pages.arrangement import Look
from docqa_app.ui.pages.hover import describe_word
from docqa_app.ui.pages.layers import Grid, Layer, Source
from docqa_app.ui.pages.overlay import Overlays
from docqa_app.ui.pages.pointer import Pointer
from docqa_app.ui.pages.running import Render, Run
from docqa_app.ui.pages.scroll_marks import mark_hits
from docqa_app.ui.pages.selecting import Selecting
from docqa_app.ui.pages.selection import Chosen
from docqa_app.ui.pages.spotlight import ByPage, Spotlight
from docqa_app.ui.pages.steering import SteeredCanvas


class PagesView(SteeredCanvas):
    """Shows a document's pages and says which words the user points at. Pages and words: pages count from 1."""

    word_clicked = Signal(int, int)
    """Page number and index of a word that was clicked."""
    word_picked = Signal(int, int)
    """The same of a word that was clicked with Ctrl."""
    word_edit_wanted = Signal(int, int)
    """The same of a word that was clicked twice."""
    words_dragged = Signal()
    """The user has drawn over words; they are selected."""
    selection_changed = Signal()
    words_arrived = Signal(int)
    """The words of this page are known now."""
    layers_changed = Signal()
    """Other layers, another source, other colours, or another page that the legend may say something else of."""
    emptied = Signal()
    """The document that was shown is gone."""
    flashed = Signal()
    """The flash of the evidence is over."""

    def __init__(
        self, run: Run, palette: Palette = LIGHT, *, reduced_motion: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(run, palette, parent)
        self._colours = palette
        self._reduced_motion = reduced_motion
        self._overlays = Overlays(self.desk)
        self._spotlight = Spotlight(self.desk, self)
        self._spotlight.flashed.connect(self.flashed)
        self.page_shown.connect(self.layers_changed)
        self._selecting = Selecting(self.desk)
        self._pointer = Pointer(self, self._selecting)
        self._hits: tuple[Hit, ...] = ()
        self._current_hit: Hit | None = None
        self._name_for_readers()

    def _name_for_readers(self) -> None:
        self.setAccessibleName(self.tr("Document pages"))
        self.setAccessibleDescription(
            self.tr("The pages of the document. Arrow keys scroll, Page Up and Page Down turn pages, Ctrl+Plus zooms.")
        )

    def show_document(self, sizes: Sequence[tuple[float, float]], render: Render) -> None:
        """Lays out pages of these sizes (points) from the first; their words come by `show_page`."""
        self._forget_document()
        self._loader.show_document(render)
        self.desk.show_sizes(sizes)
        self._apply_zoom(self.zoom)
        self._set_current(1 if sizes else 0)
        self.set_fit(self.fit)
        self.go_to_page(1)

    def clear(self) -> None:
        """An empty desk."""
        self._forget_document()
        self._loader.show_document(None)
        self.desk.show_sizes(())
        self._set_current(0)

    def show_page(self, page: Page) -> None:
        """A page has been read: its words can be selected and drawn, its small picture stands in for the preview."""
        if page.picture:
            self._loader.show_small_picture(page.number, page.picture)
        if not 1 <= page.number <= self.desk.count:
            return
        self._take_words(page)
        self._overlays.show_page(page)
        self._spotlight.show_page(page.number)
        self.words_arrived.emit(page.number)

    def show_evidence(self, by_page: ByPage, flash: bool = True, *, steady: bool = False) -> None:
        """Lights up boxes by page number and centres the first; flashes them unless motion is reduced.

        With `steady` the page stays where it is if the first is in sight already.
        """
        self._spotlight.show_evidence(by_page, flash=flash and not self._reduced_motion)
        first = min((number for number, boxes in by_page.items() if boxes), default=0)
        if 1 <= first <= self.desk.count:
            area = self.desk.item(first).on_desk(self.desk.stood_up(first, by_page[first][0]))
            if not (steady and self.seen.contains(area)):
                self.centerOn(area.center())
                self._set_current(first)

    def clear_evidence(self) -> None:
        self._spotlight.show_evidence({}, flash=False)

    def frame_words(self, framed: bool) -> None:
        """Whether a drag that begins beside the words draws a rectangle around some, instead of selecting lines."""
        self._pointer.frame_words(framed)

    def set_layer(self, layer: Layer, on: bool) -> None:
        self._overlays.set_layer(layer, on)
        self.layers_changed.emit()

    @property
    def layers(self) -> frozenset[Layer]:
        return self._overlays.layers

    def show_assignments(self, number: int, geometry: Assignment, model: Assignment | None) -> None:
        """The lines and cells of a page's words, by geometry and, where it has been asked, by the model."""
        self._overlays.show_assignments(number, geometry, model)
        if number == self.current_page:
            self.layers_changed.emit()

    @property
    def model_is_known(self) -> bool:
        """Whether the model's assignments of the page in view have been shown."""
        return self._overlays.knows_model(self.current_page)

    def set_assignment_source(self, source: Source) -> None:
        self._overlays.set_source(source)
        self.layers_changed.emit()

    @property
    def assignment_source(self) -> Source:
        return self._overlays.source

    def set_grid(self, columns: int, rows: int) -> None:
        """Another grid; assignments shown before are forgotten, for their cells counted in the old one."""
        self._overlays.set_grid(Grid(columns, rows))

    def set_overlay_opacity(self, opacity: float) -> None:
        """0 (nothing is seen of the layers) to 1."""
        self._overlays.set_opacity(opacity)

    @property
    def overlay_opacity(self) -> float:
        return self._overlays.opacity

    def show_hits(self, hits: Sequence[Hit], current: Hit | None = None) -> None:
        """Marks every hit on the pages and beside the scroll bar, and brings the current one into view."""
        if hits is not self._hits:
            self._hits = tuple(hits)
            self._spotlight.show_hits(self._hits)
        self._current_hit = current
        self._spotlight.show_current(current)
        self._mark_scroll_bar()
        boxes = () if current is None else self._spotlight.boxes(current)
        if current is not None and boxes:
            place = self.desk.item(current.page).on_desk(boxes[0])
            if not self.seen.contains(place):
                self.centerOn(place.center())

    def selected_text(self) -> str:
        """The selected words, lines broken as on the page."""
        return self._selecting.text()

    @property
    def selected_words(self) -> Chosen:
        """Indices of the selected words by page number."""
        return self._selecting.chosen

    def select_all(self) -> None:
        self._selecting.choose_all()
        self.selection_changed.emit()

    def clear_selection(self) -> None:
        self._selecting.choose({})
        self.selection_changed.emit()

    def copy_selection(self) -> None:
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def explain(self, at: QPoint) -> None:
        """Shows the tool tip of the word at a point of the window, or hides the last one."""
        place = self._selecting.word_under(self.mapToScene(at))
        seen = None if place is None else self._overlays.inspected(place.page)
        if place is None or seen is None:
            QToolTip.hideText()
            return
        box = self.desk.item(place.page).on_desk(seen.page.words[place.word].box)
        area: QRect = self.mapFromScene(box).boundingRect()
        QToolTip.showText(self.viewport().mapToGlobal(at), describe_word(seen, place.word), self.viewport(), area)

    def set_colours(self, palette: Palette) -> None:
        """Other colours for the desk and what lies beside the pages."""
        self._colours = palette
        self.desk.set_palette(palette)
        self._mark_scroll_bar()

    def _set_look(self, look: Look) -> None:
        super()._set_look(look)
        self._overlays.refresh()
        self._spotlight.refresh()
        self._selecting.refresh()
        self._mark_scroll_bar()
        self.layers_changed.emit()

    def _take_words(self, page: Page) -> None:
        """Keeps the words; a page that is found to lie on its side is stood up without moving what is in view."""
        if self.desk.item(page.number).upright_turns == page.turn // 90:
            self.desk.add_words(page)
            return
        self._keep_place(lambda: self.desk.add_words(page))
        self._apply_zoom(self.zoom)

    def _forget_document(self) -> None:
        self._overlays.clear()
        self._spotlight.forget()
        self._selecting.forget()
        self._hits, self._current_hit = (), None
        self._mark_scroll_bar()
        self.emptied.emit()

    def _mark_scroll_bar(self) -> None:
        mark_hits(self.verticalScrollBar(), self.desk, self._hits, self._current_hit, self._colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and self._selecting.chosen:
            self.clear_selection()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.hold_desk(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._pointer.hold_desk(False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._pointer.hold_desk(False)
        super().focusOutEvent(event)
