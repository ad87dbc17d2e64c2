"""Tries a draft on the page in view, on the model's lane, and lights up what a field stands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from docqa_app.core.document import Document, Report
from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Engine
from docqa_app.errors import UsageError
from docqa_app.extracting.case import Known
from docqa_app.extracting.trial import RememberingEngine, try_schema
from docqa_app.schemas.draft import Draft
from docqa_app.schemas.draft_file import schema_of
from docqa_app.schemas.schema import Schema
from docqa_app.ui.background import Handle, Note, Trouble
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.workshop import Workshop

PAUSE = 300
"""Milliseconds without a keystroke after which a change is tried."""


class Trying(QObject):
    """`found` carries the page's values (None where nothing is known) and a sentence what they are; `unfinished` says
    what the draft lacks, "" where it lacks nothing; `stale` that another page is in view, or the model has come."""

    found = Signal(object, str)
    unfinished = Signal(str)
    stale = Signal()

    def __init__(
        self, live: LiveSession, shop: Workshop, lighting: Lighting, language: str, parent: QObject | None = None
    ) -> None:
        """`language` is that of messages to the clerk."""
        super().__init__(parent)
        self._live = live
        self._shop = shop
        self._lighting = lighting
        self._language = language
        self._at: tuple[object, ...] = ()
        self._draft = Draft("", {})
        self._engine: RememberingEngine | None = None
        self._trial: Handle | None = None
        self._values: Extraction | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.try_now(self._draft))
        live.changed.connect(self._look)
        shop.model.changed.connect(self._look)

    def try_soon(self, draft: Draft) -> None:
        """When the clerk pauses."""
        self._draft = draft
        self._pause.start()

    def try_now(self, draft: Draft) -> None:
        """What was tried before and is not done yet is of no use any more."""
        self._pause.stop()
        if self._trial is not None:
            self._trial.cancel()
        try:
            schema = schema_of(draft)
        except UsageError as error:
            self.unfinished.emit(in_our_words(str(error)))
            return
        self.unfinished.emit("")
        document, engine = self._page_in_view(), self._shop.model.engine
        if document is None:
            self._show(None, self.tr("Open a document to see what this kind finds on its page."))
        elif engine is None:
            self._show(None, self.tr("The model is being loaded; then the page's values stand here."))
        else:
            self._begin(document, schema, engine)

    def light(self, name: str) -> None:
        """The words that a field, or a column's cells, stand on."""
        values = [value for value in self._values.values() if value.name == name] if self._values else []
        words = [index for value in values for index in value.words]
        page = next((value.page for value in values if value.page is not None), None)
        self._lighting.show_words({page: words} if page is not None and words else {})

    def _begin(self, document: Document, schema: Schema, engine: Engine) -> None:
        self.found.emit(self._values, self.tr("Looking at the page…"))
        if self._engine is None or self._engine.engine is not engine:
            self._engine = RememberingEngine(engine)
        known = Known(doubt_below=engine.check_fields_below, language=self._language)
        state = self.tr("What this kind finds on page {page}:").format(page=document.pages[0].number)
        self._trial = self._shop.model_lane.run(
            _trying(document, schema, self._engine, known),
            lambda found: self._show(found, state),
            failed=self._failed,
            progressed=self._progressed,
        )

    def _progressed(self, done: int, total: int) -> None:
        state = self.tr("Looking at the page… {done} of {total}").format(done=done, total=total)
        self.found.emit(self._values, state)

    def _page_in_view(self) -> Document | None:
        shown = self._live.now.in_view
        page = shown.read_page(shown.page) if shown else None
        return replace(shown.as_read(), pages=(page,)) if shown and page else None

    def _show(self, found: Extraction | None, state: str) -> None:
        self._values = found
        self.found.emit(found, state)

    def _failed(self, trouble: Trouble) -> None:
        self._show(None, trouble.sentence)

    def _look(self) -> None:
        document = self._live.now.in_view
        page = document.read_page(document.page) if document else None
        at = (document.key if document else None, page, self._shop.model.engine)
        if at != self._at:
            self._at = at
            self.stale.emit()


def _trying(
    document: Document, schema: Schema, engine: RememberingEngine, known: Known
) -> Callable[[Report, Note], Any]:
    """The job as a plain function of values, with nothing of Qt in it."""
    return lambda report, note: try_schema(document, schema, engine, known, report)
