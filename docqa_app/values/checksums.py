"""Numbers that check themselves: IBAN and VAT, brought to one form, checked, and found among a page's words.

stdnum is imported where it is used, for its import would hold up every start of the window.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

MOST_WORDS = 9
"""The most words one number is printed in: an IBAN in groups of four, with its country apart."""

_VAT_START = re.compile(r"[A-Z]{2}[0-9A-Z]{0,12}$|CHE|\d{2}[A-Z]{5}\d{4}")
_CANADIAN, _CANADIAN_START = re.compile(r"\d{9}RT\d{4}"), re.compile(r"\d{3}$|\d{5}$|\d{9}$")
_IBAN_START = re.compile(r"[A-Z]{2}\d{2}|[A-Z]{2}$")
_ELSEWHERE = (
    (re.compile(r"CH.*"), ("ch", "uid")),
    (re.compile(r"GB.*"), ("gb", "vat")),
    (re.compile(r"NO.*"), ("no", "vat")),
    (_CANADIAN, ("ca", "bn")),
    (re.compile(r"\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]"), ("in", "gstin")),
    (re.compile(r"\d{11}"), ("au", "abn")),
    (re.compile(r"\d{8,9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]"), ("sg", "uen")),
)
"""Forms of numbers outside the EU, and who checks them there."""
_UNCHECKED = re.compile(r"M[0-9R]\d{7}[0-9A-Z]")
"""Numbers whose last sign is made nobody says how."""
_PREFIXED = ("gb", "no")
"""Checked without the letters of their country."""
_SWISS_ENDING = re.compile(r"(?:MWST|TVA|IVA)$")


def plain(text: str) -> str:
    """The number's letters and digits, in capitals."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def iban_ok(text: str) -> bool:
    """Whether length, country and check digits are right (ISO 13616; the country's own check where it is known, not
    its list of banks, which is older than some of them)."""
    from stdnum import iban
    from stdnum.exceptions import InvalidComponent, ValidationError

    try:
        iban.validate(plain(text))
    except InvalidComponent:
        return bool(iban.is_valid(plain(text), check_country=False))
    except ValidationError:
        return False
    return True


def vat_ok(text: str) -> bool:
    """Whether it is a tax number with right check digits: VAT of the EU, Britain, Norway or Switzerland, or the GST
    number of Australia, Canada, India or Singapore, whose own series ("M90361774X") nobody can check."""
    from stdnum import get_cc_module
    from stdnum.eu import vat

    number = plain(text)
    country, kind = next((known for form, known in _ELSEWHERE if form.fullmatch(number)), ("", ""))
    if _UNCHECKED.fullmatch(number):
        return True
    checker = get_cc_module(country, kind) if country else vat
    bare = number[2:] if country in _PREFIXED else _SWISS_ENDING.sub("", number)
    return checker is not None and bool(checker.is_valid(bare))


def find_ibans(texts: Sequence[str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Every IBAN that passes its check among a page's words, with the words it is printed in."""
    return tuple(_found(texts, iban_ok, _IBAN_START, 34))


def find_vat_ids(texts: Sequence[str]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Every VAT number that passes its check among a page's words, with its words."""
    return (*_found(texts, vat_ok, _VAT_START, 16), *_found(texts, _canadian_ok, _CANADIAN_START, 15))


def _canadian_ok(number: str) -> bool:
    """Whether it is a Canadian account of GST, which alone begins with digits and may be printed in groups."""
    return _CANADIAN.fullmatch(number) is not None and vat_ok(number)


def _found(
    texts: Sequence[str], passes: Callable[[str], bool], start: re.Pattern[str], longest: int
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Runs of words that together pass, the longest run at each start; none inside another."""
    after = 0
    for first in range(len(texts)):
        if first < after or not _begins(_value(texts[first]), start):
            continue
        for last in range(min(first + MOST_WORDS, len(texts)) - 1, first - 1, -1):
            number = plain(_value("".join(texts[first : last + 1])))
            if plain(texts[last]) and len(number) <= longest and any(c.isdigit() for c in number) and passes(number):
                yield number, tuple(range(first, last + 1))
                after = last + 1
                break


def _begins(text: str, start: re.Pattern[str]) -> bool:
    """Whether a number may begin with a word; the letters of a country are printed in capitals: "pl" is a flat rate."""
    return not text[:1].islower() and start.match(plain(text)) is not None


def _value(text: str) -> str:
    """What stands behind a label in the same word: "IBAN:DE12" is "DE12"."""
    return text.rsplit(":", 1)[-1]
