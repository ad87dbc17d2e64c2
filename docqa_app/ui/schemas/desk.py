"""Fulfils what the schema editor wishes: shows kinds, has every change tried, keeps and removes the user's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from docqa_app.errors import DocqaError
from docqa_app.schemas.draft import Draft, Part, named
from docqa_app.schemas.draft_file import draft_of
from docqa_app.schemas.draft_steps import added
from docqa_app.schemas.schema_folder import Kind, SchemaFolder
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.lighting import Lighting
from docqa_app.ui.live import LiveSession
from docqa_app.ui.schemas.editor import SchemaEditor
from docqa_app.ui.schemas.trying import Trying
from docqa_app.ui.speech import spoken_language
from docqa_app.ui.workshop import Workshop


class SchemaDesk(QObject):
    """`kept` carries the kinds of documents, which are others now.

    Drafts that are not saved stay until the window is closed.
    """

    kept = Signal(object)

    def __init__(
        self, live: LiveSession, shop: Workshop, lighting: Lighting, folders: tuple[Path, Path], parent: QObject
    ) -> None:
        """`folders`: that of the shipped kinds, and the user's own."""
        super().__init__(parent)
        self._live = live
        self._folder = SchemaFolder(*folders)
        self._language = spoken_language()
        self._drafts: dict[str, Draft] = {}
        self.editor = SchemaEditor(self._language)
        self.trying = Trying(live, shop, lighting, self._language, self)
        self._connect()

    def open(self) -> None:
        """Shows the kind that the document in view is of, the first time."""
        kinds = self._folder.kinds()
        document = self._live.now.in_view
        name = document.review.schema.name if document and document.review else ""
        names = [kind.schema.name for kind in kinds.kinds]
        self._show_kind(next((one for one in (self.editor.draft.name, name, "invoice") if one in names), names[0]))
        if kinds.problems:
            self.editor.say(" ".join(map(in_our_words, kinds.problems)), trouble=True)

    def _connect(self) -> None:
        editor, trying = self.editor, self.trying
        editor.changed.connect(self._changed)
        editor.kind_wanted.connect(self._show_kind)
        editor.save_wanted.connect(self._save)
        editor.save_as_wanted.connect(self._save_as)
        editor.new_wanted.connect(self._begin_new)
        editor.remove_wanted.connect(self._remove)
        editor.discard_wanted.connect(self._discard)
        editor.chosen.connect(trying.light)
        trying.found.connect(editor.show_found)
        trying.unfinished.connect(lambda sentence: editor.say(sentence, trouble=True))
        trying.stale.connect(self._try_if_seen)

    def _try_if_seen(self) -> None:
        if self.editor.isVisible():
            self.trying.try_now(self.editor.draft)

    def _show_kind(self, name: str) -> None:
        kind = self._kind(name)
        draft = self._drafts.get(name) or (draft_of(kind.schema) if kind else self.editor.draft)
        self.editor.show_draft(draft, own=self._is_own(name), changed=name in self._drafts)
        self._list_kinds(name)
        self.trying.try_now(draft)

    def _kind(self, name: str) -> Kind | None:
        return next((kind for kind in self._folder.kinds().kinds if kind.schema.name == name), None)

    def _is_own(self, name: str) -> bool:
        """Shipped kinds stay as they are."""
        kind = self._kind(name)
        return kind is None or kind.own

    def _list_kinds(self, current: str) -> None:
        titles = {one.schema.name: named(draft_of(one.schema), self._language) for one in self._folder.kinds().kinds}
        titles |= {name: named(draft, self._language) for name, draft in self._drafts.items()}
        marked = self.tr("{kind} (changed)")
        shown = [(name, marked.format(kind=title) if name in self._drafts else title) for name, title in titles.items()]
        self.editor.show_kinds(shown, current)

    def _changed(self, draft: Draft) -> None:
        first = draft.name not in self._drafts
        self._drafts[draft.name] = draft
        self.editor.show_standing(own=self._is_own(draft.name), changed=True)
        if first:
            self._list_kinds(draft.name)
        self.trying.try_soon(draft)

    def _save(self) -> None:
        draft = self.editor.draft
        try:
            self._folder.save(draft)
        except DocqaError as error:
            self.editor.say(in_our_words(str(error)), trouble=True)
            return
        self._saved(draft, draft.name)

    def _save_as(self, title: str) -> None:
        self._keep_as(self.editor.draft, title, self.editor.draft.name)

    def _begin_new(self, title: str) -> None:
        """A kind with one field, to begin with."""
        language = self.editor.texts_in
        empty = Draft("", {language: title.strip()})
        self._keep_as(added(empty, Part.FIELDS, language, self.tr("Number")), title, "")

    def _keep_as(self, draft: Draft, title: str, before: str) -> None:
        """`before` is the kind whose changes go over into the new one."""
        try:
            kept = self._folder.save_as(draft, self.editor.texts_in, title)
        except DocqaError as error:
            self.editor.say(in_our_words(str(error)), trouble=True)
            return
        self._saved(kept, before)

    def _saved(self, draft: Draft, before: str) -> None:
        self._drafts.pop(before, None)
        self._show_kind(draft.name)
        sentence = self.tr("“{kind}” is saved. The Fields room offers it from now on.")
        self.editor.say(sentence.format(kind=named(draft, self._language)))
        self.kept.emit(self._folder.kinds().schemas)

    def _discard(self) -> None:
        name = self.editor.draft.name
        self._drafts.pop(name, None)
        self._show_kind(name)

    def _remove(self) -> None:
        draft = self.editor.draft
        try:
            self._folder.forget(draft.name)
        except DocqaError as error:
            self.editor.say(in_our_words(str(error)), trouble=True)
            return
        self._drafts.pop(draft.name, None)
        self._show_kind(self._folder.kinds().kinds[0].schema.name)
        self.editor.say(self.tr("“{kind}” is removed.").format(kind=named(draft, self._language)))
        self.kept.emit(self._folder.kinds().schemas)
