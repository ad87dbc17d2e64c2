"""Where a value stands beside what is printed around it, and what stands in that place on another document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docqa_app.core.document import Box, Line, Page, Word, text_of
from docqa_app.core.find import find_words, fold
from docqa_app.core.geometry import union, upright
from docqa_app.core.layout import text_lines
from docqa_app.core.locate import locate
from docqa_app.core.suppliers import Side
from docqa_app.extracting.beside import run_with, stand_together
from docqa_app.values.amounts import COMMON_CODES

LONGEST_LABEL = 6
LONGEST_VALUE = 8
FARTHEST_ABOVE = 3.5
"""From a value up to its label, in heights of the value."""
LEFT_REACH = 12.0
"""From a value to the label before it, in heights; farther away a label above it is believed first."""
MARGIN = 0.7
"""How far a value may have moved from where it stood, in its heights, when no label tells its place."""

Fits = Callable[[str], bool]
"""fits(text): whether a text can be the value that is looked for."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A value's place: the label beside it and on which side, and its box on the upright page; None where it is not
    printed."""

    label: str
    side: Side
    box: Box | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """An upright page with its text lines; `line_of` is each word's line."""

    words: tuple[Word, ...]
    lines: tuple[Line, ...]
    line_of: dict[int, int]

    def text(self, indices: Sequence[int]) -> str:
        return text_of(self.words, indices)

    def box(self, indices: Sequence[int]) -> Box:
        return union(self.words[index].box for index in indices)

    def near(self, left: int, right: int) -> bool:
        """Whether no wide gap parts two words of a line, given by their indices."""
        return stand_together(self.words[left], self.words[right])


def _sheet(page: Page) -> _Sheet:
    stood = upright(page)
    lines = text_lines(stood.words)
    return _Sheet(stood.words, lines, {index: at for at, line in enumerate(lines) for index in line.words})


def spot_of(page: Page, words: Sequence[int]) -> Spot:
    """The place of these words, of which there must be one; the label is "" where none is printed beside them."""
    return _spot(_sheet(page), words)


def _spot(sheet: _Sheet, words: Sequence[int]) -> Spot:
    box = sheet.box(words)
    left, above = _label_before(sheet, words[0]), _label_above(sheet, words)
    if left and above and not sheet.words[left[-1]].text.endswith(":"):
        gap = sheet.words[words[0]].box.left - sheet.words[left[-1]].box.right
        left = left if gap <= LEFT_REACH * box.height else []
    if left:
        return Spot(sheet.text(left), Side.LEFT, box)
    return Spot(sheet.text(above), Side.ABOVE, box) if above else Spot("", Side.NONE, box)


def _label_before(sheet: _Sheet, word: int) -> list[int]:
    """The run of label words before a word on its line; signs and currencies between both are passed over."""
    line = sheet.lines[sheet.line_of[word]].words
    before = list(line[: line.index(word)])
    while before and not _is_label_word(sheet.words[before[-1]].text) and not _has_digit(sheet, before[-1]):
        before.pop()
    run: list[int] = []
    for index in reversed(before):
        text = sheet.words[index].text
        if not _is_label_word(text) or len(run) == LONGEST_LABEL or (run and _ends_label(sheet, index, run[0])):
            break
        run.insert(0, index)
    return run


def _ends_label(sheet: _Sheet, index: int, after: int) -> bool:
    return sheet.words[index].text.endswith(":") or not sheet.near(index, after)


def _label_above(sheet: _Sheet, words: Sequence[int]) -> list[int]:
    """The run of label words right above a value, of the nearest line that has words there."""
    first = sheet.words[words[0]].box
    for line in reversed(sheet.lines[: sheet.line_of[words[0]]]):
        if first.top - line.box.bottom > FARTHEST_ABOVE * first.height:
            return []
        over = [index for index in line.words if _shares_column(sheet.words[index].box, sheet.box(words))]
        if over:
            run = list(run_with(sheet.words, line.words, over[0]))
            return run if all(_is_label_word(sheet.words[index].text) for index in run) else []
    return []


def _shares_column(a: Box, b: Box) -> bool:
    return min(a.right, b.right) > max(a.left, b.left)


def _is_label_word(text: str) -> bool:
    """Letters, and no digits: neither a value nor a sign nor a currency."""
    bare = "".join(c for c in text if c.isalnum())
    return bare.isalpha() and len(bare) > 1 and bare.upper() not in COMMON_CODES


