"""Invoices as business letters: a window for the address, the sender in lines and columns around it."""

from __future__ import annotations

from docqa_app.training.data.blocks import beside, ragged
from docqa_app.training.data.deals import Deal, strike
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.layouts.invoice_goods import goods_table
from docqa_app.training.data.layouts.invoice_sums import carried_over, print_sums, sums_block, tax_table
from docqa_app.training.data.layouts.invoice_terms import bank_block, number_entries, opening, paying, sentences, titled
from docqa_app.training.data.layouts.parties import (
    a_word,
    emblem,
    foot_columns,
    said,
    seller_lines,
    sender_line,
    strip,
    window,
)
from docqa_app.training.data.telling import tellable, told


def draw(draft: Draft, prose: bool = False) -> None:
    """Composes a letter; `prose` tells goods and sums in sentences."""
    deal = strike(draft.world)
    print_sums(draft, deal)
    draft.margin = draft.rng.uniform(48, 74)
    if not prose and draft.chance(0.12):
        y = _later_page(draft, deal)
    else:
        y = _head(draft, deal)
        y = titled(draft, draft.margin, y, draft.inner, deal, numbered=0.65)
        y = opening(draft, y, deal)
    (_prose if prose else _goods)(draft, y, deal)
    foot_columns(draft, deal)


def _head(draft: Draft, deal: Deal) -> float:
    """Sender, address window and the block of numbers; where each stands varies from house to house."""
    rng, left, half = draft.rng, draft.margin, draft.inner * 0.46
    right = left + draft.inner * 0.56
    top = rng.uniform(18, 40)
    top = strip(draft, top, deal) if draft.chance(0.15) else emblem(draft, top, deal) if draft.chance(0.85) else top
    y = max(top + 6, rng.uniform(95, 135))
    beside_it = rng.choice(("seller", "numbers", "numbers", "both", "nothing"))
    if draft.chance(0.25):  # the window right, as in France and Switzerland
        left, right = right, left
    aside = y if left < right else top + 6
    if beside_it in ("seller", "both"):
        aside = seller_lines(draft, right, max(aside - 20, top + 4), draft.inner * 0.42, deal) + 4
    below = sender_line(draft, left, y, half, deal) if draft.chance(0.75) else y
    below = window(draft, left, below, half, deal.buyer)
    if beside_it in ("numbers", "both"):
        block = rng.choice((beside, beside, ragged))
        aside = block(draft, right, aside, draft.inner * 0.42, number_entries(draft, deal, 7))
    below = max(below, aside) + rng.uniform(8, 30)
    return _day_line(draft, below, deal) if beside_it in ("seller", "nothing") else below


def _day_line(draft: Draft, y: float, deal: Deal) -> float:
    """Place and day in a line, or the numbers spread over one."""
    if draft.chance(0.55):
        values = deal.values | {"place": deal.seller.lines[-1].split()[-1].title()}
        x, align = draft.rng.choice(((draft.right, "right"), (draft.margin, "left")))
        return told(draft, x, y, draft.inner, a_word(draft, "place_day"), values, None, align).frame[3] + 12
    return ragged(draft, draft.margin, y, draft.inner, number_entries(draft, deal, 5)) + 10


def _goods(draft: Draft, y: float, deal: Deal) -> float:
    limit = draft.canvas.height - draft.rng.uniform(215, 260)
    y, count = goods_table(draft, y, deal.goods, limit)
    if count < len(deal.goods):
        return carried_over(draft, y, sum(line.total for line in deal.goods[:count]))
    y = sums_block(draft, y, deal)
    if draft.chance(0.2) and y < draft.canvas.height - 180:
        y = tax_table(draft, draft.margin, y, draft.inner * draft.rng.choice((0.5, 0.7, 1.0)), deal.sums)
    y = paying(draft, y + 6, deal)
    if draft.chance(0.15) and y < draft.canvas.height - 170:
        y = bank_block(draft, draft.margin, y, draft.inner * 0.6, deal)
    return _farewell(draft, y, deal)


def _farewell(draft: Draft, y: float, deal: Deal) -> float:
    if y > draft.canvas.height - 160 or not draft.chance(0.6):
        return y
    y = draft.canvas.write(draft.margin, y + 6, a_word(draft, "closing"), draft.ink).frame[3]
    if draft.chance(0.4):
        return frame.sign_here(draft, draft.margin, y, draft.world.person())
    return draft.canvas.write(draft.margin, y + 4, deal.seller.name, draft.ink).frame[3]


def _prose(draft: Draft, y: float, deal: Deal) -> float:
    """All in sentences: what was done, what it costs, when and where to pay."""
    rate = deal.values["rate"]
    values = deal.values | {"goods": deal.goods[0].name, "rate": rate, "buyer_address": deal.buyer.lines[-1]}
    frames = said(draft, "prose")
    if not deal.sums.deposit:
        frames = [f for f in frames if "{deposit}" not in f]
    amounts = [f for f in frames if "{net_total}" in f]
    others = [f for f in tellable(frames, values) if f not in amounts]
    chosen = [draft.rng.choice(amounts), *others]
    chosen.sort(key=frames.index)
    if len(deal.sums.parts) > 1:  # one rate is named for the whole
        draft.hushed.add("tax_rate")
    y = sentences(draft, draft.margin, y, draft.inner, chosen, deal, values)
    return _farewell(draft, paying(draft, y, deal, 3), deal)


def _later_page(draft: Draft, deal: Deal) -> float:
    """The head of a second page: at most a line that says which invoice goes on; then what was carried over."""
    y = draft.rng.uniform(28, 60)
    if draft.chance(0.35):
        y = emblem(draft, y, deal) + 6
    if draft.chance(0.5):
        y = titled(draft, draft.margin, y, draft.inner, deal, numbered=1.0)
    if draft.chance(0.5):
        # whatever the pages before came to: this page's own lines do not add up to it
        y = carried_over(draft, y + 6, deal.sums.goods * 3, "brought")
    return y + 6
