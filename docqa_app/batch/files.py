"""Which files a batch is made of: those named, and the documents of the folders named.

What may not be looked into is no folder and no file to `os.path`; `Path` would raise.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docqa_app.errors import InputError, UsageError

READ_FROM_FOLDERS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")
"""Files of a folder are told by their endings; a file that is named, by its content."""


def files_of(given: Sequence[Path]) -> list[Path]:
    """The files given and those of the folders given, each once, by whatever paths; UsageError where a folder holds
    none, InputError where it cannot be searched."""
    files: dict[str, Path] = {}
    for path in given:
        inside = sorted(documents_in(path)) if os.path.isdir(path) else [path]  # noqa: PTH112
        if not inside:
            raise UsageError(f"{path} holds no PDF, PNG, JPEG, TIFF or WebP file. Choose another folder.")
        for file in inside:
            files.setdefault(os.path.realpath(file), file)
    return list(files.values())


def _not_searched(error: OSError) -> None:
    why = error.strerror or str(error)
    raise InputError(
        f"{error.filename} cannot be searched: {why}. Check that its drive is there and that you may open it."
    ) from error


def documents_in(folder: Path, not_searched: Callable[[OSError], None] = _not_searched) -> Iterator[Path]:
    """The documents of a folder and the folders in it; hidden ones are left out. InputError where one of them cannot be
    searched, for no document is left out in silence, unless `not_searched` says what becomes of it."""
    for at, folders, names in os.walk(folder, onerror=not_searched):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(at, name)
            if path.suffix.lower() in READ_FROM_FOLDERS and not name.startswith(".") and os.path.isfile(path):  # noqa: PTH113
                yield path
