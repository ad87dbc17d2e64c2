"""The layers over the page: which are on, whose lines and cells they show, and when the model has to look."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from docqa_app.ui.actions import Actions
from docqa_app.ui.hold_key import HoldKey
from docqa_app.ui.pages.layers import Layer, Source
from docqa_app.ui.pages.view import PagesView
from docqa_app.ui.side_panel import SidePanel
from docqa_app.ui.telling import Telling
from docqa_app.ui.work.inspecting import Inspecting

LAYERS = {"words": Layer.WORDS, "lines": Layer.LINES, "grid": Layer.GRID}
SOURCES = (Source.GEOMETRY, Source.MODEL, Source.BOTH)


class Layering(QObject):
    """Joins the keys of the layers to the page view; T, while held, hides them all."""

    def __init__(
        self,
        view: PagesView,
        actions: Actions,
        inspecting: Inspecting,
        telling: Telling,
        side: SidePanel,
        inspect_room: QWidget,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view = view
        self._inspecting = inspecting
        self._telling = telling
        self._room_shown = partial(side.is_shown, inspect_room)
        self._hidden = False
        self._actions = actions
        for name, layer in LAYERS.items():
            actions[name].toggled.connect(partial(self._set, layer))
        actions["source"].triggered.connect(self._next_source)
        side.currentChanged.connect(self._want_model)
        self._window = window
        QTimer.singleShot(0, self, self._watch_t)

    def _watch_t(self) -> None:
        """Once the window is shown, for before that there is nothing to watch."""
        if handle := self._window.windowHandle():
            HoldKey(Qt.Key.Key_T, handle, self).held.connect(self._hide)

    @property
    def state(self) -> dict[str, object]:
        """Which layers are on and whose they are, for the next start."""
        on = sorted(name for name in LAYERS if self._actions[name].isChecked())
        return {"on": on, "source": self._view.assignment_source.value}

    def restore(self, state: dict[str, object]) -> None:
        on = state.get("on")
        for name in LAYERS:
            self._actions[name].setChecked(isinstance(on, list) and name in on)
        source = state.get("source")
        if source in {one.value for one in Source}:
            self._view.set_assignment_source(Source(source))

    def _set(self, layer: Layer, on: bool) -> None:
        self._view.set_layer(layer, on and not self._hidden)
        self._want_model()

    def _want_model(self) -> None:
        self._inspecting.want(bool(self._view.layers) or self._room_shown())

    def _next_source(self) -> None:
        now = SOURCES.index(self._view.assignment_source)
        self._view.set_assignment_source(SOURCES[(now + 1) % len(SOURCES)])
        self._telling.say(self._source_sentence())

    def _source_sentence(self) -> str:
        return {
            Source.GEOMETRY: self.tr("Lines and cells by geometry."),
            Source.MODEL: self.tr("Lines and cells as the model sees them."),
            Source.BOTH: self.tr("Lines and cells by geometry; marked where the model sees them otherwise."),
        }[self._view.assignment_source]

    def _hide(self, hide: bool) -> None:
        self._hidden = hide
        for name, layer in LAYERS.items():
            self._view.set_layer(layer, not hide and self._actions[name].isChecked())
