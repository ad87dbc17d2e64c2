"""A kept document in the words and figures of this region."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from docqa_app.core.kept import Entry

translate = QCoreApplication.translate


def name(entry: Entry) -> str:
    return Path(entry.path).name.encode("utf-8", "replace").decode()


def day(entry: Entry) -> str:
    if entry.date is None:
        return ""
    when = QDate(entry.date.year, entry.date.month, entry.date.day)
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def total(entry: Entry) -> str:
    """With the decimals that were printed."""
    if entry.total is None:
        return ""
    exponent = entry.total.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return f"{QLocale().toString(float(entry.total), 'f', decimals)} {entry.currency}".strip()


def state(entry: Entry) -> str:
    if entry.accepted:
        return translate("LibraryWords", "Accepted")
    if entry.doubtful:
        return translate("LibraryWords", "{count} to check").format(count=entry.doubtful)
    return translate("LibraryWords", "Nothing in doubt")
