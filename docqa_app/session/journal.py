"""The session as JSON and back: a new start finds the desk as it was left. It holds no passwords and no pages, and of
what a password opened neither answers nor summaries: they are wished for again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, TypeVar

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import WordSource
from docqa_app.session.state import Asked, AskState, OpenDocument, Session
from docqa_app.session.summary import Summarized
from docqa_app.session.summary_journal import summary_from_json, summary_to_json

T = TypeVar("T")


class Made:
    """What values were made to the last time, by their identity: they do not change, and a turn of a page makes no
    answer anew."""

    def __init__(self) -> None:
        self._before: dict[int, tuple[object, Any]] = {}
        self._now: dict[int, tuple[object, Any]] = {}

    def begin(self) -> None:
        """From now on what was not wanted since the last time is forgotten."""
        self._before, self._now = self._now, {}

    def once(self, value: T, make: Callable[[T], Any]) -> Any:
        made = self._before.get(id(value))
        if made is None or made[0] is not value:
            made = (value, make(value))
        self._now[id(value)] = made
        return made[1]


def to_json(session: Session, made: Made | None = None) -> dict[str, Any]:
    """What json.dumps takes: documents with their page in view, overrides, questions and answers. With `made` only what
    is new since the last time costs anything."""
    made = made or Made()
    made.begin()
    return {
        "current": session.current,
        "history": list(session.history),
        "documents": [_document_to_json(document, made) for document in session.documents],
    }


def from_json(stored: dict[str, Any]) -> Session:
    """The session again, every document waiting to be read; ValueError, KeyError or TypeError where it does not fit."""
    documents = tuple(_document_from_json(one) for one in stored["documents"])
    numbers = [asked.number for document in documents for asked in document.asked]
    keys = [document.key for document in documents]
    current = stored["current"] if stored["current"] in keys else next(iter(keys), None)
    history = tuple(str(question) for question in stored["history"])
    return Session(documents, current, history, max(keys, default=0) + 1, max(numbers, default=0) + 1)


def _document_to_json(document: OpenDocument, made: Made) -> dict[str, Any]:
    return {
        "key": document.key,
        "path": document.path,
        "page": document.page,
        "sources": [[page, source.value] for page, source in document.sources],
        "selected": document.selected,
        "asked": [_asked_to_json(asked, document.locked, made) for asked in document.asked],
        "summary": _summary_to_json(document, made),
    }


def _asked_to_json(asked: Asked, locked: bool, made: Made) -> Any:
    """A question as it waits for the next start: one that was being answered is asked again."""
    if asked.state is AskState.DONE and not locked:
        return made.once(asked, asdict)
    return asdict(Asked(asked.number, asked.question, asked.pages))


def _summary_to_json(document: OpenDocument, made: Made) -> Any:
    if document.summary and document.locked:
        return summary_to_json(Summarized(document.summary.wanted))
    return made.once(document.summary, summary_to_json)


def _document_from_json(stored: dict[str, Any]) -> OpenDocument:
    return OpenDocument(
        key=int(stored["key"]),
        path=str(stored["path"]),
        page=int(stored["page"]),
        sources=tuple((int(page), WordSource(source)) for page, source in stored["sources"]),
        selected=stored["selected"],
        asked=tuple(_asked_from_json(one) for one in stored["asked"]),
        summary=summary_from_json(stored.get("summary")),
    )


def _asked_from_json(stored: dict[str, Any]) -> Asked:
    asked = Asked(**stored)
    return replace(
        asked,
        state=AskState(asked.state),
        pages=None if asked.pages is None else tuple(asked.pages),
        answer=_answer_from_json(stored["answer"]) if stored["answer"] else None,
    )


def _answer_from_json(stored: dict[str, Any]) -> Answer:
    candidates = tuple(Candidate(**{**one, "evidence": tuple(one["evidence"])}) for one in stored["alternatives"])
    return Answer(**{**stored, "evidence": tuple(stored["evidence"]), "alternatives": candidates})
