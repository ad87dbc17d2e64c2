"""Tables that are given as texts become printed ones without being drawn: every cell's words in a row and a column."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.asking.parsing.values import words_of
from docqa_app.asking.tables.printed_tables import PrintedTable
from docqa_app.core.document import Box, Page, Word
from docqa_app.extracting.line_items.totals import is_total
from docqa_app.training.data.tables import clean

MOST_ROWS = 80
"""As pages are drawn."""
_HIGH, _WIDE = 0.01, 0.1


def given_table(rows: Sequence[Sequence[str]]) -> PrintedTable:
    """The table whose first row holds the heads; rows after MOST_ROWS are cut."""
    words: list[Word] = []
    cells = [[_placed(words, clean(text), x, y) for x, text in enumerate(row)] for y, row in enumerate(rows)]
    page = Page(1, 1.0, 1.0, tuple(words))
    body = tuple(map(tuple, cells[1 : MOST_ROWS + 1]))
    goods = next((n for n, row in enumerate(body) if is_total(_start(page, row[0]))), len(body))
    return PrintedTable(page, tuple(cells[0]), body, goods)


def _placed(words: list[Word], text: str, x: int, y: int) -> tuple[int, ...]:
    first = len(words)
    for n, part in enumerate(text.split()):
        left = (x + n / 100) * _WIDE
        words.append(Word(part, Box(left, y * _HIGH, left + _WIDE / 100, (y + 0.5) * _HIGH)))
    return tuple(range(first, len(words)))


def _start(page: Page, cell: Sequence[int]) -> str:
    return " ".join(words_of(page.text_of(cell)))
