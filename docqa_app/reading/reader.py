"""A file becomes a Document: pages are read side by side, the first ones handed out while the rest is read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.errors import Cancelled, InputError, MissingLanguage, MissingProgram
from docqa_app.reading.cache import WordCache
from docqa_app.reading.children import Children
from docqa_app.reading.formats import content_hash, kind_of
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.sources import Source, open_source

POLL_SECONDS = 0.1  # how often report is called, and so how soon a cancel is heard
DEFAULTS = ReadOptions()
logger = logging.getLogger(__name__)

OnPage = Callable[[Page], None]


def ignore_page(page: Page) -> None:
    """An `on_page` for callers who wait for the whole document."""


def read_document(
    path: str | Path,
    options: ReadOptions = DEFAULTS,
    *,
    password: str | None = None,
    cache: WordCache | None = None,
    report: Report = silent,
    on_page: OnPage | None = None,
) -> Document:
    """Read a file's pages; a page that fails carries its `problem` and the others go on.

    `on_page` is called in the caller's thread as each page is ready, in any order. `report` is called at least ten
    times a second and may raise Cancelled, which ends the child processes at once. Raises InputError where the file
    cannot be read at all, PasswordNeeded where it is locked, MissingLanguage or MissingProgram where recognition is
    needed and cannot run.
    """
    file = Path(path)
    kind = kind_of(file)
    sha256 = content_hash(file)
    source = open_source(file, kind, password, options)
    try:
        store = _Store(None if source.locked else cache, sha256, options)
        pages = _read_pages(source, options, store, report, on_page or ignore_page)
        return Document(str(file), sha256, pages, source.count)
    finally:
        source.close()


class _Store:
    """The cache as one document with one choice of options sees it; locked files are never written down."""

    def __init__(self, cache: WordCache | None, sha256: str, options: ReadOptions) -> None:
        self._cache, self._sha256, self._options = cache, sha256, options

    def load(self, number: int) -> Page | None:
        return self._cache.load(self._sha256, number, self._options) if self._cache else None

    def save(self, page: Page) -> None:
        if self._cache and not page.problem:
            self._cache.save(self._sha256, page, self._options)


def _read_pages(
    source: Source, options: ReadOptions, store: _Store, report: Report, on_page: OnPage
) -> tuple[Page, ...]:
    numbers = _wanted(source.count, options)
    pages: list[Page] = []
    report(0, len(numbers))
    for page in _ready_pages(source, numbers, options, store, lambda: report(len(pages), len(numbers))):
        pages.append(page)
        on_page(page)
        report(len(pages), len(numbers))
    return tuple(sorted(pages, key=lambda page: page.number)) + _left_out(source.count, options)


def _wanted(count: int, options: ReadOptions) -> list[int]:
    asked = options.pages or range(1, count + 1)
    return [number for number in asked if 1 <= number <= count][: options.limits.pages]


def _left_out(count: int, options: ReadOptions) -> tuple[Page, ...]:
    """A page that says that the rest was not read, where the page cap was met."""
    most = options.limits.pages
    if options.pages or count <= most:
        return ()
    problem = f"Only the first {most} of {count} pages were read, which is the cap. Split the file to read the rest."
    return (Page(most + 1, 1.0, 1.0, problem=problem),)


def _ready_pages(
    source: Source, numbers: list[int], options: ReadOptions, store: _Store, poll: Callable[[], None]
) -> Iterator[Page]:
    """Pages as they become ready, cached ones first; leaving early ends all work."""
    missing = []
    for number in numbers:
        page = store.load(number)
        if page is None:
            missing.append(number)
        else:
            yield page
    if missing:
        yield from _read_missing(source, missing, options, store, poll)


def _read_missing(
    source: Source, numbers: list[int], options: ReadOptions, store: _Store, poll: Callable[[], None]
) -> Iterator[Page]:
    children = Children()
    pool = ThreadPoolExecutor(max_workers=options.threads, thread_name_prefix="reading")
    try:
        waiting = {pool.submit(_read_page, source, number, options, store, children) for number in numbers}
        while waiting:
            done, waiting = wait(waiting, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
            poll()
            yield from _in_order(done)
    finally:
        children.end()
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(done: set[Future[Page]]) -> list[Page]:
    return sorted((future.result() for future in done), key=lambda page: page.number)


def _read_page(source: Source, number: int, options: ReadOptions, store: _Store, children: Children) -> Page:
    with children.adopt():
        try:
            page = source.read(number, options)
        except (MissingLanguage, MissingProgram, Cancelled):
            raise
        except InputError as error:
            return Page(number, 1.0, 1.0, problem=str(error))
        except Exception:  # a worker thread: one bad page must not end the document, whatever broke
            logger.exception("page %d could not be read", number)
            return Page(number, 1.0, 1.0, problem=f"Page {number} could not be read; the log says why.")
    store.save(page)
    return page
