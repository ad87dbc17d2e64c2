"""Tables as they are printed, whatever they hold: heads over columns, and rows of cells under them.

Found by geometry alone. A line is a head where the lines below fill its columns best; its words are one head where
what stands below runs across their gap, or leaves one of them empty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from docqa_app.core.document import Box, Line, Page
from docqa_app.core.geometry import union, upright, vertical_overlap
from docqa_app.core.layout import text_lines
from docqa_app.extracting.totals import is_amount, is_carried, is_total, start_of, text_of

KEPT_PAGES = 8
"""Pages whose tables are remembered."""
DEEPEST_HEAD = 3
"""Lines of one head."""
FARTHEST_ROW = 6.0
"""A table ends where nothing stands for so many line heights."""
SURE_GAP = 1.5
"""Words of a head that stand so many heights apart head two columns, unless most rows run across."""
LOOSE_GAP = 0.6
"""Words that stand closer than so many heights are one text."""
CROSSED = 0.25
"""Share of the rows that may run across a gap between two columns."""
MOSTLY_CROSSED = 0.6
"""Share of the rows that may run across a wide gap."""
FILLED = 0.34
"""Share of the rows in which each of two columns that stand close must hold something."""
NEAR_ROWS = 12
"""So many rows tell where columns run."""
PROSE_WORDS = 1.5
"""A line with more words a column, none of them far from the next, is a sentence."""
SIDE_BY_SIDE = 0.6
"""Share of their height that two texts of one line have in common."""
CLOSE_LINES = 0.7
"""Lines of one head stand closer than so many heights."""
FEWEST_LETTERS = 4
"""What stands behind a number and has fewer letters is its unit."""
ENOUGH_NUMBERS = 0.6
"""Share of its cells that are numbers in a column of numbers."""
_DECIMALS = re.compile(r"\d[.,]\d\d\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Words = tuple[int, ...]
"""Indices into the page's words."""
Reach = tuple[float, float]
"""From where to where across the page."""


