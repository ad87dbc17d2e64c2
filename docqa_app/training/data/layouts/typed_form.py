"""Forms of the age of typewriter and fax: capitals, tab stops, uneven rows, crosses typed on lines, remarks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from docqa_app.training.data.blocks import Entry, record
from docqa_app.training.data.canvas import Ink
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import fill, form_labels, words
from docqa_app.training.data.fonts import choose
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.lexicon import headings, texts

TITLES = texts("form.titles")
CHOICES = headings("form.questions")
REMARKS = texts("typed_form.remarks")
APPROVALS = texts("typed_form.approvals")
ENDINGS = (":", ":", ":", "", " -", ".", " #", "...")


def draw(draft: Draft, entries: Sequence[Entry], pen: Ink) -> None:
    """Fills a page with blocks of keys and values, each block set in a way drawn by lot."""
    draft.ink = Ink(choose(draft.rng, draft.rng.choice(("type", "type", "mono", "sans")), draft.language != "en"),
                    draft.rng.uniform(8.5, 11.0), draft.ink.colour)  # fmt: skip
    draft.upper, draft.colon = draft.chance(0.7), draft.rng.choice(ENDINGS)
    pen = pen if draft.chance(0.4) else draft.ink
    y, left = _top(draft), list(entries)
    blocks = (_row, _row, _stack, _stack, _split)
    while left and y < draft.canvas.height - 190:
        take = min(len(left), draft.rng.randint(2, 7))
        y = draft.rng.choice(blocks)(draft, y, left[:take], pen)
        left = left[take:]
        if draft.chance(0.3):
            draft.canvas.line(draft.margin, y, draft.right, y)
            y += 4
        if draft.chance(0.4):
            y = _crosses(draft, y, pen)
    y = _remarks(draft, y, pen) if draft.chance(0.6) else y
    _approvals(draft, y, pen)


def _top(draft: Draft) -> float:
    """A fax's own line, the firm, the title, all perhaps."""
    y, canvas, world = draft.margin * 0.4, draft.canvas, draft.world
    if draft.chance(0.25):
        small = Ink(choose(draft.rng, "mono", False), 6.5)
        line = f"{world.dates.text(world.day())} {fill(world, 'clock')} {world.phone()} {world.company().upper()[:24]}"
        y = canvas.write(draft.margin * 0.5, 8, f"{line} P.{draft.rng.randint(1, 9):02d}", small).frame[3] + 8
    if draft.chance(0.4):
        name = canvas.write(canvas.width / 2, y, world.company().upper(), draft.ink.but(bold=True), "centre")
        draft.know("seller_name", name)
        y = name.frame[3] + 4
    if draft.chance(0.85):
        text = draft.rng.choice(TITLES[draft.language])
        y = frame.title(draft, y, text, draft.rng.choice(("centre", "centre", "left")))
    return y + 6


def _head(draft: Draft, item: Entry) -> str:
    text = item.label.upper() if draft.upper else item.label
    return text + draft.colon


def _put(draft: Draft, x: float, y: float, item: Entry, pen: Ink, right: float, at: float = 0.0) -> float:
    """A key and what is written after it, on a line or not; returns y below."""
    head = _head(draft, item)
    end = draft.canvas.write(x, y, head, draft.ink).frame[2] + 4
    end = max(end, at)
    if draft.chance(0.4):
        draft.canvas.line(end, y + draft.ink.leading, right, y + draft.ink.leading, weight=0.5)
    rise = draft.rng.uniform(-2.5, 1.0)
    lines = draft.canvas.wrap(item.value, pen, max(60.0, right - end)) if item.value else [""]
    span = draft.canvas.write_lines(end + draft.rng.uniform(0, 8), y + rise, lines, pen)
    record(draft, item, span, head.rstrip(" :.-#"))
    return max(y + draft.ink.leading, span.frame[3])


def _row(draft: Draft, y: float, entries: Sequence[Entry], pen: Ink) -> float:
    """Two or three keys in a row at tab stops, as far as they fit."""
    left = list(entries)
    while left:
        across = min(len(left), draft.rng.choice((2, 2, 3)))
        part, left = left[:across], left[across:]
        step, below = draft.inner / across, y
        for n, item in enumerate(part):
            x = draft.margin + n * step
            below = max(below, _put(draft, x, y, item, pen, x + step - 8))
        y = below + draft.ink.leading * draft.rng.uniform(0.2, 0.8)
    return y


