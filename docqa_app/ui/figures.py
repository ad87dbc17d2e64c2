"""Numbers, amounts and days as this computer's region writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

MOST_DECIMALS = 6


def number(value: Decimal) -> str:
    """With the decimals that were printed, up to six."""
    exponent = value.as_tuple().exponent
    decimals = min(MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
    return QLocale().toString(float(value), "f", decimals)


def amount(value: Decimal | None, currency: str) -> str:
    """ "1.190,00 EUR"; "" where there is none."""
    return "" if value is None else f"{number(value)} {currency}".strip()


def short_day(day: date) -> str:
    """In figures, with all four of the year: 03/04/23 could be six days."""
    return QLocale().toString(QDate(day.year, day.month, day.day), day_form(QLocale()))


def long_day(day: date) -> str:
    """With the month's name, so that no day is taken for another."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def day_form(locale: QLocale) -> str:
    """By ISO 8601 where the system names no region."""
    if locale.language() == QLocale.Language.C:
        return "yyyy-MM-dd"
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return form if "yyyy" in form else form.replace("yy", "yyyy")