@dataclass(frozen=True, slots=True, eq=False)
class PrintedTable:
    """`heads` holds the words over each column, () where none are; `rows` the words of each cell, top to bottom. From
    row `goods` on stand sums."""

    page: Page
    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    goods: int

    def text(self, words: Sequence[int]) -> str:
        return text_of(self.page, words)

    def numeric(self, column: int) -> bool:
        """Whether most cells of a column are numbers."""
        texts = [self.text(row[column]) for row in self.rows[: self.goods] if row[column]]
        return bool(texts) and sum(map(is_amount, texts)) >= ENOUGH_NUMBERS * len(texts)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A line: how high its letters are, and how far each of its words and of its texts reaches; `digits` and
    `letters` say how many of them each word has."""

    line: Line
    height: float
    words: tuple[Reach, ...]
    texts: tuple[Reach, ...]
    digits: tuple[int, ...]
    letters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """Words of a head and how far they reach across the page."""

    words: Words
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Found:
    """A table, the lines it takes and how many cells it explains."""

    table: PrintedTable
    first: int
    end: int
    score: float


class _Near:
    """The first rows under a head, which tell where its columns run. What was told is kept."""

    def __init__(self, rows: Sequence[_Laid]) -> None:
        self.rows = rows
        self._edges: dict[tuple[float, float, bool], tuple[float, float]] = {}

    def edge(self, left: float, right: float, *, words: bool = False) -> tuple[float, float]:
        """Where between two heads fewest rows are cut, and the share of them that are; with `words` only a cut through
        a word counts."""
        key = min(left, right), max(left, right), words
        if key not in self._edges:
            self._edges[key] = self._edge(*key)
        return self._edges[key]

    def _edge(self, start: float, end: float, words: bool) -> tuple[float, float]:
        rows = [laid.words if words else laid.texts for laid in self.rows]
        near = [[reach for reach in row if reach[0] < end and reach[1] > start] for row in rows]
        inside = {edge for row in near for reach in row for edge in reach if start < edge < end}
        places = [((a + b) / 2, b - a) for a, b in pairwise(sorted({start, end, *inside}))] or [(start, 0.0)]
        crossed, _, best = min((_crossing(x, near), -width, x) for x, width in places)
        return best, crossed / max(1, len(self.rows))

    def filled(self, start: float, end: float) -> float:
        """The share of the rows that hold something between two edges."""
        holds = sum(any(2 * start <= left + right < 2 * end for left, right in laid.words) for laid in self.rows)
        return holds / max(1, len(self.rows))


def _crossing(x: float, rows: Sequence[Sequence[Reach]]) -> int:
    """How many rows have something that lies across."""
    return sum(any(left < x < right for left, right in row) for row in rows)


def printed_tables(page: Page) -> tuple[PrintedTable, ...]:
    """The tables of a page, those with most cells first."""
    return _tables(upright(page))


@lru_cache(maxsize=KEPT_PAGES)
def _tables(page: Page) -> tuple[PrintedTable, ...]:
    lines = [_laid(page, line) for line in _whole_lines(page)]
    kept: list[_Found] = []
    for one in sorted(_all(page, lines), key=lambda one: -one.score):
        if all(one.end <= other.first or other.end <= one.first for other in kept):
            kept.append(one)
    return tuple(one.table for one in kept)


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


def _laid(page: Page, line: Line) -> _Laid:
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
    return _Laid(line, height, tuple((box.left, box.right) for box in boxes), tuple(texts), digits, letters)


def _all(page: Page, lines: Sequence[_Laid]) -> Iterator[_Found]:
    for at, first in enumerate(lines):
        for depth in range(1, DEEPEST_HEAD + 1):
            start = at + depth
            last = lines[start - 1] if start < len(lines) else None
            if last is None or not _may_head(page, last) or (depth > 1 and not _is_close(lines[start - 2], last)):
                break
            found = _table(page, lines, at, start) if len(first.texts) > 1 or depth > 1 else None
            if found:
                yield found


def _may_head(page: Page, laid: _Laid) -> bool:
    """Sums, prices and numbers head no columns, but years do; what ends in a colon is a key."""
    texts = [page.words[index].text for index in laid.line.words]
    return not any(text.endswith(":") or _is_number(text) for text in texts)


def _is_number(text: str) -> bool:
    return _DECIMALS.search(text) is not None or (len(re.findall(r"\d", text)) > 2 and not _YEAR.search(text))


def _is_close(above: _Laid, below: _Laid) -> bool:
    return below.line.box.top - above.line.box.bottom < CLOSE_LINES * above.height


def _table(page: Page, lines: Sequence[_Laid], at: int, start: int) -> _Found | None:
    """The table under lines `at` up to `start`, None where nothing stands in columns there."""
    body = _body(lines, start)
    near = _Near([laid for laid in body if len(laid.texts) > 1][:NEAR_ROWS])
    spans = _parted(_heads(page, lines[at:start], near), near) if near.rows else []
    if len(spans) < 2:
        return None
    edges = [near.edge(a.right, b.left)[0] for a, b in pairwise(spans)]
    rows, sums, end = _rows(page, body, edges)
    if not rows:
        return None
    table = PrintedTable(page, tuple(span.words for span in spans), tuple(rows), sums)
    return _Found(table, at, start + end, _score(table, start - at))


def _body(lines: Sequence[_Laid], start: int) -> list[_Laid]:
    """The lines down to a wide gap."""
    body: list[_Laid] = []
    bottom = lines[start - 1].line.box.bottom
    for laid in lines[start:]:
        if laid.line.box.top - bottom > FARTHEST_ROW * laid.height:
            break
        body.append(laid)
        bottom = laid.line.box.bottom
    return body


def _score(table: PrintedTable, depth: int) -> float:
    """Filled cells under heads and above sums count for a table but for one a row; empty ones count against it, and
    those under no head or with several texts."""
    headed = [n for n, words in enumerate(table.heads) if words]
    rows = table.rows[: table.goods]
    filled = sum(bool(row[n]) for row in rows for n in headed)
    holes = len(rows) * len(table.heads) - filled
    torn = sum(_tears(table.page, cell) for row in rows for cell in row)
    return filled - len(rows) - holes - torn - 0.5 * depth


def _tears(page: Page, cell: Words) -> int:
    """How often a cell's words stand far apart on one line."""
    boxes = [page.words[index].box for index in cell]
    return sum(right.left - left.right > SURE_GAP * left.height for left, right in pairwise(boxes))


