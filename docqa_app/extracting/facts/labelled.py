"""Labels with their values: behind a colon, to the right, below or above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from docqa_app.extracting.facts.stated import Fact, Relation
from docqa_app.extracting.sheet import Run, Sheet

LONGEST_LABEL = 9
"""Words."""
FARTHEST_BELOW, FARTHEST_ABOVE = 2.6, 1.5
"""Between a label and the line with its value, in heights of the label."""
FARTHEST_RIGHT = 45.0
DEEPEST = 14
"""Rows under a head."""
SAME_LEFT = 0.012
"""How far two left edges lie apart at most that are one, in page widths."""
SMALLER = 0.88
"""A label whose words are lower than so much of its value's is printed smaller."""


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
        return tuple(self._next(at, FARTHEST_BELOW) for at in range(len(self.sheet.runs)))

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

    def _next(self, at: int, farthest: float) -> int | None:
        runs, one = self.sheet.runs, self.sheet.runs[at]
        for other in range(at + 1, len(runs)):
            gap = (runs[other].box.top - one.box.bottom) / max(one.height, 1e-6)
            if gap > farthest:
                return None
            if gap > -0.5 and runs[other].box.left < one.box.right and runs[other].box.right > one.box.left:
                return other
        return None

    def first(self, at: int) -> int:
        """The first run of a run's line."""
        return self._lines[self.sheet.runs[at].line][0]

    def head(self, at: int) -> tuple[int | None, int]:
        """The nearest run over this one in a line of words alone, else the nearest of words, and how many stand
        between; None where none is."""
        over = [one for one in self._over(at) if self.first(one) != one and _can_label(self.sheet.runs[one].text)]
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
        return all(map(_can_label, texts)) and not any(text.endswith(":") for text in texts)

    def is_under(self, at: int) -> bool:
        """Whether the run below begins where this one does."""
        below = self.below[at]
        return below is not None and same_left(self.sheet.runs[at], self.sheet.runs[below])

    def heads_row(self, at: int) -> float:
        """Of a run's neighbours on its line, the share that has something straight below."""
        others = [one for one in self._lines[self.sheet.runs[at].line] if one != at]
        return sum(map(self.is_under, others)) / len(others) if others else 0.0


def same_left(one: Run, other: Run) -> bool:
    return abs(one.box.left - other.box.left) < SAME_LEFT


def labelled(sheet: Sheet) -> Iterator[Fact]:
    """Every text of the page as a label of what stands behind, below and above it."""
    layout = Layout(sheet)
    for at, run in enumerate(sheet.runs):
        yield from _within(layout, run)
        if _can_label(run.text) and len(run.words) <= LONGEST_LABEL:
            yield from _right(layout, at)
            yield from _below(layout, at)
            yield from _above(layout, at)
        yield from _crossing(layout, at)


