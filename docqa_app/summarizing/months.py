"""Months by name, in every language that dates are read in."""

from __future__ import annotations

from babel.dates import get_month_names

from docqa_app.core.find import fold
from docqa_app.values.dates import LANGUAGES

MONTHS = {
    fold(name): number for language in LANGUAGES for number, name in get_month_names("wide", locale=language).items()
}
"""Folded name to number, 1 to 12."""
