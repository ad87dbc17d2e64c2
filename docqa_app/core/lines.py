"""Words joined to text lines by where they stand: slanted pages, bent paper and mixed sizes included.

A text line is a visual line across the page. Words of the page's usual height are followed from left to right, each
joined to the line whose last words it continues, so that a line may climb or sag. Taller and lower ones (a big total,
a logo, a comma, a speck) then join the line they stand on without moving it, or make lines of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from docqa_app.core.document import Box, Word
from docqa_app.core.geometry import vertical_overlap

SAME_LINE_OVERLAP = 0.5
USUAL_HEIGHT = (0.55, 1.7)  # in medians
SAME_BOTTOM = 0.35  # how far the bottoms of a big and a usual word on one line differ, in heights of the usual one
LONGEST_GAP = 6.0  # the farthest right neighbour that tells the slant, in medians
FEWEST_PAIRS = 5
LEAST_HEIGHT = 5e-4  # of the page; keeps the shelves few where a page holds only specks


def group_lines(words: Sequence[Word]) -> list[list[int]]:
    """Indices of words joined to text lines, top to bottom, each line left to right; every word in one line."""
    if not words:
        return []
    step = max(median(word.box.height for word in words), LEAST_HEIGHT)
    bands = _level([word.box for word in words], step)
    order = sorted(range(len(bands)), key=lambda i: (_place(bands[i]), words[i].text))
    low, high = (share * step for share in USUAL_HEIGHT)
    usual = [i for i in order if low <= bands[i].height <= high]
    lines = _follow(bands, usual, step)
    rest = _attach(bands, [i for i in order if not low <= bands[i].height <= high], lines, step)
    lines += _follow(bands, rest, step)
    for line in lines:
        line.sort(key=lambda i: (_place(bands[i]), words[i].text))
    return sorted(lines, key=lambda line: (median(_middle(bands[i]) for i in line), bands[line[0]].left))


def _middle(band: Box) -> float:
    return (band.top + band.bottom) / 2


def _place(band: Box) -> tuple[float, float, float, float]:
    """Sorts from left to right, and the same whatever order the words came in."""
    return band.left, band.top, band.right, band.bottom


def _level(bands: list[Box], step: float) -> list[Box]:
    """The boxes of words, here called bands, with the page's slant taken out."""
    slant = _slant(bands, step)
    if not slant:
        return bands
    drops = [slant * (band.left + band.right) / 2 for band in bands]
    return [Box(b.left, b.top - drop, b.right, b.bottom - drop) for b, drop in zip(bands, drops, strict=True)]


def _slant(bands: Sequence[Box], step: float) -> float:
    """How far a text line sinks across the page: the median over words and their right neighbours."""
    seen = _Shelves(step)
    slopes = []
    for index in sorted(range(len(bands)), key=lambda i: _place(bands[i]), reverse=True):
        here = bands[index]
        near = [bands[i] for i in seen.at(here) if _is_right_neighbour(here, bands[i], step)]
        if near:
            there = min(near, key=_place)
            slopes.append((_middle(there) - _middle(here)) / (there.left + there.right - here.left - here.right) * 2)
        seen.put(index, here)
    return median(slopes) if len(slopes) >= FEWEST_PAIRS else 0.0


def _is_right_neighbour(here: Box, there: Box, step: float) -> bool:
    if not -0.2 * step <= there.left - here.right <= LONGEST_GAP * step:
        return False
    alike = 0.6 * here.height <= there.height <= 1.6 * here.height
    ahead = there.left + there.right > here.left + here.right
    return ahead and alike and vertical_overlap(here, there) >= SAME_LINE_OVERLAP


def _follow(bands: Sequence[Box], order: Iterable[int], step: float) -> list[list[int]]:
    """Lines of words that come from left to right; a line's place is the running mean of its last words."""
    lines: list[list[int]] = []
    tails: list[Box] = []
    shelves = _Shelves(step)
    for index in order:
        here = bands[index]
        near = [line for line in shelves.at(here) if vertical_overlap(tails[line], here) >= SAME_LINE_OVERLAP]
        if near:
            line = min(near, key=lambda number: abs(_middle(tails[number]) - _middle(here)))
            shelves.take(line, tails[line])
            lines[line].append(index)
            tails[line] = _mean(tails[line], here)
        else:
            line = len(lines)
            lines.append([index])
            tails.append(here)
        shelves.put(line, tails[line])
    return lines


def _mean(tail: Box, here: Box) -> Box:
    return Box(here.left, (tail.top + here.top) / 2, here.right, (tail.bottom + here.bottom) / 2)


def _attach(bands: Sequence[Box], odd: Iterable[int], lines: list[list[int]], step: float) -> list[int]:
    """Put words of unusual height on the line they stand on; those that stand on none are returned."""
    shelves = _Shelves(step)
    line_of = {index: number for number, line in enumerate(lines) for index in line}
    for index in line_of:
        shelves.put(index, bands[index])
    rest = []
    for index in odd:
        here = bands[index]
        near = [i for i in shelves.at(here) if _stands_on(here, bands[i])]
        if near:
            lines[line_of[min(near, key=lambda i: _distance(here, bands[i], step))]].append(index)
        else:
            rest.append(index)
    return rest


def _stands_on(odd: Box, usual: Box) -> bool:
    """A big word shares its middle or its bottom with the line; a small one only has to lie within it."""
    if vertical_overlap(odd, usual) < SAME_LINE_OVERLAP:
        return False
    same_middle = abs(_middle(odd) - _middle(usual)) <= usual.height / 2
    return odd.height <= usual.height or same_middle or abs(odd.bottom - usual.bottom) <= SAME_BOTTOM * usual.height


def _distance(odd: Box, usual: Box, step: float) -> float:
    gap = max(0.0, usual.left - odd.right, odd.left - usual.right)
    return abs(_middle(odd) - _middle(usual)) / step + 2 * gap


@dataclass(slots=True)
class _Shelves:
    """Numbers filed under the heights their bands reach, so that only neighbours are compared."""

    step: float
    _shelves: dict[int, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))

    def put(self, number: int, band: Box) -> None:
        for shelf in self._reach(band):
            self._shelves[shelf][number] = None

    def take(self, number: int, band: Box) -> None:
        for shelf in self._reach(band):
            self._shelves[shelf].pop(number, None)

    def at(self, band: Box) -> list[int]:
        """Every number whose band may touch this one, each once, in the order they were filed."""
        found: dict[int, None] = {}
        for shelf in self._reach(band):
            found.update(self._shelves.get(shelf, {}))
        return list(found)

    def _reach(self, band: Box) -> range:
        return range(int(band.top / self.step), int(band.bottom / self.step) + 1)
