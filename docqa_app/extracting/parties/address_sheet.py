"""A page as lines of addresses stand on it: texts that go on under one another in one block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from docqa_app.core.document import Box, Page, Word, text_of
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import runs

SAME_LEFT = 0.02
"""How far the left or right edges, or the middles, of the lines of one block lie apart at most, in page widths."""
NEXT_LINE = 1.3
"""From one line of a block to the next, in heights of the higher one."""

Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AddressSheet:
    """An upright page, parted into runs of words that stand together, top to bottom."""

    number: int
    words: Sequence[Word]
    runs: Sequence[Run]
    boxes: dict[Run, Box] = field(default_factory=dict)
    """Of the runs that were asked for already: every run is compared with every other."""

    def text(self, run: Sequence[int]) -> str:
        return text_of(self.words, run)

    def box(self, run: Run) -> Box:
        if run not in self.boxes:
            self.boxes[run] = union(self.words[index].box for index in run)
        return self.boxes[run]

    def follows(self, above: Run, below: Run, farthest: float) -> bool:
        """Whether one run is the next line under another, in one block."""
        a, b = self.box(above), self.box(below)
        gap, height = b.top - a.bottom, max(a.height, b.height)
        near = abs(a.left - b.left), abs(a.right - b.right), abs(a.left + a.right - b.left - b.right) / 2
        aligned = min(near) <= SAME_LEFT and min(a.right, b.right) > max(a.left, b.left)
        return aligned and b.top > a.top and -0.5 * height <= gap <= farthest * height

    def above(self, run: Run, farthest: float) -> Run | None:
        """The nearest run that stands over this one in its block."""
        over = [one for one in self.runs if self.follows(one, run, farthest)]
        return max(over, key=lambda one: self.box(one).bottom, default=None)

    def height(self, run: Run) -> float:
        """Of its usual word."""
        return median(self.words[index].box.height for index in run)

    def below(self, run: Run) -> Run | None:
        under = [one for one in self.runs if self.follows(run, one, NEXT_LINE)]
        return min(under, key=lambda one: self.box(one).top, default=None)


def address_sheet(page: Page) -> AddressSheet:
    """The page's runs; without any where it has no words."""
    stood = upright(page)
    parted = [run for line in text_lines(stood.words) for run in runs(stood.words, line.words)]
    return AddressSheet(page.number, stood.words, parted)
