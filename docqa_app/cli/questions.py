"""The lines of a file of questions whose answers are known (docs/formats.md)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.errors import InputError

A4_POINTS = (595.0, 842.0)
"""What a page is taken to measure where there is no file to say."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `truths` are its right answers, () where the document does not answer it."""

    id: str
    text: str
    truths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One document with its questions. `pages` are the words given, if any, in page fractions."""

    id: str
    file: Path | None
    pages: tuple[Page, ...] | None
    questions: tuple[Question, ...]


def lines_of(path: Path, limit: int | None) -> Iterator[str]:
    """The lines that are not empty, a .gz unpacked; InputError where the file cannot be read."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", errors="replace") as text:
            yield from islice((line for line in text if line.strip()), limit)
    except (OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def case_of(line: str, folder: Path) -> Case:
    """The document of one line; files are looked for from `folder`. InputError where the line has another form."""
    try:
        value = json.loads(line)
        file = value.get("file")
        pages = value.get("pages")
        return Case(
            id=str(value.get("id", "")),
            file=None if file is None else folder / file,
            pages=None if pages is None else tuple(_page(n, page) for n, page in enumerate(pages, start=1)),
            questions=tuple(_question(n, question, value) for n, question in enumerate(value["questions"], start=1)),
        )
    except json.JSONDecodeError as error:
        raise InputError(f"it is not JSON ({error})") from error
    except KeyError as error:
        raise InputError(f"it has no {error}") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise InputError(f"it has another form than expected ({error})") from error


def _question(number: int, value: dict[str, Any], document: dict[str, Any]) -> Question:
    name = str(value.get("id", f"{document.get('id', '')}#{number}"))
    answers = value.get("answers") or []
    if not isinstance(answers, list):
        raise TypeError("answers are not a list")
    return Question(name, str(value["question"]), tuple(str(answer) for answer in answers))


def _page(number: int, value: dict[str, Any]) -> Page:
    words = tuple(_word(*word) for word in value["words"])
    return Page(number, *A4_POINTS, words, WordSource.GIVEN, "the words were given")


def _word(text: str, left: float, top: float, right: float, bottom: float) -> Word:
    return Word(str(text), Box(float(left), float(top), float(right), float(bottom)))
