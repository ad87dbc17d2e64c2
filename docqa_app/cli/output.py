"""What verbs print on stdout, or write line by line."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from docqa_app.errors import DocqaError, ExportError, PasswordNeeded, UsageError
from docqa_app.exporting.csv_file import Guarded
from docqa_app.exporting.place import is_same_file

MOST_NAMED = 5


def say(text: str) -> None:
    """A line, or several, on stdout; ExportError where it takes no more."""
    with printing() as out:
        print(text, file=out)


def flush() -> None:
    """What was said is out when this returns; ExportError where it cannot be."""
    with printing() as out:
        out.flush()


def let_go_of_stdout() -> None:
    """What is still to be printed would fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def printing() -> Iterator[TextIO]:
    """Stdout; ExportError where it takes no more. A pipe that is closed is no failure, and passes."""
    try:
        yield sys.stdout
    except BrokenPipeError:
        raise
    except OSError as error:
        let_go_of_stdout()
        sentence = f"What was found cannot be printed: {error.strerror}. Send the output elsewhere."
        raise ExportError(sentence) from error


def print_json(value: dict[str, Any]) -> None:
    """One JSON value over several lines, as UTF-8 text."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def sentence(error: DocqaError) -> str:
    """An error as stderr has it: `docqa: `, what happened, and how a password is given where no window asks for it."""
    hint = " --password-file names a file that holds it." if isinstance(error, PasswordNeeded) else ""
    return f"docqa: {visible(str(error))}{hint}"


def visible(text: str) -> str:
    """Names of files with their control characters, which a terminal would obey, as escapes."""
    return "".join(c.encode("unicode_escape").decode() if unicodedata.category(c) == "Cc" else c for c in text)


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


def tell_guarded(cells: Iterable[Guarded]) -> None:
    """What was changed in a table, so that no spreadsheet runs it."""
    for cell in cells:
        print(f"docqa: {cell.column} in line {cell.line} starts like a formula: ' put before it.", file=sys.stderr)


def check_ending(path: Path | None, endings: Sequence[str]) -> None:
    """UsageError where an output's name does not say in which form it is wanted."""
    if path is not None and path.suffix.lower() not in endings:
        wanted = " or ".join(", ".join(endings).rsplit(", ", 1))
        raise UsageError(f"{path.name} does not say what to write. End it in {wanted}.")


def check_apart(out: Path | None, source: Path, option: str = "--out") -> None:
    """UsageError where what is to be written is the file that is read: it would be emptied first, or added to."""
    if out is not None and is_same_file(out, source):
        raise UsageError(f"{out} is the file that is read. Choose another {option}.")


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """The file, written line by line so that an interrupted run keeps what it has; UsageError where it cannot be begun,
    ExportError where it cannot be ended. Halves of characters become escapes, as on stdout."""
    try:
        stream = path.open("w", encoding="utf-8", errors="backslashreplace", buffering=1)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Choose another file.") from error
    try:
        with stream:
            yield stream
    except OSError as error:
        sentence = f"{path} was not written to its end: {error.strerror}. Choose another file and begin again."
        raise ExportError(sentence) from error
