"""A kept document in the words and figures of this region."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from docqa_app.core.kept import Entry
from docqa_app.ui.figures import amount, short_day
from docqa_app.ui.file_names import name_of

translate = QCoreApplication.translate


def name(entry: Entry) -> str:
    return name_of(entry.path)


def day(entry: Entry) -> str:
    return "" if entry.date is None else short_day(entry.date)


def total(entry: Entry) -> str:
    return amount(entry.total, entry.currency)


def state(entry: Entry) -> str:
    """How far the review of a document has come, in words."""
    if entry.accepted:
        return translate("LibraryWords", "Accepted")
    if entry.doubtful:
        return translate("LibraryWords", "{count} to check").format(count=entry.doubtful)
    return translate("LibraryWords", "Nothing in doubt")
