"""The day of a letter or receipt that has no label: alone in its line, or behind the town it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from docqa_app.core.document import Line, Page
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import runs

ISSUED = ("invoice_date", "date")
"""The fields that such a day is."""
BOUGHT = "date"
"""Of these a receipt's: the only day that it prints. The only day of an invoice may be when it is due."""
TIME = "time"
"""The field that a time beside it is."""
BODY = 0.6
"""Letters are dated above this share of the page; below stand days of other things."""
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th|er|\.)?[ ./-]+(?:of )?(?:\d{1,2}|[^\W\d_]{3,9}\.?)[ ,./-]+\d{2,4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d"
)
_TIME = re.compile(r"\d{1,2}[:hH]\d{2}(?::\d{2})?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
_TYPIST = re.compile(r" ?/ ?[^\W\d_]{1,3}$")
"""Who wrote a letter stands behind its day: "Graz, am 9. Dezember 2024/lw"."""
_PLACE = re.compile(r"[^\W\d_][^\d:,]{1,30},(?: (?:den|am|le|the))?|den|le", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A day and where it stands; `placed`: behind a town."""

    text: str
    page: int
    words: tuple[int, ...]
    placed: bool


def datelines(page: Page) -> Iterator[Dateline]:
    """The days of a page's upper part that stand so, top to bottom."""
    stood = upright(page)
    for line in text_lines(stood.words):
        if line.box.bottom < BODY:
            parted = list(runs(stood.words, line.words))
            yield from (one for n, run in enumerate(parted) if (one := _dated(stood, run, alone=len(parted) == 1)))


def days_of(page: Page) -> Iterator[Dateline]:
    """Every day that a page prints, wherever it stands."""
    stood = upright(page)
    for line in text_lines(stood.words):
        texts = [stood.words[index].text for index in line.words]
        ends = list(accumulate(len(text) + 1 for text in texts))
        spans = [(end - 1 - len(text), end - 1) for end, text in zip(ends, texts, strict=True)]
        for found in _DAY.finditer(" ".join(texts)):
            inside = [n for n, (start, end) in enumerate(spans) if start < found.end() and end > found.start()]
            yield Dateline(found[0], page.number, tuple(line.words[n] for n in inside), placed=False)


def times_of(page: Page) -> Iterator[Dateline]:
    """The times that stand beside a day, as tills print them; where none does, the only one right over or under a
    day's line."""
    stood = upright(page)
    lines = text_lines(stood.words)
    days = {index for one in days_of(page) for index in one.words}
    dated = [not days.isdisjoint(line.words) for line in lines]
    beside = [words for line, day in zip(lines, dated, strict=True) if day for words in _time_on(stood, line)]
    close = [any(dated[max(0, at - 1) : at + 2]) for at in range(len(lines))]
    near = [words for line, day in zip(lines, close, strict=True) if day for words in _time_on(stood, line)]
    for words in beside or (near if len(near) == 1 else ()):
        yield Dateline(stood.text_of(words), page.number, words, placed=False)


def _time_on(page: Page, line: Line) -> Iterator[tuple[int, ...]]:
    """The time of a line that holds one only: of two are made hours of opening."""
    found = [at for at, index in enumerate(line.words) if _TIME.fullmatch(page.words[index].text)]
    if len(found) == 1:
        yield _with_half(page, line.words[found[0] : found[0] + 2])


def _with_half(page: Page, words: tuple[int, ...]) -> tuple[int, ...]:
    """A time with the half of its day, where that stands behind it: "7:42 PM"."""
    return words if _HALF.fullmatch(page.words[words[-1]].text) else words[:1]


def _dated(page: Page, run: Sequence[int], *, alone: bool) -> Dateline | None:
    """The day that a run holds and nothing but a town before it; without a town only in a line of its own."""
    texts = [page.words[index].text for index in run]
    for first in range(len(run)):
        before, day = " ".join(texts[:first]), _TYPIST.sub("", " ".join(texts[first:]))
        placed = _PLACE.fullmatch(before) is not None
        if _DAY.fullmatch(day.rstrip(".")) and (placed or (alone and not before and not _headed(page, run))):
            return Dateline(day, page.number, tuple(run[first:]), placed)
    return None


def _headed(page: Page, run: Sequence[int]) -> bool:
    """Whether something stands close above a day and may say what day it is."""
    box = union(page.words[index].box for index in run)
    over = (word.box for word in page.words if word.box.bottom <= box.top + box.height / 2)
    return any(one.left < box.right and one.right > box.left and box.top - one.bottom < box.height for one in over)
