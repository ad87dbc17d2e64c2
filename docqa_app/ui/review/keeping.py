"""Every change is written into the library at once, in the order it was made; a finished document teaches it. What a
password opened is left out: the library asks for none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from docqa_app.core.changes import Change
from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Library
from docqa_app.core.suppliers import Memory
from docqa_app.session.reviewing.state import Review
from docqa_app.session.reviewing.words import without_values
from docqa_app.session.state import OpenDocument
from docqa_app.ui.background import Lane
from docqa_app.ui.live import LiveSession


class Keeping(QObject):
    """Watches the reviews on the desk. The lane has one thread, so that entries never overtake one another."""

    failed = Signal(object)
    taught = Signal(object)
    """The Memory that a finished document has left of its supplier."""
    left_out = Signal(str)
    """The path of a document of which nothing is kept; once, when there is something that would be."""

    def __init__(self, live: LiveSession, lane: Lane, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._lane = lane
        self._library = library
        self._written: dict[int, int] = {}
        self._left_out: set[int] = set()
        live.changed.connect(self._look)

    def knows(self, key: int, review: Review) -> None:
        """This review came out of the library: nothing of it is new."""
        self._written[key] = len(review.changes)

    def _look(self) -> None:
        documents = self._live.now.documents
        reviewed = {document.key for document in documents if document.review is not None}
        self._written = {key: count for key, count in self._written.items() if key in reviewed}
        for document in documents:
            if document.review is not None and document.locked:
                self._leave_out(document)
            elif document.review is not None and self._written.get(document.key) != len(document.review.changes):
                self._write(document, document.review)

    def _leave_out(self, document: OpenDocument) -> None:
        if document.key not in self._left_out:
            self._left_out.add(document.key)
            self.left_out.emit(document.path)

    def _write(self, document: OpenDocument, review: Review) -> None:
        if document.key not in self._written:
            first = review.extraction if not review.changes else without_values(document.path, document.sha256)
            self._run(partial(_keep, self._library, document.as_read(), first))
        new = review.changes[self._written.get(document.key, 0) :]
        self._written[document.key] = len(review.changes)
        for entry in new:
            self._run(partial(_record, self._library, document.sha256, entry))

    def _run(self, function: Callable[[], Memory | None]) -> None:
        self._lane.run(lambda report, note: function(), self._done, failed=self.failed.emit, writes=True)

    def _done(self, memory: Memory | None) -> None:
        if memory is not None:
            self.taught.emit(memory)


def _keep(library: Library, document: Document, extraction: Extraction) -> None:
    library.keep(document, extraction)


def _record(library: Library, sha256: str, entry: Change) -> Memory | None:
    library.record(sha256, entry)
    return _learn(library, sha256, entry.at) if entry.after.accepted else None


def _learn(library: Library, sha256: str, at: str) -> Memory | None:
    """A document that a person has finished teaches about its supplier."""
    from docqa_app.extracting.learning import learned

    reviewed, document = library.review(sha256), library.document(sha256)
    memory = learned(document, reviewed, at) if reviewed is not None and document is not None else None
    if memory is not None:
        library.remember(memory)
    return memory
