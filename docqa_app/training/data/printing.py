"""How one page prints its days and its money; every page keeps to one manner."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from docqa_app.training.data.lexicon import texts

MONTHS = texts("printing.months")
DATE_FORMS = texts("printing.date_forms")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """A form for days such as "{dd}.{mm}.{y}" and the language of its months."""

    form: str
    language: str

    def text(self, day: date) -> str:
        month = MONTHS[self.language][day.month - 1]
        return self.form.format(
            d=day.day, dd=f"{day.day:02d}", m=day.month, mm=f"{day.month:02d}", y=day.year, yy=f"{day.year % 100:02d}",
            M=month[:3], MM=month[:3].upper(), B=month,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class MoneyStyle:
    """How amounts are printed: separators, decimals, and the currency's sign before, after or nowhere."""

    thousands: str
    point: str
    before: str
    after: str
    code: str
    decimals: int = 2
    minus: str = "-"

    def number(self, cents: int) -> str:
        """An amount without its currency."""
        whole, rest = divmod(abs(cents), 100)
        text = f"{whole:,}".replace(",", self.thousands)
        return f"{self.minus if cents < 0 else ''}{text}" + (f"{self.point}{rest:02d}" if self.decimals else "")

    def text(self, cents: int) -> str:
        """An amount as printed in full."""
        return f"{self.before}{self.number(cents)}{self.after}"


def date_style(rng: random.Random, locale: str) -> DateStyle:
    """A manner of printing days for this region."""
    return DateStyle(rng.choice(DATE_FORMS.get(locale, DATE_FORMS["asia"])), locale[:2])


def money_style(rng: random.Random, locale: str) -> MoneyStyle:
    """A manner of printing money for this region."""
    plain = rng.random() < 0.35
    abroad = rng.random()
    if locale in ("de_DE", "en_GB") and abroad < 0.12:
        return _abroad(rng, locale, swiss=abroad < 0.05)
    if locale in ("de_DE", "fr_FR"):
        after = "" if plain else rng.choice((" €", " €", " EUR", "€"))
        thousands = rng.choice((".", ".", "")) if locale == "de_DE" else rng.choice((" ", " ", "", "."))
        return MoneyStyle(thousands, ",", "", after, "EUR", minus=rng.choice(("-", "-", "- ")))
    signs = {"en_US": ("$", "$", "$", "$ ", "USD "), "en_GB": ("£", "£", "£ ", "GBP "), "en_MY": ("RM", "RM ", "RM "),
             "en_IN": ("Rs.", "Rs. ", "INR "), "en_ID": ("Rp", "Rp ", "Rp. ")}  # fmt: skip
    codes = {"en_US": "USD", "en_GB": "GBP", "en_MY": "RM", "en_IN": "INR", "en_ID": "IDR"}
    before = "" if plain or (locale in ("en_MY", "en_ID") and rng.random() < 0.4) else rng.choice(signs[locale])
    thousands, point = (rng.choice((".", ",")), ".") if locale == "en_ID" else (rng.choice((",", ",", ",", "")), ".")
    return MoneyStyle(thousands, point, before, "", codes[locale], 0 if locale == "en_ID" else 2)


def _abroad(rng: random.Random, locale: str, swiss: bool) -> MoneyStyle:
    """Swiss francs, or euros as Ireland and exporters print them."""
    if swiss or locale == "de_DE":
        before, after = rng.choice((("CHF ", ""), ("", " CHF"), ("", "")))
        return MoneyStyle(rng.choice(("'", "’", " ")), ".", before, after, "CHF")
    before, after = rng.choice((("€", ""), ("€ ", ""), ("", " €"), ("", " EUR"), ("EUR ", "")))
    return MoneyStyle(",", ".", before, after, "EUR")
