"""Which new files of a watched folder are whole: those whose size and time have not moved between two looks.

Looking again and again needs no library, and works on network drives, where systems tell nothing of others' files.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from docqa_app.batch.files import documents_in

Look = Mapping[str, tuple[int, int]]
"""The documents of a folder: path -> size in bytes and time of the last change in nanoseconds."""


def look(folder: Path) -> Look:
    """The folder's documents as they are now; none where the folder is not there (a drive that is off). What lies in a
    folder that may not be opened is not seen, and hides nothing else."""
    return dict(_seen(folder))


def rested(before: Look, now: Look, known: Collection[str], passed_over: Collection[str] = ()) -> tuple[str, ...]:
    """Files that are not known, hold something, and are no longer being written, by name; but those with a mark that
    is passed over."""
    whole = (path for path, state in now.items() if path not in known and state[0] and before.get(path) == state)
    return tuple(sorted(path for path in whole if mark(path, now[path]) not in passed_over))


def mark(path: str, state: tuple[int, int]) -> str:
    """What a file is known again by while nobody changes it, and by which nobody who does not have it learns of it: a
    forgotten document leaves no name behind."""
    return hashlib.sha256(f"{path}|{state}".encode("utf-8", "surrogateescape")).hexdigest()


def _seen(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in documents_in(folder, not_searched=lambda error: None):
        try:
            status = path.stat()
        except OSError:
            continue  # gone since it was listed
        yield str(path), (status.st_size, status.st_mtime_ns)
