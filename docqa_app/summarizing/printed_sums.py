"""Which numbers of a page may be sums of money: no days of its dates, years, codes, house and telephone numbers.

What stands beside a currency or has decimals is a sum wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile

from docqa_app.core.find import fold
from docqa_app.summarizing.months import CUT_MONTHS, MONTHS
from docqa_app.summarizing.spans import GROUPED
from docqa_app.values.amounts import names_currency, read_amounts

Dated = Sequence[tuple[str, tuple[date, ...]]]
"""What of a text looks like a date, each with the days it may mean."""

_EDGES = " .,;:()[]"
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th|er)?")
_DECIMALS = re.compile(r"\d[.,]\d\d(?!\d)")
_CODE = re.compile(r"[^\W\d_][-./]?\d|\d[-/]?[^\W\d_]|\d[-/]\d")
_GROUP = re.compile(r"[(+]{0,2}\d{2,5}[).,;/-]?")
_PARTED_SIGN = re.compile(r"(?<!\S)([-−–]) (?=[$€£¥₹]?\d)")
_MONTHS = MONTHS.keys() | CUT_MONTHS
_STREETS = frozenset(["rue", "quai", "avenue", "av", "boulevard", "bd", "chemin", "impasse", "allee", "place"])
_STREETS_BEHIND = frozenset(["street", "st", "road", "rd", "avenue", "ave", "lane"])
_STREET_BEFORE = re.compile(r"(?:strasse|str|gasse|allee)\.?")


def printed_sums(text: str, dated: Dated = ()) -> frozenset[Decimal]:
    """The numbers of a text that may be sums, with their signs; `dated`: what in it looks like a date."""
    grouped = {value for part in GROUPED.findall(text) for value in read_amounts(part)}
    years = {str(day.year) for _, days in dated for day in days}
    for part in (part for part, days in dated if days):
        text = text.replace(part, " ")
    words = _PARTED_SIGN.sub(r"\1", text).split()
    sums = (word for at, word in enumerate(words) if _may_be_sum(words, at, years))
    return frozenset(value for word in sums for value in numbers_of(word)) | grouped


def numbers_of(text: str) -> set[Decimal]:
    """The numbers of a word, whole and, where it joins several ("53-55", "RE-2024-0815"), each."""
    pieces = [text, *re.findall(r"\d[\d.,]*\d|\d", text)]
    return {value for piece in pieces for value in read_amounts(piece)}


def is_money(text: str, start: int, end: int) -> bool:
    """Whether the number text[start:end] is surely a sum: it has decimals, or a currency in it or beside it that is not
    its other neighbour's ("in 2024 EUR 150")."""
    before, behind = text[:start].split()[-2:], text[end:].split()[:2]
    of_before = len(before) > 1 and before[0][-1].isdigit()
    of_behind = len(behind) > 1 and behind[1][0].isdigit()
    near = [*before[-1:]] * (not of_before) + [*behind[:1]] * (not of_behind)
    return bool(_DECIMALS.search(text[start:end])) or any(map(names_currency, (text[start:end], *near)))


def _may_be_sum(words: Sequence[str], at: int, years: set[str]) -> bool:
    if not any(map(str.isdigit, words[at])):
        return False
    near = words[max(0, at - 1) : at + 2]
    if _DECIMALS.search(words[at]) or any(map(names_currency, near)):
        return True
    bare = words[at].strip(_EDGES)
    of_others = bare in years or _CODE.search(bare) or _is_day(words, at) or _is_house(words, at)
    return not (of_others or _is_called(words, at))


def _is_day(words: Sequence[str], at: int) -> bool:
    """Whether a month stands beside what may be its day."""
    near = {fold(word.strip(_EDGES)) for word in words[max(0, at - 1) : at + 2]}
    return bool(_DAY.fullmatch(words[at].strip(_EDGES))) and not _MONTHS.isdisjoint(near)


def _is_called(words: Sequence[str], at: int) -> bool:
    """Whether a number is a group of a telephone number: others before it, the first of which begins with a zero."""
    before = [*takewhile(_GROUP.fullmatch, reversed(words[:at]))]
    return bool(before) and bool(_GROUP.fullmatch(words[at])) and before[-1].lstrip("(")[0] in "+0"


def _is_house(words: Sequence[str], at: int) -> bool:
    """Whether a street stands before a number or behind it."""
    before = fold(words[at - 1]) if at else ""
    behind = [fold(word.strip(_EDGES)) for word in words[at + 1 : at + 4]]
    return bool(
        _STREETS.intersection(behind[:1])
        or _STREETS_BEHIND.intersection(behind[1:])
        or _STREET_BEFORE.search(before.strip(_EDGES))
    )
