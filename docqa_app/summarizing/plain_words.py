"""A sentence as it is compared with a page: numbers in digits, days with their years.

"Two thousand euros on the third of May" says what the page prints as 2,000 EUR and 03/05/2024. Every piece knows where
it stands in the sentence as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.dates import get_month_names

from docqa_app.core.find import fold
from docqa_app.summarizing.months import CUT_MONTHS, MONTHS
from docqa_app.summarizing.number_words import NumberWords, number_words
from docqa_app.values.amounts import names_currency, read_amounts

COUNTED = 12
"""Up to here a number in words counts what the writer sees ("in two parts"), and need not be printed."""

_SCALES = {
    **dict.fromkeys(("k", "t", "thousand", "tausend", "mille"), 3),
    **dict.fromkeys(("lakh", "lakhs"), 5),
    **dict.fromkeys(("m", "mio", "million", "millions", "millionen"), 6),
    **dict.fromkeys(("crore", "crores"), 7),
    **dict.fromkeys(("bn", "mrd", "billion", "milliard", "milliards", "milliarde", "milliarden"), 9),
}
_SCALED = re.compile(
    r"(?<![\w.,])(?P<sign>[$€£₹])?(?P<digits>\d[\d.,]*\d|\d)\s?(?:(?P<scale>mio\.?|mrd\.?|milli(?:on|ard)(?:en|e|s)?|"
    r"billion|thousand|tausend|mille|lakhs?|crores?)|(?P<short>k|m|bn|t)(?P<euro>\s?(?:€|EUR\b))?)(?!\w)",
    re.IGNORECASE,
)
_CENTS = r"(?:cents?|centimes?|pence|rappen)"
_PARTED = re.compile(
    rf"(?<![\w.,])(?P<whole>\d[\d.,]*) (?P<money>[^\W\d_]+)(?: (?:and|und|et))? (?P<part>\d\d?)"
    rf"(?: (?P<cents>{_CENTS})\b|(?<=\d\d)(?![.,]?\d| ?%| (?i:mal|fois|stück)\b| (?-i:[A-ZÄÖÜ\d])))",
    re.IGNORECASE,
)
"""An amount whose currency stands before its cents: "14 euros 50"."""
_EURO = re.compile(r"euros?|franken|francs?", re.IGNORECASE)
"""After which cents may stand without a word."""
_LONE_CENTS = re.compile(rf"(?<![\w.,])(?P<part>\d\d?(?:[.,]\d+)?) ?{_CENTS}\b", re.IGNORECASE)
_LAST = re.compile(r"([^\W\d_]+)(?:\sthe)?\s+$")
_NEXT = re.compile(r"\s*(?:of\s+|de\s+)?([^\W\d_]+)")
_LONE = (100, 1000, 10**5, 10**6, 10**7, 10**9)
"""Words that alone are no number: "pour cent", "385 Tausend"."""
PERCENT = re.compile(r"\s*(?:%|per ?cent\b|prozent\b|pour ?cent\b)", re.IGNORECASE)
_ENGLISH = [name for names in ("wide", "abbreviated") for name in get_month_names(names, locale="en").values()]
"""Other languages write no day behind its month."""
_NAME = r"[^\W\d_]{3,}"
_YEARLESS = re.compile(
    rf"(?<![\w.,/-])(?:(?P<day>\d\d?)(?:st|nd|rd|th|er|\.)? (?:(?:of|de) )?(?P<month>{_NAME})(?:\.(?=\s))?"
    rf"|(?<!\bin )(?P<first>{'|'.join(_ENGLISH)})\.? (?:the )?(?P<second>\d\d?)(?:st|nd|rd|th)?"
    r"|(?P<number>\d\d?)\. ?(?P<which>\d\d?)\.)(?!\w|[\s,.]*(?:19|20)\d\d|\s['’]?\d\d\b|[.,]\d|\s?[%€$£])"
)
"""A day and its month without a year."""


@dataclass(frozen=True, slots=True)
class Plain:
    """`text`, and where in the sentence as it was written each of its characters stands, from and to."""

    text: str
    places: tuple[tuple[int, int], ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands there."""
        return self.places[start][0], self.places[end - 1][1]

    def put(self, edits: Sequence[tuple[int, int, str]]) -> Plain:
        """With texts in the place of others; `edits` in order, apart from each other."""
        text, places, last = "", self.places[:0], 0
        for start, end, said in edits:
            text += self.text[last:start] + said
            places += (*self.places[last:start], *[self.written(start, end)] * len(said))
            last = end
        return Plain(text + self.text[last:], places + self.places[last:])


