"""Reviews of the documents on the desk: they begin, go on by steps, and words corrected in them change the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import replace

from docqa_app.core import changes
from docqa_app.core.changes import Change, Deed, Patch, WordText, corrected
from docqa_app.schemas.schema import Schema
from docqa_app.session.choosing import settled
from docqa_app.session.reading import words_mark
from docqa_app.session.reviewing import words
from docqa_app.session.reviewing.state import Review
from docqa_app.session.state import Asked, AskState, OpenDocument, Session, change
from docqa_app.session.summary import reread
from docqa_app.values.conventions import Conventions

NO_SCHEMA = Schema("", {"en": ""}, ())
"""That of a document of which words were corrected before any value was extracted."""


def begin(session: Session, key: int, review: Review) -> Session:
    """A document's values are there; words that were corrected in an earlier run read so again."""

    def step(document: OpenDocument) -> OpenDocument:
        return _with_words(replace(document, review=review), review.changes)

    return change(session, key, step)


def refill(session: Session, key: int, review: Review, at: str) -> Session:
    """A document's values were found anew, perhaps as another kind; what was there before can be had back.

    One that was finished is open again: nobody has seen these values.
    """

    def step(document: OpenDocument) -> OpenDocument:
        before = document.review
        if before is None:
            return replace(document, review=review)
        who, found = review.extraction.model, review.extraction
        if document.has_values:
            reopened = (True, False) if before.accepted else None
            entry = changes.change(Deed.EXTRACT, who, at, before.extraction, found, accepted=reopened)
        else:
            entry = Change(Deed.EXTRACT, who, at, Patch(), Patch(whole=found))
        return replace(document, review=replace(review, changes=(*before.changes, entry)))

    return change(session, key, step)


def go_on(session: Session, key: int, step: Callable[[Review], Review]) -> Session:
    """One step of the review; words that it changes, forward or back, change on the pages."""

    def on_document(document: OpenDocument) -> OpenDocument:
        before = document.review
        after = step(before) if before is not None else None
        if before is None or after is None or after is before:
            return document
        return _with_words(replace(document, review=after), after.changes[len(before.changes) :])

    return change(session, key, on_document)


def copies(session: Session, document: OpenDocument) -> tuple[OpenDocument, ...]:
    """The other documents on the desk that hold the same bytes, as far as they were read in the same words."""
    counts = [len(page.words) for page in document.pages]
    return tuple(
        one
        for one in session.documents
        if one.key != document.key
        and document.sha256
        and one.sha256 == document.sha256
        and [len(page.words) for page in one.pages] == counts
    )


def is_behind(document: OpenDocument, review: Review) -> bool:
    """Whether the document's review is this one before its latest entries."""
    mine = document.review.changes if document.review else None
    return mine is not None and len(mine) < len(review.changes) and review.changes[: len(mine)] == mine


def follow(session: Session, key: int, review: Review) -> Session:
    """A document goes on as a copy of it did; the clerk stays where it was left."""

    def step(document: OpenDocument) -> OpenDocument:
        before = document.review
        if before is None:
            return document
        mine = replace(review, extraction=replace(review.extraction, path=document.path))
        mine = replace(mine, focus=before.focus) if review.has(before.focus) else mine
        return _with_words(replace(document, review=mine), review.changes[len(before.changes) :])

    return change(session, key, step)


def correct_word(session: Session, key: int, page: int, word: int, text: str, at: str) -> Session:
    """The word of this index on a page reads otherwise from now on; answers and values that stand on it follow."""
    document = session.document(key)
    there = document.read_page(page) if document else None
    text = " ".join(text.split())
    if document is None or there is None or not text or word >= len(there.words):
        return session
    read = there.words[word]
    if text == read.text:
        return session
    old, new = WordText(page, word, read.text, read.confidence), WordText(page, word, text)
    if document.review is None:
        session = change(session, key, lambda one: replace(one, review=_bare(one)))
    return go_on(session, key, lambda review: words.correct_word(review, document.as_read(), old, new, at))


def _bare(document: OpenDocument) -> Review:
    found = words.without_values(document.path, document.sha256)
    return Review(NO_SCHEMA, found, Conventions())


def _with_words(document: OpenDocument, entries: Iterable[Change]) -> OpenDocument:
    """The pages after these entries; what was answered on the words that changed is asked again, and a summary's
    sentences are checked again."""
    read, touched = corrected(document.as_read(), entries)
    if not touched:
        return document
    mark = words_mark(read.pages)
    asked = tuple(_asked_again(one, touched, mark) for one in document.asked)
    return replace(document, pages=read.pages, asked=asked, summary=reread(document.summary, mark))


def _asked_again(asked: Asked, touched: Set[tuple[int, int]], mark: int) -> Asked:
    """An answer that stands on none of the words is as good as before; so is one whose words came back."""
    answer = settled(asked)
    if asked.state is not AskState.DONE or answer is None:
        return asked
    if asked.words_mark == mark:
        return replace(asked, stale=False)
    if not any((answer.page, word) in touched for word in answer.evidence):
        return asked if asked.stale else replace(asked, words_mark=mark)
    return replace(asked, stale=True) if asked.choice else replace(asked, state=AskState.WAITING, answer=None)
