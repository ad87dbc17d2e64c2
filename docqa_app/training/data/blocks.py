"""Labels and their values on the page: beside, above, in grids, in boxes, in a running line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docqa_app.training.data.canvas import Colour, Ink, Span, joined
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.labels import printed_label

GREY: Colour = (120, 120, 126)
PALE: Colour = (226, 229, 236)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and its value, before they are drawn; `name` is the field it tells ("" for none)."""

    name: str
    label: str
    value: str


Layout = Callable[[Draft, float, float, float, Sequence[Entry]], float]
"""layout(draft, x, y, width, entries) -> y below what was drawn"""


def entry(draft: Draft, name: str, value: str) -> Entry:
    """An entry with a label drawn from the field's synonyms."""
    return Entry(name, printed_label(draft.rng, name, draft.language), value)


def distinct(entries: Sequence[Entry]) -> list[Entry]:
    """Entries whose labels differ: two equal labels would make every question about them unfair."""
    return list({item.label.lower(): item for item in reversed(entries)}.values())[::-1]


def record(draft: Draft, item: Entry, value: Span, key: str | None = None) -> None:
    """Remembers an entry that was drawn."""
    key = (item.label if key is None else key).rstrip(" :")
    draft.pair(key, value)
    if item.name:
        draft.know(item.name, value, key)


def _label_ink(draft: Draft) -> Ink:
    return draft.ink.but(bold=draft.bold_labels)


def _value(draft: Draft, x: float, y: float, text: str, ink: Ink, width: float, align: str = "left") -> Span:
    return draft.canvas.write_lines(x, y, draft.canvas.wrap(text, ink, width), ink, align)


