"""Fulfils what the Library dialog wishes: searches, opens documents at what was found, forgets, and keeps memories."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from docqa_app.core.kept import Entry, Found, Wanted, terms
from docqa_app.core.ports import Library
from docqa_app.core.suppliers import Memory
from docqa_app.errors import TracesLeft
from docqa_app.session import opening as steps
from docqa_app.ui.background import Handle, Lane, Trouble
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.live import LiveSession
from docqa_app.ui.notices import Notice
from docqa_app.ui.opening import Opening
from docqa_app.ui.pages.pane import PagesPane
from docqa_app.ui.parts import FieldsRoom
from docqa_app.ui.recent import Recent
from docqa_app.ui.speech import spoken_language

if TYPE_CHECKING:  # imported when the library is first wanted, so that the window stands before that
    from docqa_app.ui.library.changes_dialog import ChangesDialog
    from docqa_app.ui.library.dialog import LibraryDialog


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What the dialog shows beside what was found: names of fields, memories, and what the schemas call fields."""

    names: tuple[str, ...]
    memories: tuple[Memory, ...]
    labels: Mapping[str, str]


class Librarian(QObject):
    """`told` carries a Notice, `forgotten` the hash of a document of which nothing is kept any more.

    The first of `lanes` is for questions; the second is the one on which changes are written, so that what is forgotten
    is not written again behind it.
    """

    told = Signal(object)
    forgotten = Signal(str)

    def __init__(
        self,
        live: LiveSession,
        lanes: tuple[Lane, Lane],
        library: Library | None,
        fields: FieldsRoom | None,
        opening: Opening,
        pages: PagesPane,
        recent: Recent,
    ) -> None:
        super().__init__(opening)
        self._live = live
        self._read_lane, self._write_lane = lanes
        self.library = library
        self._fields = fields
        self._opening = opening
        self._pages = pages
        self._recent = recent
        self._searching: Handle | None = None
        self._wanted = Wanted()
        self._labels: Mapping[str, str] = {}
        self.dialog: LibraryDialog | None = None
        self.changes: ChangesDialog | None = None
        if library is not None:
            self._write_lane.run(lambda report, note: library.problem, self._tell_problem, failed=self._failed)

    def open(self) -> None:
        """Shows the dialog as it was left, with what is kept now."""
        if self.library is None:
            return
        self.dialog = self.dialog or self._new_dialog()
        self._search(self._wanted)
        self._look_at_shelf()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _new_dialog(self) -> LibraryDialog:
        from docqa_app.ui.library.dialog import LibraryDialog

        dialog = LibraryDialog(self._pages.window())
        dialog.found.search.wanted.connect(self._search)
        dialog.found.open_wanted.connect(self._open)
        dialog.found.forget_wanted.connect(self._forget)
        dialog.found.changes_wanted.connect(self._show_changes)
        dialog.memory.changed.connect(self._remember)
        dialog.memory.erase_wanted.connect(self._unremember)
        return dialog

    def _search(self, wanted: Wanted) -> None:
        library, self._wanted = self.library, wanted
        if library is None:
            return
        if self._searching is not None:
            self._searching.cancel()
        self._searching = self._read_lane.run(
            lambda report, note: library.search(wanted), self._show_found, failed=self._failed
        )

    def _show_found(self, found: Sequence[Found]) -> None:
        if self.dialog is not None:
            self.dialog.found.show_found(found, self._wanted.most)

    def _look_at_shelf(self) -> None:
        library, fields = self.library, self._fields
        if library is not None:
            language = spoken_language()
            self._read_lane.run(
                lambda report, note: _shelf(library, fields, language), self._show_shelf, failed=self._failed
            )

    def _show_shelf(self, shelf: _Shelf) -> None:
        self._labels = shelf.labels
        if self.dialog is not None:
            self.dialog.found.show_fields(shelf.names, shelf.labels)
            self.dialog.memory.show_memories(shelf.memories, shelf.labels)

    def _open(self, found: Found) -> None:
        """The document comes into view at the first hit, and all hits of its text are marked."""
        path = Path(found.entry.path)
        if not os.path.isfile(path):  # noqa: PTH113 (Path raises where it may not look)
            self._say(self.tr("{path} is not there any more. Was it moved?").format(path=path), trouble=True)
            return
        self._opening.open_paths([path])
        key = self._live.now.current
        looked_for = terms(self._wanted.text)
        if found.hits and key is not None:
            self._live.step(steps.turn_to, key, found.hits[0].page)
            self._pages.find_text(max(looked_for, key=_tells_most))
        if self.dialog is not None:
            self.dialog.hide()
        self._pages.window().activateWindow()

    def _show_changes(self, entry: Entry) -> None:
        from docqa_app.ui.library.changes_dialog import ChangesDialog

        library = self.library
        if library is not None:
            self.changes = ChangesDialog(entry, self._labels, self.dialog)
            self.changes.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            show = self.changes.show_changes
            looking = self._read_lane.run(lambda report, note: library.review(entry.sha256), show, failed=self._failed)
            self.changes.destroyed.connect(lambda: looking.cancel())  # the connection would not keep the job's handle
            self.changes.show()

    def _forget(self, entries: Sequence[Entry]) -> None:
        """Off the desk and off the list of recent files first, so that nothing of it is written down again."""
        library, hashes = self.library, [entry.sha256 for entry in entries]
        if library is None or not hashes:
            return
        for document in self._live.now.documents:
            if document.sha256 in hashes:
                self._live.step(steps.close, document.key)
        self._recent.forget(*(Path(entry.path) for entry in entries))
        self._write_lane.run(
            lambda report, note: library.forget(*hashes),
            lambda _: self._is_forgotten(hashes),
            failed=lambda trouble: self._is_not_wiped(hashes, trouble),
            writes=True,
        )

    def _is_forgotten(self, hashes: Sequence[str]) -> None:
        self._let_go(hashes)
        self._say(
            self.tr("Forgotten: {count}. Nothing of them is left on this computer but the files themselves.").format(
                count=len(hashes)
            )
        )

    def _is_not_wiped(self, hashes: Sequence[str], trouble: Trouble) -> None:
        """Where only traces are left, the documents are forgotten all the same."""
        if isinstance(trouble.error, TracesLeft):
            self._let_go(hashes)
        self._failed(trouble)

    def _let_go(self, hashes: Sequence[str]) -> None:
        for sha256 in hashes:
            self.forgotten.emit(sha256)
        self._search(self._wanted)
        self._look_at_shelf()

    def _remember(self, memory: Memory) -> None:
        if self.library is not None:
            self._write(partial(self.library.remember, memory), lambda _: self._look_at_shelf())

    def _unremember(self, number: int) -> None:
        if self.library is not None:
            self._write(partial(self.library.unremember, number), lambda _: self._look_at_shelf())

    def _write(self, deed: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._write_lane.run(lambda report, note: deed(), then, failed=self._failed, writes=True)

    def _tell_problem(self, sentence: str) -> None:
        if sentence:
            self.told.emit(Notice(in_our_words(sentence), about="library"))

    def _failed(self, trouble: Trouble) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self._say(trouble.sentence, trouble=True)
        else:
            self.told.emit(Notice(trouble.sentence, trouble.details, about="library"))

    def _say(self, sentence: str, *, trouble: bool = False) -> None:
        if self.dialog is not None:
            self.dialog.say(sentence, trouble=trouble)


def _tells_most(term: str) -> tuple[bool, int]:
    """A number is rarer than a word, a long one rarer than a short one."""
    return any(c.isdigit() for c in term), len(term)


def _shelf(library: Library, fields: FieldsRoom | None, language: str) -> _Shelf:
    from docqa_app.schemas.schema import labels

    return _Shelf(library.field_names(), library.memories(), labels(fields.kinds() if fields else (), language))
