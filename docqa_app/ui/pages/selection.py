"""Selecting words as text: pure functions over pages in reading order, so that it works on scans as on PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Box, Page, Word
from docqa_app.core.geometry import vertical_overlap

SAME_HEIGHT = 0.5
COVERED = 0.5
LINE_WEIGHT = 3.0
"""A point above or below a line is this much farther from it than one beside it."""

Chosen = Mapping[int, Sequence[int]]
"""Selected word indices by page number."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A word in a document; sorts in reading order."""

    page: int
    word: int


def word_at(page: Page, x: float, y: float) -> int | None:
    """The smallest word box around a point in page fractions."""
    found = [index for index, word in enumerate(page.words) if word.box.contains(x, y)]
    return min(found, key=lambda i: page.words[i].box.width * page.words[i].box.height, default=None)


def word_near(page: Page, x: float, y: float) -> int | None:
    """The word nearest to a point; None only where the page has no words."""

    def far(index: int) -> float:
        box = page.words[index].box
        across = max(box.left - x, 0.0, x - box.right) * page.width
        down = max(box.top - y, 0.0, y - box.bottom) * page.height
        return across + LINE_WEIGHT * down

    return min(range(len(page.words)), key=far, default=None)


def words_between(pages: Sequence[Page], one: Place, other: Place) -> dict[int, tuple[int, ...]]:
    """Every word from one place to the other, both included, in whichever order they are given."""
    first, last = sorted((one, other))
    chosen: dict[int, tuple[int, ...]] = {}
    for page in pages:
        if first.page <= page.number <= last.page and page.words:
            start = first.word if page.number == first.page else 0
            end = last.word if page.number == last.page else len(page.words) - 1
            chosen[page.number] = tuple(range(start, end + 1))
    return chosen


def words_within(page: Page, area: Box) -> tuple[int, ...]:
    """The words that an area of the page covers by half, across and down; a stroke along a line covers that line."""
    return tuple(
        index
        for index, word in enumerate(page.words)
        if _covers(area.left, area.right, word.box.left, word.box.right)
        and _covers(area.top, area.bottom, word.box.top, word.box.bottom)
    )


def _covers(begin: float, end: float, from_: float, to: float) -> bool:
    """Whether at least half of the shorter stretch lies in the other."""
    return min(end, to) - max(begin, from_) >= COVERED * min(end - begin, to - from_)


def same_line(before: Box, after: Box) -> bool:
    """Whether the next word in reading order goes on with the line: to the right, at about the same height."""
    return after.left >= before.left and vertical_overlap(before, after) >= SAME_HEIGHT


def line_around(page: Page, index: int) -> tuple[int, ...]:
    """The words of the text line a word stands on."""
    boxes = [word.box for word in page.words]
    first = last = index
    while first > 0 and same_line(boxes[first - 1], boxes[first]):
        first -= 1
    while last + 1 < len(boxes) and same_line(boxes[last], boxes[last + 1]):
        last += 1
    return tuple(range(first, last + 1))


def text_of(pages: Sequence[Page], chosen: Chosen) -> str:
    """The chosen words in reading order: a space between words, a line break between text lines and pages."""
    return "\n".join(line for page in pages for line in _lines_of(page, sorted(chosen.get(page.number, ()))))


def _lines_of(page: Page, chosen: Sequence[int]) -> Iterator[str]:
    words: list[Word] = []
    for index in chosen:
        word = page.words[index]
        if words and not same_line(words[-1].box, word.box):
            yield " ".join(word.text for word in words)
            words = []
        words.append(word)
    if words:
        yield " ".join(word.text for word in words)
