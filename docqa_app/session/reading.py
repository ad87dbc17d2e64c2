"""A document on the desk is read, page by page, and read anew when the user wants other words."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import replace

from docqa_app.core.changes import corrected
from docqa_app.core.document import Document, Page, WordSource
from docqa_app.session.state import EVERY_PAGE, Asked, AskState, OpenDocument, ReadState, Session, change
from docqa_app.session.summary import reread


def reading_begins(session: Session, key: int) -> Session:
    """The file is read, from its first page; what was read before stays until it is read anew."""

    def step(document: OpenDocument) -> OpenDocument:
        return replace(document, state=ReadState.READING, problem="", readings=document.readings + 1)

    return change(session, key, step)


def pages_counted(session: Session, key: int, total: int) -> Session:
    """The file is known to have so many pages."""
    return change(session, key, lambda document: replace(document, total_pages=total))


def page_read(session: Session, key: int, page: Page) -> Session:
    """One page has its words, as a person corrected them; it takes the place of an older reading, and values that
    stood on other words go."""

    def step(document: OpenDocument) -> OpenDocument:
        before = document.read_page(page.number)
        (new,) = _corrected(document, replace(document.as_read(), pages=(page,)))
        others = (old for old in document.pages if old.number != page.number)
        pages = tuple(sorted((*others, new), key=lambda one: one.number))
        same = before is None or words_mark((before,)) == words_mark((new,))
        return replace(document, pages=pages, review=document.review if same else None)

    return change(session, key, step)


def reading_ends(session: Session, key: int, read: Document) -> Session:
    """The whole file is read. Questions answered on other words are asked again, unless the user chose their answer;
    values go with the words, and with the file, that they were found in."""

    def step(document: OpenDocument) -> OpenDocument:
        document = document if _is_same_file(document, read) else replace(document, review=None)
        pages = _corrected(document, read)
        mark = words_mark(pages)
        return replace(
            document,
            state=ReadState.READY,
            pages=pages,
            total_pages=read.total_pages,
            sha256=read.sha256,
            locked=read.locked,
            page=min(document.page, max(1, read.total_pages)),
            asked=tuple(_reread(asked, mark) for asked in document.asked),
            review=document.review if mark == words_mark(document.pages) else None,
            summary=reread(document.summary, mark),
        )

    return change(session, key, step)


def reading_fails(session: Session, key: int, state: ReadState, problem: str) -> Session:
    """The file is locked, unreadable or its reading was stopped; `problem` is the sentence that says why."""

    def step(document: OpenDocument) -> OpenDocument:
        locked = document.locked or state is ReadState.LOCKED
        return replace(document, state=state, problem=problem, locked=locked)

    return change(session, key, step)


def take_words_from(session: Session, key: int, page: int, source: WordSource | None) -> Session:
    """The user overrides where words come from, for one page or EVERY_PAGE; None leaves it to the reader again."""

    def step(document: OpenDocument) -> OpenDocument:
        kept = () if page == EVERY_PAGE else tuple(pair for pair in document.sources if pair[0] != page)
        added = () if source is None else ((page, source),)
        return replace(document, sources=tuple(sorted((*kept, *added))), state=ReadState.WAITING)

    return change(session, key, step)


def read_again(session: Session, key: int) -> Session:
    """The document waits to be read anew, and its problem is forgotten."""
    return change(session, key, lambda document: replace(document, state=ReadState.WAITING, problem=""))


def page_at_work(document: OpenDocument | None) -> int:
    """The page that is being read: pages are begun in their order, so the first without words. 0 for none."""
    if document is None or document.state is not ReadState.READING:
        return 0
    read = {page.number for page in document.pages}
    return next((number for number in range(1, document.total_pages + 1) if number not in read), 0)


def words_mark(pages: Iterable[Page]) -> int:
    """A number that changes when the words of a document do; the same in every run, so that it can be kept."""
    mark = 0
    for page in pages:
        mark = zlib.crc32("\n".join(word.text for word in page.words).encode(), mark)
    return mark


def _corrected(document: OpenDocument, read: Document) -> tuple[Page, ...]:
    """What was read anew in the words of the review, where it is the reading that these were corrected in."""
    return corrected(read, document.review.changes)[0].pages if document.review else read.pages


def _is_same_file(document: OpenDocument, read: Document) -> bool:
    """Whether a journal goes on: it is kept by the bytes, but that of what a password opened is kept nowhere."""
    return read.locked or document.sha256 in ("", read.sha256)


def _reread(asked: Asked, mark: int) -> Asked:
    if asked.state is not AskState.DONE:
        return asked
    if asked.words_mark == mark:
        return replace(asked, stale=False)
    if asked.choice:
        return replace(asked, stale=True)
    return replace(asked, state=AskState.WAITING, answer=None)
