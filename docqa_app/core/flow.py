"""A plain text as a page: words set in lines as on a sheet of paper, so that the model reads it like any other page."""

from __future__ import annotations

from docqa_app.core.document import Box, Page, Word, WordSource

CHARACTERS = 90
"""Letters a line, at least: a long text is set smaller, as far as it fits."""

WIDTH, HEIGHT = 595.0, 842.0  # A4 in points
MARGIN, LEADING, LOWEST = 0.1, 0.018, 0.8


def flowed(text: str, number: int = 1) -> Page:
    """The words of a text in reading order, set from the top left in lines of equal length, without a picture."""
    words = text.split()
    characters = max(CHARACTERS, int((len(text) * CHARACTERS * LEADING / LOWEST) ** 0.5))
    places = _places(words, characters)
    leading = min(LEADING, LOWEST / (1 + max((line for line, _ in places), default=0)))
    step = (1 - 2 * MARGIN) / characters
    boxes = (_box(line, column, len(word), step, leading) for word, (line, column) in zip(words, places, strict=True))
    given = tuple(Word(word, box) for word, box in zip(words, boxes, strict=True))
    return Page(number, WIDTH, HEIGHT, given, WordSource.GIVEN)


def _places(words: list[str], characters: int) -> list[tuple[int, int]]:
    """Line and column, from 0, of each word's first letter."""
    places, line, column = [], 0, 0
    for word in words:
        if column and column + len(word) > characters:
            line, column = line + 1, 0
        places.append((line, column))
        column += len(word) + 1
    return places


def _box(line: int, column: int, length: int, step: float, leading: float) -> Box:
    top = MARGIN + line * leading
    left = MARGIN + column * step
    return Box(left, top, min(1.0, left + length * step), top + 0.7 * leading)
