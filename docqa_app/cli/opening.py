"""The file that a verb was given, opened: with its password, one page or all, and what went wrong in it."""

from __future__ import annotations

import argparse
import getpass
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docqa_app.cli.output import named
from docqa_app.cli.parts import Parts
from docqa_app.cli.progress import Progress
from docqa_app.core.document import Document, Page
from docqa_app.errors import InputError, PartlyFailed, PasswordNeeded, UsageError
from docqa_app.reading.formats import kind_of


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, the seconds its reading took, and the password that opened it, if any."""

    document: Document
    seconds: float
    password: str | None = None

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that could be read."""
        return tuple(page for page in self.document.pages if not page.problem)


def check_file(arguments: argparse.Namespace) -> None:
    """InputError where the file cannot be read at all: told before anything slow begins."""
    kind_of(arguments.file)


def open_file(arguments: argparse.Namespace, parts: Parts) -> Opened:
    """Reads the file, or its one page; asks for a password where one is needed and somebody is there to ask.

    UsageError where the page does not exist, InputError where nothing of what was asked can be read.
    """
    begin = time.perf_counter()
    password = _password_from(arguments.password_file)
    try:
        document = _read(arguments, parts, password)
    except PasswordNeeded as wanted:
        if password is not None or not sys.stdin.isatty():
            raise
        try:
            password = getpass.getpass(f"Password of {arguments.file.name}: ", sys.stderr)
        except EOFError:  # nobody wanted to type one
            raise wanted from None
        begin = time.perf_counter()
        document = _read(arguments, parts, password)
    _check_pages(arguments, document)
    return Opened(document, time.perf_counter() - begin, password)


def _read(arguments: argparse.Namespace, parts: Parts, password: str | None) -> Document:
    with Progress("Reading") as report:
        return parts.read(arguments.file, parts.options(arguments, arguments.page), report, password)


def _password_from(path: Path | None) -> str | None:
    return None if path is None else _secret(path, sys.stdin.readline).rstrip("\r\n")


def passwords_from(path: Path | None) -> tuple[str, ...]:
    """The passwords of a batch, one a line; UsageError where the file cannot be read."""
    return () if path is None else tuple(line for line in _secret(path, sys.stdin.read).splitlines() if line)


def _secret(path: Path, read_stdin: Callable[[], str]) -> str:
    """What the file holds, but for the mark that Windows' editors begin a text with; "-" stands for stdin."""
    try:
        return read_stdin() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"The password file {path} cannot be read: {error.strerror}. Choose another one.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"The password file {path} is not UTF-8 text. Save it so, or choose another one.") from error


def _check_pages(arguments: argparse.Namespace, document: Document) -> None:
    if arguments.page is not None and arguments.page > document.total_pages:
        raise UsageError(f"{arguments.file.name} has no page {arguments.page}: its last is {document.total_pages}.")
    if document.problem:
        raise InputError(document.problem)


def tell_failed_pages(document: Document) -> None:
    """PartlyFailed, naming the pages, where some could not be read: the last word of a verb that did the rest."""
    failed = [page for page in document.pages if page.problem]
    if failed:
        raise PartlyFailed(f"{len(failed)} of {len(document.pages)} pages failed: {named([p.problem for p in failed])}")
