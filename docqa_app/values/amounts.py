"""Amounts and currencies as they are printed: every number that a text may mean, with the decimals it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache


class DecimalMark(StrEnum):
    """What stands before the decimals."""

    POINT = "."
    COMMA = ","


LOCALES = {DecimalMark.POINT: ("en", "en_IN"), DecimalMark.COMMA: ("de",)}
"""Locales of Babel with that mark, by how they group digits. Other group marks are brought to theirs."""

LONGEST = 30
_SPACES = " \u00a0\u202f\u2009'’"
_HUNDREDTH = (
    r"(?P<hundredth>\s?(?:¢|(?i:pence|cents?)(?!\w)|(?:(?<=[.,]\d)|(?<=[.,]\d\d)|(?<=[.,]\d{3})|(?<=[.,]\d{4}))"
    r"(?:p|\s?(?i:cts?))(?!\w)))?"
)
"""Pence and cents: "27.41p", "28,40 ct", "9 ¢"; letters only behind decimals, for "24 ct" may be pieces."""
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<open>\(\s?)?(?P<sign>[-+−–‐‑]\s?)?(?:(?P<before>(?<![.,]\d\d\s)[^\W\d_]{{1,3}}(?:\$|(?=[.:\s\d]))|\$|€|£|¥|₹|R\$|US\$)"
    r"(?::|(?<=\w)\.|\.(?=\s))?\s?)?"
    rf"(?P<sign2>[-−–‐‑]\s?)?(?P<digits>\d(?:[\d.,]*\d)?(?:[{_SPACES}]\d{{3}}(?!\d)(?:[\d.,]*\d)?)*|[.,]\d+)"
    + _HUNDREDTH
    + r"(?P<dash>,-{1,2}|,–)?(?P<after>[-−–‐‑](?!\w))?(?P<close>\s?\))?\s?"
    r"(?:(?P<mark>%|[€£$¥₹])(?P<after2>[-−–‐‑](?!\w))?)?"
    r"(?P<close2>(?:\s?[A-Z]{3})?\s?\))?(?P<credit>\s?CR\b)?"
)
_SYMBOLS = (
    ("R$", ("BRL",)),
    ("US$", ("USD",)),
    ("S$", ("SGD",)),
    ("A$", ("AUD",)),
    ("C$", ("CAD",)),
    ("€", ("EUR",)),
    ("£", ("GBP",)),
    ("₹", ("INR",)),
    ("zł", ("PLN",)),
    ("Kč", ("CZK",)),
    ("RM", ("MYR",)),
    ("Rp", ("IDR",)),
    ("Rs", ("INR", "PKR", "LKR")),
    ("RS.", ("INR", "PKR", "LKR")),
    ("SFr", ("CHF",)),
    ("Euro", ("EUR",)),
    ("kr", ("SEK", "NOK", "DKK")),
    ("¥", ("JPY", "CNY")),
    ("$", ("USD", "CAD", "AUD", "SGD")),
)
"""What a sign may stand for. A sign of several currencies is a question to the clerk."""
_RAND = re.compile(rf"(?<![\w.])R\s?\d{{1,3}}(?:[{_SPACES},]?\d{{3}})*[.,]\d\d(?![\d.,])")
"""South Africa's currency is one letter, which codes begin with as well."""
_AS_WRITTEN = frozenset(("Rs", "RS."))
"""Signs whose letters count as they are: a "RS1.50" is mostly a misread "RM1.50"."""

COMMON_CODES = frozenset(
    (
        "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HUF", "IDR", "INR", "JPY",
        "MXN", "MYR", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "THB", "TRY", "USD", "ZAR",
    )
)  # fmt: skip
"""Codes that may be looked for among any words; others are words too (ALL, TOP, PEN)."""

_NAMES = {
    **dict.fromkeys(("euro", "euros"), ("EUR",)),
    **dict.fromkeys(("pound", "pounds"), ("GBP",)),
    **dict.fromkeys(("franken", "franc", "francs"), ("CHF",)),
    **dict.fromkeys(("rs", "rupee", "rupees"), ("INR", "PKR", "LKR", "NPR")),
    **dict.fromkeys(("dollar", "dollars"), ("USD", "CAD", "AUD", "SGD")),
}
"""What a word of a sentence, or of the page it tells of, may stand for; no receipt is read so: some weigh pounds."""


