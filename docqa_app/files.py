"""Writes a file so that a crash leaves either the old one or the new one, never half of it; tells one that is gone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_text_atomically(path: Path, text: str) -> None:
    """Writes beside and then replaces; makes the folder where it is missing. OSError where it can't be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def is_gone(path: str) -> bool:
    """Whether a file was moved or deleted. A folder that may not be looked into, or a drive that does not answer, tells
    nothing."""
    try:
        return not Path(path).exists()
    except OSError:
        return False
