"""What an invoice says besides goods and sums: its title, its numbers and days, how and when to pay."""

from __future__ import annotations

from datetime import date

from docqa_app.training.data.blocks import Entry, distinct, entries_block, entry, ragged
from docqa_app.training.data.canvas import Ink
from docqa_app.training.data.deals import Deal
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.layouts.particulars import particular_entries, tell_particulars
from docqa_app.training.data.layouts.parties import a_word, heading, said
from docqa_app.training.data.telling import tellable, told

OFTEN = {"invoice_number": 0.8, "invoice_date": 0.9, "customer_number": 0.5, "due_date": 0.4, "delivery_date": 0.35}
SELDOM = ("order_number", "order_date", "delivery_note_number", "contact_person", "reference", "your_reference",
          "payment_terms", "period", "project", "contract_number", "buyer_vat_id", "currency", "salesperson",
          )  # fmt: skip


def titled(draft: Draft, x: float, y: float, width: float, deal: Deal, numbered: float = 0.7) -> float:
    """The title, with the number and perhaps the day in it, or one word alone."""
    rng = draft.rng
    sort = "credited" if deal.is_credit else "numbered" if draft.chance(numbered) else "untitled"
    ink = draft.ink.but(size=draft.ink.size * rng.choice((1.0, 1.2, 1.4, 1.8)), bold=draft.chance(0.85))
    ink = ink.but(colour=draft.accent) if draft.chance(0.2) else ink
    span = told(draft, x, y, width, a_word(draft, sort), deal.values, ink)
    draft.know("document_title", span)
    return span.frame[3] + rng.uniform(4, 12)


def number_entries(draft: Draft, deal: Deal, most: int = 8) -> list[Entry]:
    """Numbers and days of the invoice that were not told yet, the number always."""
    rng, values = draft.rng, deal.values | {"currency": draft.world.money.code}
    told_number = "invoice_number" in draft.facts
    names = [n for n, share in OFTEN.items() if draft.chance(share if n != "invoice_number" or told_number else 1.0)]
    names += rng.sample(SELDOM, min(len(SELDOM), rng.choice((0, 1, 2, 3, 4, 6))))
    if told_number and draft.chance(0.7) and "invoice_number" in names:
        names.remove("invoice_number")
    if draft.chance(0.3):
        rng.shuffle(names)
    known = [entry(draft, n, values[n]) for n in names[:most] if values.get(n)]
    return distinct([*known, *particular_entries(draft)][:most])


def opening(draft: Draft, y: float, deal: Deal) -> float:
    """A form of address and a sentence or two before the goods."""
    if draft.chance(0.7):
        y = draft.canvas.write(draft.margin, y, a_word(draft, "dear"), draft.ink).frame[3] + draft.ink.size * 0.6
    frames = tellable(said(draft, "opening"), deal.values)
    for frame in draft.rng.sample(frames, draft.rng.choice((1, 1, 2, 3))):
        y = told(draft, draft.margin, y, draft.inner, frame, deal.values).frame[3]
    y = tell_particulars(draft, draft.margin, y, draft.inner, lowest=draft.canvas.height * 0.5)
    return y + draft.ink.size * 0.8


def threshold_values(draft: Draft) -> dict[str, str]:
    """Amounts and days that small print mentions and that mean nothing here."""
    world = draft.world
    return {
        "threshold": world.money.text(draft.rng.choice((30000, 50000, 10000, 25000))),
        "threshold_day": world.dates.text(world.day(date(2005, 1, 1))),
    }


def paying(draft: Draft, y: float, deal: Deal, most: int = 4) -> float:
    """Sentences on when and where to pay, notes and the reason for no tax; each where there is room."""
    rng, values = draft.rng, deal.values | threshold_values(draft)
    frames = rng.sample(tellable(said(draft, "paying"), values), rng.randint(1, 2))
    if draft.chance(0.5):
        frames += rng.sample(tellable(said(draft, "banking"), values), 1)
    frames += rng.sample(tellable(said(draft, "notes"), values), rng.choice((0, 0, 1, 2)))
    if deal.sums.tax == 0:
        frames.append(a_word(draft, "exempt"))
    rng.shuffle(frames)
    y = sentences(draft, draft.margin, y, draft.inner, frames[:most], deal, values)
    return tell_particulars(draft, draft.margin, y, draft.inner, lowest=draft.canvas.height - 140)


def sentences(
    draft: Draft, x: float, y: float, width: float, frames: list[str], deal: Deal, values: dict[str, str] | None = None
) -> float:
    """Frames told one under another, or run together as one paragraph."""
    values = values or deal.values
    if draft.chance(0.3):
        frames = [" ".join(frames)]
    for frame in frames:
        if y > draft.canvas.height - 110:
            break
        y = told(draft, x, y, width, frame, values, _plain_or_bold(draft)).frame[3] + draft.ink.size * 0.3
    return y + draft.ink.size * 0.5


def _plain_or_bold(draft: Draft) -> Ink:
    return draft.ink.but(bold=draft.chance(0.12))


def due_table(draft: Draft, x: float, y: float, width: float, deal: Deal) -> float:
    """When to pay as a little table: what, by which day."""
    heads = a_word(draft, "due_heads").split("|")
    step = width / len(heads)
    for n, head in enumerate(heads):
        draft.canvas.write(x + n * step, y, head, draft.ink.but(bold=True))
    y += draft.ink.leading * 1.2
    if draft.chance(0.6):
        draft.canvas.write_lines(x, y, draft.canvas.wrap(deal.values["payment_terms"], draft.ink, step), draft.ink)
    span = draft.canvas.write(x + step, y, deal.values["due_date"], draft.ink)
    draft.know("due_date", span, heads[1])
    draft.pair(heads[1], span)
    return y + draft.ink.leading * 1.6


def bank_block(draft: Draft, x: float, y: float, width: float, deal: Deal) -> float:
    """How to pay as labels and values, perhaps under a heading."""
    if draft.chance(0.5):
        y = heading(draft, x, y, width, a_word(draft, "pay_head"))
    names = [n for n in ("bank_name", "iban", "account_number", "bic", "due_date") if n in deal.values]
    entries = [entry(draft, n, deal.values[n]) for n in names if n in ("iban", "account_number") or draft.chance(0.7)]
    layout = draft.rng.choice((ragged, entries_block))
    return layout(draft, x, y, width, distinct(entries)) + draft.ink.size * 0.5
