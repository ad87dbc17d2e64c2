"""Fulfils what the schema editor wishes: tries every change on the page in view, lights it up, keeps own kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from docqa_app.core.document import Document, Report
from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Engine
from docqa_app.errors import DocqaError, UsageError
from docqa_app.extracting.draft import Draft, Part, named
from docqa_app.extracting.draft_file import draft_of, schema_of
from docqa_app.extracting.draft_steps import added
from docqa_app.extracting.extract import Known
from docqa_app.extracting.schema import Schema
from docqa_app.extracting.schema_folder import Kind, Kinds, SchemaFolder
from docqa_app.extracting.trial import RememberingEngine, try_schema
from docqa_app.ui.background import Handle, Note, Trouble
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.schemas.editor import SchemaEditor
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.workshop import Workshop

PAUSE = 300
"""Milliseconds without a keystroke after which a change is tried."""


class SchemaDesk(QObject):
    """`kept` carries the kinds of documents, which are others now; `tried` says that the page's values are those of the
    draft.

    Drafts that are not saved stay until the window is closed.
    """

    kept = Signal(object)
    tried = Signal()

    def __init__(
        self, live: LiveSession, shop: Workshop, lighting: Lighting, folders: tuple[Path, Path], parent: QObject
    ) -> None:
        """`folders`: that of the shipped kinds, and the user's own."""
        super().__init__(parent)
        self._live = live
        self._shop = shop
        self._lighting = lighting
        self._folder = SchemaFolder(*folders)
        language = spoken_language()
        self.editor = SchemaEditor(language)
        self._language = language
        self._drafts: dict[str, Draft] = {}
        self._at: tuple[object, ...] = ()
        self._engine: RememberingEngine | None = None
        self._trial: Handle | None = None
        self._found: Extraction | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._try)
        self._connect()

    def open(self) -> None:
        """Shows the kind that the document in view is of."""
        kinds = self._folder.kinds()
        document = self._live.now.in_view
        name = document.review.schema.name if document and document.review else ""
        names = [kind.schema.name for kind in kinds.kinds]
        wanted = next((one for one in (self.editor.draft.name, name, "invoice") if one in names), names[0])
        self._show_kind(wanted)
        if kinds.problems:
            self.editor.say(" ".join(kinds.problems), trouble=True)

    def _connect(self) -> None:
        editor = self.editor
        editor.changed.connect(self._changed)
        editor.kind_wanted.connect(self._show_kind)
        editor.save_wanted.connect(self._save)
        editor.save_as_wanted.connect(self._save_as)
        editor.new_wanted.connect(self._begin_new)
        editor.remove_wanted.connect(self._remove)
        editor.discard_wanted.connect(self._discard)
        editor.chosen.connect(self._light)
        self._live.changed.connect(self._look)
        self._shop.model.changed.connect(self._look)

    def _kinds(self) -> Kinds:
        return self._folder.kinds()

    def _kind(self, name: str) -> Kind | None:
        return next((kind for kind in self._kinds().kinds if kind.schema.name == name), None)

    def _show_kind(self, name: str) -> None:
        kind = self._kind(name)
        draft = self._drafts.get(name) or (draft_of(kind.schema) if kind else self.editor.draft)
        self.editor.show_draft(draft, own=self._is_own(name), changed=name in self._drafts)
        self._list_kinds(name)
        self.editor.say("")
        self._try()

    def _list_kinds(self, current: str) -> None:
        titles = {kind.schema.name: named(draft_of(kind.schema), self._language) for kind in self._kinds().kinds}
        titles |= {name: named(draft, self._language) for name, draft in self._drafts.items()}
        shown = [(name, self._marked(name, title)) for name, title in titles.items()]
        self.editor.show_kinds(shown, current)

    def _marked(self, name: str, title: str) -> str:
        return self.tr("{kind} (changed)").format(kind=title) if name in self._drafts else title

    def _is_own(self, name: str) -> bool:
        """Shipped kinds stay as they are."""
        kind = self._kind(name)
        return kind is None or kind.own

    def _changed(self, draft: Draft) -> None:
        first = draft.name not in self._drafts
        self._drafts[draft.name] = draft
        self.editor.show_standing(own=self._is_own(draft.name), changed=True)
        if first:
            self._list_kinds(draft.name)
        self._pause.start()

    def _look(self) -> None:
        """Another page or document, or the model has come."""
        document = self._live.now.in_view
        page = document.read_page(document.page) if document else None
        at = (document.key if document else None, page, self._shop.model.engine)
        if at != self._at and self.editor.isVisible():
            self._try()
        self._at = at

    def _try(self) -> None:
        """Finds the draft's values on the page in view, on the model's lane."""
        self._pause.stop()
        if self._trial is not None:
            self._trial.cancel()
        try:
            schema = schema_of(self.editor.draft)
        except UsageError as error:
            self.editor.say(str(error), trouble=True)
            return
        self.editor.say("")
        document, engine = self._page_in_view(), self._shop.model.engine
        if document is None or engine is None:
            self._show_found(None, self._why_not(document))
            return
        self.editor.show_found(self._found, self.tr("Looking at the page…"))
        job = _trying(document, schema, self._remembering(engine), self._known(engine))
        self._trial = self._shop.model_lane.run(job, self._show_tried, failed=self._failed)

    def _why_not(self, document: Document | None) -> str:
        if document is None:
            return self.tr("Open a document to see what this kind finds on its page.")
        return self.tr("The model is being loaded; then the page's values stand here.")

    def _page_in_view(self) -> Document | None:
        shown = self._live.now.in_view
        page = shown.read_page(shown.page) if shown else None
        return replace(shown.as_read(), pages=(page,)) if shown and page else None

    def _remembering(self, engine: Engine) -> RememberingEngine:
        if self._engine is None or self._engine.engine is not engine:
            self._engine = RememberingEngine(engine)
        return self._engine

    def _known(self, engine: Engine) -> Known:
        return Known(doubt_below=engine.check_below, language=self._language)

    def _show_tried(self, found: Extraction) -> None:
        document = self._live.now.in_view
        page = document.page if document else 1
        self._show_found(found, self.tr("What this kind finds on page {page}:").format(page=page))
        self.tried.emit()

    def _show_found(self, found: Extraction | None, state: str) -> None:
        self._found = found
        self.editor.show_found(found, state)

    def _failed(self, trouble: Trouble) -> None:
        self._show_found(None, trouble.sentence)

    def _light(self, name: str) -> None:
        """The words that a field, or a column's cells, stand on."""
        values = [value for value in self._found.values() if value.name == name] if self._found else []
        words = [index for value in values for index in value.words]
        page = next((value.page for value in values if value.page is not None), None)
        self._lighting.show_words({page: words} if page is not None and words else {})

    def _save(self) -> None:
        draft = self.editor.draft
        try:
            self._folder.save(draft)
        except DocqaError as error:
            self.editor.say(str(error), trouble=True)
            return
        self._saved(draft, draft.name)

    def _save_as(self, title: str) -> None:
        before = self.editor.draft.name
        try:
            draft = self._folder.save_as(self.editor.draft, self.editor.texts_in, title)
        except DocqaError as error:
            self.editor.say(str(error), trouble=True)
            return
        self._saved(draft, before)

    def _saved(self, draft: Draft, before: str) -> None:
        self._drafts.pop(before, None)
        self._show_kind(draft.name)
        self.editor.say(
            self.tr("“{kind}” is saved. The Fields room offers it from now on.").format(
                kind=named(draft, self._language)
            )
        )
        self.kept.emit(self._kinds().schemas)

    def _begin_new(self, title: str) -> None:
        """A kind with one field, to begin with."""
        language = self.editor.texts_in
        draft = added(Draft("", {language: title.strip()}), Part.FIELDS, language, self.tr("Number"))
        try:
            self._saved(self._folder.save_as(draft, language, title), "")
        except DocqaError as error:
            self.editor.say(str(error), trouble=True)

    def _discard(self) -> None:
        name = self.editor.draft.name
        self._drafts.pop(name, None)
        self._show_kind(name)

    def _remove(self) -> None:
        draft = self.editor.draft
        try:
            self._folder.forget(draft.name)
        except DocqaError as error:
            self.editor.say(str(error), trouble=True)
            return
        self._drafts.pop(draft.name, None)
        self._show_kind(self._kinds().kinds[0].schema.name)
        self.editor.say(self.tr("“{kind}” is removed.").format(kind=named(draft, self._language)))
        self.kept.emit(self._kinds().schemas)


def _trying(
    document: Document, schema: Schema, engine: RememberingEngine, known: Known
) -> Callable[[Report, Note], Any]:
    """The job as a plain function of values, with nothing of Qt in it."""
    return lambda report, note: try_schema(document, schema, engine, known, report)
