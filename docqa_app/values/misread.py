"""Days that recognition misread: 04/42/2017 has no such month, 10/03/2078 lies far ahead, 2870272018 lost its strokes.

A day that cannot be is read again with one digit at a time taken for one that looks like it. What comes out is a
guess, and is shown to be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from docqa_app.values.dates import DateOrder, read_dates

FAR_AHEAD = 10
"""Years from now after which a day is rather misread than meant."""
MEANT = {"7": "1", "4": "1", "6": "0", "9": "0", "8": "03", "3": "8", "5": "6"}
"""What a printed digit may have been, by how it was read."""
LETTERS = "OoIl"
AS_DIGITS = str.maketrans(LETTERS, "0011")
"""Letters that recognition takes digits for, and which."""
_LETTER = re.compile(rf"(?<=\d)[{LETTERS}](?![a-z])|(?<![A-Za-z])[{LETTERS}](?=\d)")
_LIKE_A_DAY = re.compile(r"(?<!\d)\d{1,2}(?:\D{1,3}\d{1,2}\D{1,3}|\D{3,12})(?:\d{4}|\d{2})(?!\d)")
_LOST_STROKES = re.compile(r"(?<!\d)(\d\d)[71/](\d\d)[71/]((?:19|20)\d\d)(?!\d)")
"""Strokes between day, month and year are taken for sevens and ones."""
_STROKE_READ_AS_LETTER = re.compile(
    r"(?<!\d)(\d\d)[a-zA-Z|!]((?:jan|feb|m[aä]r|a[pv]r|ma[iy]|jui?[nl]|aug|ao[uû]t|sep|o[ck]t|nov|de[cz])[^\W\d_]{0,7}[/.-])",
    re.IGNORECASE,
)
"""The same before a month's name, there for a letter: 14fMay/2017."""


def days_meant(text: str, order: DateOrder | None, language: str) -> tuple[date, ...]:
    """The days that a text may mean which means none as it stands, or one that lies far ahead; () for any other."""
    named = _STROKE_READ_AS_LETTER.sub(r"\1/\2", text)
    digits = _LETTER.sub(lambda letter: letter[0].translate(AS_DIGITS), named)
    struck = _LOST_STROKES.sub(r"\1/\2/\3", digits)
    if not _LIKE_A_DAY.search(struck) or any(not lies_far_ahead(day) for day in read_dates(text, order, language)):
        return ()
    found = (day for other in _with_one_mended(struck) for day in _possible(other, order, language))
    return _possible(struck, order, language) or tuple(dict.fromkeys(found))


def lies_far_ahead(day: date) -> bool:
    """Whether a day lies so many years ahead of today that its digits were misread."""
    return day.year > date.today().year + FAR_AHEAD


def _possible(text: str, order: DateOrder | None, language: str) -> tuple[date, ...]:
    return tuple(day for day in read_dates(text, order, language) if not lies_far_ahead(day))


def _with_one_mended(text: str) -> Iterator[str]:
    """The text with one sign taken for another."""
    for at, sign in enumerate(text):
        for meant in MEANT.get(sign, ""):
            yield text[:at] + meant + text[at + 1 :]
