"""Invoices: a letterhead, parties, numbers and days, lines, sums, how to pay."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from docqa_app.training.data.blocks import Entry, address, beside, distinct, entries_block, entry, ragged, table_row
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import totals
from docqa_app.training.data.layouts import banner_invoice, frame, ledger_invoice, letter_invoice, listed_invoice
from docqa_app.training.data.layouts.invoice_goods import goods_table
from docqa_app.training.data.layouts.invoice_sums import know_currency, sum_entries, tax_table
from docqa_app.training.data.layouts.particulars import particular_entries, tell_particulars
from docqa_app.training.data.lexicon import texts
from docqa_app.training.data.sales import lines, settled

TITLES = texts("invoice.titles")
TO = {"en": "-", "de": "bis", "fr": "au"}
DAYS = {"en": "days net", "de": "Tage netto", "fr": "jours net"}


EUROPE = ("DE", "FR", "GB")
MANNERS: dict[str, tuple[int, int]] = {"classic": (20, 55), "letter": (30, 15), "banner": (17, 20), "listed": (14, 3),
                                       "ledger": (12, 5), "prose": (7, 2)}  # fmt: skip
"""how often an invoice is drawn so, in Europe and elsewhere"""


def draw(draft: Draft) -> None:
    """Composes an invoice in a manner drawn by lot."""
    elsewhere = draft.world.country not in EUROPE
    manner = draft.rng.choices(tuple(MANNERS), [weights[elsewhere] for weights in MANNERS.values()])[0]
    drawers = {
        "classic": _classic, "letter": letter_invoice.draw, "banner": banner_invoice.draw,
        "listed": listed_invoice.draw, "ledger": ledger_invoice.draw, "prose": partial(letter_invoice.draw, prose=True),
    }  # fmt: skip
    drawers[manner](draft)
    frame.know_span(draft, "period", "period_from", "period_to")


def _classic(draft: Draft) -> None:
    """A letterhead, parties and numbers below it, goods, sums."""
    seller, y = draft.world.party(), draft.margin * draft.rng.uniform(0.6, 1.0)
    text = draft.rng.choice(TITLES[draft.language])
    if draft.chance(0.15):
        y = frame.title(draft, y, text)
    y = frame.letterhead(draft, seller, y)
    if "document_title" not in draft.facts and draft.chance(0.9):
        y = frame.title(draft, y, text)
    y = _heads(draft, y)
    y = _goods_and_sums(draft, y)
    _end(draft, y)


def _meta(draft: Draft) -> list[Entry]:
    world, rng = draft.world, draft.rng
    issued = world.day(date(2005, 1, 1))
    days = rng.choice((7, 10, 14, 30, 30, 45, 60))
    show = world.dates.text
    out = [entry(draft, "invoice_number", world.identifier()), entry(draft, "invoice_date", show(issued))]
    extra = [
        entry(draft, "due_date", show(issued + timedelta(days=days))),
        entry(draft, "customer_number", world.hashes(rng.choice(("#####", "C-####", "######", "K####")))),
        entry(draft, "order_number", world.identifier()),
        entry(draft, "order_date", show(issued - timedelta(days=rng.randint(3, 40)))),
        entry(draft, "delivery_date", show(issued - timedelta(days=rng.randint(0, 9)))),
        entry(draft, "delivery_note_number", world.identifier()),
        entry(draft, "payment_terms", f"{days} {DAYS[draft.language]}"),
        entry(draft, "reference", world.hashes("??/####")),
        entry(draft, "your_reference", world.person()),
        entry(draft, "contact_person", world.person()),
        entry(draft, "salesperson", world.person()),
        entry(draft, "project", f"{world.goods()[0]} {world.city()}"),
        entry(draft, "delivery_terms", rng.choice(("DHL", "UPS", "FedEx", "EXW", "FOB", "DAP", "Courier", "Post"))),
        entry(draft, "contract_number", world.identifier()),
        entry(
            draft,
            "period",
            f"{show(issued - timedelta(days=34))} {TO[draft.language]} {show(issued - timedelta(days=4))}",
        ),
    ]
    extra += particular_entries(draft)
    rng.shuffle(extra)
    return distinct(out + extra[: rng.choice((0, 1, 2, 3, 4, 6, 8))])


def _heads(draft: Draft, y: float) -> float:
    """Parties and numbers, side by side or under one another."""
    rng, meta = draft.rng, _meta(draft)
    both_parties = draft.chance(0.5)
    half, gap = draft.inner * 0.47, draft.inner * 0.53
    left, right = draft.margin, draft.margin + gap
    form = rng.randrange(4)
    if form == 0:
        below = _buyer(draft, left, y, half)
        return max(below, rng.choice((beside, ragged, entries_block))(draft, right, y, half, meta)) + 8
    if form == 1:
        below = rng.choice((beside, ragged))(draft, left, y, half, meta)
        return max(below, _buyer(draft, right, y, half)) + 8
    if form == 2:
        below = _parties(draft, y) if both_parties else _buyer(draft, left, y, half)
        return entries_block(draft, left, below + 6, draft.inner, meta) + 6
    below = rng.choice((table_row, entries_block))(draft, left, y, draft.inner, meta)
    return _parties(draft, below + 6)


def _buyer(draft: Draft, x: float, y: float, width: float, role: str = "buyer") -> float:
    party = draft.world.party(firm=draft.chance(0.6))
    y = address(draft, x, y, width, role, party.name, party.lines)
    if role == "buyer" and draft.chance(0.12):
        y = ragged(draft, x, y, width, [entry(draft, "buyer_vat_id", draft.world.vat_id())])
    return y


def _parties(draft: Draft, y: float) -> float:
    half = draft.inner * 0.47
    below = _buyer(draft, draft.margin, y, half)
    if draft.chance(0.6):
        below = max(below, _buyer(draft, draft.margin + draft.inner * 0.53, y, half, "ship_to"))
    return below + 6


def _goods_and_sums(draft: Draft, y: float) -> float:
    rng = draft.rng
    count = rng.choice((1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12, 15, 20))
    room = draft.canvas.height - y - 190
    count = max(1, min(count, int(room / (draft.ink.leading + 8))))
    goods, result = settled(draft.world, lines(draft.world, count, dear=draft.chance(0.7)))
    y, _ = goods_table(draft, y, goods, draft.canvas.height - 160)
    left = draft.margin + draft.inner * rng.choice((0.5, 0.55, 0.62))
    y = totals(draft, left, draft.right, y, sum_entries(draft, result))
    know_currency(draft)
    return tax_table(draft, draft.margin, y, draft.inner * 0.5, result) if draft.chance(0.15) else y


def _end(draft: Draft, y: float) -> None:
    y += 8
    limit = draft.canvas.height - draft.margin - 70
    paid_here = draft.chance(0.45)
    if paid_here and y < limit:
        y = entries_block(draft, draft.margin, y, draft.inner * 0.6, frame.bank_entries(draft)) + 6
    y = tell_particulars(draft, draft.margin, y, draft.inner, lowest=limit - 40) + 4
    if draft.chance(0.5) and y < limit:
        y = frame.greeting(draft, draft.margin, y) + 6
    y = frame.small_print(draft, y)
    if draft.chance(0.45) and y < limit - 20:
        frame.sign_here(draft, draft.margin + draft.rng.choice((0, 260)), y, draft.world.person())
    entries = ([] if paid_here else frame.bank_entries(draft, draft.chance(0.6))) + frame.legal_entries(draft)
    frame.footer(draft, entries if draft.chance(0.8) else [])
