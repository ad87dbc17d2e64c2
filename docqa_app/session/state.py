"""What is open, asked and chosen, as one value, and the pure steps from one state to the next.

waiting -> reading -> ready          a document; also locked (asks a password), failed (says why), stopped
waiting -> answering -> done         a question; also failed (says why)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, WordSource
from docqa_app.session.summary import Summarized

if TYPE_CHECKING:  # the fields' own room is imported when fields are first wanted
    from docqa_app.session.reviewing.state import Review

EVERY_PAGE = 0
"""Stands for all pages where a page number is asked for in `sources`."""


class ReadState(StrEnum):
    """How far a document has come."""

    WAITING = "waiting"
    READING = "reading"
    READY = "ready"
    LOCKED = "locked"
    FAILED = "failed"
    STOPPED = "stopped"


class AskState(StrEnum):
    """How far a question has come."""

    WAITING = "waiting"
    ANSWERING = "answering"
    DONE = "done"
    FAILED = "failed"


class Level(StrEnum):
    """How far an answer can be trusted, in a clerk's words."""

    FOUND = "found"
    CHECK = "check"
    NOT_FOUND = "not found"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question put to a document.

    `pages` is None for all pages. `choice` is 0 for the model's own answer, n for its nth alternative.
    `words_mark` tells which reading of the document it was answered on; `stale` that another came since.
    """

    number: int
    question: str
    pages: tuple[int, ...] | None = None
    state: AskState = AskState.WAITING
    answer: Answer | None = None
    choice: int = 0
    problem: str = ""
    words_mark: int = 0
    stale: bool = False

    def anew(self) -> Asked:
        """The question as it was put, without what came of it."""
        return Asked(self.number, self.question, self.pages)


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """One file on the desk.

    `page` is the one in view; `sources` are the user's overrides by page number; `readings` counts how often its
    reading was begun; `locked` says that it asks for a password, given or not.
    """

    key: int
    path: str
    state: ReadState = ReadState.WAITING
    pages: tuple[Page, ...] = ()
    total_pages: int = 0
    sha256: str = ""
    problem: str = ""
    page: int = 1
    sources: tuple[tuple[int, WordSource], ...] = ()
    asked: tuple[Asked, ...] = ()
    selected: int | None = None
    readings: int = 0
    locked: bool = False
    review: Review | None = None
    summary: Summarized | None = None

    def as_read(self) -> Document:
        """The pages read so far, as the engine and the exports want them."""
        return Document(self.path, self.sha256, self.pages, max(self.total_pages, len(self.pages)), self.locked)

    @property
    def is_readable(self) -> bool:
        """Wholly read, or stopped after some of its pages: it can be asked and summarized."""
        return self.state is ReadState.READY or (self.state is ReadState.STOPPED and bool(self.pages))

    @property
    def has_values(self) -> bool:
        """Whether its values were extracted."""
        return self.review is not None and bool(self.review.schema.name)

    def read_page(self, number: int) -> Page | None:
        """The page with this number; None while it is not read."""
        return next((page for page in self.pages if page.number == number), None)

    def chosen(self) -> Asked | None:
        """The question whose answer is in view."""
        return next((asked for asked in self.asked if asked.number == self.selected), None)


@dataclass(frozen=True, slots=True)
class Session:
    """Everything on the desk. `current` is the key of the document in view; keys and numbers are never used again."""

    documents: tuple[OpenDocument, ...] = ()
    current: int | None = None
    history: tuple[str, ...] = ()
    next_key: int = 1
    next_number: int = 1

    def document(self, key: int) -> OpenDocument | None:
        return next((document for document in self.documents if document.key == key), None)

    @property
    def in_view(self) -> OpenDocument | None:
        return None if self.current is None else self.document(self.current)


def change(session: Session, key: int, step: Callable[[OpenDocument], OpenDocument]) -> Session:
    """The session with one document changed; a key that is gone (closed meanwhile) changes nothing."""
    documents = tuple(step(document) if document.key == key else document for document in session.documents)
    return session if documents == session.documents else replace(session, documents=documents)


def change_asked(session: Session, key: int, numbers: Sequence[int], step: Callable[[Asked], Asked]) -> Session:
    """The session with some questions of one document changed."""

    def with_asked(document: OpenDocument) -> OpenDocument:
        asked = tuple(step(one) if one.number in numbers else one for one in document.asked)
        return replace(document, asked=asked)

    return change(session, key, with_asked)
