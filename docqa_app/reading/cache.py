"""Pages kept between runs, by the content of their file and the settings they were read with."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import tempfile
import zlib
from pathlib import Path
from typing import Any

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.reading.options import ReadOptions

VERSION = 1  # raised whenever reading gives other words, so that old entries are left unread
DIGITS = 6


class WordCache:
    """A folder with one folder a document and one file a page; it forgets the oldest documents beyond `max_bytes`."""

    def __init__(self, folder: Path, max_bytes: int = 500_000_000) -> None:
        self._folder = folder
        self._max_bytes = max_bytes

    def load(self, sha256: str, number: int, options: ReadOptions) -> Page | None:
        """The page as it was kept, or None; a damaged entry counts as none."""
        file = self._file(sha256, number, options)
        try:
            return _decode(file.read_bytes())
        except (OSError, ValueError, KeyError, TypeError, zlib.error):
            return None

    def save(self, sha256: str, page: Page, options: ReadOptions) -> None:
        """Keep a page; where the disk is full or closed the page is simply not kept."""
        file = self._file(sha256, page.number, options)
        try:
            _write(file, _encode(page))
        except OSError:
            return

    def forget(self, sha256: str) -> None:
        """Delete what is kept of a document."""
        shutil.rmtree(self._folder / sha256, ignore_errors=True)

    def _file(self, sha256: str, number: int, options: ReadOptions) -> Path:
        return self._folder / sha256 / f"{number}-{_settings(number, options)}"


def _settings(number: int, options: ReadOptions) -> str:
    forced = options.sources.get(number)
    text = json.dumps([VERSION, options.languages, forced])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _encode(page: Page) -> bytes:
    values = {
        "number": page.number,
        "size": [page.width, page.height],
        "words": [[w.text, *_rounded(w.box), round(w.confidence, 4)] for w in page.words],
        "source": page.source.value,
        "reason": page.reason,
        "turn": page.turn,
        "picture": base64.b64encode(page.picture).decode(),
    }
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode(), 6)


def _rounded(box: Box) -> list[float]:
    return [round(value, DIGITS) for value in (box.left, box.top, box.right, box.bottom)]


def _decode(data: bytes) -> Page:
    values: dict[str, Any] = json.loads(zlib.decompress(data))
    words = tuple(Word(w[0], Box(*w[1:5]), w[5]) for w in values["words"])
    width, height = values["size"]
    source = WordSource(values["source"])
    picture = base64.b64decode(values["picture"])
    return Page(values["number"], width, height, words, source, values["reason"], picture=picture, turn=values["turn"])


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    Path(name).replace(file)
