"""A file becomes a Document: the cached pages at once, the others as they are read."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.ports import OnPage
from docqa_app.errors import InputError
from docqa_app.reading.cache import WordCache
from docqa_app.reading.formats import Version, kind_of, version_of
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.sources import Source, open_source
from docqa_app.reading.workers import failed, side_by_side

DEFAULTS = ReadOptions()


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
    needed and cannot run. What a password opened is never written to the cache.
    """
    file = Path(path)
    kind = kind_of(file)
    version = version_of(file)
    source = open_source(file, kind, password, options)
    try:
        reading = _Reading(source, version, options, None if source.locked else cache)
        pages = reading.read(report, on_page or ignore_page)
        return Document(str(file), version.sha256, pages, source.count, source.locked)
    finally:
        source.close()


class _Reading:
    """One file being read with one choice of options."""

    def __init__(self, source: Source, version: Version, options: ReadOptions, cache: WordCache | None) -> None:
        self._source, self._version, self._options, self._cache = source, version, options, cache

    def read(self, report: Report, on_page: OnPage) -> tuple[Page, ...]:
        numbers = self._wanted()
        pages: list[Page] = []

        def tell() -> None:
            report(len(pages), len(numbers))

        tell()
        with closing(self._ready(numbers, tell)) as ready:
            for page in ready:
                pages.append(page)
                on_page(page)
                tell()
        return tuple(sorted(pages, key=lambda page: page.number)) + self._left_out()

    def _wanted(self) -> list[int]:
        asked = sorted(set(self._options.pages)) or range(1, self._source.count + 1)
        return [number for number in asked if 1 <= number <= self._source.count][: self._options.limits.pages]

    def _left_out(self) -> tuple[Page, ...]:
        """A page that says that the rest was not read, where the page cap was met."""
        most, count = self._options.limits.pages, self._source.count
        if self._options.pages or count <= most:
            return ()
        read = f"Only the first {most} of {count} pages were read"
        problem = f"{read}: that is the limit. Split the file to read the rest."
        return (failed(most + 1, problem),)

    def _ready(self, numbers: list[int], tell: Callable[[], None]) -> Generator[Page]:
        """The pages as they become ready, cached ones first."""
        missing = []
        for number in numbers:
            page = self._cache.load(self._version.sha256, number, self._options) if self._cache else None
            if page is None:
                missing.append(number)
            else:
                yield page
        if missing:
            yield from side_by_side(self._read_page, missing, self._options.threads, tell)

    def _read_page(self, number: int) -> Page:
        """The page; InputError where it may be another file's: pages are read by the path, each on its own."""
        page = self._source.read(number, self._options)
        if self._version.is_replaced():
            raise InputError(f"{self._version.path.name} was changed while it was read. Open it again.")
        if self._cache:
            self._cache.save(self._version.sha256, page, self._options)
        return page
