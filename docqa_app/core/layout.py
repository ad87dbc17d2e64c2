"""Reading order, text lines and grid cells, computed from the words alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.document import Box, Line, Page, Word
from docqa_app.core.geometry import union, vertical_overlap

SAME_LINE_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Assignment:
    """For each word of a page: the text line it is joined to and its grid cell, both counted from 1."""

    lines: tuple[int, ...]
    cells: tuple[int, ...]


def group_lines(words: Sequence[Word]) -> list[list[int]]:
    """Indices of words joined to text lines, top to bottom, each line left to right."""
    lines: list[list[int]] = []
    frames: list[Box] = []
    for index in sorted(range(len(words)), key=lambda i: (words[i].box.top + words[i].box.bottom, words[i].box.left)):
        place = _line_for(words[index].box, frames)
        if place is None:
            lines.append([index])
            frames.append(words[index].box)
        else:
            lines[place].append(index)
            frames[place] = _tail_frame(words, lines[place])
    return [sorted(line, key=lambda i: words[i].box.left) for line in lines]


def _line_for(box: Box, frames: Sequence[Box]) -> int | None:
    """The latest line this box stands on; only the last few can reach it, for words come sorted by height."""
    for place in range(len(frames) - 1, max(-1, len(frames) - 8), -1):
        if vertical_overlap(frames[place], box) >= SAME_LINE_OVERLAP:
            return place
    return None


def _tail_frame(words: Sequence[Word], line: Sequence[int]) -> Box:
    """Where a line stands now: its last three words, so that a slanted line may climb."""
    return union(words[i].box for i in line[-3:])


def reading_order(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words line by line, top to bottom, left to right."""
    return tuple(words[i] for line in group_lines(words) for i in line)


def text_lines(words: Sequence[Word]) -> tuple[Line, ...]:
    """The text lines of words that are in reading order, numbered from 1."""
    groups = group_lines(words)
    return tuple(Line(n, tuple(g), union(words[i].box for i in g)) for n, g in enumerate(groups, start=1))


def grid_cell(box: Box, columns: int, rows: int) -> int:
    """The cell of the box's top left corner, counted from 1 row by row (DocFormerV2's token-to-grid)."""
    column = min(columns - 1, max(0, int(box.left * columns)))
    row = min(rows - 1, max(0, int(box.top * rows)))
    return row * columns + column + 1


def assign(page: Page, columns: int = 4, rows: int = 4) -> Assignment:
    """Line and cell of every word by geometry."""
    lines = [0] * len(page.words)
    for line in text_lines(page.words):
        for index in line.words:
            lines[index] = line.number
    return Assignment(tuple(lines), tuple(grid_cell(word.box, columns, rows) for word in page.words))


def evidence_boxes(page: Page, evidence: Sequence[int]) -> tuple[Box, ...]:
    """One box per text line around the evidence words of a page, top to bottom."""
    chosen = set(evidence)
    parts = ([i for i in line.words if i in chosen] for line in text_lines(page.words))
    return tuple(union(page.words[i].box for i in part) for part in parts if part)
