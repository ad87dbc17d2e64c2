"""The words of a question or a statement: what it asks for, what asks for operations, its numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from docqa_app.asking.parsing.triggers import ASKS, COUNT, MOST, NUMBER_WORDS, TRIGGERS, WH, words_set
from docqa_app.asking.parsing.values import number_of, stem, words_of
from docqa_app.asking.tables.words import QUIET
from docqa_app.core.find import fold
from docqa_app.values.amounts import DecimalMark

NO_SUPERLATIVE = words_set("interest request contest harvest forest protest arrest invest suggest conquest")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]")
_DECIMAL = re.compile(r"(?<![\d.,])\d+[.,]\d+(?![\d.,]*\d)")
NEAR_WH = 3
"""What is asked for stands so many words behind the asking one."""


@dataclass(frozen=True)
class Question:
    """A question's words, folded, with what they ask for."""

    text: str
    mark: DecimalMark | None = None

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return words_of(self.text)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(map(stem, self.parts))

    @cached_property
    def asks(self) -> str:
        """What is asked for: "when", "many", ..., "" where no word says so."""
        said = " ".join(self.parts)
        return next((name for name, pattern in ASKS.items() if pattern.search(said)), "")

    @cached_property
    def triggers(self) -> Mapping[str, frozenset[int]]:
        """Where words stand that may ask for each operation."""
        found = {
            name: frozenset(n for n, part in enumerate(self.parts) if part in words or self._also(name, n, part))
            for name, words in TRIGGERS.items()
        }
        return {name: at for name, at in found.items() if at}

    def _also(self, name: str, at: int, part: str) -> bool:
        """Whether a word asks for an operation that its list does not hold: a superlative, or "combien de"."""
        if name == COUNT:
            return part == "combien" and self.parts[at + 1 : at + 2] in (("de",), ("d",))
        return name == MOST and len(part) > 5 and part.endswith("est") and part not in NO_SUPERLATIVE

    @cached_property
    def numbers(self) -> Mapping[int, Decimal]:
        """The numbers that the question says, by the place of their first word."""
        decimals = self._decimals
        whole = {n: value for n, part in enumerate(self.parts) if (value := _whole(part)) is not None}
        return {**{n: value for n, value in whole.items() if n - 1 not in decimals}, **decimals}

    @cached_property
    def _decimals(self) -> Mapping[int, Decimal]:
        plain = fold(self.text)
        found = ((len(words_of(plain[: m.start()])), number_of(m[0], self.mark)) for m in _DECIMAL.finditer(plain))
        return {at: value for at, value in found if value is not None}

    @cached_property
    def telling(self) -> frozenset[int]:
        """The places of words that a program should explain."""
        return frozenset(n for n, part in enumerate(self.parts) if tells(part))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The places of words in quotation marks: they name what is printed, and all of it."""
        plain = fold(self.text)
        spans = [(len(words_of(plain[: m.start()])), len(words_of(m[1]))) for m in _QUOTED.finditer(plain)]
        return frozenset(n for start, length in spans for n in range(start, start + length))

    @cached_property
    def target(self) -> frozenset[int]:
        """The places right behind the asking word, where what is wanted is named."""
        asking = [n for n, part in enumerate(self.parts) if part in WH]
        if not asking:
            return frozenset(range(min(NEAR_WH, len(self.parts))))
        first = asking[1] if len(asking) > 1 and asking[1] == asking[0] + 1 else asking[0]
        return frozenset(range(first + 1, min(first + 1 + NEAR_WH, len(self.parts))))


def _whole(part: str) -> Decimal | None:
    if part in NUMBER_WORDS:
        return Decimal(NUMBER_WORDS[part])
    return Decimal(part) if part.isdecimal() else None


def tells(part: str) -> bool:
    """Whether a word needs an explanation."""
    return part not in QUIET and (len(part) > 1 or part.isdigit())
