"""The schedule of an order for air time: lines of spots, what they come to, the small print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from docqa_app.training.data.blocks import Entry, distinct, entries_block, entry
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import Column, draw_table, totals
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.lexicon import flat, headings

SHOWS = flat("order.shows")
HEADERS = headings("order.headers")["en"]
RATES = (2500, 7500, 10000, 12500, 25000, 55000, 120000, 350000)
RIGHT = ("quantity", "price", "amount")


@dataclass(frozen=True, slots=True)
class Spots:
    """One line of a schedule; `rate` in cents."""

    show: str
    first: date
    last: date
    count: int
    rate: int


def draw(draft: Draft, y: float, start: date, finish: date) -> None:
    """A table of spots and the sums under it."""
    draft.ink = draft.ink.but(size=draft.ink.size * 0.9)
    room = int((draft.canvas.height - y - 150) / (draft.ink.leading * 1.5 + 4))
    count = max(1, min(draft.rng.choice((1, 2, 3, 5, 8, 12, 18, 26)), room))
    spots = [_spots(draft, start, finish) for _ in range(count)]
    columns = _columns(draft)
    rows = [_row(draft, n, line, columns) for n, line in enumerate(spots, start=1)]
    y = draw_table(draft, draft.margin, y, draft.inner, columns, rows, "line")
    y = _sums(draft, y, sum(line.count * line.rate for line in spots), sum(line.count for line in spots))
    frame.small_print(draft, y + 8)


def _spots(draft: Draft, start: date, finish: date) -> Spots:
    """Spots some time between the first and the last day."""
    rng = draft.rng
    days = (finish - start).days
    first = start + timedelta(days=rng.randrange(days + 1) if rng.random() < 0.6 else 0)
    last = finish if rng.random() < 0.5 else min(finish, first + timedelta(days=6))
    show = rng.choice(SHOWS)
    if rng.random() < 0.4:
        show = f"{show} {rng.choice(('M-F', 'Sa', 'Su', 'M-Su'))} {rng.randint(1, 11)}{rng.choice('ap')}"
    return Spots(show, first, last, rng.randint(1, 12), rng.choice(RATES))


def _columns(draft: Draft) -> list[Column]:
    keys = ["position", *(["start", "end"] if draft.chance(0.5) else []), "item"]
    keys += [k for k in ("time", "days", "length") if draft.chance(0.5)]
    keys += RIGHT
    return [Column(k, draft.rng.choice(HEADERS[k]), "right" if k in RIGHT else "left", k == "item") for k in keys]


def _row(draft: Draft, number: int, line: Spots, columns: list[Column]) -> list[str]:
    rng, show, money = draft.rng, draft.world.dates.text, draft.world.money.text
    hour = rng.randint(1, 10)
    cells = {
        "position": str(number),
        "item": line.show,
        "start": show(line.first),
        "end": show(line.last),
        "days": rng.choice(("M-F", "MTWTF--", "Sa-Su", "--W----")),
        "length": rng.choice((":30", ":60", ":15")),
        "time": f"{hour}p-{hour + 1}p",
        "quantity": str(line.count),
        "price": money(line.rate),
        "amount": money(line.count * line.rate),
    }
    return [cells[column.key] for column in columns]


def _sums(draft: Draft, y: float, gross: int, spots: int) -> float:
    text = draft.world.money.text
    commission = gross * 15 // 100
    entries = [entry(draft, "gross_amount", text(gross))]
    if draft.chance(0.6):
        entries.insert(0, entry(draft, "spots", str(spots)))
    if draft.chance(0.6):
        shown = f"({text(commission)})" if draft.chance(0.3) else text(commission)
        entries += [entry(draft, "commission", shown), entry(draft, "net_amount", text(gross - commission))]
    if draft.chance(0.25):
        entries.append(Entry("", "Sales Tax", text(0)))
    entries = distinct(entries)
    if draft.chance(0.3):
        return entries_block(draft, draft.margin, y, draft.inner * draft.rng.choice((0.6, 1.0)), entries)
    return totals(draft, draft.margin + draft.inner * 0.55, draft.right, y, entries, "gross_amount")
