"""Every change is written into the library at once, in the order it was made; a finished document teaches it. What a
password opened is left out: the library asks for none."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Library
from docqa_app.core.suppliers import Memory
from docqa_app.errors import Forgotten
from docqa_app.session.reviewing.state import Review
from docqa_app.session.reviewing.words import without_values
from docqa_app.session.state import OpenDocument
from docqa_app.ui.background import Lane, Trouble
from docqa_app.ui.live import LiveSession


class _Line:
    """The changes of one document on their way into the library. Behind one that could not be written none is: it
    would stand in the journal before it."""

    def __init__(self) -> None:
        self.is_whole = True

    def write(self, function: Callable[[], None]) -> None:
        if self.is_whole:
            self.is_whole = False
            function()
            self.is_whole = True

    def learn(self, function: Callable[[], Memory | None]) -> Memory | None:
        return function() if self.is_whole else None


@dataclass(slots=True)
class _Journal:
    """How much of a document's changes is on its way. `first` are the values that come before them, None where they
    are on their way too; `told` is how much had been when it was last told that something could not be written.
    `document` is how it was last seen on the desk."""

    first: Extraction | None = None
    written: int = 0
    told: int | None = None
    line: _Line = field(default_factory=_Line)
    document: OpenDocument | None = None

    @property
    def is_behind(self) -> bool:
        review = self.document.review if self.document else None
        return review is not None and (self.first is not None or self.written < len(review.changes))


class Keeping(QObject):
    """Watches the reviews on the desk. The lane has one thread, so that entries never overtake one another. What could
    not be written is tried again at each look, also when its document has left the desk."""

    failed = Signal(object)
    taught = Signal(object)
    """The Memory that a finished document has left of its supplier."""
    left_out = Signal(object)
    """The path of a document of which nothing is kept; once, when there is something that would be."""

    def __init__(self, live: LiveSession, lane: Lane, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._library = library
        self._journals: dict[int, _Journal] = {}
        self._closed: list[_Journal] = []
        """Those of documents that have left the desk with something that could not be written."""
        self._left_out: set[int] = set()
        live.changed.connect(self.look)

    def knows(self, key: int, review: Review) -> None:
        """This review came out of the library: nothing of it is new."""
        self._journals[key] = _Journal(written=len(review.changes))

    def look(self) -> None:
        documents = self._live.now.documents
        self._let_go_of_closed({document.key for document in documents if document.review is not None})
        for document in documents:
            if document.review is not None and document.locked:
                self._leave_out(document)
            elif document.review is not None:
                self._write(document, document.review)

    def _let_go_of_closed(self, reviewed: Set[int]) -> None:
        gone = [journal for key, journal in self._journals.items() if key not in reviewed]
        behind, self._closed = [*self._closed, *(journal for journal in gone if journal.is_behind)], []
        self._journals = {key: journal for key, journal in self._journals.items() if key in reviewed}
        for journal in behind:
            self._write_on(journal)

    def _leave_out(self, document: OpenDocument) -> None:
        if document.key not in self._left_out:
            self._left_out.add(document.key)
            self.left_out.emit(document.path)

    def _write(self, document: OpenDocument, review: Review) -> None:
        journal = self._journals.get(document.key)
        if journal is None:
            values = review.extraction if not review.changes else without_values(document.path, document.sha256)
            journal = self._journals[document.key] = _Journal(values)
        journal.document = document
        self._write_on(journal)

    def _write_on(self, journal: _Journal) -> None:
        document = journal.document
        if document is None or document.review is None:
            return
        first, at, entries = journal.first, journal.written, document.review.changes
        journal.first, journal.written = None, len(entries)
        if first is not None:
            self._send(journal, partial(self._library.keep, document.as_read(), first), at, first)
        for number, entry in enumerate(entries[at:], start=at):
            self._send(journal, partial(self._library.record, document.sha256, entry), number)
            if entry.after.accepted:
                self._teach(journal.line, partial(_learn, self._library, document.sha256, entry.at))

    def _send(self, journal: _Journal, function: Callable[[], None], at: int, first: Extraction | None = None) -> None:
        line = journal.line

        def failed(trouble: Trouble) -> None:
            self._fall_back(journal, at, first, trouble)

        self._lane.run(lambda report, note: line.write(function), lambda none: None, failed=failed, writes=True)

    def _fall_back(self, journal: _Journal, at: int, first: Extraction | None, trouble: Trouble) -> None:
        """The next look writes again what could not be written and what was behind it, but of a document that the user
        has forgotten. A failure is told once for each change, not for each look."""
        tried, journal.line = journal.written, _Line()
        if not isinstance(trouble.error, Forgotten):
            journal.written, journal.first = at, first
            if not any(one is journal for one in (*self._journals.values(), *self._closed)):
                self._closed.append(journal)
        if journal.told != tried:
            journal.told = tried
            self.failed.emit(trouble)

    def _teach(self, line: _Line, function: Callable[[], Memory | None]) -> None:
        self._lane.run(lambda report, note: line.learn(function), self._done, failed=self.failed.emit, writes=True)

    def _done(self, memory: Memory | None) -> None:
        if memory is not None:
            self.taught.emit(memory)


def _learn(library: Library, sha256: str, at: str) -> Memory | None:
    """A document that a person has finished teaches about its supplier."""
    from docqa_app.extracting.learning import learned

    reviewed, document = library.review(sha256), library.document(sha256)
    memory = learned(document, reviewed, at) if reviewed is not None and document is not None else None
    if memory is not None:
        library.remember(memory)
    return memory