def _has_digit(sheet: _Sheet, index: int) -> bool:
    return any(c.isdigit() for c in sheet.words[index].text)


def find_at(page: Page, spot: Spot, fits: Fits, *, shortest: bool = False) -> tuple[tuple[int, ...], bool]:
    """The words that stand in a place, () where none fit, and whether it was told by the label.

    Of several places with the label the one with the very same label before it wins, then the nearest to where the
    value stood. As many words are taken as stand together and fit, or as few where `shortest`.
    """
    sheet = _sheet(page)
    found = [words for hit in _labels(page, spot.label) for words in _beside(sheet, hit, spot) if words]
    fitting = [words for run in found if (words := _fitting(sheet, run, fits, shortest))]
    if fitting:
        return min(fitting, key=lambda words: _rank(sheet, words, spot)), True
    there = _in_box(sheet, spot.box) if spot.box else []
    return _fitting(sheet, there, fits, shortest), False


def _labels(page: Page, label: str) -> list[tuple[int, ...]]:
    """Where the label is printed; with slips of the recognition where it is nowhere spelled right."""
    wanted = label.strip(" :.")
    if not wanted:
        return []
    hits = [hit.words for hit in find_words((page,), wanted)]
    return hits or [words for words in [locate(wanted, [word.text for word in page.words])] if words]


def _beside(sheet: _Sheet, label: Sequence[int], spot: Spot) -> Iterator[list[int]]:
    """The words that belong to a label: those behind it, or those of the next line that has words under it."""
    if spot.side is Side.LEFT:
        own = sheet.lines[sheet.line_of[label[-1]]].words
        behind = list(own[own.index(label[-1]) + 1 :])
        while behind and not any(c.isalnum() for c in sheet.words[behind[0]].text):
            behind.pop(0)
        yield behind[:LONGEST_VALUE]
        return
    box = sheet.box(label)
    for line in sheet.lines[sheet.line_of[label[-1]] + 1 :]:
        if line.box.top - box.bottom > FARTHEST_ABOVE * box.height:
            return
        under = [index for index in line.words if _shares_column(sheet.words[index].box, box)]
        if under:
            yield list(run_with(sheet.words, line.words, under[0]))
            return


def _in_box(sheet: _Sheet, box: Box) -> list[int]:
    """The words whose middle lies where the value stood, in the line that has most of them."""
    margin = MARGIN * box.height
    near = Box(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin)
    inside = [[index for index in line.words if _lies_in(sheet.words[index].box, near)] for line in sheet.lines]
    return max(inside, key=len, default=[])


def _lies_in(box: Box, around: Box) -> bool:
    return around.contains((box.left + box.right) / 2, (box.top + box.bottom) / 2)


def _fitting(sheet: _Sheet, run: Sequence[int], fits: Fits, shortest: bool) -> tuple[int, ...]:
    """The first words of a run that stand together and fit; not beyond the next label."""
    run = _before_next_label(sheet, run)
    for first in range(len(run)):
        ends = range(first + 1, len(run) + 1)
        for last in ends if shortest else reversed(ends):
            part = run[first:last]
            if all(sheet.near(a, b) for a, b in pairwise(part)) and fits(sheet.text(part)):
                return tuple(part)
    return ()


def _before_next_label(sheet: _Sheet, run: Sequence[int]) -> list[int]:
    """A value ends where words that end in a colon begin."""
    ends = [at for at, index in enumerate(run) if sheet.words[index].text.endswith(":")]
    if not ends:
        return list(run)
    start = ends[0]
    while start > 0 and _is_label_word(sheet.words[run[start - 1]].text) and sheet.near(run[start - 1], run[start]):
        start -= 1
    return list(run[:start])


def _rank(sheet: _Sheet, words: Sequence[int], spot: Spot) -> tuple[bool, float]:
    box = sheet.box(words)
    distance = abs(box.left - spot.box.left) + abs(box.top - spot.box.top) if spot.box else 0.0
    return not same_label(_spot(sheet, words).label, spot.label), distance


def same_label(one: str, other: str) -> bool:
    """Whether two labels differ by case, accents and marks at their ends alone."""
    return fold(one).strip(" :.") == fold(other).strip(" :.")
