"""Papers that people wrote out, with questions in their own words, as texts.

A paper begins with `=== language | what it is`. Then, a line each: `H` a heading, `L` a short line, `K` labels with
values parted by ` || `, `R` a row of a table (the first of a run is its head), `T` a paragraph, and
`? how | question | answer | another answer that counts`. Texts may be packed (.xz).
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PARTED = {"K": " || ", "R": " | "}
"""What parts the parts of a line, by its sort."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answers, the first as it is printed; none where the paper does not tell. `how` it asks:
    synonym, sentence, row, cross (in another language), label, other, absent; or stated: a sentence that the paper
    bears out or not, answered yes or no."""

    how: str
    question: str
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the paper: its sort (H, L, K, R, T) and its parts."""

    sort: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on it, in order, and what it is asked."""

    language: str
    lines: tuple[Line, ...]
    asked: tuple[Asked, ...]


def papers_in(text: str) -> Iterator[Paper]:
    """The papers of a file."""
    for part in re.split(r"^=== *", text, flags=re.MULTILINE)[1:]:
        head, *rest = (line.rstrip() for line in part.splitlines())
        lines = tuple(_line(line) for line in rest if not line.startswith("?"))
        asked = tuple(_asked(line) for line in rest if line.startswith("?"))
        yield Paper(head.split("|")[0].strip(), lines, asked)


def _line(line: str) -> Line:
    sort, text = line[:1], line[2:]
    return Line(sort, tuple(part.strip() for part in text.split(PARTED.get(sort, "\n"))))


def _asked(line: str) -> Asked:
    how, question, *answers = (part.strip() for part in line[1:].split(" | "))
    return Asked(how, question, tuple(answers))


def read_papers(path: Path) -> Iterator[Paper]:
    """The papers of a text, packed (.xz) or not."""
    packed = path.read_bytes()
    yield from papers_in((lzma.decompress(packed) if path.suffix == ".xz" else packed).decode("utf-8"))
