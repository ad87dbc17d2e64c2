"""Where the columns of the line items run on a page, and what the cells hold once a border is moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docqa_app.core.changes import Deed
from docqa_app.core.document import Box, Page
from docqa_app.core.fields import LineItem
from docqa_app.core.geometry import union, upright
from docqa_app.extracting.line_items.headers import Track
from docqa_app.session.reviewing.rows import read_cell, words_on
from docqa_app.session.reviewing.state import Review, done

MARGIN = 0.006
NARROWEST = 0.012
"""Of the page's width."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The columns of one page, left to right, and how far down its rows reach. Neighbours may share an edge."""

    tracks: tuple[Track, ...]
    top: float
    bottom: float

    @property
    def edges(self) -> tuple[float, ...]:
        """Every border once, left to right."""
        return tuple(sorted({edge for track in self.tracks for edge in (track.left, track.right)}))


def ruling(review: Review, page: Page) -> Ruling | None:
    """The columns as the cells on a page show them; None where no row stands there."""
    rows = _rows_on(review, page)
    if not rows:
        return None
    stood = upright(page)
    spans = [span for column in review.schema.columns if (span := _span(stood, column.name, rows)) is not None]
    spans.sort(key=lambda track: track.left + track.right)
    bands = [_band(stood, item) for _, item in rows]
    taken = {index for _, item in rows for cell in item.cells for index in words_on(page, cell)}
    strays = [
        word.box for at, word in enumerate(stood.words) if at not in taken and _row_at(word.box, bands) is not None
    ]
    return Ruling(tuple(_parted(spans, strays)), min(b.top for b in bands), max(b.bottom for b in bands))


def moved(shown: Ruling, edge: int, x: float) -> Ruling:
    """The border of this number (from 0, left to right) at another place, between its neighbours."""
    edges = shown.edges
    low = edges[edge - 1] + NARROWEST if edge else 0.0
    high = edges[edge + 1] - NARROWEST if edge + 1 < len(edges) else 1.0
    old, new = edges[edge], max(low, min(x, high))
    tracks = (
        replace(one, left=new if one.left == old else one.left, right=new if one.right == old else one.right)
        for one in shown.tracks
    )
    return replace(shown, tracks=tuple(tracks))


def recut(review: Review, page: Page, shown: Ruling, at: str) -> Review:
    """Every row of the page with the words that now stand between its borders. Cells whose words stay are kept, and
    those that stand on another page."""
    rows = _rows_on(review, page)
    stood = upright(page)
    bands = [_band(stood, item) for _, item in rows]
    words = [[index for cell in item.cells for index in words_on(page, cell)] for _, item in rows]
    taken = {index for some in words for index in some}
    for index, word in enumerate(stood.words):
        if index not in taken and (row := _row_at(word.box, bands)) is not None:
            words[row].append(index)
    items = list(review.extraction.line_items)
    for (number, item), some in zip(rows, words, strict=True):
        items[number] = _cut(review, page, stood, item, some, shown)
    return done(review, Deed.MOVE_COLUMN, replace(review.extraction, line_items=tuple(items)), at)


def _cut(review: Review, page: Page, stood: Page, item: LineItem, words: Sequence[int], shown: Ruling) -> LineItem:
    tracks = {track.name: track for track in shown.tracks}
    cells = []
    for cell in item.cells:
        track = tracks.get(cell.name) if cell.page in (None, page.number) else None
        mine = [index for index in words if track and track.left <= _middle(stood.words[index].box) < track.right]
        cells.append(read_cell(review, page, cell, mine) if track else cell)
    return LineItem(tuple(cells))


def _rows_on(review: Review, page: Page) -> list[tuple[int, LineItem]]:
    """The rows that stand on a page, with their numbers."""
    items = enumerate(review.extraction.line_items)
    return [(n, item) for n, item in items if any(words_on(page, cell) for cell in item.cells)]


def _span(page: Page, name: str, rows: Sequence[tuple[int, LineItem]]) -> Track | None:
    boxes = [page.words[index].box for _, item in rows for index in words_on(page, item.cell(name))]
    return Track(name, min(b.left for b in boxes), max(b.right for b in boxes)) if boxes else None


def _band(page: Page, item: LineItem) -> Box:
    return union(page.words[index].box for cell in item.cells for index in words_on(page, cell))


def _row_at(box: Box, bands: Sequence[Box]) -> int | None:
    height = (box.top + box.bottom) / 2
    return next((row for row, band in enumerate(bands) if band.top <= height <= band.bottom), None)


def _parted(spans: Sequence[Track], strays: Sequence[Box]) -> Iterator[Track]:
    """The columns with their borders between the words: one where neighbours touch, two where something that belongs
    to neither stands between them."""
    lefts, rights = [_outer(strays, spans[0].left, -1)], []
    for a, b in pairwise(spans):
        between = [box for box in strays if a.right <= _middle(box) <= b.left]
        if between and min(box.left for box in between) > a.right and max(box.right for box in between) < b.left:
            rights.append((a.right + min(box.left for box in between)) / 2)
            lefts.append((max(box.right for box in between) + b.left) / 2)
        else:
            rights.append((a.right + b.left) / 2)
            lefts.append(rights[-1])
    rights.append(_outer(strays, spans[-1].right, 1))
    for span, left, right in zip(spans, lefts, rights, strict=True):
        yield replace(span, left=left, right=right)


def _outer(strays: Sequence[Box], edge: float, side: int) -> float:
    """A border a little outside, but not beyond half the way to what stands there."""
    if side < 0:
        near = max((box.right for box in strays if box.right <= edge), default=0.0)
        return max(edge - MARGIN, (near + edge) / 2)
    near = min((box.left for box in strays if box.left >= edge), default=1.0)
    return min(edge + MARGIN, (near + edge) / 2)


def _middle(box: Box) -> float:
    return (box.left + box.right) / 2
