"""Documents come onto the desk, into view and off again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docqa_app.session.state import OpenDocument, Session, change


def open_files(session: Session, paths: Iterable[str]) -> Session:
    """Puts files on the desk and the last of them in view; a file that already lies there is only brought into view."""
    for path in paths:
        there = next((document for document in session.documents if document.path == path), None)
        if there is not None:
            session = replace(session, current=there.key)
            continue
        session = _added(session, OpenDocument(session.next_key, path))
        session = replace(session, current=session.documents[-1].key)
    return session


def _added(session: Session, document: OpenDocument) -> Session:
    """With the document last, under a key and question numbers that are new here."""
    first = session.next_number
    numbers = {asked.number: first + place for place, asked in enumerate(document.asked)}
    asked = tuple(replace(one, number=numbers[one.number]) for one in document.asked)
    selected = numbers.get(document.selected) if document.selected is not None else None
    added = replace(document, key=session.next_key, asked=asked, selected=selected)
    return replace(
        session,
        documents=(*session.documents, added),
        next_key=session.next_key + 1,
        next_number=first + len(asked),
    )


def put_back(session: Session, earlier: Session) -> Session:
    """An earlier desk again, where this one is still empty; else its documents under those that lie here."""
    if not session.documents:
        return earlier
    for document in earlier.documents:
        if all(one.path != document.path for one in session.documents):
            session = _added(session, document)
    return session


def close(session: Session, key: int) -> Session:
    """Takes a document off the desk; its neighbour comes into view."""
    place = place_of(session, key)
    if place is None:
        return session
    rest = session.documents[:place] + session.documents[place + 1 :]
    current = session.current
    if current == key:
        current = rest[min(place, len(rest) - 1)].key if rest else None
    return replace(session, documents=rest, current=current)


def bring_into_view(session: Session, key: int) -> Session:
    """The document is on the desk; nothing where it is closed by now."""
    return replace(session, current=key) if session.document(key) else session


def step_document(session: Session, step: int) -> Session:
    """The next (1) or previous (-1) document comes into view, round and round."""
    if session.current is None or not session.documents:
        return session
    place = place_of(session, session.current) or 0
    return replace(session, current=session.documents[(place + step) % len(session.documents)].key)


def turn_to(session: Session, key: int, page: int) -> Session:
    """Another page of a document is in view."""
    return change(session, key, lambda document: replace(document, page=max(1, page)))


def place_of(session: Session, key: int) -> int | None:
    """Where the document stands in the list, from 0; None where it is closed."""
    return next((place for place, document in enumerate(session.documents) if document.key == key), None)
