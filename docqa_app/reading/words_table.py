"""Tesseract's tab-separated table becomes words in page fractions; the only place that knows its columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from docqa_app.core.document import Box, Word
from docqa_app.core.geometry import clamp

WORD_LEVEL = "5"
COLUMNS = 12  # level, page, block, paragraph, line, word, left, top, width, height, confidence, text


def pages_of(table: str, sizes: Sequence[tuple[int, int]]) -> tuple[tuple[Word, ...], ...]:
    """The words of several images in one table, as Tesseract writes for a file of many; sizes in pixels."""
    rows: dict[int, list[str]] = defaultdict(list)
    for row in table.splitlines()[1:]:
        rows[int(row.split("\t")[1])].append(row)
    return tuple(tuple(words_of("\n".join(rows[i]), *size)) for i, size in enumerate(sizes, 1))


def words_of(table: str, width: int, height: int) -> Iterator[Word]:
    """The words of a table for an image of `width` x `height` pixels; confidences become 0..1."""
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != COLUMNS or cells[0] != WORD_LEVEL or not cells[11].strip():
            continue
        left, top, across, down = (int(cell) for cell in cells[6:10])
        box = Box(left / width, top / height, (left + across) / width, (top + down) / height)
        yield Word(cells[11].strip(), clamp(box), max(0.0, float(cells[10])) / 100)
