"""A sheet's runs as they stand to one another: what is under, behind and over each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from docqa_app.asking.printed.sheet import Run, Sheet

FARTHEST_BELOW = 2.6
"""Between a label and the line with its value, in heights of the label."""
OVERLAP = -0.5
"""How far a line under another may reach into it, in its heights."""
DEEPEST = 14
"""Rows under a head."""
HIGHEST_TITLE = 6
"""Lines from a label up to the title of its block."""
SAME_LEFT = 0.012
"""How far two left edges lie apart at most that are one, in page widths."""


@dataclass(frozen=True)
class Layout:
    """A sheet with what stands under and behind each of its runs."""

    sheet: Sheet

    @cached_property
    def _lines(self) -> dict[int, list[int]]:
        lines: dict[int, list[int]] = {}
        for at, run in enumerate(self.sheet.runs):
            lines.setdefault(run.line, []).append(at)
        return lines

    @cached_property
    def below(self) -> tuple[int | None, ...]:
        """For each run the nearest one under it that it stands over."""
        return tuple(map(self._next_below, range(len(self.sheet.runs))))

    @cached_property
    def behind(self) -> tuple[int | None, ...]:
        """For each run the next one on its line."""
        after = dict(pair for line in self._lines.values() for pair in pairwise(line))
        return tuple(after.get(at) for at in range(len(self.sheet.runs)))

    @cached_property
    def above(self) -> tuple[int | None, ...]:
        """For each run the one that stands over it."""
        over = {below: at for at, below in enumerate(self.below) if below is not None}
        return tuple(over.get(at) for at in range(len(self.sheet.runs)))

    def _next_below(self, at: int) -> int | None:
        runs, one = self.sheet.runs, self.sheet.runs[at]
        for other in range(at + 1, len(runs)):
            gap = heights(runs[other].box.top - one.box.bottom, one)
            if gap > FARTHEST_BELOW:
                return None
            if gap > OVERLAP and runs[other].box.left < one.box.right and runs[other].box.right > one.box.left:
                return other
        return None

    @cached_property
    def _places(self) -> dict[int, int]:
        return {index: at for at, run in enumerate(self.sheet.runs) for index in run.words}

    def place(self, index: int) -> int:
        """Which run a word is in."""
        return self._places[index]

    def first(self, at: int) -> int:
        """The first run of a run's line."""
        return self._lines[self.sheet.runs[at].line][0]

    def head(self, at: int) -> tuple[int | None, int]:
        """The nearest run over this one in a line of words alone, else the nearest of words, and how many stand
        between; None where none is."""
        over = [one for one in self._over(at) if self.first(one) != one and can_label(self.sheet.runs[one].text)]
        head = next((one for one in over if self._is_head_line(one)), next(iter(over), None))
        return head, over.index(head) if head is not None else DEEPEST

    def _over(self, at: int) -> Iterator[int]:
        for _ in range(DEEPEST):
            above = self.above[at]
            if above is None:
                return
            yield above
            at = above

    def _is_head_line(self, at: int) -> bool:
        texts = [self.sheet.runs[one].text for one in self._lines[self.sheet.runs[at].line]]
        return all(map(can_label, texts)) and not any(text.endswith(":") for text in texts)

    def title(self, at: int) -> Run | None:
        """The run that stands some lines over this one, as the title of its block may; None where none does."""
        over = list(islice(self._over(at), HIGHEST_TITLE))
        return self.sheet.runs[over[-1]] if over else None

    def is_under(self, at: int) -> bool:
        """Whether the run below begins where this one does."""
        below = self.below[at]
        return below is not None and same_left(self.sheet.runs[at], self.sheet.runs[below])

    def heads_row(self, at: int) -> float:
        """Of a run's neighbours on its line, the share that has something straight below."""
        others = [one for one in self._lines[self.sheet.runs[at].line] if one != at]
        return sum(map(self.is_under, others)) / len(others) if others else 0.0


def same_left(one: Run, other: Run) -> bool:
    """Whether two runs begin under one another, within SAME_LEFT of the page's width."""
    return abs(one.box.left - other.box.left) < SAME_LEFT


def can_label(text: str) -> bool:
    """Whether a text has more letters than digits, and more than one."""
    letters = sum(map(str.isalpha, text))
    return letters > 1 and letters > sum(map(str.isdigit, text))


def heights(distance: float, run: Run) -> float:
    """A distance down the page in heights of a run's words."""
    return distance / max(run.height, 1e-6)
