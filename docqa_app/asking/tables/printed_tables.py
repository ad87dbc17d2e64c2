"""Tables as they are printed, whatever they hold: heads over columns, and rows of cells under them.

Found by geometry alone. A line is a head where the lines below fill its columns best; its words are one head where
what stands below runs across their gap, or leaves one of them empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from docqa_app.asking.tables.heads import SURE_GAP, Near, Words, heads
from docqa_app.asking.tables.lines import Laid, Reach, laid_lines
from docqa_app.asking.tables.rows import table_rows
from docqa_app.core.document import Page
from docqa_app.core.geometry import union, upright
from docqa_app.extracting.line_items.totals import is_amount

KEPT_PAGES = 8
"""Pages whose tables are remembered."""
DEEPEST_HEAD = 3
"""Lines of one head."""
FARTHEST_ROW = 6.0
"""A table ends where nothing stands for so many line heights."""
NEAR_ROWS = 12
"""So many rows tell where columns run."""
CLOSE_LINES = 0.7
"""Lines of one head stand closer than so many heights."""
ENOUGH_NUMBERS = 0.6
"""Share of its cells that are numbers in a column of numbers."""
FEWEST_BELOW = 2
"""Rows, and columns of numbers, that tell a row of heads from a row without numbers."""
TORN = 1.5
"""How many cells a cell counts against a table that holds texts of several columns."""
_DECIMALS = re.compile(r"\d[.,]\d\d\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"\d{1,3}[-–]\d{1,3}")
_CAPTION = re.compile(
    r"\b(?:table|tabelle|tab\.|tableau|figure|fig\.|abbildung|abb\.|exhibit)\s*(?:no\.?|nr\.?|n°)?\s*"
    r"(?:[a-z]?\d[\d.-]*|[ivxlc]+|[a-z])(?:\s*[:.–—-]|\s*$|\s+(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class PrintedTable:
    """`heads` holds the words over each column, () where none are; `rows` the words of each cell, top to bottom. From
    row `goods` on stand sums. `over`: the words over each column that stand over its neighbours, too; () where none."""

    page: Page
    heads: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    goods: int
    over: tuple[Words, ...] = ()

    def text(self, words: Sequence[int]) -> str:
        return self.page.text_of(words)

    def numeric(self, column: int) -> bool:
        """Whether most cells of a column are numbers."""
        texts = [self.text(row[column]) for row in self.rows[: self.goods] if row[column]]
        return bool(texts) and sum(map(is_amount, texts)) >= ENOUGH_NUMBERS * len(texts)

    @property
    def torn(self) -> int:
        """How often texts that stand far apart share a cell of its rows: such rows may be none."""
        return sum(_tears(self.page, cell) for row in self.rows[: self.goods] for cell in row)


@dataclass(frozen=True, slots=True)
class _Found:
    """A table, the lines it takes and how many cells it explains."""

    table: PrintedTable
    first: int
    end: int
    score: float


def printed_tables(page: Page) -> tuple[PrintedTable, ...]:
    """The tables of a page, those with most cells first."""
    return _tables(upright(page))


@lru_cache(maxsize=KEPT_PAGES)
def _tables(page: Page) -> tuple[PrintedTable, ...]:
    lines = laid_lines(page)
    kept: list[_Found] = []
    for one in sorted(_all(page, lines), key=lambda one: -one.score):
        if all(one.end <= other.first or other.end <= one.first for other in kept):
            kept.append(one)
    return tuple(replace(one.table, over=_over(one, lines)) for one in kept)


def _over(found: _Found, lines: Sequence[Laid]) -> tuple[Words, ...]:
    """What the line close over the heads says of several columns, by column."""
    table, above = found.table, lines[found.first - 1] if found.first else None
    if above is None or not _is_close(above, lines[found.first]) or not _may_head(table.page, above):
        return ()
    texts = [_text_words(above, reach) for reach in above.texts]
    centres = [(left + right) / 2 for left, right in above.texts]
    reaches = _reaches(centres, above.texts)
    columns = [_centre(table.page, words) for words in table.heads]
    under = [_under(column, centres, reaches) for column in columns]
    return tuple(texts[n] if n is not None and under.count(n) > 1 else () for n in under)


def _text_words(laid: Laid, reach: Reach) -> Words:
    pairs = zip(laid.line.words, laid.words, strict=True)
    return tuple(index for index, (left, right) in pairs if reach[0] <= left and right <= reach[1])


def _reaches(centres: Sequence[float], texts: Sequence[Reach]) -> list[float]:
    """How far from its middle each text over heads reaches: half way to the next one, or as far as it is wide."""
    gaps = [[abs(one - other) / 2 for other in centres if other != one] for one in centres]
    return [min(some, default=right - left) for some, (left, right) in zip(gaps, texts, strict=True)]


def _centre(page: Page, words: Words) -> float | None:
    box = union(page.words[index].box for index in words) if words else None
    return (box.left + box.right) / 2 if box else None


def _under(column: float | None, centres: Sequence[float], reaches: Sequence[float]) -> int | None:
    """Which of the texts over the heads a column stands under."""
    if column is None:
        return None
    near = min(range(len(centres)), key=lambda n: abs(centres[n] - column))
    return near if abs(centres[near] - column) < reaches[near] else None


def _all(page: Page, lines: Sequence[Laid]) -> Iterator[_Found]:
    for at, first in enumerate(lines):
        for depth in range(1, DEEPEST_HEAD + 1):
            start = at + depth
            last = lines[start - 1] if start < len(lines) else None
            if last is None or not _may_head(page, last) or (depth > 1 and not _is_close(lines[start - 2], last)):
                break
            found = _table(page, lines, at, start) if len(first.texts) > 1 or depth > 1 else None
            if found:
                yield found


def _may_head(page: Page, laid: Laid) -> bool:
    """Sums, prices and numbers head no columns, but years do; what ends in a colon is a key, and a caption stands over
    heads."""
    texts = [page.words[index].text for index in laid.line.words]
    return not _is_caption(page, laid) and not any(text.endswith(":") or _is_number(text) for text in texts)


def _is_number(text: str) -> bool:
    """Whether a text is a number of several digits, and no year nor a span of small ones: "10-49"."""
    if _SPAN.fullmatch(text):
        return False
    return _DECIMALS.search(text) is not None or (len(re.findall(r"\d", text)) > 2 and not _YEAR.search(text))


def _is_caption(page: Page, laid: Laid) -> bool:
    """Whether each text of a line says which table or figure it stands at: "Table 3: Rainfall"; a row of a list of
    tables has further texts."""
    text = page.text_of(laid.line.words)
    return _CAPTION.match(text) is not None and len(_CAPTION.findall(text)) >= len(laid.texts)


def _is_close(above: Laid, below: Laid) -> bool:
    return below.line.box.top - above.line.box.bottom < CLOSE_LINES * above.height


def _table(page: Page, lines: Sequence[Laid], at: int, start: int) -> _Found | None:
    """The table under lines `at` up to `start`, None where nothing stands in columns there."""
    body = _body(page, lines, start)
    near = Near([laid for laid in body if len(laid.texts) > 1][:NEAR_ROWS])
    spans = heads(page, lines[at:start], near)
    if len(spans) < 2:
        return None
    edges = [near.edge(a.right, b.left)[0] for a, b in pairwise(spans)]
    rows, sums, end = table_rows(page, body, edges)
    if not rows:
        return None
    table = PrintedTable(page, tuple(span.words for span in spans), tuple(rows), sums)
    return _Found(table, at, start + end, _score(table, start - at))


def _body(page: Page, lines: Sequence[Laid], start: int) -> list[Laid]:
    """The lines down to a wide gap or the caption of another table."""
    body: list[Laid] = []
    bottom = lines[start - 1].line.box.bottom
    for laid in lines[start:]:
        if laid.line.box.top - bottom > FARTHEST_ROW * laid.height or _is_caption(page, laid):
            break
        body.append(laid)
        bottom = laid.line.box.bottom
    return body


def _score(table: PrintedTable, depth: int) -> float:
    """Filled cells under heads and above sums count for a table but for one a row; empty ones count against it, and
    those under no head or with several texts, a head that is written as its cells, and a title over its heads."""
    headed = [n for n, words in enumerate(table.heads) if words]
    rows = table.rows[: table.goods]
    filled = sum(bool(row[n]) for row in rows for n in headed)
    holes = len(rows) * len(table.heads) - filled
    titled = len(table.heads) * _is_title(table)
    return filled - len(rows) * (1 + _repeated(table)) - holes - TORN * table.torn - titled - 0.5 * depth


def _is_title(table: PrintedTable) -> bool:
    """Whether the line over a table is a title and its heads are the first row: the title's words stand together across
    its columns, and the row under it, not close by, has no number where most rows below have some."""
    first, *rows = table.rows[: table.goods] or ((),)
    texts = [table.text(cell) for cell in first]
    if len(rows) < FEWEST_BELOW or not all(texts) or any(map(_has_digit, texts)) or not _is_cut(table, first):
        return False
    columns = ([table.text(row[n]) for row in rows if row[n]] for n in range(len(first)))
    return sum(bool(below) and all(map(_has_digit, below)) for below in columns) >= FEWEST_BELOW


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_cut(table: PrintedTable, below: Sequence[Words]) -> bool:
    """Whether some heads follow the one before them as words of one text do, and the row below is no more of them."""
    boxes = [[table.page.words[index].box for index in words] for words in table.heads if words]
    together = any(b[0].left - a[-1].right < SURE_GAP * a[-1].height for a, b in pairwise(boxes))
    bottom = max(box.bottom for some in boxes for box in some)
    top = min(table.page.words[index].box.top for cell in below for index in cell)
    return together and top - bottom >= CLOSE_LINES * boxes[0][0].height


def _repeated(table: PrintedTable) -> int:
    """Over how many columns a number stands that is written as most under it: such a line is a row and no head."""
    texts = [table.text(words) for words in table.heads]
    return sum(_is_alike(table, column, text) for column, text in enumerate(texts) if any(map(str.isdigit, text)))


def _is_alike(table: PrintedTable, column: int, head: str) -> bool:
    texts = [table.text(row[column]) for row in table.rows[: table.goods] if row[column]]
    return 2 * sum(_shape(text) == _shape(head) for text in texts) > len(texts)


def _shape(text: str) -> str:
    """A text with every year and every other number made one."""
    return re.sub(r"\d+", "0", _YEAR.sub("Y", text))


def _tears(page: Page, cell: Words) -> int:
    """How often a cell's words stand far apart on one line."""
    boxes = [page.words[index].box for index in cell]
    return sum(right.left - left.right > SURE_GAP * left.height for left, right in pairwise(boxes))