# -- heads ----------------------------------------------------------------------------------------------------------


def _heads(page: Page, lines: Sequence[_Laid], near: _Near) -> list[_Span]:
    """The heads that the rows tell apart, left to right."""
    spans = _stacked(page, lines)
    height = max(laid.height for laid in lines)
    while len(spans) > 1:
        joined = [n for n in range(len(spans) - 1) if _are_one(spans, n, near, height)]
        if not joined:
            return _with_unheaded(spans, near.rows, height)
        at = min(joined, key=lambda n: spans[n + 1].left - spans[n].right)
        one, other = spans[at], spans[at + 1]
        spans[at : at + 2] = [_Span(one.words + other.words, one.left, max(one.right, other.right))]
    return []


def _stacked(page: Page, lines: Sequence[_Laid]) -> list[_Span]:
    """Each word of the head; those of following lines that stand over each other as one."""
    spans: list[_Span] = []
    for laid in lines:
        for index in laid.line.words:
            box = page.words[index].box
            over = [span for span in spans if span.left < box.right and box.left < span.right]
            spans = [span for span in spans if span not in over]
            words = (*(one for span in over for one in span.words), index)
            left, right = [span.left for span in over], [span.right for span in over]
            spans.append(_Span(words, min([box.left, *left]), max([box.right, *right])))
    return sorted(spans, key=lambda span: span.left)


def _are_one(spans: Sequence[_Span], at: int, near: _Near, height: float) -> bool:
    """Whether the words `at` and behind it head one column: rows run across their gap, or leave one side empty."""
    one, other = spans[at], spans[at + 1]
    gap = (other.left - one.right) / height
    edge, crossed = near.edge(one.right, other.left)
    if gap >= SURE_GAP:
        return crossed > MOSTLY_CROSSED
    if crossed > (CROSSED if gap >= LOOSE_GAP else 0.0):
        edge, cut = near.edge(one.right, other.left, words=True)
        if cut:
            return True
    start = near.edge(spans[at - 1].right, one.left)[0] if at else 0.0
    end = near.edge(other.right, spans[at + 2].left)[0] if at + 2 < len(spans) else 1.0
    return min(near.filled(start, edge), near.filled(edge, end)) < FILLED


def _with_unheaded(spans: list[_Span], body: Sequence[_Laid], height: float) -> list[_Span]:
    """The columns, with one more on the left where most rows have one that nothing heads."""
    limit = spans[0].left - SURE_GAP * height
    firsts = [laid.texts[0] for laid in body if laid.texts[0][1] < limit]
    if 2 * len(firsts) <= len(body):
        return spans
    return [_Span((), min(left for left, _ in firsts), max(right for _, right in firsts)), *spans]


def _parted(spans: Sequence[_Span], near: _Near) -> list[_Span]:
    """The columns, with those in two in which the rows tell a number or a code from the text behind it."""
    if not spans:
        return []
    edges = [0.0, *(near.edge(a.right, b.left)[0] for a, b in pairwise(spans)), 1.0]
    parted: list[_Span] = []
    for span, (start, end) in zip(spans, pairwise(edges), strict=True):
        while (cut := _cut(near.rows, start, end)) is not None:
            if (span.left + span.right) / 2 < cut:
                parted.append(replace(span, right=min(span.right, cut)))
                span = _Span((), cut, end)
            else:
                parted.append(_Span((), start, cut))
            start = cut
        parted.append(span)
    return parted


def _cut(body: Sequence[_Laid], start: float, end: float) -> float | None:
    """Where a column's rows leave a gap behind the numbers or codes that they begin with."""
    pairs = [pair for laid in body for pair in _beginning(laid, start, end)]
    if len(pairs) < 2 or len(pairs) < ENOUGH_NUMBERS * len(body):
        return None
    left, right = max(a for a, _ in pairs), min(b for _, b in pairs)
    return (left + right) / 2 if left < right else None


