"""Rounded amounts: "about 1,200", "knapp 400.000", "environ 24" are right of 1,180, 385,000 and 23.58."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from docqa_app.values.amounts import read_amounts

_BELOW = (
    r"(?:just |a little |slightly )?(?:under|below|less than)|almost|nearly|close to|knapp|fast|beinahe|annähernd|"
    r"weniger als|près de|presque|(?:un peu )?moins de"
)
_ABOVE = r"(?:just |a little |slightly )?(?:over|above|more than)|gut|mehr als|(?:un peu )?plus de"
_NEAR = (
    r"about|around|roughly|approximately|approx\.?|circa|zirka|ca\.?|some|rund|etwa|ungefähr|environ|autour de|"
    r"à peu près|quelque"
)
_ROUNDED = re.compile(
    rf"(?<!\w)(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?:{_NEAR}))\s(?:[^\W\d_]{{2,3}}\s?)?[$€£¥₹]?\s?(?=\d)",
    re.IGNORECASE,
)
MOST = Decimal("0.05")
"""No rounding goes further than such a part of the number: 1,500 is not about 1,300."""


@dataclass(frozen=True, slots=True)
class Range:
    """The true values that a rounded number may stand for."""

    least: Decimal
    most: Decimal

    def __contains__(self, value: Decimal) -> bool:
        return self.least <= value <= self.most


def hedged(sentence: str, start: int) -> int:
    """Where the words begin that make sentence[start:...] a rounded number; `start` where none do."""
    before = (found for found in _ROUNDED.finditer(sentence) if found.start() < start <= found.end())
    return next((found.start() for found in before), start)


def as_said(answer: str, text: str) -> str:
    """A number with the words before it in a text that make it a rounded one."""
    at = text.find(answer)
    return answer if at < 0 else text[hedged(text, at) : at + len(answer)]


def rounded(text: str) -> tuple[Range, ...]:
    """What a number may stand for that begins with a word for rounding, in each way it can be read; () for any other
    text."""
    found = _ROUNDED.match(text)
    return tuple(_range(value, found) for value in map(abs, read_amounts(text[found.end() :]))) if found else ()


def _range(value: Decimal, found: re.Match[str]) -> Range:
    """Half a unit of its last digit that is not 0 up and down; all of it, one way, where the words say which."""
    unit = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
    far = min(unit if found["below"] or found["above"] else unit / 2, MOST * value)
    return Range(value if found["above"] else value - far, value if found["below"] else value + far)
