"""A day, a month or a year as a clerk types it, as the first or the last day that it means."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from PySide6.QtCore import QLocale

from docqa_app.values.dates import DateOrder, read_dates

_MONTH = re.compile(r"(?:(?P<year>\d{4})[-./](?P<month>\d{1,2})|(?P<month2>\d{1,2})[-./](?P<year2>\d{4}))")


def first_day(text: str, locale: QLocale) -> date | None:
    """ "2024" is its first of January, "3/2024" the first of March; None for what is no time."""
    return _day(text, locale, last=False)


def last_day(text: str, locale: QLocale) -> date | None:
    """ "2024" is its thirty-first of December, "3/2024" the thirty-first of March."""
    return _day(text, locale, last=True)


def _day(text: str, locale: QLocale, *, last: bool) -> date | None:
    text = text.strip()
    if re.fullmatch(r"[12]\d{3}", text):
        return date(int(text), 12, 31) if last else date(int(text), 1, 1)
    if match := _MONTH.fullmatch(text):
        return _month(int(match["year"] or match["year2"]), int(match["month"] or match["month2"]), last=last)
    days = read_dates(text, _order(locale), locale.name()[:2])
    return days[0] if len(days) == 1 else None


def _month(year: int, month: int, *, last: bool) -> date | None:
    if not 1 <= month <= 12 or not year:
        return None
    return date(year, month, monthrange(year, month)[1] if last else 1)


def _order(locale: QLocale) -> DateOrder:
    """The order in which this region writes day and month."""
    form = locale.dateFormat(QLocale.FormatType.ShortFormat).lower()
    return DateOrder.MONTH_FIRST if form.find("m") < form.find("d") else DateOrder.DAY_FIRST
