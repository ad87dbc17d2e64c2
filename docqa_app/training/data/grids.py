"""Tables and blocks of totals on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docqa_app.training.data.blocks import GREY, PALE, Entry, record
from docqa_app.training.data.canvas import Colour, Ink, Span
from docqa_app.training.data.draft import Cell, Draft, Table

NOTHING: Mapping[int, tuple[str, str]] = {}
LOOKS = ("ruled", "ruled", "rows", "head", "bare", "striped")
DARK: tuple[Colour, ...] = ((40, 52, 84), (30, 90, 80), (90, 40, 40), (60, 60, 60), (20, 90, 150))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is, its heading, the side it is set to. Only a `wide` column may wrap."""

    key: str
    header: str
    align: str = "left"
    wide: bool = False


def _longest(texts: Sequence[str], draft: Draft) -> float:
    """Width in points of the widest text; only the few longest are measured."""
    ink = draft.ink.but(bold=True)
    return max(draft.canvas.measure(text, ink) for text in sorted(texts, key=len)[-3:])


def column_widths(draft: Draft, columns: Sequence[Column], rows: Sequence[Sequence[str]], width: float) -> list[float]:
    """Widths in points that add up to `width`; where room is scarce wide columns wrap first, then all."""
    pad = draft.ink.size * 0.9 + 2
    texts = [[column.header, *(row[n] for row in rows)] for n, column in enumerate(columns)]
    whole = [_longest(cells, draft) + pad for cells in texts]
    spare = width - sum(whole)
    if spare >= 0:
        takers = [n for n, column in enumerate(columns) if column.wide] or list(range(len(columns)))
        return [w + (spare / len(takers) if n in takers else 0) for n, w in enumerate(whole)]
    words = [_longest([word for cell in cells for word in cell.split()] or [""], draft) + pad for cells in texts]
    least = [words[n] if column.wide else whole[n] for n, column in enumerate(columns)]
    if sum(least) > width:
        least = words
    return _shared_out(least, whole, width)


def _shared_out(least: Sequence[float], whole: Sequence[float], width: float) -> list[float]:
    """What is left beyond the least widths, shared out by what each column lacks."""
    spare = width - sum(least)
    if spare < 0:
        return [w * width / sum(least) for w in least]
    # a column with one very long cell must not take all
    lacks = [min(full - w, width / 3) for w, full in zip(least, whole, strict=True)]
    return [w + spare * lack / sum(lacks) for w, lack in zip(least, lacks, strict=True)]


def shrink_to_fit(draft: Draft, columns: Sequence[Column], rows: Sequence[Sequence[str]], width: float) -> None:
    """Takes a smaller size where even the longest words would not fit side by side."""
    pad = draft.ink.size * 0.9 + 2
    texts = [[column.header, *(row[n] for row in rows)] for n, column in enumerate(columns)]
    need = sum(_longest([w for cell in cells for w in cell.split()] or [""], draft) + pad for cells in texts)
    if need > width:
        draft.ink = draft.ink.but(size=max(3.5, draft.ink.size * width / need))


@dataclass(slots=True)
class _Frame:
    """Where a table stands while it is drawn: column edges and its look."""

    draft: Draft
    columns: Sequence[Column]
    edges: list[float]
    look: str
    dark: Colour | None

    def cell(self, n: int, y: float, text: str, ink: Ink) -> Span:
        left, right = self.edges[n] + 3, self.edges[n + 1] - 3
        align = self.columns[n].align
        at = {"left": left, "right": right, "centre": (left + right) / 2}[align]
        lines = self.draft.canvas.wrap(text, ink, max(10.0, right - left)) if text else []
        return self.draft.canvas.write_lines(at, y + 2, lines, ink, align)

    def aside(self, y: float, text: str, amount: str) -> float:
        """A line of its own across the table: a group's heading, or its sum set to the right."""
        canvas, ink = self.draft.canvas, self.draft.ink.but(bold=True)
        wide = next((n for n, column in enumerate(self.columns) if column.wide), 0)
        canvas.write(self.edges[wide] + 3, y + 2, text, ink)
        if amount:
            canvas.write(self.edges[-1] - 3, y + 2, amount, ink, "right")
        return y + ink.leading + 4

    def _note(self, spans: Sequence[Span], y: float, notes: Sequence[str], ink: Ink) -> None:
        """Writes lines under the row's wide cell."""
        wide = next((n for n, column in enumerate(self.columns) if column.wide), 0)
        top = spans[wide].frame[3] if spans[wide].words else y + 2
        for n, note in enumerate(notes):
            self.draft.canvas.write(self.edges[wide] + 3, top + n * ink.leading, note, ink.but(bold=False))

    def _lines(self, texts: Sequence[str], ink: Ink, notes: int) -> int:
        """How many lines a row is high."""
        lines = [len(self.draft.canvas.wrap(t, ink, max(10.0, self.edges[n + 1] - self.edges[n] - 6)) or [""])
                 for n, t in enumerate(texts)]  # fmt: skip
        wide = max((lines[n] for n, column in enumerate(self.columns) if column.wide), default=0)
        return max(*lines, wide + notes) if notes else max(lines)

    def height(self, texts: Sequence[str], notes: int = 0) -> float:
        """How high a row of the body is, in points."""
        return self._lines(texts, self.draft.ink, notes) * self.draft.ink.leading + 4

    def row(
        self, y: float, texts: Sequence[str], ink: Ink, shade: Colour | None, notes: Sequence[str] = ()
    ) -> tuple[list[Cell], float]:
        bottom = y + self._lines(texts, ink, len(notes)) * ink.leading + 4
        if shade:
            self.draft.canvas.box((self.edges[0], y, self.edges[-1], bottom), outline=None, fill=shade)
        spans = [self.cell(n, y, text, ink) for n, text in enumerate(texts)]
        self._note(spans, y, notes, ink)
        if self.look == "ruled":
            for left, right in zip(self.edges, self.edges[1:], strict=False):
                self.draft.canvas.box((left, y, right, bottom), weight=0.6)
        elif self.look == "rows":
            self.draft.canvas.line(self.edges[0], bottom, self.edges[-1], bottom, GREY, 0.5)
        return [Cell(span.text, span.words) for span in spans], bottom


