"""The rows under the heads of a table: which lines are rows, which go on with one, and where sums begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from docqa_app.asking.tables.heads import SURE_GAP, Words
from docqa_app.asking.tables.lines import Laid
from docqa_app.core.document import Page
from docqa_app.extracting.line_items.totals import carries_over, is_amount, sums_up

PROSE_WORDS = 1.5
"""A line with more words a column, none of them far from the next, is a sentence."""


def table_rows(page: Page, body: Sequence[Laid], edges: Sequence[float]) -> tuple[list[tuple[Words, ...]], int, int]:
    """The rows, how many of them stand before the first sum, and how many lines they take."""
    rows: list[tuple[Words, ...]] = []
    sums: int | None = None
    end = 0
    apart = _apart(body, edges)
    for number, laid in enumerate(body, 1):
        cells = _cells(laid, edges)
        if rows and (_is_prose(page, laid, cells) or _is_other_head(page, laid, cells, rows[-1])):
            break
        if rows and _is_tight(page, laid, cells, rows, apart):
            rows[-1] = _joined(rows[-1], cells)
            end = number
        elif _is_row(page, cells, rows):
            if sums is None and rows and _sums_up(page, laid, cells, rows):
                sums = len(rows)
            rows.append(cells)
            end = number
        elif rows and _is_section(page, cells, rows[-1]):
            end = number
        elif rows and _goes_on(page, laid, rows[-1], body[number : number + 1]):
            rows[-1] = _joined(rows[-1], cells)
            end = number
    return rows, len(rows) if sums is None else sums, end


def _joined(row: Sequence[Words], more: Sequence[Words]) -> tuple[Words, ...]:
    """A row with the cells of a line that goes on with it."""
    return tuple(a + b for a, b in zip(row, more, strict=True))


def _cells(laid: Laid, edges: Sequence[float]) -> tuple[Words, ...]:
    cells: list[list[int]] = [[] for _ in range(len(edges) + 1)]
    for index, (left, right) in zip(laid.line.words, laid.words, strict=True):
        cells[bisect_right(edges, (left + right) / 2)].append(index)
    return tuple(map(tuple, cells))


def _apart(body: Sequence[Laid], edges: Sequence[float]) -> float:
    """How far rows stand apart: the usual gap above lines that begin in the first column."""
    pairs = [(above, below) for above, below in pairwise(body) if _cells(below, edges)[0]]
    return median(below.line.box.top - above.line.box.bottom for above, below in pairs) if pairs else 0.0


def _is_tight(page: Page, laid: Laid, cells: Sequence[Words], rows: Sequence[Sequence[Words]], apart: float) -> bool:
    """Whether a line goes on with several cells of the row: it stands closer than rows do, and adds nothing up."""
    gap = laid.line.box.top - max(page.words[index].box.bottom for cell in rows[-1] for index in cell)
    is_further = not cells[0] and bool(rows[-1][0]) and gap < apart - laid.height / 4
    return is_further and not (sums_up(page, laid.line) or carries_over(page, laid.line))


def _is_prose(page: Page, laid: Laid, cells: Sequence[Words]) -> bool:
    """Whether a text runs on from column to column."""
    filled = [[page.words[index].box for index in cell] for cell in cells if cell]
    gaps = [right[0].left - left[-1].right for left, right in pairwise(filled)]
    return bool(gaps) and len(laid.line.words) > PROSE_WORDS * len(filled) and max(gaps) < SURE_GAP * laid.height


def _is_row(page: Page, cells: Sequence[Words], rows: Sequence[Sequence[Words]]) -> bool:
    """A line with two cells at least, and with a digit where a row above has a number: the last one, or, where its
    first cell holds something, any."""
    if sum(map(bool, cells)) < 2:
        return False
    above = _numbered(page, rows[-1]) if rows else []
    if above and cells[0]:
        above = [n for row in rows for n in _numbered(page, row)]
    return not above or any(c.isdigit() for n in above for c in page.text_of(cells[n]))


def _numbered(page: Page, row: Sequence[Words]) -> list[int]:
    return [n for n, words in enumerate(row) if is_amount(page.text_of(words))]


def _is_other_head(page: Page, laid: Laid, cells: Sequence[Words], row: Sequence[Words]) -> bool:
    """Whether another table begins: texts stand over where the row has numbers."""
    texts = sum(map(bool, cells))
    return texts > 1 and not any(laid.digits) and sum(bool(cells[n]) for n in _numbered(page, row)) > 1


def _sums_up(page: Page, laid: Laid, cells: Sequence[Words], rows: Sequence[Sequence[Words]]) -> bool:
    """Whether a line adds up the rows above it: it says so, or begins farther right and has few cells."""
    if sums_up(page, laid.line) or carries_over(page, laid.line):
        return True
    return not cells[0] and 2 * sum(map(bool, cells)) <= len(cells) and bool(rows) and all(row[0] for row in rows)


def _goes_on(page: Page, laid: Laid, row: Sequence[Words], after: Sequence[Laid]) -> bool:
    """Whether a line stands close under the row, and no closer to what follows."""
    last = max(page.words[index].box.bottom for cell in row for index in cell)
    gap = laid.line.box.top - last
    below = after[0].line.box.top - laid.line.box.bottom if after else gap
    return gap < laid.height and gap <= below + laid.height / 4


def _is_section(page: Page, cells: Sequence[Words], above: Sequence[Words]) -> bool:
    """Whether a line has only words where the row above has a number: it names the rows below and adds nothing."""
    filled = [n for n, words in enumerate(cells) if words]
    texts = page.text_of(cells[filled[0]]), page.text_of(above[filled[0]])
    return len(filled) == 1 and is_amount(texts[1]) and not any(map(str.isdigit, texts[0]))
