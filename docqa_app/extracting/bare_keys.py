"""Keys of a form that no colon ends: told by the column they make beside their values, or by their smaller print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from docqa_app.core.document import Box, Page
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import ends_key, runs
from docqa_app.extracting.choices import find_choices
from docqa_app.extracting.pairs import LONGEST_KEY, Pair
from docqa_app.extracting.parties.print_sizes import print_sizes

FEWEST = 3
"""Pairs that stand alike; of fewer chance may be the cause."""
SAME_EDGE = 0.01
"""How far the left edges of one column lie apart at most, in page widths."""
SMALLER = 0.85
"""How large the print of a key is at most where its value stands over or under it, in sizes of the value's."""
ALIKE = 1.35
"""How many times larger or smaller than usual the print of a value is at most; a title is larger."""
NEAR = 1.2
"""From such a key to its value, in heights of the value."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a line that stand together; `size` is that of their print."""

    words: tuple[int, ...]
    box: Box
    size: float
    line: int


@dataclass(frozen=True, slots=True)
class _Bare:
    """A key with its value, and how far apart they stand."""

    key: _Run
    value: _Run
    gap: float = 0.0


def bare_pairs(page: Page, known: Iterable[Pair]) -> tuple[Pair, ...]:
    """The keys of a page without a colon that have a value, in reading order; none that shares words with a `known`
    pair or with the captions of boxes."""
    stood = upright(page)
    taken = {index for one in known for index in one.words}
    taken.update(index for index, word in enumerate(stood.words) if ends_key(word))
    taken.update(index for choice in find_choices(page) for index in choice.words)
    some = [one for one in _runs(stood) if taken.isdisjoint(one.words)]
    keys = [one for one in some if _can_be_key(stood, one)]
    found = sorted(
        [*_over_or_under(some, keys)] or _beside(some, keys), key=lambda one: (one.key.line, one.key.box.left)
    )
    return tuple(_pair(stood, one) for one in found)


def _pair(page: Page, one: _Bare) -> Pair:
    return Pair(page.text_of(one.key.words).strip(" .*"), page.number, one.value.words, one.key.line == one.value.line)


def _runs(page: Page) -> Iterator[_Run]:
    sizes = print_sizes(page.words)
    for line in text_lines(page.words):
        for words in runs(page.words, line.words):
            box = union(page.words[index].box for index in words)
            yield _Run(words, box, median(sizes[index] for index in words), line.number)


def _can_be_key(page: Page, run: _Run) -> bool:
    """Keys are short, begin with a capital or a number, have letters and are no sentence."""
    text = page.text_of(run.words)
    begins = not text[0].islower() and any(map(str.isalpha, text))
    return begins and len(run.words) <= LONGEST_KEY and text[-1] not in ".!,;"


def _beside(some: Sequence[_Run], keys: Sequence[_Run]) -> Iterator[_Bare]:
    """Keys in a column, with the values in the column behind it. A column that has one on either side is a table's."""
    beside = [_Bare(a, b) for a, b in pairwise(some) if a.line == b.line]
    columns: list[list[_Bare]] = []
    for one in beside:
        column = next((some for some in columns if _stand_alike(some[0], one)), None)
        columns.append([one]) if column is None else column.append(one)
    columns = [some for some in columns if len(some) >= FEWEST]
    for column in columns:
        others = [one for other in columns if other is not column for one in other[:1]]
        if any(_same_edge(one.value, column[0].key) or _same_edge(one.key, column[0].value) for one in others):
            continue
        if all(one.key in keys for one in column):
            yield from column


def _stand_alike(one: _Bare, other: _Bare) -> bool:
    return _same_edge(one.key, other.key) and _same_edge(one.value, other.value)


def _same_edge(one: _Run, other: _Run) -> bool:
    return abs(one.box.left - other.box.left) <= SAME_EDGE


def _over_or_under(some: Sequence[_Run], keys: Sequence[_Run]) -> Iterator[_Bare]:
    """Keys in small print with the values that stand under them all, or over them all; what is on a line with such a
    key is one as well, however high its box was read."""
    sides = [[one for key in keys for one in _closest(key, some, down)] for down in (True, False)]
    plain = [_alike([one for one in side if one.key.size <= SMALLER * one.value.size]) for side in sides]
    best = max((0, 1), key=lambda at: (len(plain[at]), -sum(one.gap for one in plain[at])))
    if len(plain[best]) >= FEWEST:
        between = (_usual(one.key for one in plain[best]) * _usual(one.value for one in plain[best])) ** 0.5
        sure = _alike([one for one in sides[best] if one.key.size < between < one.value.size])
        lines = {(one.key.line, one.value.line) for one in sure}
        found = {one.value: one for one in sides[best] if (one.key.line, one.value.line) in lines}
        yield from (found | {one.value: one for one in sure}).values()


def _alike(side: Sequence[_Bare]) -> list[_Bare]:
    """The pairs whose values are printed about as large as most; a value of several keys is none's but the first's."""
    usual = _usual(one.value for one in side)
    first = {one.value: one for one in reversed(side)}
    return [one for one in first.values() if usual / ALIKE <= one.value.size <= usual * ALIKE]


def _usual(some: Iterable[_Run]) -> float:
    return median([one.size for one in some] or [0.0])


def _closest(key: _Run, some: Sequence[_Run], down: bool) -> Iterator[_Bare]:
    """The run right under a key or, not `down`, right over it, where nothing stands between."""
    gaps = [(_gap(key.box, one.box) if down else _gap(one.box, key.box), one) for one in some if _overlap(key, one)]
    gap, value = min(((gap, one) for gap, one in gaps if gap >= 0), key=lambda pair: pair[0], default=(1.0, None))
    if value and gap <= NEAR * value.box.height:
        yield _Bare(key, value, gap)


def _gap(above: Box, below: Box) -> float:
    """How far one box stands over another; letters may reach into the next line a little."""
    gap = below.top - above.bottom
    return max(0.0, gap) if gap > -min(above.height, below.height) / 2 else -1.0


def _overlap(key: _Run, other: _Run) -> bool:
    return other is not key and min(key.box.right, other.box.right) > max(key.box.left, other.box.left)
