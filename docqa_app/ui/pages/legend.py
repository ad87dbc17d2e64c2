"""The legend of the overlays: the sign of each active layer, drawn as on the page, and how strongly they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.layout import Assignment
from docqa_app.ui.colours import LIGHT, WHITE_PAGE, Ink, Palette
from docqa_app.ui.pages.drawing import Drawing, paint_shapes
from docqa_app.ui.pages.grid_layer import grid_drawing
from docqa_app.ui.pages.layers import Grid, Inspected, Layer, Source, words_drawing
from docqa_app.ui.pages.lines_layer import lines_drawing

WIDTH, HEIGHT = 46.0, 18.0
"""Pixels of a sign; the page it is drawn from has as many points."""
COMPARED = frozenset({Layer.LINES, Layer.GRID})
"""Layers that geometry and the model may see differently."""
LEAST_OPACITY = 20
"""Per cent: less would look like a layer switched off."""


def sample(*words: tuple[float, float], confidence: float = 1.0) -> Inspected:
    """A page the size of a sign with words from here to there across, on one line and in the only cell."""
    made = tuple(Word("word", Box(left, 0.25, right, 0.75), confidence) for left, right in words)
    ones = (1,) * len(words)
    return Inspected(Page(1, WIDTH, HEIGHT, made), Assignment(ones, ones), None, Grid(1, 1))


class Sign(QWidget):
    """One drawing on a bit of paper."""

    def __init__(self, drawing: Drawing, paper: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._paper = paper
        self.setFixedSize(QSize(round(WIDTH), round(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._paper))
        for shapes in self._drawing.shapes:
            paint_shapes(painter, shapes)
        painter.end()


class Legend(QWidget):
    """Lists only what is drawn now; empty, it hides itself."""

    opacity_wanted = Signal(float)
    """How strongly the layers are to be drawn, 0..1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 8, 10, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._rows: list[QWidget] = []
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._strength = QLabel(self.tr("Strength"), self)
        self._set_up_slider()
        self.setAccessibleName(self.tr("Legend of the layers"))
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What it explains now, from the top."""
        return tuple(row.text() for row in self._rows if isinstance(row, QLabel))

    def show_layers(
        self,
        layers: Iterable[Layer],
        source: Source,
        ink: Ink = WHITE_PAGE,
        palette: Palette = LIGHT,
        *,
        model_known: bool = True,
    ) -> None:
        """Explains these layers in the colours of the pages; `model_known`: the model was asked about this page."""
        self._palette = palette
        self._colour_texts()
        self._clear_rows()
        active = frozenset(layers)
        for drawing, text in self._entries(active, source, ink):
            self._add_row(Sign(drawing, ink.paper, self), text)
        if active & COMPARED and source is not Source.GEOMETRY and not model_known:
            self._add_row(QWidget(self), self.tr("Not yet known from the model"))
        self._place_slider()
        self.setVisible(bool(active))
        self.adjustSize()

    def _entries(self, active: frozenset[Layer], source: Source, ink: Ink) -> Iterator[tuple[Drawing, str]]:
        words = sample((0.1, 0.45), (0.55, 0.9))
        whose = self.tr("by the model") if source is Source.MODEL else self.tr("by geometry")
        if Layer.WORDS in active:
            yield words_drawing(words, ink), self.tr("Word")
            yield words_drawing(sample((0.2, 0.8), confidence=0.0), ink), self.tr("Doubtful reading")
        if Layer.LINES in active:
            drawing = lines_drawing(words, Source.GEOMETRY, ink)
            yield drawing, self.tr("Text line, {whose}").format(whose=whose)
        if Layer.GRID in active:
            drawing = grid_drawing(words, Source.GEOMETRY, ink)
            yield drawing, self.tr("Grid cell, {whose}").format(whose=whose)
        if source is Source.BOTH and active & COMPARED:
            yield difference_drawing(ink), self.tr("The model sees it otherwise")

    def _colour_texts(self) -> None:
        """The panel has its own ground, so its texts have their own colour."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(self._palette.panel_text))
        self.setPalette(colours)

    def _set_up_slider(self) -> None:
        self._slider.setRange(LEAST_OPACITY, 100)
        self._slider.setValue(100)
        self._slider.setPageStep(20)
        self._slider.setAccessibleName(self.tr("Strength of the layers"))
        self._slider.setToolTip(self.tr("How strongly the layers are drawn over the page"))
        self._slider.valueChanged.connect(lambda value: self.opacity_wanted.emit(value / 100))
        self._strength.setBuddy(self._slider)

    def _clear_rows(self) -> None:
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _add_row(self, sign: QWidget, text: str) -> None:
        label = QLabel(text, self)
        place = self._grid.rowCount()
        self._grid.addWidget(sign, place, 0)
        self._grid.addWidget(label, place, 1)
        self._rows += [sign, label]
        sign.show()
        label.show()

    def _place_slider(self) -> None:
        for widget in (self._strength, self._slider):
            self._grid.removeWidget(widget)
        place = self._grid.rowCount()
        self._grid.addWidget(self._strength, place, 0)
        self._grid.addWidget(self._slider, place, 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._palette.panel_edge))
        painter.setBrush(QColor(self._palette.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()


def difference_drawing(ink: Ink) -> Drawing:
    """The mark alone of a word where geometry and the model disagree."""
    seen = sample((0.2, 0.8))
    disputed = replace(seen, model=Assignment((2,), (1,)))
    marks = lines_drawing(disputed, Source.BOTH, ink).shapes[-2:]
    return Drawing(marks)