def in_digits(sentence: str) -> Plain:
    """The sentence with its numbers in digits, thousands and millions written out, cents behind a point."""
    plain = Plain(sentence, tuple((at, at + 1) for at in range(len(sentence))))
    for edits in (_words_in_digits, _scaled, _parted, _cents):
        plain = plain.put(list(edits(plain.text)))
    return plain


def with_years(plain: Plain, dates: Collection[date]) -> Plain:
    """With the years of days that the document prints with just one."""
    edits = []
    for start, end, day, month in yearless(plain.text):
        years = {one.year for one in dates if (one.day, one.month) == (day, month)}
        if len(years) == 1:
            edits.append((start, end, f"{plain.text[start:end]}{_joint(plain.text[start:end])}{years.pop()}"))
    return plain.put(edits)


def _joint(day: str) -> str:
    """What stands between a day and its year: "28.6.2024", "3 May 2024", "May 3, 2024"."""
    if not day[0].isdigit():
        return ", "
    return "" if day.endswith(".") and day[-2].isdigit() else " "


def yearless(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Where days without a year stand, each with its day and month."""
    for found in _YEARLESS.finditer(text):
        day = int(found["day"] or found["second"] or found["number"])
        month = int(found["which"]) if found["which"] else _month(found["month"] or found["first"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield found.start(), found.end(), day, month


def _month(name: str) -> int:
    """0 for what is none: "may" is a verb."""
    folded = fold(name)
    return 0 if name in ("may", "march") else MONTHS.get(folded) or CUT_MONTHS.get(folded, 0)


def _words_in_digits(text: str) -> Iterator[tuple[int, int, str]]:
    for number in number_words(text):
        if _is_meant(number, text):
            yield number.start, number.end, str(number.value)


def _is_meant(number: NumberWords, text: str) -> bool:
    """Whether a number is one of money, of a share, of a day, or larger than what is counted at sight."""
    before, behind = _LAST.search(text[: number.start]), _NEXT.match(text[number.end :])
    if (behind and _month(behind[1])) or (before and _month(before[1])):
        return number.value <= 31
    if number.ordinal:
        return False
    measured = behind and (names_currency(behind[1]) or re.fullmatch(_CENTS, behind[1], re.IGNORECASE))
    if number.words == 1 and number.value in _LONE:
        return bool(
            measured and not (before and before[1] == "pour") and not re.search(r"\d\s?$", text[: number.start])
        )
    return bool(number.words > 1 or number.value > COUNTED or measured or PERCENT.match(text[number.end :]))


def _scaled(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _SCALED.finditer(text):
        sign, euro, values = found["sign"] or "", found["euro"] or "", read_amounts(found["digits"])
        scale = (found["scale"] or found["short"]).lower().rstrip(".")
        if len(values) == 1 and (found["scale"] or sign or euro):
            yield *found.span(), f"{sign}{_spelled(values[0].scaleb(_SCALES[scale]))}{euro}"


def _parted(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _PARTED.finditer(text):
        values = read_amounts(found["whole"])
        if (
            len(values) == 1
            and values[0] == int(values[0])
            and (names_currency(found["money"]) if found["cents"] else _EURO.fullmatch(found["money"]))
        ):
            yield *found.span(), f"{int(values[0])}.{int(found['part']):02} {found['money']}"


def _cents(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _LONE_CENTS.finditer(text):
        yield *found.span(), _spelled(Decimal(found["part"].replace(",", ".")).scaleb(-2))


def _spelled(value: Decimal) -> str:
    return f"{value.normalize():f}"
