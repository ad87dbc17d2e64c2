"""Which files a batch is made of: those named, and the documents of the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from docqa_app.errors import InputError, UsageError

READ_FROM_FOLDERS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")
"""Files of a folder are told by their endings; a file that is named, by its content."""


def files_of(given: Sequence[Path]) -> list[Path]:
    """The files given and those of the folders given, each once, by whatever paths; UsageError where a folder holds
    none, InputError where it cannot be searched."""
    files: dict[str, Path] = {}
    for path in given:
        inside = sorted(documents_in(path)) if path.is_dir() else [path]
        if not inside:
            raise UsageError(f"{path} holds no PDF, PNG, JPEG, TIFF or WebP file. Choose another folder.")
        for file in inside:
            files.setdefault(os.path.realpath(file), file)
    return list(files.values())


def documents_in(folder: Path) -> Iterator[Path]:
    """The documents of a folder and the folders in it; hidden ones are left out. InputError where it cannot be
    searched."""
    try:
        for path in folder.rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
            if path.suffix.lower() in READ_FROM_FOLDERS and not hidden and path.is_file():
                yield path
    except OSError as error:
        sentence = f"{folder} cannot be searched: {error.strerror or error}. Check that its drive is there."
        raise InputError(sentence) from error
