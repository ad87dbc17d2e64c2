"""The model looks at the page in view while its question is still being typed: most of what an answer waits for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from docqa_app.core.document import Page
from docqa_app.core.ports import Engine
from docqa_app.ui.background import Handle, Lane, Trouble
from docqa_app.ui.live import LiveSession
from docqa_app.ui.work.model import ModelLoading


class LookingAhead(QObject):
    """What the model sees of a page does not depend on the question, and the engine keeps it."""

    def __init__(self, live: LiveSession, lane: Lane, model: ModelLoading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._model = model
        self._expecting = False
        self._page: Page | None = None
        self._handle: Handle | None = None
        live.changed.connect(self._look)
        model.changed.connect(self._look)

    def expect(self, question: bool) -> None:
        """Whether a question is begun; one that is asked or given up takes back a look that has not started."""
        self._expecting = question
        if not question:
            self._stop()
        self._look()

    def _look(self) -> None:
        engine, page = self._model.engine, self._page_in_view()
        if not self._expecting or engine is None or page is None or page is self._page:
            return
        self._stop()
        self._page = page
        self._handle = self._lane.run(lambda report, note: _look_at(page, engine), self._seen, failed=self._failed)

    def _page_in_view(self) -> Page | None:
        document = self._live.now.in_view
        page = document.read_page(document.page) if document else None
        return page if page is not None and page.words else None

    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = self._page = None

    def _seen(self, nothing: None) -> None:
        """Kept by the engine; here only that this page need not be looked at again."""
        self._handle = None

    def _failed(self, trouble: Trouble) -> None:
        """In the log; the question itself will say what is wrong."""
        self._handle = None


def _look_at(page: Page, engine: Engine) -> None:
    """As it answers free questions and as it answers fields: nobody knows yet which is being typed."""
    engine.freely.inspect(page)
    if engine.freely is not engine:
        engine.inspect(page)
