"""The sums of a receipt: net, tax, rounding, total, how it was paid."""

from __future__ import annotations

from collections.abc import Callable

from docqa_app.training.data.blocks import Entry, entry, record
from docqa_app.training.data.canvas import Span
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.layouts.receipt_goods import rule
from docqa_app.training.data.sales import Line, Sums

BEFORE_ROUNDING = {
    "en": ("Total Incl. GST", "Total (before rounding)", "Total Sales Inclusive GST"),
    "de": ("Summe vor Rundung",),
    "fr": ("Total avant arrondi",),
}
WAYS_TO_PAY = {
    "en": ("Cash", "Visa", "Card", "Debit card"),
    "de": ("Bar", "EC-Karte", "Visa"),
    "fr": ("Espèces", "Carte bancaire", "Chèque"),
}
HIDDEN_DIGITS = ("XXXX XXXX XXXX ", "************", "**** ")
TAX_HEADS = {
    "en": ("GST Summary", "Amount", "Tax"),
    "de": ("MwSt.", "Netto", "Steuer"),
    "fr": ("Taux", "HT", "TVA"),
}
Show = Callable[[int], str]
"""show(cents): an amount as the receipt prints it."""


def _sum_entries(draft: Draft, goods: list[Line], result: Sums) -> list[Entry]:
    """Sums, tax, rounding, payment; cash and change agree with the total."""
    money = draft.world.money
    show = money.text if draft.chance(0.45) else money.number
    total, out = result.total, []
    if draft.chance(0.45):
        out.append(entry(draft, "items_count", str(sum(line.quantity for line in goods))))
    if result.tax or draft.chance(0.4):
        out.append(entry(draft, "net_total", show(result.net)))
    if result.tax and draft.chance(0.85):
        out.append(entry(draft, "tax_total", show(result.tax)))
    if draft.chance(0.12):
        extra = total // 10
        out.append(entry(draft, "tip", show(extra)))
        total += extra
    if draft.chance(0.2) or (draft.world.country == "MY" and draft.chance(0.5)):
        rounded = round(total / 5) * 5
        out += _rounding(draft, total, rounded, show)
        total = rounded
    out.append(entry(draft, "total", show(total)))
    return out + _payment(draft, total)


def _rounding(draft: Draft, total: int, rounded: int, show: Show) -> list[Entry]:
    """What a total is rounded by, mostly below the total before."""
    out = []
    if draft.chance(0.6):
        out.append(Entry("", draft.rng.choice(BEFORE_ROUNDING[draft.language]), show(total)))
    return [*out, entry(draft, "rounding", draft.world.money.number(rounded - total))]


def _payment(draft: Draft, total: int) -> list[Entry]:
    """How it was paid: not told, by card, by a way that is named alone, or in cash with the change."""
    rng, money = draft.rng, draft.world.money
    show = money.number if draft.chance(0.7) else money.text
    step = 100_00_00 if draft.world.country == "ID" else rng.choice((100, 500, 1000, 5000, 10000))
    given = (total // step + 1) * step
    form = rng.randrange(4)
    if form == 0:
        return []
    if form == 1:
        return _by_card(draft, show(total))
    if form == 2 and draft.chance(0.3):
        return [entry(draft, "payment_method", rng.choice(WAYS_TO_PAY[draft.language]))]
    return [entry(draft, "cash", show(given)), entry(draft, "change", show(given - total))]


def _by_card(draft: Draft, paid: str) -> list[Entry]:
    out = [entry(draft, "card_paid", paid)]
    if draft.chance(0.5):
        number = draft.rng.choice(HIDDEN_DIGITS) + draft.world.hashes("####")
        out.append(entry(draft, "card_number", number))
    return out


def draw_sums(draft: Draft, y: float, goods: list[Line], result: Sums) -> float:
    """Draws the sums below the goods, each label once, and now and then the taxes by rate; the height below them."""
    seen: list[str] = []
    for item in _sum_entries(draft, goods, result):
        if item.label.lower() in seen:
            continue
        seen.append(item.label.lower())
        big = item.name == "total"
        ink = draft.ink.but(
            bold=big and draft.chance(0.6), size=draft.ink.size * (draft.rng.choice((1.0, 1.0, 1.3, 1.6)) if big else 1)
        )
        head = draft.head(item.label)
        start = draft.margin + (draft.inner * 0.3 if draft.seen.get("rule") == "dash" else 0)
        end = draft.canvas.write(start, y, head, ink).frame[2]
        value = item.value
        if end + draft.canvas.measure(value, ink) + 4 > draft.right:
            y += ink.leading
        span = draft.canvas.write(draft.right, y, value, ink, "right")
        record(draft, item, span, head)
        y = span.frame[3]
    return _tax_summary(draft, y, result) if result.tax and draft.chance(0.25) else y


def _tax_summary(draft: Draft, y: float, result: Sums) -> float:
    """A small table of tax rates."""
    at = (draft.margin, draft.margin + draft.inner * 0.65, draft.right)
    sides = ("left", "right", "right")
    values = (
        f"SR @ {result.rate}%" if draft.language == "en" else f"{result.rate}%",
        draft.world.money.number(result.net),
        draft.world.money.number(result.tax),
    )
    y = rule(draft, y)
    for row in (TAX_HEADS[draft.language], values):
        spans = [draft.canvas.write(x, y, t, draft.ink, side) for x, t, side in zip(at, row, sides, strict=True)]
        y = spans[0].frame[3]
    rate = spans[0]
    draft.know("tax_rate", Span(rate.words[-1:], rate.text.split(" ")[-1], rate.frame))
    return y
