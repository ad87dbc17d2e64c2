"""Where an answer stands on the page: the words that best spell it, or none.

First an unbroken run of words with the same letters and digits, then one with a few wrong letters, then pieces on
following lines (an address in one column of two). Numbers are never bent: "49.30" is not found in "149.30" or "49.80";
only look-alikes of text recognition pass ("12.03.2O26").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docqa_app.core.pieces import in_pieces
from docqa_app.core.spelling import Spelling, prefix_distances, spell

LETTERS_PER_ERROR = 5
"""One wrong letter is allowed for so many letters of the answer."""

TRIED_STARTS = 12
"""Only the likeliest places of a misspelled answer are measured, which bounds the time on a long page."""

CUT_PENALTY = 0.1
HINT_WEIGHT = 0.3

_page = lru_cache(maxsize=16)(spell)


@dataclass(frozen=True, slots=True)
class _Run:
    """Parts first..last (inclusive) of a page's spelling, which spell the answer with so many errors."""

    first: int
    last: int
    errors: int = 0


def locate(
    text: str,
    words: Sequence[str],
    hint: Sequence[float] | None = None,
    *,
    lines: Sequence[int] | None = None,
) -> tuple[int, ...]:
    """The indices of the words that spell `text`, ascending; () where no words spell it well.

    `words` stand in reading order. `hint` holds a score 0..1 per word and chooses among equal matches; without
    it the first wins. `lines` holds the text line of each word: pieces of an answer then lie on following
    lines, else merely near each other. ValueError where `hint` or `lines` do not fit `words`.
    """
    if any(given is not None and len(given) != len(words) for given in (hint, lines)):
        raise ValueError("hint and lines need one value for each word")
    answer, page = spell((text,)), _page(tuple(words))
    if not answer.plain:
        return ()
    runs = list(_exact_runs(answer, page)) or list(_close_runs(answer, page))
    if not runs:
        return in_pieces(answer, page, lines)
    best = max(runs, key=lambda run: _rank(run, answer, page, hint))
    return tuple(range(page.parts[best.first].word, page.parts[best.last].word + 1))


def _rank(run: _Run, answer: Spelling, page: Spelling, hint: Sequence[float] | None) -> float:
    first, last = page.parts[run.first].word, page.parts[run.last].word
    hinted = sum(hint[first : last + 1]) / (last - first + 1) if hint else 0.0
    start, end = page.parts[run.first].start, page.parts[run.last].end
    wrong = run.errors + (0 if page.plain[start:end] == answer.plain else 0.5)
    return HINT_WEIGHT * hinted - wrong / len(answer.plain) - CUT_PENALTY * _cuts(run, page)


def _cuts(run: _Run, page: Spelling) -> int:
    """At how many ends the run stops inside a word."""
    parts = page.parts
    before = run.first > 0 and parts[run.first - 1].word == parts[run.first].word
    after = run.last + 1 < len(parts) and parts[run.last + 1].word == parts[run.last].word
    return before + after


def _exact_runs(answer: Spelling, page: Spelling) -> Iterator[_Run]:
    """Runs with the letters and digits of the answer, look-alikes being equal."""
    starts = {part.start: index for index, part in enumerate(page.parts)}
    ends = {part.end: index for index, part in enumerate(page.parts)}
    for start in _places(answer.folded, page.folded):
        end = start + len(answer.folded)
        if start in starts and end in ends:
            run = _Run(starts[start], ends[end])
            if _is_meant(run, answer, page):
                yield run


def _places(piece: str, text: str, start: int = 0) -> Iterator[int]:
    place = text.find(piece, start)
    while place >= 0:
        yield place
        place = text.find(piece, place + 1)


def _is_meant(run: _Run, answer: Spelling, page: Spelling) -> bool:
    """Whether equal look-alikes are the same text: "50" is not "so", "12.50" not "1,250", "3" not a part of "3a"."""
    start, end = page.parts[run.first].start, page.parts[run.last].end
    same = sum(a == b for a, b in zip(answer.plain, page.plain[start:end], strict=True))
    if 2 * same < end - start or (end - start < 3 and _cuts(run, page)):
        return False
    return _decimals_agree(_marked(answer, 0, len(answer.parts) - 1), _marked(page, run.first, run.last))


def _marked(spelling: Spelling, first: int, last: int) -> str:
    return "".join(part.text for part in spelling.parts[first : last + 1])


def _decimals_agree(answer: str, found: str) -> bool:
    """Whether the last point or comma of two numbers stands in the same place, if both have one."""
    ours, theirs = (re.search(r"[.,]([^.,]*)$", text) for text in (answer, found))
    return ours is None or theirs is None or len(ours[1]) == len(theirs[1])


def _close_runs(answer: Spelling, page: Spelling) -> Iterator[_Run]:
    """Runs that spell the answer with a few wrong letters and no wrong digit."""
    allowed = sum(c.isalpha() for c in answer.plain) // LETTERS_PER_ERROR
    if not allowed:
        return
    ends = [part.end for part in page.parts]
    for first in _likely_starts(answer.folded, page, allowed):
        start = page.parts[first].start
        reach = start + len(answer.folded) + allowed
        errors = prefix_distances(answer.folded, page.folded[start:reach])
        for last in range(first, bisect_right(ends, reach)):
            run = _Run(first, last, errors[ends[last] - start])
            if run.errors <= allowed and _numbers_stand(answer, page, run):
                yield run


def _likely_starts(pattern: str, page: Spelling, allowed: int) -> list[int]:
    """Parts where the pattern may begin: with so few errors one of its pieces stands unchanged (pigeonhole)."""
    begins = [part.start for part in page.parts]
    step = len(pattern) // (allowed + 1)
    votes: Counter[int] = Counter()
    for offset in range(0, len(pattern) - step + 1, step):
        for place in _places(pattern[offset : offset + step], page.folded):
            start = place - offset
            votes.update(range(bisect_left(begins, start - allowed), bisect_right(begins, start + allowed)))
    return [part for part, _ in votes.most_common(TRIED_STARTS)]


def _numbers_stand(answer: Spelling, page: Spelling, run: _Run) -> bool:
    """Whether every number of the answer stands in the run, in order and not as a part of a longer number."""
    starts = set(_group_starts(page, run))
    place, end = page.parts[run.first].start, page.parts[run.last].end
    for part in answer.parts:
        if part.text[0].isdigit():
            number = answer.folded[part.start : part.end]
            free = (p for p in _places(number, page.folded[:end], place) if _is_free(p, len(number), page, starts))
            found = next(free, None)
            if found is None:
                return False
            place = found + len(number)
    return True


def _group_starts(page: Spelling, run: _Run) -> Iterator[int]:
    """Where letters or digits begin after a gap or a mark: three places in "53-55 Main"."""
    for part in page.parts[run.first : run.last + 1]:
        place = part.start
        for group in re.split(r"\W", part.text):
            yield place
            place += len(group)


def _is_free(place: int, length: int, page: Spelling, starts: Collection[int]) -> bool:
    """Whether no further digit stands before or after without a mark between."""
    end = place + length
    before = place in starts or not page.plain[place - 1].isdigit()
    return before and (end in starts or not page.plain[end : end + 1].isdigit())
