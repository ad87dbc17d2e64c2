"""Which documents of a batch are there twice: the same bytes, or the same supplier, number and total."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Same, likeness


@dataclass(frozen=True, slots=True)
class Copy:
    """`path` says the same as `first`, which came before it; `same` says in what."""

    path: str
    first: str
    same: Same


def copies(extractions: Iterable[Extraction]) -> tuple[Copy, ...]:
    """Each document that an earlier one makes needless, with that one; the bytes count before what is printed."""
    files: dict[str, str] = {}
    numbers: dict[str, str] = {}
    found = []
    for one in extractions:
        number = likeness(one)
        if one.sha256 in files:
            found.append(Copy(one.path, files[one.sha256], Same.FILE))
        elif number and number in numbers:
            found.append(Copy(one.path, numbers[number], Same.NUMBER))
        files.setdefault(one.sha256, one.path)
        numbers.setdefault(number, one.path)
    return tuple(found)
