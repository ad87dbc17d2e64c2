"""The name of a file as it is shown."""

from __future__ import annotations

from pathlib import Path


def name_of(path: str) -> str:
    """Names need not be UTF-8: a byte that is none stands as "?", where Qt would leave it out."""
    return Path(path).name.encode("utf-8", "replace").decode()
