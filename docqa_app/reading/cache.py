"""Pages kept between runs, by the content of their file and the settings they were read with."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from docqa_app.core.document import Page
from docqa_app.reading import ocr
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.page_file import DAMAGED, decode, encode

VERSION = 9  # raised whenever reading gives other words or checkboxes, so that old entries are left unread


class WordCache:
    """A folder with a folder for each document and in it a file for each page; may be used from any thread, and is made
    once for many documents, for the first page that is kept measures the whole folder.

    Beyond `max_bytes` the documents that were not opened for the longest time are forgotten. Nothing here raises: a
    damaged entry counts as none and is written anew, and what cannot be written is not kept. `read_by` tells what
    reads scans on this computer: where that changes, pages are read anew.
    """

    def __init__(
        self, folder: Path, max_bytes: int = 500_000_000, read_by: Callable[[ReadOptions], str] | None = None
    ) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._read_by = read_by or ocr.read_by
        self._bytes: int | None = None
        self._lock = threading.Lock()

    def load(self, sha256: str, number: int, options: ReadOptions) -> Page | None:
        """The page as it was kept, or None."""
        file = self._file(sha256, number, options)
        try:
            page = decode(file.read_bytes())
            os.utime(file.parent)  # opened just now
        except (OSError, *DAMAGED):
            return None
        return page if page.number == number else None

    def save(self, sha256: str, page: Page, options: ReadOptions) -> None:
        """Keep a page, and forget old documents where the folder has grown too large."""
        data = encode(page)
        file = self._file(sha256, page.number, options)
        try:
            _write(file, data)
        except OSError:
            return
        self._make_room(len(data), file.parent)

    def forget(self, sha256: str) -> None:
        """Delete what is kept of a document; the next page that is kept measures anew what is left."""
        shutil.rmtree(self._folder / sha256, ignore_errors=True)
        with self._lock:
            self._bytes = None

    def _file(self, sha256: str, number: int, options: ReadOptions) -> Path:
        return self._folder / sha256 / f"{number}-{_settings(number, options, self._read_by(options))}"

    def _make_room(self, added: int, newest: Path) -> None:
        with self._lock:
            self._bytes = _size(self._folder) if self._bytes is None else self._bytes + added
            if self._bytes <= self._max_bytes:
                return
            for document in sorted(self._documents(), key=_last_opened):
                if document != newest:
                    self._bytes -= _size(document)
                    shutil.rmtree(document, ignore_errors=True)
                if self._bytes <= self._max_bytes:
                    return

    def _documents(self) -> list[Path]:
        _, names, _ = next(os.walk(self._folder), ("", [], []))
        return [self._folder / name for name in names]


def _settings(number: int, options: ReadOptions, read_by: str) -> str:
    """What decides this page's words, as a short name."""
    text = json.dumps([VERSION, options.languages, options.sources.get(number), read_by])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _size(folder: Path) -> int:
    """Bytes of the files in it; what another thread or process moves away meanwhile counts as nothing."""
    return sum(_status(Path(at, name)).st_size for at, _, names in os.walk(folder) for name in names)


def _last_opened(document: Path) -> float:
    return _status(document).st_mtime


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except OSError:
        return os.stat_result([0] * 10)


def _write(file: Path, data: bytes) -> None:
    """Written beside and then moved, so that no one ever reads half a page."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