def draw_table(
    draft: Draft,
    x: float,
    y: float,
    width: float,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    unit: str = "item",
    look: str | None = None,
    notes: Sequence[Sequence[str]] = (),
    limit: float = 1e9,
    between: Mapping[int, tuple[str, str]] = NOTHING,
) -> float:
    """Draws a table with headings, remembers its cells; returns y below it.

    `notes`: by row, small lines under its wide cell that are no part of it. Rows that would pass `limit` stay away.
    `between`: a heading or a subtotal (text, amount) drawn before the row of that number, no row itself.
    """
    look = look or draft.rng.choice(LOOKS)
    widths = column_widths(draft, columns, rows, width)
    edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
    dark = draft.rng.choice(DARK) if draft.chance(0.3) else None
    frame = _Frame(draft, columns, edges, look, dark)
    headers, y = _header(frame, y)
    body, y = _body(frame, y, rows, notes, limit, between)
    if look in ("head", "striped") and draft.chance(0.5):
        draft.canvas.line(edges[0], y, edges[-1], y)
    draft.tables.append(Table(tuple(c.key for c in columns), tuple(headers), tuple(body), unit))
    return y + draft.ink.size * 0.7


def _body(
    frame: _Frame,
    y: float,
    rows: Sequence[Sequence[str]],
    notes: Sequence[Sequence[str]],
    limit: float,
    between: Mapping[int, tuple[str, str]],
) -> tuple[list[tuple[Cell, ...]], float]:
    """The rows down to `limit`, the first in any case, with what stands between them."""
    ink, body = frame.draft.ink, []
    gap = frame.draft.rng.choice((0.0, 0.0, 2.0, 5.0)) if frame.look != "ruled" else 0.0
    for n, row in enumerate(rows):
        shade = PALE if frame.look == "striped" and n % 2 == 0 else None
        below = notes[n] if notes else ()
        if n and y + frame.height(row, len(below)) + (ink.leading + 4) * (n in between) > limit:
            break
        if n in between:
            y = frame.aside(y, *between[n])
        cells, y = frame.row(y, row, ink, shade, below)
        body.append(tuple(cells))
        y += gap
    return body, y


def _header(frame: _Frame, y: float) -> tuple[list[Cell], float]:
    draft = frame.draft
    ink = draft.ink.but(bold=draft.chance(0.8))
    shade: Colour | None = frame.dark or (PALE if draft.chance(0.4) else None)
    if frame.dark:
        ink = ink.but(colour=(255, 255, 255))
    texts = [draft.head(c.header, colon=False) if c.header else "" for c in frame.columns]
    headers, y = frame.row(y, texts, ink, shade)
    if frame.look in ("head", "rows", "striped") and not frame.dark:
        draft.canvas.line(frame.edges[0], y, frame.edges[-1], y)
    return headers, y + 1


def totals(draft: Draft, left: float, right: float, y: float, entries: Sequence[Entry], strong: str = "total") -> float:
    """Labels and right-set amounts under one another, the one named `strong` set off."""
    canvas = draft.canvas
    ruled = draft.chance(0.25)
    rights = draft.chance(0.25)
    for item in entries:
        big = item.name == strong
        ink = draft.ink.but(bold=big, size=draft.ink.size * (draft.rng.choice((1.0, 1.15, 1.35)) if big else 1.0))
        head = draft.head(item.label)
        if big and draft.chance(0.5):
            canvas.line(left, y, right, y)
        bottom = y + ink.leading + 3
        if rights:
            amount = canvas.measure(item.value, ink)
            canvas.write(right - max(amount, (right - left) * 0.45) - 8, y + 1, head, ink, "right")
        else:
            canvas.write(left + 2, y + 1, head, ink)
        record(draft, item, canvas.write(right - 3, y + 1, item.value, ink, "right"), head)
        if ruled:
            canvas.box((left, y, right, bottom), weight=0.6)
        y = bottom
    return y + 4