def _beginning(laid: _Laid, start: float, end: float) -> Iterator[Reach]:
    """Where the first word of a column ends and the second begins, where the one is a number and the other a text."""
    inside = [n for n, (left, right) in enumerate(laid.words) if start <= left and right <= end]
    if inside and laid.digits[inside[0]] and sum(laid.letters[n] for n in inside[1:]) >= FEWEST_LETTERS:
        yield laid.words[inside[0]][1], laid.words[inside[1]][0]


# -- rows -----------------------------------------------------------------------------------------------------------


def _rows(page: Page, body: Sequence[_Laid], edges: Sequence[float]) -> tuple[list[tuple[Words, ...]], int, int]:
    """The rows, how many of them stand before the first sum, and how many lines they take."""
    rows: list[tuple[Words, ...]] = []
    sums: int | None = None
    end = 0
    for number, laid in enumerate(body, 1):
        cells = _cells(laid, edges)
        if rows and (_is_prose(page, laid, cells) or _is_other_head(page, laid, cells, rows[-1])):
            break
        if _is_row(page, cells, rows):
            if sums is None and _sums_up(page, laid, cells, rows):
                sums = len(rows)
            rows.append(cells)
            end = number
        elif rows and _goes_on(page, laid, rows[-1], body[number : number + 1]):
            rows[-1] = tuple(a + b for a, b in zip(rows[-1], cells, strict=True))
            end = number
    return rows, len(rows) if sums is None else sums, end


def _cells(laid: _Laid, edges: Sequence[float]) -> tuple[Words, ...]:
    cells: list[list[int]] = [[] for _ in range(len(edges) + 1)]
    for index, (left, right) in zip(laid.line.words, laid.words, strict=True):
        cells[bisect_right(edges, (left + right) / 2)].append(index)
    return tuple(map(tuple, cells))


def _is_prose(page: Page, laid: _Laid, cells: Sequence[Words]) -> bool:
    """Whether a text runs on from column to column."""
    filled = [[page.words[index].box for index in cell] for cell in cells if cell]
    gaps = [right[0].left - left[-1].right for left, right in pairwise(filled)]
    return bool(gaps) and len(laid.line.words) > PROSE_WORDS * len(filled) and max(gaps) < SURE_GAP * laid.height


def _is_row(page: Page, cells: Sequence[Words], rows: Sequence[Sequence[Words]]) -> bool:
    """A line with two cells at least, and with a digit where the row above has a number."""
    if sum(map(bool, cells)) < 2:
        return False
    above = _numbered(page, rows[-1]) if rows else []
    return not above or any(c.isdigit() for n in above for c in text_of(page, cells[n]))


def _numbered(page: Page, row: Sequence[Words]) -> list[int]:
    return [n for n, words in enumerate(row) if is_amount(text_of(page, words))]


def _is_other_head(page: Page, laid: _Laid, cells: Sequence[Words], row: Sequence[Words]) -> bool:
    """Whether another table begins: texts stand over where the row has numbers."""
    texts = sum(map(bool, cells))
    return texts > 1 and not any(laid.digits) and sum(bool(cells[n]) for n in _numbered(page, row)) > 1


def _sums_up(page: Page, laid: _Laid, cells: Sequence[Words], rows: Sequence[Sequence[Words]]) -> bool:
    """Whether a line adds up the rows above it: it says so, or begins farther right and has few cells."""
    start = start_of(page, laid.line)
    if is_total(start) or is_carried(start):
        return True
    return not cells[0] and 2 * sum(map(bool, cells)) <= len(cells) and bool(rows) and all(row[0] for row in rows)


def _goes_on(page: Page, laid: _Laid, row: Sequence[Words], after: Sequence[_Laid]) -> bool:
    """Whether a line stands close under the row, and no closer to what follows."""
    last = max(page.words[index].box.bottom for cell in row for index in cell)
    gap = laid.line.box.top - last
    below = after[0].line.box.top - laid.line.box.bottom if after else gap
    return gap < laid.height and gap <= below + laid.height / 4
