"""The sums of an invoice: which are printed, what they are called, as a column, a row or a table by rate."""

from __future__ import annotations

import re
from collections.abc import Callable

from docqa_app.training.data.blocks import Entry, distinct, entry, ragged, record, ruled_rows, table_row
from docqa_app.training.data.canvas import Span
from docqa_app.training.data.deals import Deal
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import totals
from docqa_app.training.data.labels import all_fields
from docqa_app.training.data.layouts.parties import a_word
from docqa_app.training.data.sales import Sums

DEMANDS = re.compile(r"pay|due|zahl|fällig|offen|réglé|RM|Rounded|dû|Sales", re.IGNORECASE)
"""labels of a total that ask for the money; where another sum is due they would mislead"""


def print_sums(draft: Draft, deal: Deal) -> None:
    """Adds the sums to what the invoice tells of, all in one manner."""
    result, show = deal.sums, draft.world.money.text
    names = ("net_total", "tax_total", "total", "deposit", "balance_due")
    amounts = (result.net, result.tax, result.total, result.deposit, result.due)
    deal.values.update({name: show(cents) for name, cents in zip(names, amounts, strict=True)})
    deal.values["cash_discount"] = show(result.total // 50)
    deal.values["rate"] = f"{result.rate}{draft.rng.choice(('%', ' %'))}"


def sum_entries(draft: Draft, result: Sums, full: bool = False) -> list[Entry]:
    """The lines of the totals block; `full` ones print sums of nothing as well."""
    money = draft.world.money
    show = money.text if draft.chance(0.7) else money.number
    out: list[Entry] = []
    less = "-" if draft.chance(0.6) and result.total > 0 else ""
    if result.discount or result.shipping or full:
        out.append(entry(draft, "goods_total", show(result.goods)))
    if result.discount or full:
        out.append(entry(draft, "discount", (less if result.discount else "") + show(result.discount)))
    if result.shipping or full:
        out.append(entry(draft, "shipping", show(result.shipping)))
    if result.tax or draft.chance(0.5):
        out.append(entry(draft, "net_total", show(result.net)))
    out += _taxes(draft, result, show)
    rest = bool(result.deposit) or draft.chance(0.8 if full else 0.2)
    out.append(_total(draft, show(result.total), asking=not rest))
    if rest:
        paid = (less if result.deposit else "") + show(result.deposit)
        out += [entry(draft, "deposit", paid), entry(draft, "balance_due", show(result.due))]
    return distinct(out)


def _total(draft: Draft, text: str, asking: bool) -> Entry:
    """The grand total; unless `asking`, something else is due and its label must not ask for the money."""
    item = entry(draft, "total", text)
    if asking:
        return item
    plain = [p for p in all_fields()["total"].printed[draft.language] if not DEMANDS.search(p)]
    return Entry("total", draft.rng.choice(plain), text)


def _taxes(draft: Draft, result: Sums, show: Callable[[int], str]) -> list[Entry]:
    """Tax in one line, a line for each rate, or both."""
    if not result.tax and draft.chance(0.3):
        draft.hushed |= {"tax_total", "tax_rate"}
        return []
    if len(result.parts) == 1 or draft.chance(0.3):
        one = entry(draft, "tax_total", show(result.tax))
        if len(result.parts) > 1 or draft.chance(0.4):
            return [one]
        return [Entry("tax_total", f"{one.label} {_rate(draft, result.rate)}", one.value)]
    name = a_word(draft, "tax_name")
    rows = [Entry("", f"{name} {_rate(draft, part.rate)}", show(part.tax)) for part in result.parts]
    draft.hushed.add("tax_rate")
    if draft.chance(0.5):
        return [*rows, entry(draft, "tax_total", show(result.tax))]
    draft.hushed.add("tax_total")
    return rows


def _rate(draft: Draft, rate: int) -> str:
    return draft.rng.choice(
        (f"{rate}%", f"({rate}%)", f"{rate} %", f"{rate},00 %" if draft.language != "en" else f"{rate}.00%")
    )


def sums_block(draft: Draft, y: float, deal: Deal, full: bool = False) -> float:
    """The sums in a form drawn by lot; returns y below them."""
    entries = sum_entries(draft, deal.sums, full)
    form = draft.rng.random()
    if form < 0.12 and len(entries) < 7:
        y = table_row(draft, draft.margin, y, draft.inner, entries)
    elif form < 0.2:
        y = ruled_rows(draft, draft.margin + draft.inner * 0.4, y, draft.inner * 0.6, entries)
    elif form < 0.28:
        y = totals(draft, draft.margin, draft.margin + draft.inner * draft.rng.choice((0.5, 0.7, 1.0)), y, entries)
    elif form < 0.36:
        y = ragged(draft, draft.margin, y, draft.inner, entries) + 4
    else:
        share = draft.rng.choice((0.4, 0.5, 0.5, 0.55, 0.62))
        strong = draft.rng.choice(("total", "total", "balance_due", ""))
        y = totals(draft, draft.margin + draft.inner * share, draft.right, y, entries, strong)
    know_currency(draft)
    return y


def know_currency(draft: Draft) -> None:
    """The currency, where a sum's last or first word is its code or sign; unclear where it clings to the number."""
    fact = next((draft.facts[name] for name in ("total", "net_total", "balance_due") if name in draft.facts), None)
    if fact is None or "currency" in draft.facts:
        return
    parts = fact.text.split(" ")
    at = next((n for n in (0, len(parts) - 1) if not re.search(r"\d", parts[n])), None)
    if at is None:
        draft.hushed.add("currency")
        return
    draft.know("currency", Span((fact.words[at],), parts[at], (0.0, 0.0, 0.0, 0.0)))


def tax_table(draft: Draft, x: float, y: float, width: float, result: Sums) -> float:
    """What is taxed at which rate, as many invoices list it beside or under the sums."""
    canvas, number = draft.canvas, draft.world.money.number
    heads = a_word(draft, "rate_heads").split("|")
    kind, step = a_word(draft, "tax_name"), width / len(heads)
    named = len(heads) == 4 and not heads[0].lower().startswith(("rate", "satz", "taux"))
    top = y

    def cell(n: int, text: str, bold: bool = False) -> Span:
        right = n >= len(heads) - 2 or (n > 0 and not named)
        at, align = (x + (n + 1) * step - 3, "right") if right else (x + n * step + 3, "left")
        return canvas.write(at, y + 1, text, draft.ink.but(bold=bold), align)

    for n, head in enumerate(heads):
        cell(n, head, bold=True)
    y += draft.ink.leading + 3
    canvas.line(x, y, x + width, y)
    for part in result.parts:
        rate, amounts = f"{part.rate}%", [number(part.base), number(part.tax), number(part.base + part.tax)]
        spans = [cell(n, text) for n, text in enumerate(([kind] if named else []) + [rate, *amounts]) if n < len(heads)]
        if len(result.parts) == 1:
            draft.know("tax_rate", spans[1 if named else 0], heads[1 if named else 0])
        y += draft.ink.leading + 2
    if draft.chance(0.4):
        canvas.box((x, top, x + width, y), weight=0.6)
    return y + draft.ink.size * 0.6


def carried_over(draft: Draft, y: float, cents: int, frame: str = "carried") -> float:
    """The sum so far at the end of a page, or at the head of the next: no total of the invoice."""
    item = Entry("", a_word(draft, frame), draft.world.money.number(cents))
    left = draft.margin + draft.inner * draft.rng.choice((0.0, 0.5, 0.62))
    ink, head = draft.ink.but(bold=draft.chance(0.5)), item.label
    draft.canvas.write(left, y, head, ink)
    record(draft, item, draft.canvas.write(draft.right - 3, y, item.value, ink, "right"), head)
    return y + ink.leading * 1.5
