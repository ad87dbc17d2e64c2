"""The day of a letter or receipt that has no label: alone in its line, or behind the town it was written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from docqa_app.core.document import Line, Page
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import runs
from docqa_app.values.dates import read_dates

ISSUED = ("invoice_date", "date")
"""The fields that such a day is."""
BOUGHT = "date"
"""Of these a receipt's: the only day that it prints. The only day of an invoice may be when it is due."""
TIME = "time"
"""The field that a time beside it is."""
BODY = 0.6
"""Letters are dated above this share of the page; below stand days of other things."""
_DAY = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.)?(?:[ ./-]+\d{1,2}|[ ./-]*(?:of )?[^\W\d_]{3,9}\.?)[ ,./'’-]+\d{2,4}"
    r"|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d"
)
_TIME = re.compile(
    r"(?:[^\W\d_]{3,8}[:.]|\W)?(?P<time>(?P<hour>[01]?\d|2[0-3])[:hH] ?(?P<minute>[0-5]\d)"
    r"(?::\d{2})?(?:[ap]\.?(?:m\.?)?)?)",
    re.IGNORECASE,
)
"""Also with its label clinging to it, "Zeit:16:57"."""
_HALF = re.compile(r"(?P<half>[ap])(?:\.?[mn]\.?|[hait]{1,2})", re.IGNORECASE)
"""Also misread: "PH", "Pit"."""
_MORNING = 12
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
        for found in _days_in(" ".join(texts)):
            inside = [n for n, (start, end) in enumerate(spans) if start < found.end() and end > found.start()]
            yield Dateline(found[0], page.number, tuple(line.words[n] for n in inside), placed=False)


def _days_in(text: str) -> Iterator[re.Match[str]]:
    """What looks like a day and is one; what is none may hold the beginning of one: "Nr. 08 16.11.2018"."""
    at = 0
    while found := _DAY.search(text, at):
        is_day = bool(read_dates(found[0]))
        if is_day:
            yield found
        at = found.end() if is_day else found.start() + 1


def times_of(page: Page) -> tuple[Dateline, ...]:
    """The times that stand beside a day, as tills print them, each minute once, first what the page prints most often;
    where none does, the only one right over or under a day's line."""
    stood = upright(page)
    lines = text_lines(stood.words)
    days = {index for one in days_of(page) for index in one.words}
    dated = [not days.isdisjoint(line.words) for line in lines]
    every = [list(_time_on(stood, line)) for line in lines]
    beside = [one for some, day in zip(every, dated, strict=True) if day for one in some]
    close = [any(dated[max(0, at - 1) : at + 2]) for at in range(len(lines))]
    near = [one for some, day in zip(every, close, strict=True) if day for one in some]
    often = Counter(_minute(one) for some in every for one in some)
    told = beside or (near if len(near) == 1 else [])
    first = [one for n, one in enumerate(told) if _minute(one) not in map(_minute, told[:n])]
    return tuple(sorted(first, key=lambda one: -often[_minute(one)]))


def _minute(one: Dateline) -> tuple[int, str]:
    """When it is, to the minute."""
    said = _TIME.match(one.text)
    return (int(said["hour"]), said["minute"]) if said else (0, "")


def _time_on(page: Page, line: Line) -> Iterator[Dateline]:
    """The time of a line that holds one only: of two are made hours of opening."""
    texts = [page.words[index].text for index in line.words]
    whole = [(at, at + 1, said) for at, text in enumerate(texts) if (said := _TIME.fullmatch(text))]
    parts = [(at, at + 2, said) for at, some in enumerate(pairwise(texts)) if (said := _TIME.fullmatch(" ".join(some)))]
    found = whole or parts
    if len(found) == 1:
        first, end, said = found[0]
        yield with_half(page, Dateline(said["time"], page.number, line.words[first:end], False), line.words[end:])


def with_half(page: Page, time: Dateline, behind: Sequence[int]) -> Dateline:
    """A time with the half of its day, where that stands behind it: "7:42 PM"."""
    said = _TIME.fullmatch(time.text)
    if said:
        time = replace(time, text=said["time"].replace(" ", ""))
    half = _HALF.fullmatch(page.words[behind[0]].text) if behind else None
    if half is None or said is None or not 0 < int(said["hour"]) <= _MORNING:
        return time
    plain = half[0] if half[0][1:].strip(".").lower() == "m" or "." in half[0] else f"{half['half'].upper()}M"
    return replace(time, text=f"{time.text} {plain}", words=(*time.words, behind[0]))


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
