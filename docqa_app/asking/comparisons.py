"""Limits in questions for yes or no: "Is the total more than 300 EUR?", "Wurde vor dem 3. Mai 2025 bezahlt?"."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from docqa_app.asking.printed.typed import FORMS, Form
from docqa_app.core.find import fold
from docqa_app.values.amounts import read_amounts, read_currencies
from docqa_app.values.dates import read_dates

Holds = Callable[[Any, Any], bool]
"""holds(found, limit): whether what was found lies on the side of the limit that is asked about."""

_MORE = "more|higher|greater|larger|bigger|longer|later|older|mehr|höher|größer|länger|später|älter|plus"
_LESS = "less|lower|smaller|fewer|shorter|earlier|younger|weniger|niedriger|geringer|kleiner|kürzer|früher|moins"
_THAN = "than|als|de|que"
_NOT = "no|not|nicht|pas"
_TIMES = r"before|after|prior to|vor|nach|avant|apr[èe]s"
_SIDES: tuple[tuple[Holds, str], ...] = (
    (operator.ge, rf"at least|mindestens|au moins|(?:{_NOT}) (?:{_LESS}) (?:{_THAN})"),
    (operator.le, rf"at most|höchstens|maximal|au plus|(?:{_NOT}) (?:{_MORE}) (?:{_THAN})"),
    (
        operator.gt,
        rf"(?:{_MORE}) (?:{_THAN})|over|above|exceed(?:s|ed)?|übersteigt|sup[ée]rieure?s? [àa]"
        r"|d[ée]passe(?:-t-(?:il|elle))?|(?<!rechnung )(?<!quittung )(?<!scheck )(?<!vertrag )über|after|nach|apr[èe]s",
    ),
    (operator.lt, rf"(?:{_LESS}) (?:{_THAN})|under|below|unter|inf[ée]rieure?s? [àa]|before|prior to|vor|avant"),
)
"""A German bill over an amount ("Rechnung über 300 EUR") is one of that amount."""
_PATTERNS = tuple((holds, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for holds, words in _SIDES)
_IN_TIME = re.compile(rf"(?:{_TIMES})", re.IGNORECASE)
_AFTER_ALL = re.compile(rf".* (?:{_THAN})|exceed(?:s|ed)?|übersteigt", re.IGNORECASE)
"""What compares whatever follows."""
_COUNTED = re.compile(r"(?:[A-Z]{2,3}|[$€£])? ?\d")
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])")
_BARE_YEAR = re.compile(rf"{YEAR.pattern}$")
RANGE = re.compile(
    r"\b(?:between|zwischen|entre)\b|\b(?:until|till|up to|bis|since|seit|depuis|jusqu['’]au"
    r"|by(?= (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]|[A-Z][a-z]+ \d|\d+[./-]\d)))(?: \S+){1,4}$",
    re.IGNORECASE,
)
"""Where such words stand, another value than the one behind them may be meant, too."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a question compares with, as it says it, and the side of it that is asked about."""

    holds: Holds
    text: str

    def is_kept(self, found: str) -> bool | None:
        """Whether what was found lies on that side by every reading of both; None where they cannot be compared."""
        days = read_dates(found), read_dates(self.text)
        if all(days):
            return self._agreed(*days)
        countable = not any(days) and _COUNTED.match(self.text) and _of_one_kind(self.text, found)
        return self._agreed(read_amounts(found), read_amounts(self.text)) if countable else None

    def _agreed(self, found: Sequence[Any], limits: Sequence[Any]) -> bool | None:
        told = {self.holds(one, limit) for one in found for limit in limits}
        return told.pop() if len(told) == 1 else None


def limit_asked(question: str) -> Limit | None:
    """The limit that a question ends in; None where it compares with none."""
    text = question.rstrip(" ?.!")
    found = [(at.end(), -at.start(), n, at[0]) for n, (_, one) in enumerate(_PATTERNS) for at in one.finditer(text)]
    if not found:
        return None
    end, _, side, said = max(found)
    limit = re.sub(r"^(?: (?:the|den|dem|der|le|la)\b)* ?", "", text[end:])
    told = _is_moment(limit) if _IN_TIME.fullmatch(said) else _COUNTED.match(limit) or _AFTER_ALL.fullmatch(said)
    return Limit(_PATTERNS[side][0], limit) if told else None


def _is_moment(text: str) -> bool:
    """Whether a text is a day, a year or an hour, and no length of time."""
    return bool(read_dates(text) or _BARE_YEAR.fullmatch(text) or FORMS[Form.TIME].search(text))


def _of_one_kind(asked: str, found: str) -> bool:
    """Whether two texts count the same: one is no year, hour, share or other money where the other is none."""
    years, hours, shares = (
        [test(text) for text in (asked, found)]
        for test in (ends_in_year, FORMS[Form.TIME].search, lambda text: "%" in text)
    )
    if years[0] != years[1] or any(hours) or shares[0] != shares[1]:
        return False
    money = read_currencies(asked), read_currencies(found)
    if all(money) and read_currencies(asked.split()[-1]):
        return not set(money[0]).isdisjoint(money[1])
    return same_unit(asked, found)


def ends_in_year(text: str) -> bool:
    """Whether a text has a bare year and no currency that would make it an amount."""
    return bool(_BARE_YEAR.search(text)) and not read_currencies(text)


def same_unit(asked: str, found: str) -> bool:
    """Whether both end in one word, or one of them says no unit, be it of money."""
    last, of_found = asked.split()[-1], found.split()[-1]
    is_bare = bool(read_currencies(last)) and not _is_word(of_found)
    return fold(last) == fold(of_found) or not _is_word(last) or is_bare


def _is_word(text: str) -> bool:
    return not any(map(str.isdigit, text))
