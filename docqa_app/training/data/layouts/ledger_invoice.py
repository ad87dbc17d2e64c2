"""Invoices as ledger programs print them: one fixed pitch, parties and numbers in columns, sums in a row."""

from __future__ import annotations

from docqa_app.training.data.blocks import beside, entry, paragraph, ragged, record
from docqa_app.training.data.canvas import Ink
from docqa_app.training.data.deals import Deal, strike
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.fonts import choose
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.layouts.invoice_goods import goods_table
from docqa_app.training.data.layouts.invoice_sums import (
    carried_over,
    know_currency,
    print_sums,
    sum_entries,
    sums_block,
)
from docqa_app.training.data.layouts.invoice_terms import number_entries, paying, titled
from docqa_app.training.data.layouts.parties import foot_columns, section


def draw(draft: Draft) -> None:
    """Composes a ledger's page."""
    deal = strike(draft.world)
    print_sums(draft, deal)
    draft.margin = draft.rng.uniform(24, 44)
    family = choose(draft.rng, draft.rng.choice(("mono", "mono", "type")), draft.language != "en")
    draft.ink = Ink(family, draft.rng.uniform(6.6, 8.4))
    draft.bold_labels = draft.chance(0.3)
    y = _heads(draft, draft.rng.uniform(22, 40), deal)
    draft.canvas.line(draft.margin, y, draft.right, y)
    if draft.chance(0.4):
        y = _notice(draft, y + 3)
    limit = draft.canvas.height - draft.rng.uniform(170, 210)
    y, count = goods_table(draft, y + 3, deal.goods, limit, draft.rng.choice(("head", "bare")), noted=0.7)
    if count < len(deal.goods):
        y = carried_over(draft, y, sum(line.total for line in deal.goods[:count]))
    else:
        y = paying(draft, y + 4, deal, 3)
        _sums(draft, y, deal)
    if draft.chance(0.75):
        foot_columns(draft, deal)


def _notice(draft: Draft, y: float) -> float:
    """Conditions in running text before the goods."""
    sentences = frame.SMALL_PRINT[draft.language]
    text = " ".join(draft.rng.sample(sentences, draft.rng.randint(1, 3)))
    return paragraph(draft, draft.margin, y, draft.inner, text).frame[3] + 3


def _heads(draft: Draft, y: float, deal: Deal) -> float:
    """Two or three columns: seller, buyer, numbers; a second row for others."""
    across = draft.rng.choice((2, 3, 3))
    step, width = draft.inner / across, draft.inner / across - 10
    columns = [draft.margin + n * step for n in range(across)]
    deepest = [section(draft, x, y, width, deal, r) for x, r in zip(columns, ("seller", "buyer"), strict=False)]
    if across == 2:
        y = titled(draft, draft.margin, max(deepest), draft.inner, deal)
        return max(beside(draft, draft.margin, y, draft.inner * 0.6, number_entries(draft, deal, 8)), y) + 6
    below = titled(draft, columns[2], y, width, deal, numbered=0.4)
    below = draft.rng.choice((beside, ragged))(draft, columns[2], below, width, number_entries(draft, deal, 8))
    y = max(deepest)
    if deal.ship_to or draft.chance(0.3):
        y = section(draft, draft.rng.choice(columns[:2]), y, width, deal, "ship")
    return max(y, below) + 6


def _sums(draft: Draft, y: float, deal: Deal) -> None:
    """The sums in a row at the foot, each under its heading, or in a column."""
    if not draft.chance(0.7):
        sums_block(draft, y, deal)
        return
    entries = sum_entries(draft, deal.sums, full=draft.chance(0.6))
    if draft.chance(0.4):
        entries.insert(len(entries) - 1, entry(draft, "currency", draft.world.money.code))
    y = max(y, draft.canvas.height - draft.rng.uniform(110, 140)) if draft.chance(0.7) else y
    step = draft.inner / len(entries)
    label_ink = draft.ink.but(bold=True)
    widest = max(draft.canvas.measure(word, label_ink) for item in entries for word in item.label.split())
    widest = max(widest, *(draft.canvas.measure(item.value, label_ink) for item in entries))
    ink = draft.ink.but(size=max(4.5, draft.ink.size * min(1.0, (step - 4) / widest)))
    draft.canvas.line(draft.margin, y, draft.right, y)
    for n, item in enumerate(entries):
        right = draft.margin + (n + 1) * step - 2
        lines = draft.canvas.wrap(item.label, ink.but(bold=True), step - 3)
        draft.canvas.write_lines(right, y + 2, lines, ink.but(bold=True), "right")
        record(draft, item, draft.canvas.write(right, y + 2 + ink.leading * 2.4, item.value, ink, "right"))
    if len(deal.sums.parts) > 1 and draft.chance(0.6):
        _parts(draft, y + 2 + ink.leading * 3.6, step, [item.name for item in entries], deal, ink)
    know_currency(draft)
    if draft.chance(0.3):
        frame.page_number(draft, "top")


def _parts(draft: Draft, y: float, step: float, names: list[str], deal: Deal, ink: Ink) -> None:
    """What the sums are made of, rate by rate, in smaller letters under them."""
    small, number = ink.but(size=ink.size * 0.9), draft.world.money.number
    for part in deal.sums.parts:
        amounts = {"net_total": part.base, "tax_total": part.tax, "total": part.base + part.tax}
        for n, name in enumerate(names):
            if name in amounts:
                draft.canvas.write(draft.margin + (n + 1) * step - 2, y, number(amounts[name]), small, "right")
        y += small.leading