def _stack(draft: Draft, y: float, entries: Sequence[Entry], pen: Ink) -> float:
    """One key under another, values at a tab stop or right after."""
    tab = draft.margin + draft.inner * draft.rng.choice((0.0, 0.3, 0.4))
    for item in entries:
        y = _put(draft, draft.margin, y, item, pen, draft.right, tab) + draft.ink.leading * draft.rng.uniform(0.0, 0.6)
    return y + 4


def _split(draft: Draft, y: float, entries: Sequence[Entry], pen: Ink) -> float:
    """Keys above their values in ruled cells of uneven width."""
    edges = [draft.margin + draft.inner * cut for cut in sorted(draft.rng.uniform(0.25, 0.75) for _ in range(1))]
    edges = [draft.margin, *edges, draft.right]
    for start in range(0, len(entries), 2):
        below = y + draft.ink.leading * 2.2
        for item, left, right in zip(entries[start : start + 2], edges, edges[1:], strict=False):
            head = _head(draft, item)
            draft.canvas.write(left + 3, y + 1, head, draft.ink.but(size=draft.ink.size * 0.8))
            lines = draft.canvas.wrap(item.value, pen, right - left - 8) if item.value else [""]
            span = draft.canvas.write_lines(left + 6, y + draft.ink.leading, lines, pen)
            record(draft, item, span, head.rstrip(" :.-#"))
            below = max(below, span.frame[3] + 2)
        for left, right in pairwise(edges):
            draft.canvas.box((left, y, right, below))
        y = below
    return y + 6


def _crosses(draft: Draft, y: float, pen: Ink) -> float:
    """Choices with a typed cross on the line beside the one that holds."""
    group, options = draft.rng.choice(tuple(CHOICES[draft.language].items()))
    if any(pair.key == option for pair in draft.pairs for option in options):
        return y
    chosen, sign = draft.rng.randrange(len(options)), draft.rng.choice(("X", "x", "XX", "[X]"))
    x = draft.canvas.write(draft.margin, y, group, draft.ink).frame[2] + 14
    for n, option in enumerate(options):
        need = draft.canvas.measure(option, draft.ink) + 44
        if x + need > draft.right:
            x, y = draft.margin + 20, y + draft.ink.leading * 1.2
        end = draft.canvas.write(x, y, option, draft.ink).frame[2] + 4
        draft.canvas.line(end, y + draft.ink.leading, end + 22, y + draft.ink.leading, weight=0.6)
        draft.pair(option, draft.canvas.write(end + 7, y - 1, sign if n == chosen else "", pen))
        x = end + 34
    return y + draft.ink.leading * 1.5


def _remarks(draft: Draft, y: float, pen: Ink) -> float:
    """A key with some sentences after or under it."""
    label = draft.rng.choice(REMARKS[draft.language])
    text = draft.world.paragraph(draft.rng.randint(1, 3)) if draft.chance(0.6) else words(draft.world)
    item = Entry("", label, text)
    if y > draft.canvas.height - 150:
        return y
    if draft.chance(0.5):
        return _put(draft, draft.margin, y, item, pen, draft.right) + 6
    head = _head(draft, item)
    y = draft.canvas.write(draft.margin, y, head, draft.ink).frame[3] + 2
    lines = draft.canvas.wrap(text, pen, draft.inner - 20)
    span = draft.canvas.write_lines(draft.margin + 16, y, lines, pen)
    record(draft, item, span, head.rstrip(" :.-#"))
    return span.frame[3] + 6


def _approvals(draft: Draft, y: float, pen: Ink) -> None:
    """Who agreed and when, in a row or two at the foot."""
    labels = draft.rng.sample(APPROVALS[draft.language], draft.rng.randint(0, 2))
    for label in labels:
        if y > draft.canvas.height - 80:
            return
        items = [Entry("", label, draft.world.person())]
        y = _put(draft, draft.margin, y, items[0], pen, draft.margin + draft.inner * 0.6) + 6
    if labels and draft.chance(0.4) and y < draft.canvas.height - 80:
        frame.sign_here(draft, draft.margin + draft.inner * 0.5, y, draft.world.person())


def typed_entries(draft: Draft, entries: Sequence[Entry]) -> list[Entry]:
    """More keys of forms after those given, no label twice."""
    seen = {item.label.lower() for item in entries}
    free = [(label, sort) for label, sort in form_labels(draft.language) if label.lower() not in seen]
    more = [Entry("", label, fill(draft.world, sort)) for label, sort in free]
    return [*entries, *draft.rng.sample(more, min(len(more), draft.rng.randint(0, 16)))]
