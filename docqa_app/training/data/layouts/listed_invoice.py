"""Invoices made readable from data: section after section of labels and values, long lists of sums, in plain type."""

from __future__ import annotations

from docqa_app.training.data.blocks import Entry, beside, entry, ragged
from docqa_app.training.data.canvas import Ink
from docqa_app.training.data.deals import Deal, strike
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.fonts import choose
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.layouts.invoice_goods import goods_table
from docqa_app.training.data.layouts.invoice_sums import carried_over, print_sums, sums_block, tax_table
from docqa_app.training.data.layouts.invoice_terms import bank_block, due_table, number_entries, paying, titled
from docqa_app.training.data.layouts.parties import a_word, heading, section


def draw(draft: Draft) -> None:
    """Composes one page of such a list: the whole, its first page or its last."""
    deal = strike(draft.world, 6)
    print_sums(draft, deal)
    draft.margin = draft.rng.uniform(36, 60)
    role = draft.rng.choice(("mono", "type", "sans", "sans", "serif"))
    draft.ink = Ink(choose(draft.rng, role, draft.language != "en"), draft.rng.uniform(7.2, 9.2))
    draft.colon = draft.rng.choice((":", ":", " :"))
    part = draft.rng.choices(("whole", "first", "last"), (5, 2, 3))[0]
    y = _source(draft, draft.rng.uniform(22, 40))
    if part != "last":
        y = titled(draft, draft.margin, y, draft.inner, deal, numbered=0.85)
        y = _general(draft, y, deal)
        y = _parties(draft, y, deal, tight=part == "whole")
    if part != "first":
        _sums_and_terms(draft, y, deal)
    elif y < draft.canvas.height - 150:
        y, count = goods_table(draft, y, deal.goods, draft.canvas.height - 60, "head")
        if count == len(deal.goods) and draft.chance(0.3):
            carried_over(draft, y, deal.sums.goods)
    if draft.chance(0.5):
        frame.page_number(draft, draft.rng.choice(("bottom", "top")))


def _source(draft: Draft, y: float) -> float:
    """What made the page readable, in grey."""
    if not draft.chance(0.35):
        return y
    words = {"en": "Readable view of the invoice data", "de": "Lesbare Ansicht der Rechnungsdaten",
             "fr": "Vue lisible des données de la facture"}  # fmt: skip
    ink = draft.ink.but(size=draft.ink.size * 0.85, colour=(130, 130, 130))
    return draft.canvas.write(draft.margin, y, words[draft.language], ink).frame[3] + 10


def _general(draft: Draft, y: float, deal: Deal) -> float:
    if draft.chance(0.3):
        y = heading(draft, draft.margin, y, draft.inner, a_word(draft, "general_head"))
    entries = number_entries(draft, deal, 7)
    if draft.chance(0.6):
        label, _, text = a_word(draft, "ident").partition(": ")
        entries.append(Entry("", label, text) if text else entry(draft, "currency", draft.world.money.code))
    layout = draft.rng.choice((beside, beside, ragged))
    return layout(draft, draft.margin, y, draft.inner * draft.rng.choice((0.6, 1.0)), entries) + draft.ink.size


def _parties(draft: Draft, y: float, deal: Deal, tight: bool) -> float:
    """Seller, buyer and whoever else takes part, one after another or in two columns."""
    roles = ["seller", "buyer"] if draft.chance(0.9) else ["buyer", "seller"]
    others = (["ship"] if deal.ship_to or draft.chance(0.2) else []) + (["agent"] if draft.chance(0.15) else [])
    if tight or draft.chance(0.3):
        half, right = draft.inner * 0.46, draft.margin + draft.inner * 0.52
        y = max(section(draft, draft.margin, y, half, deal, roles[0]), section(draft, right, y, half, deal, roles[1]))
        return section(draft, draft.margin, y, half, deal, "ship") if others and draft.chance(0.5) else y
    for role in [*roles, *others]:
        if y < draft.canvas.height - 160:
            y = section(draft, draft.margin, y, draft.inner * draft.rng.choice((0.6, 1.0)), deal, role)
    return y


def _sums_and_terms(draft: Draft, y: float, deal: Deal) -> None:
    """Goods, taxes, sums and terms, each under its heading, as far as the sheet goes."""
    floor = draft.canvas.height - 40
    y, _ = goods_table(draft, y, deal.goods, floor - 230, draft.rng.choice(("head", "bare", "rows", "ruled")))
    if len(draft.tables[-1].rows) < len(deal.goods):
        carried_over(draft, y, deal.sums.goods)
        return
    blocks = [_taxes, _sums, _terms]
    if draft.chance(0.4):
        draft.rng.shuffle(blocks)
    for block in blocks:
        y = block(draft, y, deal) + draft.ink.size * 0.6
    if y < floor - 90 and draft.chance(0.5):
        bank_block(draft, draft.margin, y, draft.inner, deal)


def _taxes(draft: Draft, y: float, deal: Deal) -> float:
    if not draft.chance(0.75):
        return y
    y = heading(draft, draft.margin, y, draft.inner, a_word(draft, "tax_head"))
    return tax_table(draft, draft.margin, y, draft.inner, deal.sums)


def _sums(draft: Draft, y: float, deal: Deal) -> float:
    if draft.chance(0.7):
        y = heading(draft, draft.margin, y, draft.inner, a_word(draft, "sums_head"))
    return sums_block(draft, y, deal, full=draft.chance(0.6))


def _terms(draft: Draft, y: float, deal: Deal) -> float:
    y = heading(draft, draft.margin, y, draft.inner, a_word(draft, "pay_head"))
    if draft.chance(0.6):
        return due_table(draft, draft.margin, y, draft.inner * draft.rng.choice((0.6, 1.0)), deal)
    return paying(draft, y, deal, 3)
