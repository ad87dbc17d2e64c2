"""Amounts with cents on a line, also those that recognition cut in pieces: "RM2 1 .85" is 21.85, "73. 00" is 73.00."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docqa_app.core.document import Word
from docqa_app.extracting.beside import stand_together
from docqa_app.values.amounts import read_currencies

MOST_PIECES = 4
WIDEST_GAP = 0.6
"""Between two digits of one amount, in heights of the higher piece; a mark takes up place of its own, beside one the
gap is as wide as between two words."""

_WHOLE = re.compile(r"\D{0,4}\d[\d.,'’]*[.,]\d\d\D{0,3}")
_FIRST = re.compile(r"(?P<before>\D{0,10})\d[\d.,]*")
_NEXT = re.compile(r"[\d.,]+\D{0,3}")
_JOINED = re.compile(r"\D*\d{1,3}(?:\d{0,3}|(?:,\d{3})*|(?:\.\d{3})*)[.,]\d\d\D{0,3}")
_LEADING, _GROUP, _LAST_GROUP = (
    re.compile(form) for form in (r"[^\w,.]{0,3}[1-9]\d{0,2}", r"\d{3}", r"\d{3},\d\d\D{0,3}")
)
"""Groups of an amount whose cents a comma parts: behind a point the same may be a count and its amount."""
GROUP_GAP = 0.4
"""Between two groups, in heights of the higher one."""
_CENTS_ALONE = re.compile(r"\d\d\D{0,3}")
LONGEST_SIGN = 3
"""Letters before the digits that may be a currency's, or what was read of it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of an amount in one piece, and its words."""

    text: str
    words: tuple[int, ...]


def amounts_on(words: Sequence[Word], line: Sequence[int]) -> Iterator[Printed]:
    """The amounts with cents of a line's words, from left to right."""
    place = 0
    while place < len(line):
        found = _at(words, line[place : place + MOST_PIECES])
        if found:
            yield found
        place += len(found.words) if found else 1


def _at(words: Sequence[Word], run: Sequence[int]) -> Printed | None:
    """The amount that begins with the first word of a run."""
    if _WHOLE.fullmatch(words[run[0]].text):
        return Printed(words[run[0]].text, (run[0],))
    pieces = (run[:count] for count in range(2, len(run) + 1))
    return next((Printed(text, tuple(some)) for some in pieces if (text := _joined([words[n] for n in some]))), None)


def _joined(pieces: Sequence[Word]) -> str:
    """The pieces as one amount; "" where they are none."""
    first, *others = (piece.text for piece in pieces)
    start = _FIRST.fullmatch(first)
    if _is_grouped(pieces):
        return "".join([first, *others])
    if not start or not all(_NEXT.fullmatch(text) and not _WHOLE.fullmatch(text) for text in others):
        return ""
    if not all(_of_one(left, right) for left, right in pairwise(pieces)):
        return ""
    text = "".join([first, *others])
    if len(pieces) == 2 and _lost_its_mark(first, others[0]):
        text = f"{first}.{others[0]}"
    if not _JOINED.fullmatch(text):
        return ""
    return text if len(start["before"]) <= LONGEST_SIGN else text[len(start["before"]) :]


def _is_grouped(pieces: Sequence[Word]) -> bool:
    """Whether these are the groups of three digits of one amount, spaces between them: "1 287,71"."""
    first, *middle, last = (piece.text for piece in pieces)
    grouped = _LEADING.fullmatch(first) and _LAST_GROUP.fullmatch(last) and all(map(_GROUP.fullmatch, middle))
    return bool(grouped) and all(
        right.box.left - left.box.right <= GROUP_GAP * max(left.box.height, right.box.height)
        for left, right in pairwise(pieces)
    )


def _of_one(left: Word, right: Word) -> bool:
    """Whether two pieces stand so close that they are parts of one amount."""
    if left.text[-1] in ".," or right.text[0] in ".," or read_currencies(left.text):
        return stand_together(left, right)
    height = max(left.box.height, right.box.height)
    return right.box.left - left.box.right <= WIDEST_GAP * height


def _lost_its_mark(first: str, last: str) -> bool:
    """Whether "RM50 00" was read without its mark; without a currency they may be two numbers."""
    return (
        bool(read_currencies(first))
        and first[-1].isdigit()
        and not re.search("[.,]", first)
        and bool(_CENTS_ALONE.fullmatch(last))
    )
