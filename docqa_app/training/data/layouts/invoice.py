"""Invoices: a letterhead, parties, numbers and days, lines, sums, how to pay."""

from __future__ import annotations

from datetime import date, timedelta

from docqa_app.training.data.blocks import Entry, address, beside, distinct, entries_block, entry, ragged, table_row
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import Column, draw_table, totals
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.lexicon import headings, texts
from docqa_app.training.data.sales import Line, Sums, lines, sums

TITLES = texts("invoice.titles")
HEADERS = headings("invoice.headers")
TO = {"en": "-", "de": "bis", "fr": "au"}
DAYS = {"en": "days net", "de": "Tage netto", "fr": "jours net"}


def draw(draft: Draft) -> None:
    """Composes an invoice."""
    seller, y = draft.world.party(), draft.margin * draft.rng.uniform(0.6, 1.0)
    text = draft.rng.choice(TITLES[draft.language])
    if draft.chance(0.15):
        y = frame.title(draft, y, text)
    y = frame.letterhead(draft, seller, y)
    if "document_title" not in draft.facts and draft.chance(0.9):
        y = frame.title(draft, y, text)
    y = _heads(draft, y)
    frame.know_span(draft, "period", "period_from", "period_to")
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
    rng.shuffle(extra)
    return distinct(out + extra[: rng.choice((0, 1, 2, 3, 4, 6))])


def _heads(draft: Draft, y: float) -> float:
    """Parties and numbers, side by side or under one another."""
    rng, meta = draft.rng, _meta(draft)
    draft_ink_swap = draft.chance(0.5)
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
        below = _parties(draft, y) if draft_ink_swap else _buyer(draft, left, y, half)
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


def item_columns(draft: Draft) -> list[Column]:
    """The columns of a table of goods, item and amount always among them."""
    rng = draft.rng
    keys = [k for k, share in (("position", 0.5), ("code", 0.35)) if draft.chance(share)]
    middle = [
        k for k, share in (("quantity", 0.93), ("unit", 0.25), ("price", 0.85), ("tax", 0.2)) if draft.chance(share)
    ]
    if draft.chance(0.2) and "quantity" in middle:
        middle.remove("quantity")
        keys = ["quantity", *keys]
    heads = HEADERS[draft.language]
    sides = {"item": "left", "code": "left", "unit": "left", "position": rng.choice(("left", "right"))}
    number_side = rng.choice(("right", "right", "centre"))
    order = [*keys, "item", *middle, "amount"]
    return [
        Column(k, rng.choice(heads[k]), sides.get(k, number_side if k != "amount" else "right"), k == "item")
        for k in order
    ]


def item_rows(draft: Draft, goods: list[Line], columns: list[Column], rate: int) -> list[list[str]]:
    """The goods as texts, one list a row."""
    money = draft.world.money
    full = draft.chance(0.35)
    show = money.text if full else money.number
    where, spare = draft.world.person().split()[-1], draft.world.goods()
    long = draft.chance(0.2)
    names = [f"{g.name}, {where}, {draft.rng.choice(spare)}" if long and draft.chance(0.5) else g.name for g in goods]
    return [
        [
            {"position": str(n), "code": g.code, "item": name, "quantity": str(g.quantity), "unit": g.unit,
             "price": show(g.price), "tax": f"{rate}%", "amount": show(g.total)}[c.key]
            for c in columns
        ]
        for n, (g, name) in enumerate(zip(goods, names, strict=True), start=1)
    ]  # fmt: skip


def _goods_and_sums(draft: Draft, y: float) -> float:
    rng = draft.rng
    count = rng.choice((1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 10, 12, 15, 20))
    room = draft.canvas.height - y - 190
    count = max(1, min(count, int(room / (draft.ink.leading + 8))))
    goods = lines(draft.world, count, dear=draft.chance(0.7))
    result = sums(draft.world, goods)
    columns = item_columns(draft)
    y = draw_table(draft, draft.margin, y, draft.inner, columns, item_rows(draft, goods, columns, result.rate))
    left = draft.margin + draft.inner * rng.choice((0.5, 0.55, 0.62))
    y = totals(draft, left, draft.right, y, sum_entries(draft, result))
    return _tax_table(draft, y, result) if result.rate and draft.chance(0.15) else y


def _tax_table(draft: Draft, y: float, result: Sums) -> float:
    """A small table of the tax by rate, as many invoices repeat it."""
    heads = {"en": ("Rate", "Taxable", "VAT"), "de": ("Satz", "Netto", "Steuer"), "fr": ("Taux", "Base HT", "TVA")}
    number = draft.world.money.number
    row = [f"{result.rate}%", number(result.net), number(result.tax)]
    at = draft.margin
    for head, text in zip(heads[draft.language], row, strict=True):
        draft.canvas.write(at, y, head, draft.ink.but(bold=True))
        span = draft.canvas.write(at, y + draft.ink.leading, text, draft.ink)
        if text.endswith("%"):
            draft.know("tax_rate", span, head)
        at += 70
    return y + draft.ink.leading * 2.5


def sum_entries(draft: Draft, result: Sums) -> list[Entry]:
    """The lines of the totals block."""
    money = draft.world.money
    show = money.text if draft.chance(0.75) else money.number
    out = []
    if result.discount or result.shipping or result.tax or draft.chance(0.4):
        out.append(entry(draft, "net_total", show(result.goods)))
    if result.discount:
        out.append(entry(draft, "discount", ("-" if draft.chance(0.6) else "") + show(result.discount)))
    if result.shipping:
        out.append(entry(draft, "shipping", show(result.shipping)))
    if result.rate:
        tax = entry(draft, "tax_total", show(result.tax))
        rated = draft.chance(0.5)
        label = f"{tax.label} {draft.rng.choice((f'{result.rate}%', f'({result.rate}%)', f'{result.rate} %'))}"
        out.append(Entry("tax_total", label, tax.value) if rated else tax)
    out.append(entry(draft, "total", show(result.total)))
    if result.deposit:
        out += [entry(draft, "deposit", show(result.deposit)), entry(draft, "balance_due", show(result.due))]
    return distinct(out)


def _end(draft: Draft, y: float) -> None:
    y += 8
    limit = draft.canvas.height - draft.margin - 70
    paid_here = draft.chance(0.45)
    if paid_here and y < limit:
        y = entries_block(draft, draft.margin, y, draft.inner * 0.6, frame.bank_entries(draft)) + 6
    if draft.chance(0.5) and y < limit:
        y = frame.greeting(draft, draft.margin, y) + 6
    y = frame.small_print(draft, y)
    if draft.chance(0.45) and y < limit - 20:
        frame.sign_here(draft, draft.margin + draft.rng.choice((0, 260)), y, draft.world.person())
    entries = ([] if paid_here else frame.bank_entries(draft, draft.chance(0.6))) + frame.legal_entries(draft)
    frame.footer(draft, entries if draft.chance(0.8) else [])
