"""Orders, contracts and invoices for air time: stations, advertisers, agencies, flights, spots, gross and net."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from docqa_app.training.data.blocks import (
    Entry,
    address,
    beside,
    boxed,
    distinct,
    entries_block,
    entry,
    ragged,
    running,
)
from docqa_app.training.data.draft import Draft
from docqa_app.training.data.layouts import airtime, frame
from docqa_app.training.data.lexicon import flat

TITLES = flat("order.titles")
PLACES = flat("order.places")
OFFICES = flat("order.offices")


def draw(draft: Draft) -> None:
    """Composes an order page."""
    rng, world = draft.rng, draft.world
    if draft.chance(0.3):
        printed = entry(draft, "print_date", world.dates.text(world.day()))
        ragged(draft, draft.margin, draft.margin * 0.4, 200, [printed])
    y = frame.title(draft, draft.margin * 0.8, rng.choice(TITLES))
    station = _station(draft)
    party = world.party()
    name = rng.choice((station, party.name))
    below = address(draft, draft.margin, y, draft.inner * 0.46, "seller", name, party.lines)
    start = world.day(date(2010, 1, 1))
    finish = start + timedelta(days=rng.choice((4, 6, 6, 13, 20, 27, 34, 60, 90)))
    y = _terms(draft, y, below, _meta(draft, station, start, finish))
    frame.know_span(draft, "flight_dates", "flight_from", "flight_to")
    frame.know_span(draft, "period", "period_from", "period_to")
    airtime.draw(draft, y + 6, start, finish)
    frame.footer(draft, [], pages=True)


def _station(draft: Draft) -> str:
    """A call sign as American stations have them."""
    call = "".join(draft.rng.choice("ABCDEFGHIJKLMNOPRSTUVWXYZ") for _ in range(3))
    return draft.rng.choice("KW") + call + draft.rng.choice(("", "", "-TV", "-FM"))


def _terms(draft: Draft, y: float, below: float, meta: Sequence[Entry]) -> float:
    """What the order says of itself, beside the seller from `y` or under it from `below`; where it ends."""
    rng, half = draft.rng, draft.inner * 0.46
    cut = len(meta) // 2
    block = rng.choice((beside, ragged, boxed, entries_block))
    right = draft.margin + draft.inner * 0.52
    if not draft.chance(0.6):
        return rng.choice((running, boxed, entries_block))(draft, draft.margin, below + 6, draft.inner, meta)
    y = max(below, block(draft, right, y, half, meta[:cut])) + 4
    agency = draft.world.party()
    if not draft.chance(0.5):
        return rng.choice((running, entries_block))(draft, draft.margin, y, draft.inner, meta[cut:])
    y2 = address(draft, draft.margin, y, half, "buyer", agency.name, agency.lines)
    return max(y2, rng.choice((beside, ragged))(draft, right, y, half, meta[cut:]))


def advertiser(draft: Draft) -> str:
    """A firm, a campaign, a committee."""
    rng, world = draft.rng, draft.world
    last = world.person().split()[-1]
    place = rng.choice(PLACES)
    forms = (
        world.company(),
        f"{last} for {place}",
        f"Friends of {world.person()}",
        f"{last}/R/{place}",
        f"Citizens for {place}",
        f"{place.title()} PAC",
        f"Committee to elect {last}",
        f"POL/{last} {place}",
        f"{last} Auto Group",
        f"Bank of {world.city()}",
    )
    return rng.choice(forms)


def _meta(draft: Draft, station: str, start: date, finish: date) -> list[Entry]:
    """What an order says of itself, in any order; the draws of the lot stand in a fixed one, for a seed is a page."""
    rng, world = draft.rng, draft.world
    number, agency = _number(draft), []
    if draft.chance(0.8):
        agency.append(entry(draft, "agency", rng.choice((world.company(), f"{world.company()} Media"))))
    out = [entry(draft, "contract_number", number), entry(draft, "advertiser", advertiser(draft)), *agency]
    out += _flight(draft, start, finish)
    extra = [*_further(draft, station, start, finish), *_inner_marks(draft)]
    rng.shuffle(extra)
    out += extra[: rng.randint(2, 10)]
    if draft.chance(0.5):
        rng.shuffle(out)
    return distinct(out)


def _number(draft: Draft) -> str:
    """A contract number, a third of them with a revision."""
    rng = draft.rng
    digits = draft.world.hashes(rng.choice(("#######", "######", "#######", "########")))
    number = digits + rng.choice(("", "", " / ", "-1"))
    return number + rng.choice(("0", "1", "2")) if number.endswith(" / ") else number


def _flight(draft: Draft, start: date, finish: date) -> list[Entry]:
    """First and last day on the air, in one entry or in two."""
    show = draft.world.dates.text
    if draft.chance(0.6):
        span = f"{show(start)} {draft.rng.choice(('-', 'to', '-'))} {show(finish)}"
        return [entry(draft, "flight_dates", span)]
    return [entry(draft, "flight_from", show(start)), entry(draft, "flight_to", show(finish))]


def _further(draft: Draft, station: str, start: date, finish: date) -> list[Entry]:
    """What can be asked for."""
    rng, world, show = draft.rng, draft.world, draft.world.dates.text
    return [
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
    ]


def _inner_marks(draft: Draft) -> list[Entry]:
    """What nobody asks for."""
    rng, world = draft.rng, draft.world
    return [
        Entry("", "Revision", str(rng.randint(0, 9))),
        Entry("", "Order Type", rng.choice(("GENERAL", "Political", "Cash", "Trade"))),
        Entry("", "Agency Code", world.hashes("####")),
        Entry("", "Sales Region", rng.choice(("NAT", "LOC", "National"))),
        Entry("", "Billing Type", rng.choice(("Cash", "Trade"))),
    ]
