"""Keys and values as a form prints them: a label before a colon, and what is filled in behind or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docqa_app.core.document import Line, Page
from docqa_app.core.layout import text_lines

LONGEST_KEY = 8
WIDEST_SPACE = 1.5
"""Between two words of one key, in heights of the first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A printed key and the words of its value, () where nothing is filled in; indices into the page's words."""

    key: str
    page: int
    words: tuple[int, ...]


def find_pairs(page: Page) -> tuple[Pair, ...]:
    """Every key of a page, in reading order."""
    lines = text_lines(page.words, page.turn)
    pairs: list[Pair] = []
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        pairs += _pairs(page, line, below)
    return tuple(pairs)


def _pairs(page: Page, line: Line, below: Line | None) -> Iterator[Pair]:
    ends = [at for at, index in enumerate(line.words) if page.words[index].text.rstrip().endswith(":")]
    starts = [_key_start(page, line.words, end, before) for before, end in pairwise([-1, *ends])]
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        key = " ".join(page.words[index].text for index in line.words[start : end + 1]).strip(" :")
        stop = starts[place + 1] if place + 1 < len(starts) else len(line.words)
        words = tuple(line.words[end + 1 : stop])
        if not words and below is not None and len(ends) == 1:
            words = _under(page, line.words[start : end + 1], below)
        if any(c.isalpha() for c in key):
            yield Pair(key, page.number, words)


def _key_start(page: Page, words: Sequence[int], end: int, before: int) -> int:
    """Where the key begins that ends at `end`: at a wide gap, or behind the key before it."""
    start = end
    while start - 1 > before and end - start + 1 < LONGEST_KEY:
        left, right = page.words[words[start - 1]], page.words[words[start]]
        if right.box.left - left.box.right > WIDEST_SPACE * right.box.height:
            break
        start -= 1
    return start


def _under(page: Page, key: Sequence[int], below: Line) -> tuple[int, ...]:
    """The words of the next line that begin under the key, where that line holds no key itself."""
    if any(page.words[index].text.endswith(":") for index in below.words):
        return ()
    last = page.words[key[-1]].box
    if below.box.top - last.bottom > last.height:
        return ()
    left = page.words[key[0]].box.left
    return tuple(index for index in below.words if page.words[index].box.left >= left - last.height)