@cache
def _codes() -> frozenset[str]:
    """Every code of ISO 4217. Babel is imported at the first use, for it would hold up every start of the window."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


def read_amounts(text: str, mark: DecimalMark | None = None) -> tuple[Decimal, ...]:
    """Every number the text may mean; () where it holds none.

    With `mark` a number that can be read with it is read so; without it both readings stand. Percentages do not
    count beside other numbers, and a number that carries a currency counts before one that does not.
    """
    matches = [match for match in _NUMBER.finditer(text) if len(match["digits"]) <= LONGEST and not _is_code(match)]
    money = [
        m for m in matches if m["mark"] != "%" and (m["mark"] or m["hundredth"] or _has_currency(m) or _has_code(m))
    ]
    plain = [m for m in matches if m["mark"] != "%"]
    chosen = money or plain or matches
    return tuple(dict.fromkeys(value for match in chosen for value in _values(match, mark)))


def mark_of(text: str) -> DecimalMark | None:
    """The decimal mark that an amount gives away: one with both marks, or with two decimals behind the only one."""
    for match in _NUMBER.finditer(text):
        values = list(_values(match, None))
        decided = re.search(r"([.,])\d\d$", match["digits"].rstrip(".,"))
        if len(values) == 1 and decided and match["mark"] != "%":
            return DecimalMark(decided[1])
    return None


def read_currencies(text: str) -> tuple[str, ...]:
    """The ISO 4217 codes that a text may mean."""
    for code in re.findall(r"(?<![A-Z])[A-Z]{3}(?![A-Z])", text):
        if code in _codes():
            return (code,)
    for sign, codes in _SYMBOLS:
        case = 0 if sign in _AS_WRITTEN else re.IGNORECASE
        if re.search(rf"(?<![^\W\d_]){re.escape(sign)}(?![^\W\d_])", text, case):
            return codes
    return ("ZAR",) if _RAND.search(text) else ()


def named_currencies(text: str) -> tuple[str, ...]:
    """As `read_currencies`, of a sentence's word, which may also be a currency's name."""
    return read_currencies(text) or _NAMES.get(text.strip(" .,;:()").casefold(), ())


def names_currency(text: str) -> bool:
    """Whether a text has a sign, a code or a name of a currency."""
    return bool(named_currencies(text))


def _is_code(match: re.Match[str]) -> bool:
    """Whether letters that are no currency stand right before the digits: "ab12" is a code, "No. 12" a number."""
    return bool(re.match(r"[-+(]?[^\W\d_]+\d", match[0])) and not _has_currency(match)


def _has_code(match: re.Match[str]) -> bool:
    """Whether a currency's code stands behind an amount with decimals: of "119,00 EUR 14 Tage" it is the amount's."""
    behind = re.match(r"\s?([A-Z]{3})\b", match.string[match.end() :])
    return bool(behind and behind[1] in _codes() and re.search(r"[.,]\d\d$", match["digits"]))


def _has_currency(match: re.Match[str]) -> bool:
    """Whether a currency stands right before an amount; South Africa's, a letter alone, only before decimals."""
    return _is_currency(match["before"]) or _RAND.match(match[0].lstrip("-+(−–‐‑ ")) is not None


def _is_currency(text: str | None) -> bool:
    return text is not None and bool(read_currencies(text))


def _values(match: re.Match[str], mark: DecimalMark | None) -> Iterator[Decimal]:
    digits = match["digits"].rstrip(".,")
    readings = {one: value for one in DecimalMark if (value := _parsed(digits, one)) is not None}
    wanted = [readings[mark]] if mark in readings else list(readings.values())
    for value in dict.fromkeys(wanted):
        whole = value.scaleb(-2) if _is_hundredth(match) else value
        yield -whole if _is_negative(match) else whole


def _is_hundredth(match: re.Match[str]) -> bool:
    """Whether an amount is in pence or cents: "£1.50p" is in pounds."""
    return match["hundredth"] is not None and not _is_currency(match["before"])


def _is_negative(match: re.Match[str]) -> bool:
    """Whether a sign before or behind the digits, brackets around an amount, or CR for a credit says so."""
    before = (match["sign"] or "").strip() not in ("", "+") or bool(match["sign2"])
    in_brackets = bool(match["open"]) and bool(match["close"] or (match["close2"] and match["mark"] != "%"))
    return before or bool(match["after"] or match["after2"] or match["credit"]) or in_brackets


@lru_cache(maxsize=4096)
def _parsed(digits: str, mark: DecimalMark) -> Decimal | None:
    """The digits read with this decimal mark, or None where they cannot be: Babel refuses false groups."""
    from babel.numbers import NumberFormatError, parse_decimal

    group = "," if mark is DecimalMark.POINT else "."
    regular = re.sub(rf"[{_SPACES}]", group, digits)
    if re.match(rf"0\d*{re.escape(group)}", regular):
        return None
    for locale in LOCALES[mark]:
        try:
            return parse_decimal(regular, locale=locale, strict=True)
        except (NumberFormatError, InvalidOperation):  # the latter of more digits than a Decimal keeps
            continue
    return None
