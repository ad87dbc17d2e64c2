"""What verbs print on stdout, or write line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from docqa_app.errors import UsageError


def print_json(value: dict[str, Any]) -> None:
    """One JSON value over several lines, as UTF-8 text."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def percent(share: float) -> str:
    return f"{share:.0%}"


def one_line(text: str) -> str:
    """A text that cannot break a table of lines: control characters, which a terminal would obey, become spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """The file, written line by line so that an interrupted run keeps what it has; UsageError where it cannot be."""
    try:
        stream = path.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Choose another file.") from error
    with stream:
        yield stream
