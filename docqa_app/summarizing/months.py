"""Months and days of the week by name, as texts about documents have them."""

from __future__ import annotations

from babel.dates import get_day_names, get_month_names

from docqa_app.core.find import fold
from docqa_app.values.dates import LANGUAGES

CUT_IN = ("en", "de", "fr")
"""Languages whose months are known cut short too: elsewhere these are other words as well ("set", "mag", "gen")."""

MONTHS = {
    fold(name): number for language in LANGUAGES for number, name in get_month_names("wide", locale=language).items()
}
"""Folded name to number, 1 to 12."""

CUT_MONTHS = {
    fold(name).rstrip("."): number
    for language in CUT_IN
    for number, name in get_month_names("abbreviated", locale=language).items()
}
"""The same, cut short: "nov", "janv"."""

WEEKDAYS = {
    fold(name): number for language in LANGUAGES for number, name in get_day_names("wide", locale=language).items()
}
"""Folded name to number, 0 for Monday as for dates."""
