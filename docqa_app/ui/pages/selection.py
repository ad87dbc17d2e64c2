"""Selecting words as text: pure functions over pages in reading order, so that it works on scans as on PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Box, Page
from docqa_app.core.layout import text_lines

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
    """The words whose middle lies in an area of the page."""
    return tuple(
        index
        for index, word in enumerate(page.words)
        if area.contains((word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2)
    )


def line_around(page: Page, index: int) -> tuple[int, ...]:
    """The words of the text line a word stands on."""
    return next((line.words for line in text_lines(page.words) if index in line.words), (index,))


def text_of(pages: Sequence[Page], chosen: Chosen) -> str:
    """The chosen words in reading order: a space between words, a line break between text lines and pages."""
    lines: list[str] = []
    for page in pages:
        picked = set(chosen.get(page.number, ()))
        for line in text_lines(page.words) if picked else ():
            words = [page.words[index].text for index in line.words if index in picked]
            if words:
                lines.append(" ".join(words))
    return "\n".join(lines)
