"""Which of the words beside a label are the value: the last amount, the shortest day, the first identifier, a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, takewhile

from docqa_app.core.document import Word, text_of
from docqa_app.core.fields import FieldType
from docqa_app.extracting.beside import stand_together
from docqa_app.extracting.line_items.totals import is_amount
from docqa_app.extracting.parties.names import can_be_name
from docqa_app.schemas.schema import SchemaField

FEWEST_GROUPS = 3
"""Two numbers beside each other may be two things."""
_GROUP = re.compile(r"\d{1,5}")
_LETTERS = re.compile(r"[A-Z]{1,4}")
FIRST, LAST = 1, 2
_PERIOD = re.compile(r"(\d{1,4}[./]\d{1,2}[./]\d{2,4})[-–—](\d{1,4}[./]\d{1,2}[./]\d{2,4})")
"""Two days printed as one word, its groups FIRST and LAST."""

Fits = Callable[[SchemaField, str], bool]
"""fits(field, text): whether a text can be this field's value."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The field whose value is looked for, what can be it, and which day of a period, where its label heads one."""

    field: SchemaField
    fits: Fits
    day: int | None = None

    @property
    def ends_period(self) -> bool:
        return self.day == LAST

    @property
    def is_name(self) -> bool:
        """Whether it is a text of no form."""
        return self.field.type is FieldType.TEXT and self.field.pattern is None


def said(words: Sequence[Word], part: Sequence[int], wanted: Wanted) -> str:
    """The text of a value; of a period in one word the day that is wanted, of a number with a form what stands before
    a comma."""
    text = text_of(words, part)
    if wanted.field.type is FieldType.TEXT and not wanted.is_name:
        text = text.rstrip(",;")
    period = _PERIOD.fullmatch(text) if wanted.day else None
    return period[wanted.day] if period and wanted.day else text


def chosen(words: Sequence[Word], run: Sequence[int], wanted: Wanted) -> tuple[int, ...]:
    """The part of a run that is the value: the last amount, the shortest day, the first identifier, the whole name; of
    the days of a period one that is printed as one word first."""

    def good(part: Sequence[int]) -> bool:
        text = said(words, part, wanted)
        near = all(stand_together(words[a], words[b]) for a, b in pairwise(part))
        return near and wanted.fits(wanted.field, text) and _is_such(wanted.field, text)

    in_one_word = ((index,) for index in run if wanted.day and _PERIOD.fullmatch(words[index].text))
    return next((tuple(part) for part in chain(in_one_word, _parts(words, run, wanted)) if part and good(part)), ())


def _is_such(field: SchemaField, text: str) -> bool:
    """An amount is more than a count; a name has letters, announces nothing and does not go on with a sentence; a tax
    number is printed in capitals and no rate: "VAT at 20 % on 2,614.00" holds none."""
    if field.type is FieldType.AMOUNT:
        return is_amount(text) and not text.isdigit()
    if field.type is FieldType.TEXT and field.pattern is None:
        return can_be_name(text)
    if field.type is FieldType.VAT_ID:
        return text == text.upper() and "%" not in text
    return True


def _parts(words: Sequence[Word], run: Sequence[int], wanted: Wanted) -> Iterator[Sequence[int]]:
    """Parts of a run in the order in which they are likely to be the value."""
    count, field = len(run), wanted.field
    if field.type in (FieldType.AMOUNT, FieldType.NUMBER):
        yield from (run[start:end] for end in range(count, 0, -1) for start in range(max(0, end - 3), end))
    elif wanted.is_name:
        yield from (run[:end] for end in range(count, 0, -1))
    elif field.type is FieldType.TEXT:
        yield run[: _digit_groups(words, run)]
        yield run[: _lettered(words, run)]
        yield from (run[start : start + 1] for start in range(min(count, 3)))
    elif wanted.ends_period:
        yield from (run[end - n : end] for end in range(count, 0, -1) for n in range(1, end + 1))
    else:
        yield from (run[start : start + n] for start in range(count) for n in range(1, count - start + 1))


def _digit_groups(words: Sequence[Word], run: Sequence[int]) -> int:
    """How many words a number takes that is printed in groups of digits: "10 184 477 209"; 0 where it is in one."""
    groups = list(takewhile(lambda index: _GROUP.fullmatch(words[index].text), run))
    return len(groups) if len(groups) >= FEWEST_GROUPS else 0


def _lettered(words: Sequence[Word], run: Sequence[int]) -> int:
    """2 where letters in capitals stand before a number and are a part of it: "WB 0817/24"; else 0."""
    first, second = [words[index].text for index in run[:2]] if len(run) > 1 else ("", "")
    return 2 if _LETTERS.fullmatch(first) and second[0].isdigit() and "." not in second else 0
