"""Orders, contracts and invoices for air time: stations, advertisers, agencies, flights, spots, gross and net."""

from __future__ import annotations

from datetime import date, timedelta

from docqa_app.training.data.blocks import Entry, address, beside, boxed, entries_block, entry, ragged, running
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.grids import Column, draw_table, totals
from docqa_app.training.data.layouts import frame
from docqa_app.training.data.lexicon import flat

TITLES = flat("order.titles")
SHOWS = flat("order.shows")
PLACES = flat("order.places")
OFFICES = flat("order.offices")


def draw(draft: Draft) -> None:
    """Composes an order page."""
    rng, world = draft.rng, draft.world
    if draft.chance(0.3):
        ragged(
            draft, draft.margin, draft.margin * 0.4, 200, [entry(draft, "print_date", world.dates.text(world.day()))]
        )
    y = frame.title(draft, draft.margin * 0.8, rng.choice(TITLES))
    call = "".join(rng.choice("ABCDEFGHIJKLMNOPRSTUVWXYZ") for _ in range(3))
    station = rng.choice("KW") + call + rng.choice(("", "", "-TV", "-FM"))
    party = world.party()
    half = draft.inner * 0.46
    below = address(draft, draft.margin, y, half, "seller", rng.choice((station, party.name)), party.lines)
    start = world.day(date(2010, 1, 1))
    finish = start + timedelta(days=rng.choice((4, 6, 6, 13, 20, 27, 34, 60, 90)))
    meta = _meta(draft, station, start, finish)
    cut = len(meta) // 2
    block = rng.choice((beside, ragged, boxed, entries_block))
    right = draft.margin + draft.inner * 0.52
    if draft.chance(0.6):
        y = max(below, block(draft, right, y, half, meta[:cut])) + 4
        agency = world.party()
        if draft.chance(0.5):
            y2 = address(draft, draft.margin, y, half, "buyer", agency.name, agency.lines)
            y = max(y2, rng.choice((beside, ragged))(draft, right, y, half, meta[cut:]))
        else:
            y = rng.choice((running, entries_block))(draft, draft.margin, y, draft.inner, meta[cut:])
    else:
        y = rng.choice((running, boxed, entries_block))(draft, draft.margin, below + 6, draft.inner, meta)
    frame.know_span(draft, "flight_dates", "flight_from", "flight_to")
    frame.know_span(draft, "period", "period_from", "period_to")
    _schedule(draft, y + 6, start, finish)
    frame.footer(draft, [], pages=True)


def advertiser(draft: Draft) -> str:
    """A firm, a campaign, a committee."""
    rng, world = draft.rng, draft.world
    last = world.person().split()[-1]
    return rng.choice((
        world.company(), f"{last} for {rng.choice(PLACES)}", f"Friends of {world.person()}", f"{last}/R/{rng.choice(PLACES)}",
        f"Citizens for {rng.choice(PLACES)}", f"{rng.choice(PLACES).title()} PAC", f"Committee to elect {last}", f"POL/{last} {rng.choice(PLACES)}",
        f"{last} Auto Group", f"Bank of {world.city()}",
    ))  # fmt: skip


def _meta(draft: Draft, station: str, start: date, finish: date) -> list[Entry]:
    rng, world = draft.rng, draft.world
    show = world.dates.text
    number = world.hashes(rng.choice(("#######", "######", "#######", "########"))) + rng.choice(("", "", " / ", "-1"))
    if number.endswith(" / "):
        number += rng.choice(("0", "1", "2"))
    agency = (
        [entry(draft, "agency", rng.choice((world.company(), f"{world.company()} Media")))] if draft.chance(0.8) else []
    )
    out = [entry(draft, "contract_number", number), entry(draft, "advertiser", advertiser(draft)), *agency]
    if draft.chance(0.6):
        out.append(entry(draft, "flight_dates", f"{show(start)} {rng.choice(('-', 'to', '-'))} {show(finish)}"))
    else:
        out += [entry(draft, "flight_from", show(start)), entry(draft, "flight_to", show(finish))]
    extra = [
        entry(draft, "product", rng.choice((world.goods()[0], f"{rng.choice(PLACES)} {rng.randint(2010, 2026)}"))),
        entry(draft, "estimate_number", world.hashes(rng.choice(("####", "###", "#####")))),
        entry(draft, "station", station),
        entry(draft, "account_executive", world.person()),
        entry(draft, "sales_office", rng.choice(OFFICES)),
        entry(draft, "demographic", rng.choice(("Adults 35+", "A18-49", "P2+", "Adults 55+", "W25-54", "A35+"))),
        entry(draft, "billing_cycle", rng.choice(("EOM/EOC", "Weekly", "EOM", "Broadcast", "Monthly"))),
        entry(draft, "alt_order_number", world.hashes("########")),
        entry(draft, "order_date", show(start - timedelta(days=rng.randint(1, 30)))),
        entry(draft, "invoice_date", show(finish)),
        entry(draft, "payment_terms", rng.choice(("Cash in advance", "Net 30", "30 days"))),
        entry(draft, "period", f"{show(start - timedelta(days=9))} - {show(finish + timedelta(days=3))}"),
        Entry("", "Revision", str(rng.randint(0, 9))),
        Entry("", "Order Type", rng.choice(("GENERAL", "Political", "Cash", "Trade"))),
        Entry("", "Agency Code", world.hashes("####")),
        Entry("", "Sales Region", rng.choice(("NAT", "LOC", "National"))),
        Entry("", "Billing Type", rng.choice(("Cash", "Trade"))),
    ]
    rng.shuffle(extra)
    out += extra[: rng.randint(2, 10)]
    if draft.chance(0.5):
        rng.shuffle(out)
    labels = [e.label.lower() for e in out]
    return [e for n, e in enumerate(out) if labels.index(e.label.lower()) == n]


