"""Invoices as office programs print them: a strip or mark above, parties in two columns, sums beside taxes, boxes."""

from __future__ import annotations

from docqa_app.training.data import marks
from docqa_app.training.data.blocks import beside, entries_block, ruled_rows
from docqa_app.training.data.deals import Deal, strike
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import totals
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.layouts.invoice_goods import goods_table
from docqa_app.training.data.layouts.invoice_sums import (
    carried_over,
    know_currency,
    print_sums,
    sum_entries,
    sums_block,
    tax_table,
)
from docqa_app.training.data.layouts.invoice_terms import bank_block, number_entries, paying, titled
from docqa_app.training.data.layouts.parties import emblem, foot_columns, section, seller_lines, strip, window


def draw(draft: Draft) -> None:
    """Composes a printed form of an office program."""
    deal = strike(draft.world)
    print_sums(draft, deal)
    draft.margin = draft.rng.uniform(30, 54)
    y = _top(draft, deal)
    if draft.chance(0.55):
        y = titled(draft, draft.margin, y, draft.inner, deal)
        y = _parties(draft, y, deal)
    else:
        y = _parties(draft, y, deal)
        y = titled(draft, draft.margin, y, draft.inner, deal)
    y = _numbers(draft, y, deal)
    y, count = goods_table(draft, y + 4, deal.goods, draft.canvas.height - draft.rng.uniform(190, 240))
    if count < len(deal.goods):
        y = carried_over(draft, y, sum(line.total for line in deal.goods[:count]))
    else:
        y = _end(draft, y, deal)
    _foot(draft, deal)


def _top(draft: Draft, deal: Deal) -> float:
    y = draft.rng.uniform(18, 36)
    form = draft.rng.random()
    if form < 0.4:
        size = draft.rng.uniform(22, 40)
        if draft.chance(0.6):
            marks.logo(draft, draft.right - size, y, size, deal.seller.name)
        return strip(draft, y, deal) + 14
    y = emblem(draft, y, deal)
    return seller_lines(draft, draft.margin, y + 4, draft.inner * 0.45, deal) + 10 if form < 0.8 else y + 14


def _parties(draft: Draft, y: float, deal: Deal) -> float:
    """Two columns: buyer and seller, or the place of delivery and the buyer."""
    half, right = draft.inner * 0.46, draft.margin + draft.inner * 0.52
    named = "seller_name" in draft.facts
    if named and draft.chance(0.4):
        x = draft.rng.choice((draft.margin, right))
        below = window(draft, x, y, half, deal.buyer)
        other = draft.margin if x == right else right
        aside = section(draft, other, y, half, deal, "ship") if deal.ship_to or draft.chance(0.3) else y
        return max(below, aside) + 6
    roles = ["buyer", "ship" if named and (deal.ship_to or draft.chance(0.3)) else "seller"]
    draft.rng.shuffle(roles)
    return (
        max(section(draft, draft.margin, y, half, deal, roles[0]), section(draft, right, y, half, deal, roles[1])) + 4
    )


def _numbers(draft: Draft, y: float, deal: Deal) -> float:
    entries = number_entries(draft, deal, 9)
    if draft.chance(0.3) and len(entries) > 3:
        cut = len(entries) // 2
        layout = draft.rng.choice((beside, ruled_rows))
        below = layout(draft, draft.margin, y, draft.inner * 0.46, entries[:cut])
        return max(below, layout(draft, draft.margin + draft.inner * 0.52, y, draft.inner * 0.46, entries[cut:])) + 6
    return entries_block(draft, draft.margin, y, draft.inner * draft.rng.choice((0.6, 1.0)), entries) + 6


def _end(draft: Draft, y: float, deal: Deal) -> float:
    if draft.chance(0.4):
        below = tax_table(draft, draft.margin, y, draft.inner * 0.45, deal.sums)
        right = totals(draft, draft.margin + draft.inner * 0.55, draft.right, y, sum_entries(draft, deal.sums))
        know_currency(draft)
        y = max(below, right)
    else:
        y = sums_block(draft, y, deal)
    y = paying(draft, y + 6, deal)
    if draft.chance(0.4) and y < draft.canvas.height - 150:
        y = bank_block(draft, draft.margin, y, draft.inner * 0.6, deal)
    if draft.chance(0.2) and y < draft.canvas.height - 140:
        frame.sign_here(draft, draft.margin + draft.rng.choice((0, 240)), y, draft.world.person())
    return y


def _foot(draft: Draft, deal: Deal) -> None:
    if "seller_name" not in draft.facts or draft.chance(0.6):
        foot_columns(draft, deal)
    elif draft.chance(0.7):
        frame.page_number(draft, "bottom")
