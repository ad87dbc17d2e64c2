"""What a document says, made comparable: its numbers, sums, rates, days, currencies, measures and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.summarizing.number_words import number_words
from docqa_app.summarizing.plain_words import PERCENT, in_digits, yearless
from docqa_app.summarizing.printed_sums import numbers_of, printed_sums
from docqa_app.summarizing.units import Measure, measures_in
from docqa_app.values.amounts import named_currencies
from docqa_app.values.dates import printed_dates

_RATE = re.compile(rf"\d[\d.,]*{PERCENT.pattern}", re.IGNORECASE)
_TAX_RATE = re.compile(r"\b(?:tax|vat|gst|mwst|ust|tva|[^\W\d_]*steuer)\b[^\w\n]{0,3}\d[\d.,]*", re.IGNORECASE)
_PERCENT_HEAD = re.compile(r"(?<![\d\s])\s*%(?!\s*\d)|\b(?:rate|satz|taux)\b(?!\W*\d)", re.IGNORECASE)
_DIGITS = re.compile(r"\S*\d\S*")

PART = re.compile(r"\w+")
"""A word or number of a folded text, without the marks around it."""


@dataclass(frozen=True, slots=True)
class Founded:
    """What a document says, made comparable.

    `numbers` are without sign and hold the days, months and years of `dates` too; `sums` are those that may be money,
    as they are signed; `rates` are those that may be percentages; `currencies` are ISO codes, all that a sign may
    stand for; `days` are the days and months of `dates` and of what is printed without a year; `words` are folded;
    `run` is all of them without spaces; `measures` are the numbers that stand by a unit.
    """

    numbers: frozenset[Decimal]
    sums: frozenset[Decimal]
    rates: frozenset[Decimal]
    currencies: frozenset[str]
    dates: frozenset[date]
    days: frozenset[tuple[int, int]]
    words: frozenset[str]
    run: str
    measures: tuple[Measure, ...] = ()


def founded_in(pages: Sequence[Page]) -> Founded:
    """What these pages say. Worth keeping for a document: dates in words take a while."""
    texts = [" ".join(word.text for word in page.words) for page in pages]
    spelled = [in_digits(text).text for text in texts]
    dated = [tuple(printed_dates(text)) for text in texts]
    dates = frozenset(day for some in dated for _, days in some for day in days)
    sums = frozenset[Decimal]().union(*map(printed_sums, texts, dated), *map(printed_sums, spelled, dated))
    numbers = _numbers(texts, spelled, dates) | frozenset(map(abs, sums))
    words = [part for text in texts for part in PART.findall(fold(text))]
    return Founded(
        numbers=numbers,
        sums=sums,
        rates=frozenset().union(*map(_rates, texts, spelled)) or numbers,
        currencies=frozenset(code for page in pages for word in page.words for code in named_currencies(word.text)),
        dates=dates,
        days=_days(texts, dates),
        words=frozenset(words),
        run="".join(words),
        measures=tuple(measure for text in texts for measure in measures_in(text)),
    )


def _numbers(texts: Sequence[str], spelled: Sequence[str], dates: Collection[date]) -> frozenset[Decimal]:
    """The numbers of texts as they are printed, in digits and in words, and those of their dates."""
    printed = (value for text in (*texts, *spelled) for value in _numbers_in(text))
    in_words = (Decimal(number.value) for text in texts for number in number_words(text))
    of_dates = (Decimal(part) for day in dates for part in (day.day, day.month, day.year))
    return frozenset((*printed, *in_words, *of_dates))


def _numbers_in(text: str) -> frozenset[Decimal]:
    """The numbers that a text has in digits, without their signs."""
    return frozenset(abs(value) for part in _DIGITS.findall(text) for value in numbers_of(part))


def _days(texts: Sequence[str], dates: Collection[date]) -> frozenset[tuple[int, int]]:
    """Day and month of the dates, and of what is printed without a year."""
    without_year = ((day, month) for text in texts for _, _, day, month in yearless(text))
    return frozenset((*((day.day, day.month) for day in dates), *without_year))


def _rates(text: str, spelled: str) -> frozenset[Decimal]:
    """The percentages of a text as it is printed and in digits, and what stands behind a tax; all its numbers where a
    sign heads a column."""
    if _PERCENT_HEAD.search(text):
        return _numbers_in(text)
    found = {one[0] for pattern in (_RATE, _TAX_RATE) for one in pattern.finditer(f"{text} {spelled}")}
    return frozenset(value for one in found for value in _numbers_in(one))
