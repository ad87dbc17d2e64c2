"""The centre of the window put together: the pages, the find bar over them, the legend in their corner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from docqa_app.ui.colours import DARK_PAGE, LIGHT, WHITE_PAGE, Palette
from docqa_app.ui.pages.find_bar import FindBar
from docqa_app.ui.pages.finder import Finder
from docqa_app.ui.pages.legend import Legend
from docqa_app.ui.pages.running import Run
from docqa_app.ui.pages.view import PagesView

LEGEND_MARGIN = 12


class PagesPane(QWidget):
    """`view` shows the document; finding and the legend follow it by themselves."""

    def __init__(
        self, run: Run, palette: Palette = LIGHT, *, reduced_motion: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette = palette
        self.view = PagesView(run, palette, reduced_motion=reduced_motion, parent=self)
        self.find_bar = FindBar(self)
        self.legend = Legend(self.view)
        self._finder = Finder(self.view, self.find_bar)
        self.find_bar.hide()
        self._lay_out()
        self.view.layers_changed.connect(self._show_legend)
        self.legend.opacity_wanted.connect(self.view.set_overlay_opacity)
        self.view.viewport().installEventFilter(self)
        self.setFocusProxy(self.view)

    def open_find(self) -> None:
        self._finder.open()

    def find_text(self, text: str) -> None:
        self._finder.find(text)

    def find_next(self) -> None:
        self._finder.go_to_next()

    def find_previous(self) -> None:
        self._finder.go_to_previous()

    def close_find(self) -> None:
        self._finder.close()

    def set_colours(self, palette: Palette) -> None:
        self._palette = palette
        self.view.set_colours(palette)
        self._show_legend()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)

    def _show_legend(self) -> None:
        ink = DARK_PAGE if self.view.dark_pages else WHITE_PAGE
        view = self.view
        self.legend.show_layers(
            view.layers, view.assignment_source, ink, self._palette, model_known=view.model_is_known
        )
        self._place_legend()

    def _place_legend(self) -> None:
        """The lower left corner: text runs out there first."""
        port = self.view.viewport().geometry()
        self.legend.move(LEGEND_MARGIN, port.bottom() - self.legend.height() - LEGEND_MARGIN)
        self.legend.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self._place_legend()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Find):
            self.open_find()
        elif event.key() == Qt.Key.Key_F3:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.find_previous if shifted else self.find_next)()
        elif event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.close_find()
        else:
            super().keyPressEvent(event)
