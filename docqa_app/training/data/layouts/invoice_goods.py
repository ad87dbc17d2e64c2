"""The goods of an invoice as a table: which columns, what stands in them, what stands small beneath."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.training.data.draft import Draft
from docqa_app.training.data.filling import COUNTRIES
from docqa_app.training.data.grids import Column, draw_table
from docqa_app.training.data.lexicon import headings, table, texts
from docqa_app.training.data.sales import Line

HEADERS = headings("invoice.headers")
GROUPS = texts("invoice.groups")
SUBTOTALS = texts("invoice.subtotals")


def item_columns(draft: Draft, reduced: bool = False) -> list[Column]:
    """The columns of a table of goods, item and amount always among them; `reduced` ones need their discount shown."""
    rng = draft.rng
    keys = [k for k, share in (("position", 0.5), ("code", 0.35)) if draft.chance(share)]
    middle = [
        k for k, share in (("quantity", 0.93), ("unit", 0.25), ("price", 0.85), ("tax", 0.3)) if draft.chance(share)
    ]
    if draft.chance(0.2) and "quantity" in middle:
        middle.remove("quantity")
        keys = ["quantity", *keys]
    if draft.chance(0.15):
        rng.shuffle(middle)
    middle += ["discount"] if reduced else []
    heads = HEADERS[draft.language]
    sides = {"item": "left", "code": "left", "unit": "left", "position": rng.choice(("left", "right"))}
    number_side = rng.choice(("right", "right", "centre"))
    order = [*keys, "item", *middle, "amount"]
    return [
        Column(k, rng.choice(heads[k]), sides.get(k, number_side if k != "amount" else "right"), k == "item")
        for k in order
    ]


def item_rows(draft: Draft, goods: Sequence[Line], columns: Sequence[Column]) -> list[list[str]]:
    """The goods as texts, one list a row."""
    money = draft.world.money
    show = money.text if draft.chance(0.35) else money.number
    percent = draft.rng.choice(("%", " %", ",0", ""))
    counted = draft.chance(0.25) and not any(c.key == "unit" for c in columns)
    return [
        [
            {"position": str(n), "code": g.code, "item": name, "unit": g.unit,
             "quantity": f"{g.quantity} {g.unit}" if counted else str(g.quantity), "price": show(g.price),
             "discount": f"{g.discount}{percent}" if g.discount else "", "tax": f"{g.rate}{percent}",
             "amount": show(g.total)}[c.key]
            for c in columns
        ]
        for n, (g, name) in enumerate(zip(goods, _names(draft, goods), strict=True), start=1)
    ]  # fmt: skip


def _names(draft: Draft, goods: Sequence[Line]) -> list[str]:
    """What the goods are called, on some pages at length."""
    where, spare, long = draft.world.person().split()[-1], draft.world.goods(), draft.chance(0.25)
    return [f"{g.name}, {where}, {draft.rng.choice(spare)}" if long and draft.chance(0.5) else g.name for g in goods]


def item_notes(draft: Draft, goods: Sequence[Line], share: float) -> list[list[str]]:
    """Small lines under each row: orders, days, lots; [] where this page has none, as all but `share` have."""
    if not draft.chance(share):
        return []
    frames = draft.rng.sample(table("invoice_words")[draft.language]["sub"], draft.rng.choice((1, 1, 2, 3, 4)))
    return [[_note(draft, frame) for frame in frames if draft.chance(0.8)] for _ in goods]


def _note(draft: Draft, frame: str) -> str:
    world, rng = draft.world, draft.rng
    return frame.format(
        code=world.hashes(rng.choice(("######", "??-####", "#############", "####/##"))),
        day=world.dates.text(world.day()), n=rng.randint(1, 20), price=world.money.number(rng.randint(100, 90000)),
        country=rng.choice(COUNTRIES[draft.language]),
    )  # fmt: skip


def goods_table(
    draft: Draft, y: float, goods: Sequence[Line], limit: float, look: str | None = None, noted: float = 0.3
) -> tuple[float, int]:
    """Draws as many of the goods as fit above `limit`; returns y below them and how many were drawn."""
    columns = item_columns(draft, any(line.discount for line in goods))
    rows, notes, groups = item_rows(draft, goods, columns), item_notes(draft, goods, noted), _groups(draft, goods)
    y = draw_table(
        draft, draft.margin, y, draft.inner, columns, rows, look=look, notes=notes, limit=limit, between=groups
    )
    return y, len(draft.tables[-1].rows)


def _groups(draft: Draft, goods: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """Headings before groups of rows, or the sums of groups that went before."""
    if len(goods) < 4 or not draft.chance(0.15):
        return {}
    cuts = sorted({0, draft.rng.randint(1, len(goods) - 2), draft.rng.randint(1, len(goods) - 2)})
    names = draft.rng.sample(GROUPS[draft.language], len(cuts))
    if draft.chance(0.5):
        return {cut: (name, "") for cut, name in zip(cuts, names, strict=True)}
    frame, show = draft.rng.choice(SUBTOTALS[draft.language]), draft.world.money.number
    parts = zip(cuts, cuts[1:], names, strict=False)
    return {end: (frame.format(g=name), show(sum(g.total for g in goods[start:end]))) for start, end, name in parts}
