"""Reading order, text lines and grid cells, computed from the words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from docqa_app.core.document import Box, Line, Page, Word
from docqa_app.core.geometry import turned, union
from docqa_app.core.lines import group_lines

KEPT_PAGES = 8
"""Pages whose text lines are remembered: a document's fields and rows ask for them dozens of times."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """For each word of a page: the text line it is joined to and its grid cell, both counted from 1."""

    lines: tuple[int, ...]
    cells: tuple[int, ...]

    def line_agreement(self, other: Assignment) -> float:
        """The share of words on whose line both agree, 0..1; 1 for a page without words."""
        return _agreement(self.lines, other.lines)

    def cell_agreement(self, other: Assignment) -> float:
        """The share of words on whose grid cell both agree, 0..1; 1 for a page without words."""
        return _agreement(self.cells, other.cells)


def _agreement(ours: Sequence[int], theirs: Sequence[int]) -> float:
    return sum(a == b for a, b in zip(ours, theirs, strict=True)) / len(ours) if ours else 1.0


def reading_order(words: Sequence[Word], turn: int = 0) -> tuple[Word, ...]:
    """The words line by line, top to bottom, left to right, once the page is turned clockwise by `turn` degrees."""
    return tuple(words[i] for line in _groups(words, turn) for i in line)


def text_lines(words: Sequence[Word], turn: int = 0) -> tuple[Line, ...]:
    """The text lines of words that are in reading order, numbered from 1; `turn` is the page's."""
    return _text_lines(tuple(words), turn)


@lru_cache(maxsize=KEPT_PAGES)
def _text_lines(words: tuple[Word, ...], turn: int) -> tuple[Line, ...]:
    groups = _groups(words, turn)
    return tuple(Line(n, tuple(g), union(words[i].box for i in g)) for n, g in enumerate(groups, start=1))


def _groups(words: Sequence[Word], turn: int) -> list[list[int]]:
    return group_lines([replace(word, box=turned(word.box, turn)) for word in words] if turn else words)


def grid_cell(box: Box, columns: int, rows: int) -> int:
    """The cell of the box's top left corner, counted from 1 row by row (DocFormerV2's token-to-grid)."""
    column = min(columns - 1, max(0, int(box.left * columns)))
    row = min(rows - 1, max(0, int(box.top * rows)))
    return row * columns + column + 1


def assign(page: Page, columns: int = 4, rows: int = 4) -> Assignment:
    """Line and cell of every word by geometry."""
    lines = [0] * len(page.words)
    for line in text_lines(page.words, page.turn):
        for index in line.words:
            lines[index] = line.number
    return Assignment(tuple(lines), tuple(grid_cell(word.box, columns, rows) for word in page.words))


def evidence_boxes(page: Page, evidence: Sequence[int]) -> tuple[Box, ...]:
    """One box per text line around the evidence words of a page, top to bottom."""
    chosen = set(evidence)
    parts = ([i for i in line.words if i in chosen] for line in text_lines(page.words, page.turn))
    return tuple(union(page.words[i].box for i in part) for part in parts if part)
