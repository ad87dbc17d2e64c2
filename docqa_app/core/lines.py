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

from docqa_app.core.document import Word

SAME_LINE_OVERLAP = 0.5
USUAL_HEIGHT = (0.55, 1.7)  # in medians
SAME_BOTTOM = 0.35  # how far the bottoms of a big and a usual word on one line differ, in heights of the usual one
LONGEST_GAP = 6.0  # the farthest right neighbour that tells the slant, in medians
FEWEST_PAIRS = 5
LEAST_HEIGHT = 5e-4  # of the page; keeps the shelves few where a page holds only specks


@dataclass(frozen=True, slots=True)
class _Band:
    """A word's place with the page's slant taken out; all in page fractions."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def shared(self, other: _Band) -> float:
        """How much of the lower one's height both share, 0..1."""
        lower = min(self.height, other.height)
        return (min(self.bottom, other.bottom) - max(self.top, other.top)) / lower if lower > 0 else 0.0


def group_lines(words: Sequence[Word]) -> list[list[int]]:
    """Indices of words joined to text lines, top to bottom, each line left to right; every word in one line."""
    if not words:
        return []
    step = max(median(word.box.height for word in words), LEAST_HEIGHT)
    bands = _level([_Band(w.box.left, w.box.right, w.box.top, w.box.bottom) for w in words], step)
    order = sorted(range(len(bands)), key=lambda i: (_place(bands[i]), words[i].text))
    low, high = (share * step for share in USUAL_HEIGHT)
    usual = [i for i in order if low <= bands[i].height <= high]
    lines = _follow(bands, usual, step)
    rest = _attach(bands, [i for i in order if not low <= bands[i].height <= high], lines, step)
    lines += _follow(bands, rest, step)
    for line in lines:
        line.sort(key=lambda i: (_place(bands[i]), words[i].text))
    return sorted(lines, key=lambda line: (median(bands[i].middle for i in line), bands[line[0]].left))


def _place(band: _Band) -> tuple[float, float, float, float]:
    """Sorts from left to right, and the same whatever order the words came in."""
    return band.left, band.top, band.right, band.bottom


def _level(bands: list[_Band], step: float) -> list[_Band]:
    """The bands of the page turned straight."""
    slant = _slant(bands, step)
    if not slant:
        return bands
    drops = [slant * (band.left + band.right) / 2 for band in bands]
    return [_Band(b.left, b.right, b.top - drop, b.bottom - drop) for b, drop in zip(bands, drops, strict=True)]


def _slant(bands: Sequence[_Band], step: float) -> float:
    """How far a text line sinks across the page: the median over words and their right neighbours."""
    seen = _Shelves(step)
    slopes = []
    for index in sorted(range(len(bands)), key=lambda i: _place(bands[i]), reverse=True):
        here = bands[index]
        near = [bands[i] for i in seen.at(here) if _is_right_neighbour(here, bands[i], step)]
        if near:
            there = min(near, key=_place)
            slopes.append((there.middle - here.middle) / (there.left + there.right - here.left - here.right) * 2)
        seen.put(index, here)
    return median(slopes) if len(slopes) >= FEWEST_PAIRS else 0.0


def _is_right_neighbour(here: _Band, there: _Band, step: float) -> bool:
    if not -0.2 * step <= there.left - here.right <= LONGEST_GAP * step:
        return False
    alike = 0.6 * here.height <= there.height <= 1.6 * here.height
    ahead = there.left + there.right > here.left + here.right
    return ahead and alike and here.shared(there) >= SAME_LINE_OVERLAP


def _follow(bands: Sequence[_Band], order: Iterable[int], step: float) -> list[list[int]]:
    """Lines of words that come from left to right; a line's place is the running mean of its last words."""
    lines: list[list[int]] = []
    tails: list[_Band] = []
    shelves = _Shelves(step)
    for index in order:
        here = bands[index]
        near = [line for line in shelves.at(here) if tails[line].shared(here) >= SAME_LINE_OVERLAP]
        if near:
            line = min(near, key=lambda number: abs(tails[number].middle - here.middle))
            shelves.take(line, tails[line])
            lines[line].append(index)
            tails[line] = _mean(tails[line], here)
        else:
            line = len(lines)
            lines.append([index])
            tails.append(here)
        shelves.put(line, tails[line])
    return lines


def _mean(tail: _Band, here: _Band) -> _Band:
    return _Band(here.left, here.right, (tail.top + here.top) / 2, (tail.bottom + here.bottom) / 2)


def _attach(bands: Sequence[_Band], odd: Iterable[int], lines: list[list[int]], step: float) -> list[int]:
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


def _stands_on(odd: _Band, usual: _Band) -> bool:
    """A big word shares its middle or its bottom with the line; a small one only has to lie within it."""
    if odd.shared(usual) < SAME_LINE_OVERLAP:
        return False
    same_middle = abs(odd.middle - usual.middle) <= usual.height / 2
    return odd.height <= usual.height or same_middle or abs(odd.bottom - usual.bottom) <= SAME_BOTTOM * usual.height


def _distance(odd: _Band, usual: _Band, step: float) -> float:
    gap = max(0.0, usual.left - odd.right, odd.left - usual.right)
    return abs(odd.middle - usual.middle) / step + 2 * gap


@dataclass(slots=True)
class _Shelves:
    """Numbers filed under the heights their bands reach, so that only neighbours are compared."""

    step: float
    _shelves: dict[int, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))

    def put(self, number: int, band: _Band) -> None:
        for shelf in self._reach(band):
            self._shelves[shelf][number] = None

    def take(self, number: int, band: _Band) -> None:
        for shelf in self._reach(band):
            self._shelves[shelf].pop(number, None)

    def at(self, band: _Band) -> list[int]:
        """Every number whose band may touch this one, each once, in the order they were filed."""
        found: dict[int, None] = {}
        for shelf in self._reach(band):
            found.update(self._shelves.get(shelf, {}))
        return list(found)

    def _reach(self, band: _Band) -> range:
        return range(int(band.top / self.step), int(band.bottom / self.step) + 1)
