"""Amounts, days, times and numbers as recognition spells them: which of several readings of one place is the likeliest.

Pure: it sees texts and confidences only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MEANT = 1.0  # what a reading that makes sense is worth besides its confidence; both chosen on receipts (docs/adr/0030)
AMONG_ALL = 0.3  # what the first reading is worth besides: it was read with the whole page around it
POINT, COMMA = ".", ","
_JUNK = "'\"“”‘’`*~|!:;.,_=<>{}[]\\©®«»°§•¢"
_FIGURE = re.compile(r"\d.*[.,/:-].*\d|\d{3}")
_D, _M, _Y = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)[0-3]\d"
_DAY = re.compile(rf"{_D}([/.-]){_M}\1(?:{_Y}|[0-3]\d)|{_M}([/-]){_D}\2(?:{_Y}|[0-3]\d)|{_Y}([/.-]){_M}\3{_D}")
_LIKE_A_DAY = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})")
_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[AaPp][Mm])?")
_COUNT = re.compile(r"\d{1,4}")
_MONEY = r"(?:[A-Z]{{1,3}}|[$€£])?-?\d{{1,3}}(?:[{thousands}]?\d{{3}})*[{decimal}]\d\d-?"
_AMOUNT = {
    POINT: re.compile(_MONEY.format(thousands=",'", decimal=".")),
    COMMA: re.compile(_MONEY.format(thousands=".'", decimal=",")),
}


@dataclass(frozen=True, slots=True)
class Spelling:
    """What one reading says stands there, without marks around it, how sure it is, 0..1, and how many votes it has."""

    text: str
    confidence: float
    votes: float = 1.0


def is_figure(text: str) -> bool:
    """Whether the word is an amount, a day, a time or a number, by two digits or more."""
    return sum(sign.isdigit() for sign in text) > 1 and bool(_FIGURE.search(text))


def spelled(text: str, confidence: float) -> Spelling:
    """A reading without the specks and frame lines that recognition takes for marks around a figure."""
    return Spelling(text.strip(_JUNK), confidence)


def decimal_mark(sure: Iterable[str]) -> str:
    """The mark before the cents on a page whose surely read words are `sure`: the more frequent one."""
    texts = list(sure)
    counts = {mark: sum(bool(form.fullmatch(text)) for text in texts) for mark, form in _AMOUNT.items()}
    return COMMA if counts[COMMA] > counts[POINT] else POINT


def likeliest(first: Spelling, again: Sequence[Spelling], decimal: str) -> Spelling:
    """The reading that most and surest readings agree on; one that makes sense, and the first, weigh more.

    Readings that differ in points and commas alone agree, and the page's `decimal` mark decides between them.
    """
    alike: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in (first, *again):
        alike[_without_marks(spelling)].append(spelling)
    weights = {key: _weight(spellings, decimal) for key, spellings in alike.items()}
    weights[_without_marks(first)] += AMONG_ALL
    agreed = alike[max(weights, key=lambda key: weights[key])]
    return max(agreed, key=lambda spelling: (makes_sense(spelling.text, decimal), spelling.confidence))


def makes_sense(text: str, decimal: str) -> bool:
    """Whether the text is wholly an amount with two decimals, a day that can be, a time, or a short count."""
    return any(form.fullmatch(text) for form in (_AMOUNT[decimal], _DAY, _TIME, _COUNT))


def agree(one: Spelling, other: Spelling) -> bool:
    """Whether both say the same but for points and commas."""
    return _without_marks(one) == _without_marks(other)


def _without_marks(spelling: Spelling) -> str:
    return spelling.text.replace(COMMA, POINT)


def cannot_be(text: str, decimal: str) -> bool:
    """Whether a figure is a day that does not exist or lies far off, or an amount with the other decimal mark."""
    other = COMMA if decimal == POINT else POINT
    day = _LIKE_A_DAY.fullmatch(text) and not _DAY.fullmatch(text)
    return bool(day) or (_AMOUNT[other].fullmatch(text) is not None and not makes_sense(text, decimal))


def _weight(spellings: Sequence[Spelling], decimal: str) -> float:
    sense = any(makes_sense(spelling.text, decimal) for spelling in spellings)
    return sum(spelling.votes * spelling.confidence for spelling in spellings) + MEANT * sense
