"""What a text becomes in a cell, so that a spreadsheet shows it as it was and runs none of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from docqa_app.exporting.region import Region

_GROUPED = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+"
_MONEY = r"(?:[€$£¥%]\s?)?"
_NUMBER = re.compile(rf"[+-]?\s?{_MONEY}[+-]?(?:{_GROUPED})?(?:[.,]\d+)?\s?{_MONEY}-?")
_BARE = re.compile(rf"([+-]?)({_GROUPED})(?:([.,])(\d+))?(-?)")
_FORMULA_MARKS = ("=", "+", "-", "@")
_ALWAYS_GUARDED = "\t\r\n\0"
_INVISIBLE = "\u2800\u115f\u1160\u3164\uffa0"
_TURNED_BY_EXCEL = re.compile(r"\d[\d .,/:\-'’\u00a0\u202f]*|\d[\d.,]*[eE][+-]?\d+")
_MONTH = (
    r"(?:j[aä]n|feb|f[eé]v|m[aä]r|mrz|apr|avr|ma[iy]|jui?n|jui?l|aug|ao[uû]|sep|o[ck]t|nov|d[eé][cz])"
    r"[^\W\d_]{0,6}\.?"
)
_DAY = (
    rf"{_MONTH}[ ./-]?\d{{1,4}}|\d{{1,4}}[ ./-]{{0,2}}{_MONTH}(?:,?[ ./-]\d{{1,4}})?"
    rf"|{_MONTH}\s\d{{1,2}},?\s?\d{{4}}"
)
_HOUR = r"\d{1,2}(?:\s[ap]m?|(?::\d\d){1,2}(?:\s?[ap]m?)?)"
_TURNED_WORD = re.compile(
    r"\d[\d.,]*\s?%|true|false|wahr|falsch|vrai|faux"
    rf"|(?:{_DAY})(?:,?\s{_HOUR})?|(?:\d[\d./-]*,?\s)?{_HOUR}",
    re.IGNORECASE,
)
LONGEST_NUMBER = 11
"""Digits that Excel shows as they are; longer numbers become 1.23E+11, and past 15 their digits become zeros."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text as it is written; `guarded` where an apostrophe was put before what starts like a formula.

    `quoted` asks for quotes around it, although nothing in it needs them.
    """

    text: str
    guarded: bool = False
    quoted: bool = False


def guard(text: str) -> Cell:
    """The text with an apostrophe before it where a spreadsheet could run it; plain numbers stay numbers."""
    if not starts_like_formula(text) or is_number(text):
        return Cell(text)
    return Cell("'" + text, guarded=True)


def starts_like_formula(text: str) -> bool:
    """Whether the text starts with TAB, CR, LF or NUL, or, after anything that looks empty, with a form of = + - @.

    The list of OWASP's "CSV Injection" and of ASVS 1.2.10, wide forms included.
    """
    if text[:1] and text[0] in _ALWAYS_GUARDED:
        return True
    first = next((c for c in text if not _looks_empty(c)), "")
    return unicodedata.normalize("NFKC", first)[:1] in _FORMULA_MARKS


def _looks_empty(character: str) -> bool:
    return character in _INVISIBLE or unicodedata.category(character)[0] in "ZC"


def is_number(text: str) -> bool:
    """Whether the text is plainly one number, with its sign, currency or percent mark: "-12,50", "1.234,56-"."""
    return any(c.isdecimal() for c in text) and _NUMBER.fullmatch(text.strip(" ")) is not None


def for_excel(text: str, region: Region) -> Cell:
    """A text cell that Excel opens as the page printed it.

    A number whose decimals are beyond doubt is written with this region's decimal mark. Digits that Excel would
    change (leading zeros, long numbers, dates, "1.234") become a formula that holds nothing but that text,
    ="00123"; it cannot hold anything else, for only digits and their marks go in.
    """
    number = _with_decimal_mark(text, region.decimal_mark)
    if number is not None:
        return Cell(number)
    return _literal(text) if _turned(text) else guard(text)


def literal_for_excel(text: str) -> Cell:
    """A text that is known to be one: whatever Excel would take for something else is written so that it stays.

    That is more than `for_excel` keeps: every number, with its sign, currency or brackets, truth values, names of
    months with a number, hours of a clock with AM and PM.
    """
    turned = _turned(text) or _TURNED_WORD.fullmatch(text) or (_is_computed(text) and not _stays(text))
    return _literal(text) if turned else guard(text)


def _is_computed(text: str) -> bool:
    """Whether Excel computes with it: a number, or one in the brackets by which bookkeepers write a minus."""
    bracketed = text.startswith("(") and text.endswith(")")
    return is_number(text[1:-1] if bracketed else text)


def _turned(text: str) -> bool:
    return _TURNED_BY_EXCEL.fullmatch(text) is not None and not _stays(text)


def _literal(text: str) -> Cell:
    """A formula that is nothing but its text: what comes here holds letters, digits and marks, never a quote."""
    return Cell(f'="{text}"')


def _with_decimal_mark(text: str, mark: str) -> str | None:
    """The number without grouping and with this decimal mark; None where it is none, or may be read in two ways."""
    match = _BARE.fullmatch(text)
    if match is None:
        return None
    sign, whole, point, decimals, after = match.groups()
    grouping = set(re.sub(r"\d", "", whole))
    if len(grouping) > 1 or (point and (point in grouping or (not grouping and len(decimals) == 3))):
        return None
    digits = re.sub(r"\D", "", whole)
    if (grouping and not point and grouping & set(".,")) or _loses_digits(digits, decimals or ""):
        return None
    return ("-" if "-" in (sign, after) else "") + digits + (mark + decimals if point else "")


def _loses_digits(whole: str, decimals: str) -> bool:
    return (len(whole) > 1 and whole[0] == "0") or len(whole + decimals) > LONGEST_NUMBER


def _stays(text: str) -> bool:
    """A short whole number, which every region reads alike."""
    return text.isdecimal() and not _loses_digits(text, "")
