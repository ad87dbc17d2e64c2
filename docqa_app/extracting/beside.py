"""What stands beside a printed key: close behind it on its line, else close below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docqa_app.core.document import Line, Page, Word

WIDEST_SPACE = 1.5
"""Between two words of one key or one value, in heights of the higher."""
FARTHEST_BEHIND = 40.0
"""From a key to the value behind it, in heights of the key."""
FARTHEST_BELOW = 3.0
"""From a key down to the line with its value, in heights of the key."""
_LEADER = re.compile(r"[.…_]{3,}")
"""Dots or strokes that lead to where a value is written."""


def beside(page: Page, lines: Sequence[Line], at: int, first: int, end: int) -> tuple[int, ...]:
    """The words of the value of a key: words `first` up to `end` of line `at` of an upright page; () where none is.

    What ends in a colon is a key itself and no value, and a dotted line alone is left empty.
    """
    run = _behind(page, lines[at], end) or _below(page, lines[at + 1 :], lines[at].words[first:end])
    return tuple(index for index in run if without_leaders(page.words[index].text))


def without_leaders(text: str) -> str:
    """A text without the dotted line that it is written on."""
    return _LEADER.sub("", text).strip()


def ends_key(word: Word) -> bool:
    """Whether a printed key ends with this word."""
    return word.text.rstrip().endswith(":")


def stand_together(left: Word, right: Word) -> bool:
    """Whether one of two words of a line follows the other closely, as in one text."""
    return right.box.left - left.box.right <= WIDEST_SPACE * max(left.box.height, right.box.height)


def runs(words: Sequence[Word], line: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The words of a line, as indices into a page's, parted where they stand far apart."""
    cuts = [n for n, (a, b) in enumerate(pairwise(line), 1) if not stand_together(words[a], words[b])]
    yield from (tuple(line[a:b]) for a, b in pairwise([0, *cuts, len(line)]) if a < b)


def run_with(words: Sequence[Word], line: Sequence[int], index: int) -> tuple[int, ...]:
    """Those words of a line that stand together with the one of this index, which must be of the line."""
    return next(run for run in runs(words, line) if index in run)


def _behind(page: Page, line: Line, end: int) -> tuple[int, ...]:
    key, rest = page.words[line.words[end - 1]].box, line.words[end:]
    run = next(runs(page.words, rest), ())
    if not run or page.words[run[0]].box.left - key.right > FARTHEST_BEHIND * key.height:
        return ()
    other = next((n for n, index in enumerate(run) if ends_key(page.words[index])), len(run))
    return run[:other]


def _below(page: Page, lines: Sequence[Line], key: Sequence[int]) -> tuple[int, ...]:
    """What the next line holds under the key."""
    boxes = [page.words[index].box for index in key]
    left, right, bottom, height = boxes[0].left, boxes[-1].right, boxes[0].bottom, boxes[0].height
    for line in lines:
        if line.box.top - bottom > FARTHEST_BELOW * height:
            return ()
        for run in runs(page.words, line.words):
            if page.words[run[0]].box.left < right and page.words[run[-1]].box.right > left:
                return () if any(ends_key(page.words[index]) for index in run) else run
    return ()
