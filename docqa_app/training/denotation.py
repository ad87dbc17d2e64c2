"""Whether an answer denotes what a table question asks for: the same values, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_FOOTNOTE = re.compile(r"\s*(\[[^\]]*\]|[†‡*]+)\s*$")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(\.\d+)?%?")
_BETWEEN = re.compile(r"\s*(?:\||;|,(?!\d{3}\b))\s*")


def denotes(answer: str, values: Sequence[str]) -> bool:
    """True where the answer names exactly the values, in any order.

    As WikiTableQuestions is scored: case, accents, quotes and footnote marks do not count, numbers are compared as
    numbers. An answer of several values parts them by commas, semicolons or bars.
    """
    wanted = [_plain(value) for value in values]
    said = [_plain(answer)] if len(wanted) == 1 else [_plain(part) for part in _BETWEEN.split(answer) if part.strip()]
    if len(said) != len(wanted):
        return False
    for value in wanted:
        match = next((part for part in said if _same(part, value)), None)
        if match is None:
            return False
        said.remove(match)
    return True


def _plain(text: str) -> str:
    flat = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    flat = _FOOTNOTE.sub("", flat.translate(str.maketrans("–—−‘’“”", "---''\"\""))).strip(" \"'")
    return " ".join(flat.rstrip(".").lower().split())


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    numbers = [_number(text) for text in (one, other)]
    return None not in numbers and numbers[0] == numbers[1]


def _number(text: str) -> float | None:
    return float(text.replace(",", "").rstrip("%")) if _NUMBER.fullmatch(text) else None
