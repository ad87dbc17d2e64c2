"""Keeps the overlays of all pages as the user switched them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from docqa_app.core.document import Page
from docqa_app.core.layout import Assignment, assign
from docqa_app.ui.pages.desk import Desk
from docqa_app.ui.pages.drawing import Drawing
from docqa_app.ui.pages.grid_layer import grid_drawing
from docqa_app.ui.pages.layers import Grid, Inspected, Layer, Source, words_drawing
from docqa_app.ui.pages.lines_layer import lines_drawing
from docqa_app.ui.pages.sheets import Sheet

SHEETS = {Layer.GRID: Sheet.GRID, Layer.LINES: Sheet.LINES, Layer.WORDS: Sheet.WORDS}


class Overlays:
    """Which layers lie on the pages of a desk, whose assignments they show, and how strongly."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inspected: dict[int, Inspected] = {}
        self._grid = Grid()
        self.layers: frozenset[Layer] = frozenset()
        self.source = Source.GEOMETRY
        self.opacity = 1.0

    def clear(self) -> None:
        """Forgets the pages; what is switched on stays on."""
        self._inspected.clear()

    def inspected(self, number: int) -> Inspected | None:
        """What is known of a page's words; None until it is read. Geometry is computed when first asked for."""
        page = self._desk.page(number)
        if page is None:
            return None
        if number not in self._inspected:
            geometry = assign(self._desk.as_read(number), self._grid.columns, self._grid.rows)
            self._inspected[number] = self._seen(page, geometry, None)
        return self._inspected[number]

    def set_grid(self, grid: Grid) -> None:
        """Another grid: earlier assignments no longer hold."""
        self._grid = grid
        self.clear()
        self.refresh()

    def show_page(self, page: Page) -> None:
        self._inspected.pop(page.number, None)
        self._lay_on(page.number)

    def show_assignments(self, number: int, geometry: Assignment, model: Assignment | None) -> None:
        page = self._desk.page(number)
        if page is not None:
            self._inspected[number] = self._seen(page, geometry, model)
            self._lay_on(number)

    def _seen(self, page: Page, geometry: Assignment, model: Assignment | None) -> Inspected:
        return Inspected(page, geometry, model, self._grid, self._desk.as_read(page.number).turn)

    def knows_model(self, number: int) -> bool:
        """Whether the model has been asked about this page."""
        seen = self._inspected.get(number)
        return seen is not None and seen.model is not None

    def set_layer(self, layer: Layer, on: bool) -> None:
        self.layers = self.layers | {layer} if on else self.layers - {layer}
        self._lay((layer,))

    def set_source(self, source: Source) -> None:
        self.source = source
        self._lay((Layer.LINES, Layer.GRID))

    def set_opacity(self, opacity: float) -> None:
        """How strongly the layers are drawn, 0..1."""
        self.opacity = opacity
        for page in self._desk.pages:
            for layer in self.layers:
                self._desk.item(page.number).fade(SHEETS[layer], opacity)

    def refresh(self) -> None:
        """Lays every layer anew; each page's drawing is built when it is first seen."""
        self._lay(Layer)

    def _lay(self, layers: Iterable[Layer]) -> None:
        for page in self._desk.pages:
            self._lay_on(page.number, layers)

    def _lay_on(self, number: int, layers: Iterable[Layer] = Layer) -> None:
        item = self._desk.item(number)
        for layer in layers:
            build = partial(self._drawing, layer, number) if layer in self.layers else None
            item.lay(SHEETS[layer], build, self.opacity)

    def _drawing(self, layer: Layer, number: int) -> Drawing:
        seen = self.inspected(number)
        if seen is None:
            return Drawing()
        ink = self._desk.item(number).ink
        if layer is Layer.WORDS:
            return words_drawing(seen, ink)
        return (lines_drawing if layer is Layer.LINES else grid_drawing)(seen, self.source, ink)
