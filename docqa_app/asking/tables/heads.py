"""Which words of a line head one column, told by what stands in the rows below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docqa_app.asking.tables.lines import LOOSE_GAP, Laid, Reach
from docqa_app.core.document import Page

SURE_GAP = 1.5
"""Words of a head that stand so many heights apart head two columns, unless most rows run across."""
CROSSED = 0.25
"""Share of the rows that may run across a gap between two columns."""
MOSTLY_CROSSED = 0.6
"""Share of the rows that may run across a wide gap."""
FILLED = 0.34
"""Share of the rows in which each of two columns that stand close must hold something."""
FEWEST_LETTERS = 4
"""What stands behind a number and has fewer letters is its unit."""
ENOUGH_PAIRS = 0.6
"""Share of the rows that must begin a column with a number and go on with a text."""

Words = tuple[int, ...]
"""Indices into the page's words."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a head and how far they reach across the page."""

    words: Words
    left: float
    right: float


class Near:
    """The first rows under a head, which tell where its columns run. What was told is kept."""

    def __init__(self, rows: Sequence[Laid]) -> None:
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


def heads(page: Page, lines: Sequence[Laid], near: Near) -> list[Span]:
    """The heads of columns in these lines, left to right, without words over a column that has none; [] where there is
    but one column."""
    return _parted(_joined(page, lines, near), near) if near.rows else []


def _joined(page: Page, lines: Sequence[Laid], near: Near) -> list[Span]:
    """The heads that the rows tell apart, left to right."""
    spans = _stacked(page, lines)
    height = max(laid.height for laid in lines)
    while len(spans) > 1:
        joined = [n for n in range(len(spans) - 1) if _are_one(spans, n, near, height)]
        if not joined:
            return _with_unheaded(spans, near.rows, height)
        at = min(joined, key=lambda n: spans[n + 1].left - spans[n].right)
        one, other = spans[at], spans[at + 1]
        spans[at : at + 2] = [Span(one.words + other.words, one.left, max(one.right, other.right))]
    return []


def _stacked(page: Page, lines: Sequence[Laid]) -> list[Span]:
    """Each word of the head; those of following lines that stand over each other as one."""
    spans: list[Span] = []
    for laid in lines:
        for index in laid.line.words:
            box = page.words[index].box
            over = [span for span in spans if span.left < box.right and box.left < span.right]
            spans = [span for span in spans if span not in over]
            words = (*(one for span in over for one in span.words), index)
            left, right = [span.left for span in over], [span.right for span in over]
            spans.append(Span(words, min([box.left, *left]), max([box.right, *right])))
    return sorted(spans, key=lambda span: span.left)


def _are_one(spans: Sequence[Span], at: int, near: Near, height: float) -> bool:
    """Whether the words `at` and behind it head one column: rows run across their gap, or leave one side empty."""
    one, other = spans[at], spans[at + 1]
    gap = other.left - one.right
    edge, crossed = near.edge(one.right, other.left)
    if gap >= SURE_GAP * height:
        return crossed > MOSTLY_CROSSED
    if crossed > (CROSSED if gap >= LOOSE_GAP * height else 0.0):
        edge, cut = near.edge(one.right, other.left, words=True)
        if cut:
            return True
    start = near.edge(spans[at - 1].right, one.left)[0] if at else 0.0
    end = near.edge(other.right, spans[at + 2].left)[0] if at + 2 < len(spans) else 1.0
    return min(near.filled(start, edge), near.filled(edge, end)) < FILLED


def _with_unheaded(spans: list[Span], body: Sequence[Laid], height: float) -> list[Span]:
    """The columns, with one more on the left where most rows have one that nothing heads."""
    limit = spans[0].left - SURE_GAP * height
    firsts = [laid.texts[0] for laid in body if laid.texts[0][1] < limit]
    if 2 * len(firsts) <= len(body):
        return spans
    return [Span((), min(left for left, _ in firsts), max(right for _, right in firsts)), *spans]


def _parted(spans: Sequence[Span], near: Near) -> list[Span]:
    """The columns, with those in two in which the rows tell a number or a code from the text behind it."""
    if not spans:
        return []
    edges = [0.0, *(near.edge(a.right, b.left)[0] for a, b in pairwise(spans)), 1.0]
    parted: list[Span] = []
    for span, (start, end) in zip(spans, pairwise(edges), strict=True):
        while (cut := _cut(near.rows, start, end)) is not None:
            if (span.left + span.right) / 2 < cut:
                parted.append(replace(span, right=min(span.right, cut)))
                span = Span((), cut, end)
            else:
                parted.append(Span((), start, cut))
            start = cut
        parted.append(span)
    return parted


def _cut(body: Sequence[Laid], start: float, end: float) -> float | None:
    """Where a column's rows leave a gap behind the numbers or codes that they begin with."""
    pairs = [pair for laid in body for pair in _beginning(laid, start, end)]
    if len(pairs) < 2 or len(pairs) < ENOUGH_PAIRS * len(body):
        return None
    left, right = max(a for a, _ in pairs), min(b for _, b in pairs)
    return (left + right) / 2 if left < right else None


def _beginning(laid: Laid, start: float, end: float) -> Iterator[Reach]:
    """Where the first word of a column ends and the second begins, where the one is a number and the other a text."""
    inside = [n for n, (left, right) in enumerate(laid.words) if start <= left and right <= end]
    if inside and laid.digits[inside[0]] and sum(laid.letters[n] for n in inside[1:]) >= FEWEST_LETTERS:
        yield laid.words[inside[0]][1], laid.words[inside[1]][0]