def _can_label(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 1 and letters > sum(map(str.isdigit, text))


def _within(layout: Layout, run: Run) -> Iterator[Fact]:
    """Labels and their values in one run: behind each colon, else a number behind words."""
    texts = [layout.sheet.words[index].text for index in run.words]
    ends = [n for n, text in enumerate(texts, 1) if text.endswith(":")]
    start = 0
    for end, following in pairwise([*ends, len(texts)]):
        stop = _value_end(texts, end, following)
        if 0 < end - start <= LONGEST_LABEL and stop > end:
            yield _fact(layout, Relation.INLINE, run.words[start:end], run.words[end:stop], {"colon": 1.0})
        start = stop
    cut = next((n for n, text in enumerate(texts) if any(map(str.isdigit, text))), 0)
    if not ends and 0 < cut <= LONGEST_LABEL:
        yield _fact(layout, Relation.INLINE, run.words[:cut], run.words[cut:], {"no colon": 1.0})


def _value_end(texts: Sequence[str], start: int, next_colon: int) -> int:
    """Where the value behind a colon ends: the next label takes the words back to the last mark, or one."""
    if next_colon == len(texts):
        return next_colon
    marks = [n for n in range(start, next_colon - 1) if texts[n][-1] in ",;·|"]
    return marks[-1] + 1 if marks else max(start, next_colon - 1)


def _right(layout: Layout, at: int) -> Iterator[Fact]:
    behind = layout.behind[at]
    if behind is None:
        return
    label, value = layout.sheet.runs[at], layout.sheet.runs[behind]
    gap = (value.box.left - label.box.right) / max(label.height, 1e-6)
    if gap > FARTHEST_RIGHT:
        return
    signs = {
        "colon": float(label.text.endswith(":")),
        "key": float(value.text.endswith(":")),
        "far": gap / FARTHEST_RIGHT,
        "both head": float(layout.is_under(at) and layout.is_under(behind)),
        "label heads": float(layout.is_under(at)),
        "value heads": float(layout.is_under(behind)),
        "smaller": float(label.height < SMALLER * value.height),
        "number": float(any(map(str.isdigit, value.text))),
    }
    yield _fact(layout, Relation.RIGHT, label.words, value.words, signs)


def _below(layout: Layout, at: int) -> Iterator[Fact]:
    below = layout.below[at]
    if below is None:
        return
    label, value = layout.sheet.runs[at], layout.sheet.runs[below]
    signs = {
        "colon": float(label.text.endswith(":")),
        "key": float(value.text.endswith(":")),
        "under": float(layout.is_under(at)),
        "in a row": layout.heads_row(at) * layout.is_under(at),
        "smaller": float(label.height < SMALLER * value.height),
        "far": (value.box.top - label.box.bottom) / label.height / FARTHEST_BELOW,
        "has behind": float(layout.behind[at] is not None and not layout.is_under(layout.behind[at] or 0)),
        "number": float(any(map(str.isdigit, value.text))),
        "long": float(len(value.words) > LONGEST_LABEL),
    }
    yield _fact(layout, Relation.BELOW, label.words, value.words, signs)


def _above(layout: Layout, at: int) -> Iterator[Fact]:
    above = layout.above[at]
    if above is None:
        return
    label, value = layout.sheet.runs[at], layout.sheet.runs[above]
    if (label.box.top - value.box.bottom) / label.height > FARTHEST_ABOVE:
        return
    signs = {"smaller": float(label.height < SMALLER * value.height), "key": float(value.text.endswith(":"))}
    yield _fact(layout, Relation.ABOVE, label.words, value.words, signs)


def _crossing(layout: Layout, at: int) -> Iterator[Fact]:
    """A run where a row and a column cross: the row's first words name it, the nearest words above that hold no number
    head it."""
    value, first = layout.sheet.runs[at], layout.sheet.runs[layout.first(at)]
    if value == first or not _can_label(first.text) or len(value.words) > LONGEST_LABEL:
        return
    head, steps = layout.head(at)
    if head is None:
        return
    signs = {
        "numeric": float(any(map(str.isdigit, value.text))),
        "deep": steps / DEEPEST,
        "next": float(layout.behind[layout.first(at)] == at),
    }
    words = layout.sheet.runs[head].words
    yield Fact(
        Relation.CROSSING, layout.sheet.number, first.words, value.words, value.text, words, (), tuple(signs.items())
    )


def _fact(
    layout: Layout, relation: Relation, label: tuple[int, ...], value: tuple[int, ...], signs: dict[str, float]
) -> Fact:
    sheet, around = layout.sheet, _title(layout, label)
    return Fact(relation, sheet.number, label, value, sheet.text(value), (), around, tuple(signs.items()))


def _title(layout: Layout, label: tuple[int, ...]) -> tuple[int, ...]:
    """The words over the label's block, some lines up at most; ()."""
    sheet = layout.sheet
    at = sheet.runs.index(sheet.run_of[label[0]])
    seen = 0
    while seen < 6:
        above = layout.above[at]
        if above is None:
            break
        at, seen = above, seen + 1
    run = sheet.runs[at]
    return run.words if seen and len(run.words) <= LONGEST_LABEL else ()
