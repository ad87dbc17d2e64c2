"""What the queue does to files, as plain functions for lanes: found in folders, hashed, read and filled."""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.batch.files import documents_in
from docqa_app.batch.gist import gist_of
from docqa_app.batch.queue import Gist
from docqa_app.batch.steps import Hashed
from docqa_app.batch.watch import Look, look
from docqa_app.core.document import Document, Report
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Same
from docqa_app.core.ports import Engine, Library, ReadDocument
from docqa_app.errors import InputError, LibraryError
from docqa_app.files import is_gone
from docqa_app.ui.background import Note
from docqa_app.ui.parts import FieldsRoom, Filling

log = logging.getLogger(__name__)
HASHED_AT_ONCE = 50
"""Files after which the window hears of their hashes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a file and the bytes it held, small enough to hand over: the document stays in the library."""

    gist: Gist
    seconds: float
    sha256: str
    same_as: tuple[str, ...] = ()
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Rooms:
    """Those who do the work. Without a library nothing is known of earlier documents."""

    read: ReadDocument
    fields: FieldsRoom
    library: Library | None = None

    def fill(self, path: str, engine: Engine, *, anew: bool, language: str, report: Report) -> Filled:
        """Reads a file and fills its fields; what the library has of it is taken, unless it is wanted `anew`."""
        begin = time.perf_counter()
        document = self._read(path, report)
        how = Filling(language=language)
        review = None if anew else self.fields.kept(document, how)
        fresh = review is None
        if review is None:
            review = self.fields.fill(document, engine, how, report)
        found = review.extraction
        report(1, 1)  # raises where a clerk who has opened the file has changed it meanwhile: nothing is written
        if fresh and self.library is not None:
            self.library.keep(document, found)
        same = self._same(found)  # only now: of two that are filled at once, the later finds the other
        return Filled(gist_of(found), time.perf_counter() - begin, found.sha256, same, review.accepted)

    def hash(self, paths: Sequence[str], earlier: Mapping[str, str], report: Report, note: Note) -> None:
        """Tells, some at a time, the contents of these files, and which files with such contents are gone of the
        `earlier` ones, by path; what can't be read is left out, as reading says why."""
        places = _by_content(earlier)
        found: dict[str, Hashed] = {}
        for done, path in enumerate(paths):
            report(done, len(paths))
            if (sha256 := _hash(path)) is not None:
                gone = tuple(one for one in places.get(sha256, ()) if is_gone(one))
                found[path] = Hashed(sha256, self._known(sha256), gone)
            if len(found) >= HASHED_AT_ONCE:
                note(found)
                found = {}
        note(found)

    def _read(self, path: str, report: Report) -> Document:
        document = self.read(Path(path), report=report)
        if document.problem:
            raise InputError(document.problem)
        return document

    def _same(self, found: Extraction) -> tuple[str, ...]:
        """Where the library has the same document under another path, or another copy of it. A file that was moved is
        no copy of itself."""
        there = self.library.duplicates(found) if self.library else ()
        return tuple(
            one.entry.path
            for one in there
            if one.entry.path != found.path and (one.same is Same.NUMBER or not is_gone(one.entry.path))
        )

    def _known(self, sha256: str) -> tuple[str, ...]:
        """A library that cannot be read, which the window says elsewhere, knows of nothing."""
        try:
            entry = self.library.entry(sha256) if self.library else None
        except LibraryError as error:
            log.warning("%s", error)
            return ()
        return (entry.path,) if entry and not is_gone(entry.path) else ()


def filling(rooms: Rooms, path: str, engine: Engine, anew: bool, language: str) -> Callable[[Report, Note], Filled]:
    return lambda report, note: rooms.fill(path, engine, anew=anew, language=language, report=report)


def hashing(rooms: Rooms, paths: Sequence[str], earlier: Mapping[str, str]) -> Callable[[Report, Note], None]:
    return lambda report, note: rooms.hash(paths, earlier, report, note)


def listing(paths: Sequence[Path]) -> Callable[[Report, Note], tuple[str, ...]]:
    """The files among the paths, and those in the folders, in the order of their names."""

    def files(report: Report) -> Iterator[Path]:
        for path in paths:
            found: list[Path] = []
            for file in documents_in(path) if os.path.isdir(path) else [path]:  # noqa: PTH112 (Path raises where it may not look)
                report(len(found), 0)
                found.append(file)
            yield from sorted(found)

    return lambda report, note: tuple(str(file.absolute()) for file in files(report))


def looking(folders: Sequence[str]) -> Callable[[Report, Note], dict[str, Look]]:
    """One look at each watched folder."""
    return lambda report, note: {folder: look(Path(folder)) for folder in folders}


def _by_content(hashes: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    places: dict[str, list[str]] = {}
    for path, sha256 in hashes.items():
        places.setdefault(sha256, []).append(path)
    return places


def _hash(path: str) -> str | None:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
