"""The line that ends an address: a town with its postal code, as the countries write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CAPITAL = r"[A-ZÀ-Þ](?:[^\W\d_A-ZÀ-Þ]{2}|[^\W\d_]{3})"
"""How a town begins: a capital word, which is longer than units are."""
_CODES = r"\d{4,5}|\d{4} [A-Z]{2}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}"
"""Before a town: most of Europe, the Netherlands, Sweden and Greece, Poland, Portugal."""
_TOWN = re.compile(
    rf"(?:[A-Z]{{1,3}}[- ])?(?:{_CODES}) (?:(?:St|La|Le|Les|San|El|Bad)\.? )?{_CAPITAL}[^\d]*(?:[Cc](?:edex|EDEX) \d+)?"
)
_AMERICAN = re.compile(r"[^\W\d_][^\d]*(?:,? [A-Z]{2}|, [A-Z][a-z]+(?: [A-Z][a-z]+)?) \d{5}(?:-\d{4})?")
_AUSTRALIAN = re.compile(r"[^\W\d_][^\d]*,? (?:ACT|NSW|NT|QLD|SA|TAS|VIC|WA) \d{4}")
_INDIAN = re.compile(rf"{_CAPITAL}[^\d]* ?[-–] ?\d{{3}} ?\d{{3}}|Singapore \d{{6}}")
_BRITISH = r"(?:GB )?[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_CANADIAN = r"[ABCEGHJ-NPRSTVXY][\dO][A-Z] ?\d[A-Z][\dO]"
"""Zeros are read as letters, too."""
_IRISH = r"(?:[AC-FHKNPRTV-Y]\d{2}|D6W) (?=\d*[A-Z])[AC-FHKNPRTV-Y\d]{4}"
_CODE = re.compile(rf"{_BRITISH}|{_CANADIAN}|{_IRISH}")
_AT_END = re.compile(rf"{_CAPITAL}.* (?:{_BRITISH}|{_CANADIAN}|{_IRISH})")
_ENDS_IN_CODE = re.compile(rf"\b(?:{_BRITISH}|{_CANADIAN})\b|{_CAPITAL}.* {_IRISH}$")
_COUNTIES = (
    "Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Fermanagh Galway Kerry Kildare Kilkenny Laois "
    "Leitrim Limerick Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo Tipperary Tyrone Waterford Westmeath "
    "Wexford Wicklow"
)
_COUNTY = re.compile(rf"{_CAPITAL}.*, Co\.? (?:{_COUNTIES.replace(' ', '|')})")
"""Irish letters may do without a code."""
_BETWEEN = re.compile(r"[·•|●]|, | [-–:] ")
"""What parts street, town and country in one line."""


def ends_in_town(text: str, *, country: bool = False) -> bool:
    """Whether an address ends here; with `country` one may follow the town."""
    parts = [part.strip() for part in _BETWEEN.split(text)]
    last = parts[-2:] if country and not re.search(r"\d", parts[-1]) else parts[-1:]
    return any(is_town(part) for part in last) or _is_whole(text) or _ENDS_IN_CODE.search(text) is not None


def _is_whole(text: str) -> bool:
    """Whether town and state, or all of a line, have a form."""
    forms = (_TOWN, _AUSTRALIAN, _INDIAN, _COUNTY)
    return _AMERICAN.search(text) is not None or any(form.fullmatch(text) for form in forms)


def is_town(text: str) -> bool:
    """Whether a text is one town with its code and no more, or a code that stands alone."""
    return any(form.fullmatch(text) for form in (_TOWN, _INDIAN, _CODE))


def is_code(text: str) -> bool:
    """Whether a line holds a postal code alone, whose town stands above it."""
    return _CODE.fullmatch(text) is not None


def ends_in_code(text: str) -> bool:
    """Whether a text ends in a town with its code behind it."""
    return _AT_END.fullmatch(text) is not None


def is_before_code(text: str) -> bool:
    """Whether a line is a town with its code behind it, as those write it who print the number of a house before its
    street."""
    return any(form.fullmatch(text) for form in (_AMERICAN, _AUSTRALIAN, _AT_END))


def town_at(parts: Sequence[str], at: int) -> int:
    """How many parts of an address, of those up to the one at `at`, are its town: "Portland" and "OR 97209" are two; 0
    where it is none."""
    if is_town(parts[at]) or _ENDS_IN_CODE.search(parts[at]):
        return 1
    both = ", ".join(parts[max(0, at - 1) : at + 1])
    return (
        2
        if at and any(form.fullmatch(both) for form in (_AMERICAN, _AUSTRALIAN, _COUNTY))
        else int(_is_whole(parts[at]))
    )
