"""What verbs print on stdout, or write line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from docqa_app.errors import DocqaError, PasswordNeeded, UsageError

MOST_NAMED = 5


def print_json(value: dict[str, Any]) -> None:
    """One JSON value over several lines, as UTF-8 text."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def sentence(error: DocqaError) -> str:
    """An error as stderr has it: `docqa: `, what happened, and how a password is given where no window asks for it."""
    hint = " --password-file names a file that holds it." if isinstance(error, PasswordNeeded) else ""
    return f"docqa: {error}{hint}"


def percent(share: float) -> str:
    return f"{share:.0%}"


def one_line(text: str) -> str:
    """A text that cannot break a table of lines: control characters, which a terminal would obey, become spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def named(problems: Sequence[str]) -> str:
    """The first few sentences, and how many more there are."""
    more = len(problems) - MOST_NAMED
    return " ".join(problems[:MOST_NAMED]) + (f" And {more} more." if more > 0 else "")


def listed(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def check_ending(path: Path | None, endings: Sequence[str]) -> None:
    """UsageError where an output's name does not say in which form it is wanted."""
    if path is not None and path.suffix.lower() not in endings:
        wanted = " or ".join(", ".join(endings).rsplit(", ", 1))
        raise UsageError(f"{path.name} does not say what to write. End it in {wanted}.")


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """The file, written line by line so that an interrupted run keeps what it has; UsageError where it cannot be."""
    try:
        stream = path.open("w", encoding="utf-8", buffering=1)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Choose another file.") from error
    with stream:
        yield stream