def _schedule(draft: Draft, y: float, start: date, finish: date) -> None:
    """A table of spots and the sums under it."""
    rng, world = draft.rng, draft.world
    heads = {"position": ("Line", "Ln", "#"), "item": ("Description", "Program", "Inventory Code"), "start": ("Start Date", "Start", "From"),
             "end": ("End Date", "End", "To"), "days": ("Days", "Weekdays"), "length": ("Len", "Length"), "time": ("Time", "Start/End Time"),
             "quantity": ("Spots", "# Spots", "Qty"), "price": ("Rate", "Unit Rate"), "amount": ("Amount", "Gross Amount", "Total")}  # fmt: skip
    keys = [
        "position",
        *(["start", "end"] if draft.chance(0.5) else []),
        "item",
        *[k for k in ("time", "days", "length") if draft.chance(0.5)],
        "quantity",
        "price",
        "amount",
    ]
    columns = [
        Column(k, rng.choice(heads[k]), "right" if k in ("quantity", "price", "amount") else "left", k == "item")
        for k in keys
    ]
    shows = rng.sample(SHOWS, rng.randint(1, min(len(SHOWS), 9)))
    text, gross, spots, rows = world.money.text, 0, 0, []
    for n, show in enumerate(shows, start=1):
        count, rate = rng.randint(1, 12), rng.choice((2500, 7500, 10000, 12500, 25000, 55000, 120000, 350000))
        gross, spots = gross + count * rate, spots + count
        hour = rng.randint(1, 10)
        cells = {"position": str(n), "item": show, "start": world.dates.text(start), "end": world.dates.text(finish), "days": rng.choice(("M-F", "MTWTF--", "Sa-Su", "--W----")),
                 "length": rng.choice((":30", ":60", ":15")), "time": f"{hour}p-{hour + 1}p", "quantity": str(count), "price": text(rate), "amount": text(count * rate)}  # fmt: skip
        rows.append([cells[k] for k in keys])
    draft.ink = draft.ink.but(size=draft.ink.size * 0.9)
    y = draw_table(draft, draft.margin, y, draft.inner, columns, rows, "line")
    _sums(draft, y, gross, spots)


def _sums(draft: Draft, y: float, gross: int, spots: int) -> None:
    rng, text = draft.rng, draft.world.money.text
    commission = gross * 15 // 100
    entries = []
    if draft.chance(0.6):
        entries.append(entry(draft, "spots", str(spots)))
    entries.append(entry(draft, "gross_amount", text(gross)))
    if draft.chance(0.6):
        shown = f"({text(commission)})" if draft.chance(0.3) else text(commission)
        entries += [entry(draft, "commission", shown), entry(draft, "net_amount", text(gross - commission))]
    if draft.chance(0.25):
        entries.append(Entry("", "Sales Tax", text(0)))
    labels = [e.label.lower() for e in entries]
    entries = [e for n, e in enumerate(entries) if labels.index(e.label.lower()) == n]
    if draft.chance(0.3):
        entries_block(draft, draft.margin, y, draft.inner * rng.choice((0.6, 1.0)), entries)
    else:
        totals(draft, draft.margin + draft.inner * 0.55, draft.right, y, entries, "gross_amount")
