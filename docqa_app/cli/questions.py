"""The lines of a file of questions whose answers are known (docs/formats.md)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docqa_app.cli.json_lines import in_its_form
from docqa_app.core.document import Box, Page, Word, WordSource
from docqa_app.core.word_columns import words_in_columns

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


def case_of(line: str, folder: Path) -> Case:
    """The document of one line; files are looked for from `folder`. InputError where the line has another form."""
    with in_its_form():
        value = json.loads(line)
        file = value.get("file")
        pages = value.get("pages")
        return Case(
            id=str(value.get("id", "")),
            file=None if file is None else folder / file,
            pages=None if pages is None else tuple(_page(n, page) for n, page in enumerate(pages, start=1)),
            questions=tuple(_question(n, question, value) for n, question in enumerate(value["questions"], start=1)),
        )


def _question(number: int, value: dict[str, Any], document: dict[str, Any]) -> Question:
    name = str(value.get("id", f"{document.get('id', '')}#{number}"))
    answers = value.get("answers") or []
    if not isinstance(answers, list):
        raise TypeError("answers are not a list")
    return Question(name, str(value["question"]), tuple(str(answer) for answer in answers))


def _page(number: int, value: dict[str, Any]) -> Page:
    words = value["words"]
    placed = words_in_columns(value) if isinstance(words, str) else (_word(*word) for word in words)
    return Page(number, *A4_POINTS, tuple(placed), WordSource.GIVEN, "the words were given")


def _word(text: str, left: float, top: float, right: float, bottom: float) -> Word:
    return Word(str(text), Box(float(left), float(top), float(right), float(bottom)))
