"""Line and grid cell of every word of the page in view: by geometry at once, by the model when it is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from docqa_app.core.document import Page
from docqa_app.core.layout import Assignment, assign
from docqa_app.core.ports import Engine
from docqa_app.session.reading import words_mark
from docqa_app.ui.background import Handle, Lane, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.work.model import ModelLoading

REMEMBERED = 40


@dataclass(frozen=True, slots=True)
class Inspected:
    """A page and both assignments of its words; `model` is None while the model has not looked."""

    key: int
    page: Page
    geometry: Assignment
    model: Assignment | None = None


class Inspecting(QObject):
    """Looks at the page in view while `wanted`; what was seen is remembered as long as its words stay."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, live: LiveSession, lane: Lane, model: ModelLoading, grid: tuple[int, int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._model = model
        self._grid = grid
        self._wanted = False
        self._seen: dict[tuple[int, int, int], Assignment] = {}
        self._job: tuple[tuple[int, int, int], Handle] | None = None
        self.shown: Inspected | None = None
        live.changed.connect(self._look)
        model.changed.connect(self._look)

    def want(self, wanted: bool) -> None:
        """The model looks only while a layer or the table shows what it sees."""
        self._wanted = wanted
        self._look()

    def use_grid(self, columns: int, rows: int) -> None:
        self._grid = (columns, rows)
        self.shown = None
        self._look()

    def _look(self) -> None:
        document = self._live.now.in_view
        page = document.read_page(document.page) if document else None
        if document is None or page is None:
            self._show(None)
            return
        place = (document.key, page.number, words_mark((page,)))
        if self.shown is None or self.shown.page is not page or self.shown.key != document.key:
            self._show(Inspected(document.key, page, assign(page, *self._grid), self._seen.get(place)))
        if self._wanted and place not in self._seen and self._model.engine is not None and page.words:
            self._begin(self._model.engine, page, place)

    def _begin(self, engine: Engine, page: Page, place: tuple[int, int, int]) -> None:
        if self._job and self._job[0] == place:
            return
        if self._job:
            self._job[1].cancel()
        handle = self._lane.run(
            lambda report, note: engine.inspect(page), lambda seen: self._saw(place, seen), failed=self._failed
        )
        self._job = (place, handle)

    def _saw(self, place: tuple[int, int, int], seen: Assignment) -> None:
        self._job = None
        self._seen[place] = seen
        for old in list(self._seen)[:-REMEMBERED]:
            del self._seen[old]
        self.shown = None
        self._look()

    def _failed(self, trouble: Trouble) -> None:
        """Kept as the running job, so that the same page is not tried over and over."""
        self.failed.emit(trouble)

    def _show(self, inspected: Inspected | None) -> None:
        if inspected is not self.shown:
            self.shown = inspected
            self.changed.emit()
