"""What was sold for how much: goods, quantities, prices and the sums under them, in cents."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.training.data.content import World

RATES = {"US": (0, 6, 7, 8), "GB": (20, 20, 5, 0), "DE": (19, 19, 7), "FR": (20, 20, 10, 5), "MY": (6, 6, 0, 10),
         "IN": (18, 12, 5), "ID": (11, 10, 0)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One thing sold; `price` and `total` in cents."""

    name: str
    code: str
    quantity: int
    unit: str
    price: int
    total: int


@dataclass(frozen=True, slots=True)
class Sums:
    """All sums of a sale in cents; zero where there is none."""

    goods: int
    discount: int
    shipping: int
    net: int
    rate: int
    tax: int
    total: int
    deposit: int

    @property
    def due(self) -> int:
        return self.total - self.deposit


def _price(rng: random.Random, country: str, dear: bool) -> int:
    cents = int(10 ** rng.uniform(3.2, 5.3)) if dear else int(10 ** rng.uniform(1.9, 3.7))
    ending = rng.choice((0, 0, 50, 90, 95, 99, 25, cents % 100))
    cents = max(100, cents - cents % 100 + ending)
    return round(cents / 100) * 50000 if country == "ID" else cents


def lines(world: World, count: int, trade: str | None = None, dear: bool = False) -> list[Line]:
    """Things sold, no two alike."""
    rng = world.rng
    units = {
        "en": ("pcs", "ea", "hrs", "box", "PC"),
        "de": ("Stk", "Stk.", "Std.", "Pkg"),
        "fr": ("pce", "u.", "h", "lot"),
    }
    mask = rng.choice(("####", "######", "??-###", "A##.##", "#############", "ART-####"))
    unit = rng.choice(units[world.language])
    out = []
    for name in world.goods(trade)[:count]:
        quantity = (
            rng.choice((1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12, 20, 25, 50))
            if dear
            else rng.choice((1, 1, 1, 1, 2, 2, 3, 4))
        )
        price = _price(rng, world.country, dear)
        out.append(Line(name, world.hashes(mask), quantity, unit, price, price * quantity))
    return out


def sums(world: World, goods: Sequence[Line], full: bool = True) -> Sums:
    """The sums under a list of goods; `full` sales may have discount, shipping and a deposit."""
    rng = world.rng
    subtotal = sum(line.total for line in goods)
    discount = subtotal * rng.choice((2, 3, 5, 10)) // 100 if full and rng.random() < 0.25 else 0
    shipping = rng.choice((490, 1250, 2500, 695)) if full and rng.random() < 0.25 else 0
    net = subtotal - discount + shipping
    rate = rng.choice(RATES[world.country])
    tax = (net * rate + 50) // 100
    total = net + tax
    deposit = total * rng.choice((10, 20, 30, 50)) // 100 if full and rng.random() < 0.15 else 0
    return Sums(subtotal, discount, shipping, net, rate, tax, total, deposit)
