"""Dates as they are printed: every day that a text may mean, so that nothing is chosen silently.

03/04/2023 is the third of April or the fourth of March; 03.04.2023 is not in doubt, for points stand between day,
month and year everywhere that writes them so. Months by name are read by dateparser in the document's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

LANGUAGES = ("en", "de", "fr", "es", "it", "nl")
CENTURY_TURNS = 70
"""Two-digit years below it are of this century."""

_YEAR_FIRST = re.compile(r"(?<![\d.,/-])(\d{4})([-/.]|\s?年)(\d{1,2})([-/.]|\s?月)(\d{1,2})(?![\d/-])")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d.,/])(?<![^\s]-)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|['’]?\d{2}(?![%A-Za-z]))(?![\d/-])"
)
_PERIOD = re.compile(r"(?<=[/.]\d\d)[-–]|(?<=[/.]\d{4})[-–]")
"""Between the first and the last day of a period that is printed as one word: 03/31/20-04/06/20."""
_NAMED = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.|º)?[\s.\-/]*(?:of\s+|de\s+)?[^\W\d_]{3,12}\.?[\s.,\-/]*(?:de\s+)?(?:\d{4}|['’]?\s?\d{2})(?!\d)"
    r"|[^\W\d_]{3,12}\.?\s*\d{1,2}(?:st|nd|rd|th)?\s*[\s.,]\s*\d{4}(?!\d)",
    re.IGNORECASE,
)

_FIRST_WORD = re.compile(r"\d+|[^\W\d_]+")


class DateOrder(StrEnum):
    """In which order a country writes day and month."""

    DAY_FIRST = "DMY"
    MONTH_FIRST = "MDY"


def read_dates(text: str, order: DateOrder | None = None, language: str = "en") -> tuple[date, ...]:
    """Every day the text may mean, in the order they are printed; () where there is none.

    With `order` a date that can be read so is read so; without it both readings stand.
    """
    return tuple(dict.fromkeys(day for _, days in printed_dates(text, order, language) for day in days))


def printed_dates(
    text: str, order: DateOrder | None = None, language: str = "en"
) -> Iterator[tuple[str, tuple[date, ...]]]:
    """What looks like a date, as it is printed, each with the days it may mean, () where it is none."""
    rest = text
    for pattern, read in ((_YEAR_FIRST, _year_first), (_COMPACT, _compact)):
        for match in pattern.finditer(rest):
            yield match[0], tuple(read(match))
        rest = pattern.sub(" ", rest)
    for match in _NUMERIC.finditer(rest):
        yield match[0], tuple(_ordered(match, order))
    yield from _with_months(_NUMERIC.sub(" ", rest), language)


def _with_months(text: str, language: str) -> Iterator[tuple[str, tuple[date, ...]]]:
    """What looks like a date with a month's name; what is none is left by a word: of "23 Datum 28. Mai 2024" the last
    three are a date."""
    at = 0
    while match := _NAMED.search(text, at):
        days = tuple(_named(match[0], language))
        yield match[0], days
        word = _FIRST_WORD.match(text, match.start())
        at = match.end() if days or word is None else word.end()


def order_of(text: str) -> DateOrder | None:
    """The order that a date with slashes or hyphens and a day above 12 gives away."""
    for match in (match for part in _PERIOD.split(text) for match in _NUMERIC.finditer(part)):
        first, second = int(match[1]), int(match[3])
        if match[2] != "." and len(list(_ordered(match, None))) == 1 and first != second:
            return DateOrder.DAY_FIRST if first > 12 else DateOrder.MONTH_FIRST
    return None


def _year_first(match: re.Match[str]) -> Iterator[date]:
    yield from _day(int(match[1]), int(match[3]), int(match[5]))


def _compact(match: re.Match[str]) -> Iterator[date]:
    yield from _day(int(match[1]), int(match[2]), int(match[3]))


def _ordered(match: re.Match[str], order: DateOrder | None) -> Iterator[date]:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), _full_year(match[4])
    day_first, month_first = list(_day(year, second, first)), list(_day(year, first, second))
    if mark == "." or order is DateOrder.DAY_FIRST:
        yield from day_first or month_first
    elif order is DateOrder.MONTH_FIRST:
        yield from month_first or day_first
    else:
        yield from dict.fromkeys([*day_first, *month_first])


def _named(text: str, language: str) -> Iterator[date]:
    """A date with a month's name; dateparser must find day, month and year in it, and nothing relative."""
    import dateparser  # here, for its import would hold up every start of the window

    parsed = dateparser.parse(
        re.sub(r"['’]\s?(?=\d\d$)", " ", text),
        languages=[language, *(other for other in LANGUAGES if other != language)],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
        },
    )
    if parsed is not None:
        yield parsed.date()


def _full_year(text: str) -> int:
    year = int(text.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < CENTURY_TURNS else 1900)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
