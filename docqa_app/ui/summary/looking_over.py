"""What is seen in a summary at once, without the model: its sentences, and what stands nowhere in the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from docqa_app.core.document import Document
from docqa_app.core.summary import SummarySentence
from docqa_app.session.reading import words_mark
from docqa_app.session.state import OpenDocument
from docqa_app.ui.background import Lane
from docqa_app.ui.parts import Look

Then = Callable[[tuple[SummarySentence, ...]], object]


class LookingOver(QObject):
    """Keeps what the document looked at last says. Works on a lane, so that typing never waits for it."""

    def __init__(self, lane: Lane, look_for: Callable[[Document], Look], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._look_for = look_for
        self._known: tuple[object, Look] | None = None

    def look(self, document: OpenDocument, text: str, then: Then, *, only_latest: bool = False) -> None:
        """`then` gets the sentences; with `only_latest` a look that waits gives way to a later one of its kind, and
        the window need not wait for it."""
        mark = _mark(document)
        look_for, read = self._looker(document), document.as_read()

        def function() -> tuple[Look, tuple[SummarySentence, ...]]:
            look = look_for(read)
            return look, look(text)

        key = "latest" if only_latest else None
        self._lane(function, lambda found: self._looked(mark, then, *found), key, writes=not only_latest)

    def look_now(self, document: OpenDocument, text: str) -> tuple[SummarySentence, ...]:
        """At the end of the window, when nothing is delivered any more."""
        return self._looker(document)(document.as_read())(text)

    def _looker(self, document: OpenDocument) -> Callable[[Document], Look]:
        """What gathers, unless it is known, what the document says."""
        if self._known is not None and self._known[0] == _mark(document):
            known = self._known[1]
            return lambda read: known
        return self._look_for

    def _looked(self, mark: object, then: Then, look: Look, found: tuple[SummarySentence, ...]) -> None:
        self._known = (mark, look)
        then(found)


def _mark(document: OpenDocument) -> object:
    """Changes with the document and with its words."""
    return (document.key, words_mark(document.pages))
