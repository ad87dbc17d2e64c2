"""The lines of an upright page as a table sees them: how far each word and each text of them reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Box, Line, Page
from docqa_app.core.geometry import union, vertical_overlap
from docqa_app.core.layout import text_lines

LOOSE_GAP = 0.6
"""Words that stand closer than so many heights are one text."""
SIDE_BY_SIDE = 0.6
"""Share of their height that two texts of one line have in common."""

_LEADING, _GROUP, _LAST_GROUP = re.compile(r"[-–−+(]?\d{1,3}"), re.compile(r"\d{3}(?:[.,]\d+)?\)?"), re.compile(r"[.,]")
"""How a number in groups of digits begins, goes on and ends."""

Reach = tuple[float, float]
"""From where to where across the page."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A line: how high its letters are, and how far each of its words and of its texts reaches; `digits` and
    `letters` say how many of them each word has."""

    line: Line
    height: float
    words: tuple[Reach, ...]
    texts: tuple[Reach, ...]
    digits: tuple[int, ...]
    letters: tuple[int, ...]


def laid_lines(page: Page) -> list[Laid]:
    """Every line of the page, top to bottom."""
    return [_laid(page, line) for line in _whole_lines(page)]


def _whole_lines(page: Page) -> Iterator[Line]:
    """The text lines, those that stand side by side as one: a table's line may be taken for two of two columns."""
    whole: list[Line] = []
    for line in sorted(text_lines(page.words), key=lambda one: (one.box.top, one.box.left)):
        last = whole[-1] if whole else None
        if last and vertical_overlap(last.box, line.box) > SIDE_BY_SIDE and _apart(last.box, line.box):
            words = sorted((*last.words, *line.words), key=lambda index: page.words[index].box.left)
            whole[-1] = Line(last.number, tuple(words), union((last.box, line.box)))
        else:
            whole.append(line)
    yield from whole


def _apart(a: Box, b: Box) -> bool:
    return a.right <= b.left or b.right <= a.left


def _laid(page: Page, line: Line) -> Laid:
    boxes = [page.words[index].box for index in line.words]
    height = max(box.height for box in boxes)
    texts = [(boxes[0].left, boxes[0].right)]
    for box in boxes[1:]:
        left, right = texts[-1]
        if box.left - right < LOOSE_GAP * height:
            texts[-1] = left, max(right, box.right)
        else:
            texts.append((box.left, box.right))
    spelled = [page.words[index].text for index in line.words]
    digits, letters = (tuple(sum(map(told, text)) for text in spelled) for told in (str.isdigit, str.isalpha))
    words = _with_numbers(spelled, [(box.left, box.right) for box in boxes], LOOSE_GAP * height)
    return Laid(line, height, words, tuple(texts), digits, letters)


def _with_numbers(spelled: Sequence[str], reaches: Sequence[Reach], close: float) -> tuple[Reach, ...]:
    """How far each word reaches, groups of digits of one number as far as the whole: "1 986,88" is in one column."""
    whole = list(reaches)
    start = 0
    for n in range(1, len(whole)):
        joins = _LEADING.fullmatch(spelled[start]) and _GROUP.fullmatch(spelled[n])
        if not joins or reaches[n][0] - reaches[n - 1][1] >= close or _LAST_GROUP.search(spelled[n - 1]):
            start = n
            continue
        whole[start : n + 1] = [(reaches[start][0], reaches[n][1])] * (n + 1 - start)
    return tuple(whole)
