"""What one invoice tells of: who sells to whom, its numbers and days, goods and sums, before it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from docqa_app.training.data.checks import digits, foreign_vat_id, random_iban, siren
from docqa_app.training.data.content import Party, World
from docqa_app.training.data.lexicon import texts
from docqa_app.training.data.sales import Line, Sums, lines, settled

TO = {"en": "-", "de": "bis", "fr": "au"}
DAYS = texts("deals.days_net")


@dataclass(frozen=True, slots=True)
class Deal:
    """One sale. `values`: field -> text as this page prints it; layouts choose what of it they print."""

    seller: Party
    buyer: Party
    ship_to: Party | None
    goods: tuple[Line, ...]
    sums: Sums
    values: dict[str, str]
    is_credit: bool = False


def strike(world: World, most: int = 12) -> Deal:
    """A deal by lot, of at most so many lines."""
    rng = world.rng
    seller, buyer = _seller(world), _buyer(world)
    elsewhere = world.party(firm=rng.random() < 0.7) if rng.random() < 0.25 else None
    count = max(1, min(most, rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 10, 14, 20))))
    goods, sums = settled(world, lines(world, count, dear=rng.random() < 0.7))
    values = _numbers(world) | _days(world) | _ids(world, seller) | _bank(world)
    values |= {"seller_name": seller.name, "seller_address": _inline(seller), "seller_phone": seller.phone,
               "seller_email": seller.email, "seller_website": seller.website, "seller_fax": world.phone(),
               "buyer_name": buyer.name}  # fmt: skip
    if rng.random() < 0.4:
        values["buyer_vat_id"] = foreign_vat_id(rng) if rng.random() < 0.35 else world.vat_id()
    credit = rng.random() < 0.06
    return Deal(seller, buyer, elsewhere, tuple(goods), sums.turned() if credit else sums, values, credit)


def _inline(party: Party) -> str:
    return ", ".join(line.rstrip(",") for line in party.lines)


def _seller(world: World) -> Party:
    """Mostly a firm, now and then somebody who trades under their own name; ledgers print in capitals."""
    party = world.party(firm=world.rng.random() < 0.92)
    return party.shouted() if world.rng.random() < 0.12 else party


def _buyer(world: World) -> Party:
    party = world.party(firm=world.rng.random() < 0.65)
    return party.shouted() if world.rng.random() < 0.12 else party


def _numbers(world: World) -> dict[str, str]:
    rng = world.rng
    return {
        "invoice_number": world.identifier(),
        "customer_number": world.hashes(rng.choice(("#####", "C-####", "######", "K####", "########", "GE#######"))),
        "order_number": world.identifier(),
        "delivery_note_number": world.identifier(),
        "contract_number": world.identifier(),
        "reference": world.hashes(rng.choice(("??/####", "??-##", "##/??/###"))),
        "your_reference": world.person() if rng.random() < 0.5 else world.hashes("??####"),
        "contact_person": world.person(),
        "salesperson": world.person(),
        "managing_director": world.person(),
        "project": f"{world.goods()[0]} {world.city()}",
    }


def _days(world: World) -> dict[str, str]:
    rng, show = world.rng, world.dates.text
    issued = world.day(date(2005, 1, 1))
    days = rng.choice((7, 8, 10, 14, 14, 21, 30, 30, 45, 60))
    began, ended = issued - timedelta(days=rng.randint(30, 380)), issued - timedelta(days=rng.randint(1, 20))
    return {
        "invoice_date": show(issued),
        "due_date": show(issued + timedelta(days=days)),
        "early_day": show(issued + timedelta(days=max(3, days // 2))),
        "days": str(days),
        "order_date": show(issued - timedelta(days=rng.randint(10, 40))),
        "delivery_date": show(issued - timedelta(days=rng.randint(1, 9))),
        "period": f"{show(began)} {TO[world.language]} {show(ended)}",
        "payment_terms": rng.choice(DAYS[world.language]).format(days=days),
    }


def _ids(world: World, seller: Party) -> dict[str, str]:
    """The seller's tax and company numbers."""
    rng = world.rng
    court = world.city()
    register = {"DE": f"HRB {digits(rng, 5)}", "FR": siren(rng) + " 000" + digits(rng, 2)}
    return {
        "seller_vat_id": world.vat_id(),
        "seller_tax_number": world.hashes(rng.choice(("##/###/#####", "###/###/#####"))),
        "seller_registration": register.get(world.country, world.hashes(rng.choice(("########", "0#######")))),
        "court": court,
    }


def _bank(world: World) -> dict[str, str]:
    rng = world.rng
    country = world.country if world.country in ("DE", "FR", "GB") else ""
    out = {"bank_name": world.bank(), "bic": world.bic()}
    if country:
        return out | {"iban": random_iban(rng, country)}
    return out | {"account_number": world.hashes(rng.choice(("##########", "###-######-#", "#### #### ####")))}
