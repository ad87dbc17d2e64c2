"""Numbers with their units: a month is no week, though either is said of 865."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from docqa_app.summarizing.number_words import number_words
from docqa_app.values.amounts import read_amounts

_DAY = 24 * 3600
_UNITS: tuple[tuple[str, Fraction, str], ...] = (
    ("time", Fraction(1), r"seconds?|sekunden?|secondes?"),
    ("time", Fraction(60), r"min(?:ute[ns]?|s)?"),
    ("time", Fraction(3600), r"hours?|hrs?|stunden?|std|heures?"),
    ("time", Fraction(_DAY), r"days?|tag(?:e[ns]?|s)?|jours?"),
    ("time", Fraction(7 * _DAY), r"weeks?|wochen?|semaines?"),
    ("time", Fraction(365 * _DAY, 12), r"months?|monat(?:e[ns]?|s)?|mois"),
    ("time", Fraction(365 * _DAY, 4), r"quarters?|quartal(?:e[ns]?|s)?|trimestres?"),
    ("time", Fraction(365 * _DAY), r"years?|jahr(?:e[ns]?|s)?|ans|ann[ée]es?"),
    ("length", Fraction(1, 100), r"cm|centimet(?:er|re)s?|zentimetern?|centimètres?"),
    ("length", Fraction(254, 10000), r"inch(?:es)?|zoll"),
    ("length", Fraction(3048, 10000), r"foot|feet"),
    ("length", Fraction(9144, 10000), r"yards?"),
    ("length", Fraction(1), r"met(?:er|re)s?|metern|mètres?"),
    ("length", Fraction(1000), r"km|kilomet(?:er|re)s?|kilometern|kilomètres?"),
    ("length", Fraction(1609344, 1000), r"miles?|meilen?"),
    ("mass", Fraction(1, 1000), r"gram(?:me)?s?|gramm"),
    ("mass", Fraction(1), r"kg|kilo(?:gram(?:me)?s?|gramm|s)?"),
    ("mass", Fraction(1000), r"tonnes?|tonnen?"),
    ("volume", Fraction(1), r"lit(?:er|re)s?|litern"),
    ("volume", Fraction(3785411784, 10**9), r"gallons?"),
)
"""What is measured, how much of it one is, and how it is called in the window's languages."""

_NAMES = "|".join(f"(?P<u{place}>{names})" for place, (_, _, names) in enumerate(_UNITS))
_MEASURE = re.compile(
    r"(?<![\w.,/-])[$€£]?(?P<number>\d[\d.,'’]*\d|\d)(?:\s?(?:[$€£%]|[A-Z]{3}\b|euros?\b|pounds?\b|dollars?\b|francs?\b))?"
    r"(?P<per>\s?/\s?|\s(?:(?:an?|per|every|each|je|pro|par|im)\s)|\s(?:(?:la|le)\s|l['’]))?(?:\s|-)?"
    r"(?P<sort>(?:cubic|square|working|business|full)\s)?"
    rf"(?:{_NAMES})(?![\w²³])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """text[start:end]: a number of units, or (`rate`) a sum for one of them. `size` is that of one unit; `numbers` are
    all that the number may mean."""

    numbers: frozenset[Decimal]
    kind: str
    size: Fraction
    rate: bool
    start: int
    end: int

    def contradicts(self, printed: Sequence[Measure]) -> bool:
        """Whether the same number is printed by other units of its kind alone, and not what this one comes to."""
        like = [one for one in printed if one.kind == self.kind and one.rate == self.rate]
        same = {one.size for one in like if not one.numbers.isdisjoint(self.numbers)}
        return bool(same) and self.size not in same and not any(self._amounts & one._amounts for one in like)

    @property
    def _amounts(self) -> frozenset[Fraction]:
        """What it comes to in the least unit."""
        return frozenset() if self.rate else frozenset(Fraction(number) * self.size for number in self.numbers)


def measures_in(text: str) -> Iterator[Measure]:
    """Every number that stands by a unit, in digits or in words."""
    for found in _MEASURE.finditer(_in_digits(text)):
        numbers = frozenset(map(abs, read_amounts(found["number"])))
        kind, size = next((kind, size) for place, (kind, size, _) in enumerate(_UNITS) if found[f"u{place}"])
        if kind == "length" and found["sort"]:
            kind = f"{found['sort'].strip().casefold()} {kind}"
        start = next((at for at in range(found.start(), 0, -1) if not text[at - 1].isalpha()), 0)
        yield Measure(numbers, kind, size, found["per"] is not None, start, found.end())


def _in_digits(text: str) -> str:
    """With numbers in words in digits, every letter at its place."""
    for number in number_words(text):
        said = str(number.value)
        if not number.ordinal and len(said) <= number.end - number.start:
            text = f"{text[: number.start]}{said:>{number.end - number.start}}{text[number.end :]}"
    return text