def beside(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """Labels in one column, values in the next."""
    canvas, ink, label_ink = draft.canvas, draft.ink, _label_ink(draft)
    heads = [draft.head(item.label) for item in entries]
    column = min(width * 0.55, max((canvas.measure(head, label_ink) for head in heads), default=0.0) + ink.size * 1.2)
    right = draft.chance(0.2)
    lead = draft.rng.choice((1.0, 1.05, 1.3, 1.6))
    for item, head in zip(entries, heads, strict=True):
        canvas.write(x, y, head, label_ink)
        at, align = (x + width, "right") if right else (x + column, "left")
        span = _value(draft, at, y, item.value, ink, width - column, align)
        record(draft, item, span, head)
        y = max(y + ink.leading, span.frame[3]) + ink.leading * (lead - 1)
    return y


def ragged(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """Each value right after its label."""
    canvas, ink, label_ink = draft.canvas, draft.ink, _label_ink(draft)
    for item in entries:
        head = draft.head(item.label)
        end = canvas.write(x, y, head, label_ink).frame[2] + canvas.measure(" ", ink) * draft.rng.choice((1, 1, 2))
        span = _value(draft, end, y, item.value, ink, max(40.0, x + width - end))
        record(draft, item, span, head)
        y = max(y + ink.leading, span.frame[3]) + ink.size * 0.15
    return y


def running(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """Labels and values one after another in lines."""
    canvas, ink, label_ink = draft.canvas, draft.ink, _label_ink(draft)
    at = x
    for item in entries:
        head = draft.head(item.label)
        need = canvas.measure(f"{head} {item.value}", label_ink)
        if at > x and at + need > x + width:
            at, y = x, y + ink.leading * 1.15
        end = canvas.write(at, y, head, label_ink).frame[2] + canvas.measure(" ", ink)
        span = canvas.write(end, y, item.value, ink)
        record(draft, item, span, head)
        at = span.frame[2] + ink.size * draft.rng.choice((1.2, 2.0, 3.0))
    return y + ink.leading * 1.2


def _cells(draft: Draft, width: float, entries: Sequence[Entry]) -> int:
    """How many cells fit side by side."""
    need = max(draft.canvas.measure(max(e.label, e.value, key=len), draft.ink.but(bold=True)) for e in entries) + 10
    return max(1, min(len(entries), int(width / need)))


def above(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """Small labels over their values, in a few columns."""
    return _grid(draft, x, y, width, entries, ruled=False)


def boxed(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """Each label and value in a ruled box, the label small at its top."""
    return _grid(draft, x, y, width, entries, ruled=True)


def _grid(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry], ruled: bool) -> float:
    canvas, ink = draft.canvas, draft.ink
    across = _cells(draft, width, entries)
    cell = width / across
    small = ink.but(size=ink.size * draft.rng.choice((0.75, 0.85, 1.0)), bold=draft.bold_labels)
    colour = GREY if not draft.bold_labels and draft.chance(0.4) else small.colour
    for start in range(0, len(entries), across):
        spans = []
        for n, item in enumerate(entries[start : start + across]):
            left = x + n * cell + 3
            head = draft.head(item.label, colon=False)
            canvas.write(left, y + 2, head, small.but(colour=colour))
            span = _value(draft, left, y + 3 + small.leading, item.value, ink, cell - 6)
            record(draft, item, span, head)
            spans.append(span)
        bottom = max([span.frame[3] for span in spans if span.words], default=y + ink.leading * 2) + 3
        if ruled:
            for n in range(len(spans)):
                canvas.box((x + n * cell, y, x + (n + 1) * cell, bottom))
        y = bottom + (0 if ruled else ink.size * 0.5)
    return y + ink.size * 0.4


def table_row(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """A ruled table of two rows: labels, then values."""
    canvas, ink = draft.canvas, draft.ink
    across = _cells(draft, width, entries)
    head_ink, height = ink.but(bold=True), ink.leading + 5
    shade = PALE if draft.chance(0.6) else None
    for start in range(0, len(entries), across):
        part = entries[start : start + across]
        cell = width / len(part)
        canvas.box((x, y, x + width, y + height), fill=shade)
        canvas.box((x, y + height, x + width, y + 2 * height))
        for n, item in enumerate(part):
            centre = x + (n + 0.5) * cell
            head = draft.head(item.label, colon=False)
            canvas.write(centre, y + 2, head, head_ink, "centre")
            record(draft, item, canvas.write(centre, y + height + 2, item.value, ink, "centre"), head)
            if n:
                canvas.line(x + n * cell, y, x + n * cell, y + 2 * height)
        y += 2 * height + 4
    return y


def ruled_rows(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """A ruled table of two columns: label, value."""
    canvas, ink, label_ink = draft.canvas, draft.ink, _label_ink(draft)
    column = min(width * 0.5, max((canvas.measure(draft.head(e.label), label_ink) for e in entries), default=0.0) + 10)
    for item in entries:
        head = draft.head(item.label)
        span = _value(draft, x + column + 4, y + 2, item.value, ink, width - column - 6)
        bottom = max(y + ink.leading, span.frame[3]) + 4
        canvas.write(x + 3, y + 2, head, label_ink)
        canvas.box((x, y, x + width, bottom))
        canvas.line(x + column, y, x + column, bottom)
        record(draft, item, span, head)
        y = bottom
    return y + 6


LAYOUTS: tuple[Layout, ...] = (beside, beside, ragged, above, boxed, table_row, ruled_rows)


def entries_block(draft: Draft, x: float, y: float, width: float, entries: Sequence[Entry]) -> float:
    """Entries in a layout drawn by lot."""
    if not entries:
        return y
    return draft.rng.choice(LAYOUTS)(draft, x, y, width, entries)


def paragraph(draft: Draft, x: float, y: float, width: float, text: str, ink: Ink | None = None) -> Span:
    """Running text, wrapped."""
    ink = ink or draft.ink
    return draft.canvas.write_lines(x, y, draft.canvas.wrap(text, ink, width), ink)


def address(draft: Draft, x: float, y: float, width: float, role: str, name: str, lines: Sequence[str]) -> float:
    """A party: perhaps a heading, its name, its address. `role` is the prefix of its fields, such as "buyer"."""
    canvas, ink = draft.canvas, draft.ink
    headed = role in ("buyer", "ship_to", "holder", "recipient") and draft.chance(0.75)
    head = ""
    if headed:
        head = draft.head(printed_label(draft.rng, f"{role}_name" if role != "holder" else "holder", draft.language))
        y = canvas.write(x, y, head, ink.but(bold=draft.chance(0.7))).frame[3] + 1
    first = canvas.write_lines(x, y, canvas.wrap(name, ink.but(bold=True), width), ink.but(bold=draft.chance(0.5)))
    wrapped = [piece for line in lines for piece in canvas.wrap(line, ink, width)]
    rest = canvas.write_lines(x, first.frame[3] + 1, wrapped, ink)
    draft.know("holder" if role == "holder" else f"{role}_name", first, head.rstrip(" :"))
    draft.know(f"{role}_address", rest)
    return joined((first, rest)).frame[3] + 4
