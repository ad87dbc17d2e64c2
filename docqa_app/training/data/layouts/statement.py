"""Account statements: holder, account, balances, a table of entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from docqa_app.training.data.blocks import Entry, address, distinct, entries_block, entry
from docqa_app.training.data.checks import random_iban
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import Column, draw_table, totals
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.lexicon import headings, texts

TITLES = texts("statement.titles")
HEADERS = headings("statement.headers")
WORDS = texts("statement.words")


def draw(draft: Draft) -> None:
    """Composes a statement."""
    world, rng = draft.world, draft.rng
    bank = world.party()
    y = frame.letterhead(draft, bank, draft.margin * 0.7)
    y = frame.title(draft, y, rng.choice(TITLES[draft.language]))
    end = world.day(date(2006, 1, 1))
    holder = world.party(firm=draft.chance(0.4))
    half = draft.inner * 0.47
    below = address(draft, draft.margin, y, half, "holder", holder.name, holder.lines)
    meta = _meta(draft, end)
    y = max(below, entries_block(draft, draft.margin + draft.inner * 0.53, y, half, meta)) + 8
    _bookings(draft, y, end)
    frame.footer(draft, frame.legal_entries(draft))


def _meta(draft: Draft, end: date) -> list[Entry]:
    world, rng = draft.world, draft.rng
    show = world.dates.text
    out = [entry(draft, "account_number", world.hashes(rng.choice(("########", "##########", "####-####-##"))))]
    out.append(entry(draft, "statement_date", show(end)))
    if world.country in ("DE", "FR", "GB") and draft.chance(0.6):
        out.append(entry(draft, "iban", random_iban(rng, world.country)))
    if draft.chance(0.4):
        out.append(entry(draft, "statement_number", world.hashes(rng.choice(("##", "#/####", "###")))))
    if draft.chance(0.4):
        out += [entry(draft, "period_from", show(end - timedelta(days=30))), entry(draft, "period_to", show(end))]
    if draft.chance(0.3):
        out.append(entry(draft, "sort_code", world.hashes(rng.choice(("##-##-##", "######", "########")))))
    if draft.chance(0.25):
        out.append(entry(draft, "customer_number", world.hashes("######")))
    return distinct(out)


@dataclass(frozen=True, slots=True)
class Bookings:
    """Rows of a statement as they are printed, and the sums beside them, in hundredths."""

    rows: list[list[str]]
    opening: int
    paid_in: int
    paid_out: int

    @property
    def closing(self) -> int:
        return self.opening + self.paid_in - self.paid_out


def _bookings(draft: Draft, y: float, end: date) -> None:
    keys = _keys(draft)
    heads = HEADERS[draft.language]
    columns = [
        Column(key, draft.rng.choice(heads[key]), "left" if key in ("date", "item", "ref") else "right", key == "item")
        for key in keys
    ]
    booked = _booked(draft, keys, end)
    first = draft.chance(0.6)
    text = draft.world.money.text
    left = draft.margin + draft.inner * 0.5
    opened = [entry(draft, "opening_balance", text(booked.opening))]
    if first:
        y = totals(draft, left, draft.right, y, opened, "")
    y = draw_table(draft, draft.margin, y, draft.inner, columns, booked.rows, "transaction")
    sums = [] if first else opened
    if draft.chance(0.5):
        sums += [
            entry(draft, "total_credits", text(booked.paid_in)),
            entry(draft, "total_debits", text(booked.paid_out)),
        ]
    closing = entry(draft, "closing_balance", text(booked.closing))
    totals(draft, left, draft.right, y, [*sums, closing], "closing_balance")


def _keys(draft: Draft) -> list[str]:
    """Which columns a statement has: what came and went in one of them or in two."""
    split = draft.chance(0.5)
    ref = ["ref"] if draft.chance(0.3) else []
    keys = ["date", "item", *ref, *(["debit", "credit"] if split else ["amount"])]
    return [*keys, "balance"] if draft.chance(0.6) else keys


def _booked(draft: Draft, keys: Sequence[str], end: date) -> Bookings:
    """Some weeks of coming and going up to `end`."""
    rng, show = draft.rng, draft.world.money.number
    balance = opening = rng.randint(-50000, 900000)
    rows, paid_in, paid_out = [], 0, 0
    count = rng.randint(3, 22)
    for n in range(count):
        amount = int(10 ** rng.uniform(2.6, 5.4)) * rng.choice((1, -1, -1))
        balance += amount
        paid_in, paid_out = paid_in + max(0, amount), paid_out + max(0, -amount)
        day = end - timedelta(days=round((count - n) * 30 / (count + 1)))
        cells = {"date": draft.world.dates.text(day), "item": _purpose(draft), "ref": draft.world.hashes("####"),
                 "debit": show(-amount) if amount < 0 else "", "credit": show(amount) if amount > 0 else "",
                 "amount": show(amount), "balance": show(balance)}  # fmt: skip
        rows.append([cells[key] for key in keys])
    return Bookings(rows, opening, paid_in, paid_out)


def _purpose(draft: Draft) -> str:
    what = draft.rng.choice(WORDS[draft.language])
    return f"{what} {draft.world.company() if draft.chance(0.5) else draft.world.hashes('####')}"
