"""What was sold for how much: goods, quantities, prices and the sums under them, in cents."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.training.data.content import World

RATES = {"US": (0, 6, 7, 8), "GB": (20, 20, 5, 0), "DE": (19, 19, 7), "FR": (20, 20, 10, 5), "MY": (6, 6, 0, 10),
         "IN": (18, 12, 5), "ID": (11, 10, 0)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One thing sold; `price` and `total` in cents, `rate` of tax and `discount` in percent."""

    name: str
    code: str
    quantity: int
    unit: str
    price: int
    total: int
    rate: int = 0
    discount: int = 0


@dataclass(frozen=True, slots=True)
class Taxed:
    """What is taxed at one rate: the amount it is reckoned from and the tax, in cents."""

    rate: int
    base: int
    tax: int


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
    parts: tuple[Taxed, ...] = ()

    @property
    def due(self) -> int:
        return self.total - self.deposit

    def turned(self) -> Sums:
        """The same sums given back."""
        parts = tuple(Taxed(part.rate, -part.base, -part.tax) for part in self.parts)
        turned = (-v for v in (self.goods, self.discount, self.shipping, self.net))
        return Sums(*turned, self.rate, -self.tax, -self.total, -self.deposit, parts)


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


def settled(world: World, goods: Sequence[Line]) -> tuple[list[Line], Sums]:
    """Goods with their rates of tax, and the sums: allowances, charges, tax by rate, what was paid before."""
    rng, goods = world.rng, _reduced(world.rng, goods)
    subtotal = sum(line.total for line in goods)
    rates = [rng.choice(RATES[world.country])]
    if len(goods) > 1 and rng.random() < 0.3:
        rates.append(rng.choice([rate for rate in RATES[world.country] if rate != rates[0]] or rates))
    if rng.random() < 0.08:
        rates = [0]
    rated = [replace(line, rate=rates[0] if n == 0 else rng.choice(rates)) for n, line in enumerate(goods)]
    discount = subtotal * rng.choice((2, 3, 5, 10)) // 100 if rng.random() < 0.25 else 0
    shipping = rng.choice((490, 1250, 2500, 695, 5000)) if rng.random() < 0.3 else 0
    parts = _taxed(rated, shipping - discount)
    net, tax = subtotal - discount + shipping, sum(part.tax for part in parts)
    total = net + tax
    deposit = rng.choice((total * 3 // 10, total // 2, total * 4 // 5, max(1, total - 9990), total))
    deposit = deposit if rng.random() < 0.25 else 0
    return rated, Sums(subtotal, discount, shipping, net, rates[0], tax, total, deposit, parts)


def _reduced(rng: random.Random, goods: Sequence[Line]) -> Sequence[Line]:
    """Now and then a discount on some of the lines."""
    if rng.random() > 0.15:
        return goods
    cut = rng.choice((5, 10, 15, 20, 30))
    parts = [cut if rng.random() < 0.6 else 0 for _ in goods]
    return [replace(g, discount=p, total=g.total * (100 - p) // 100) for g, p in zip(goods, parts, strict=True)]


def _taxed(goods: Sequence[Line], extra: int) -> tuple[Taxed, ...]:
    """Tax by rate, the highest first; what is added to all the goods goes to the first line's rate."""
    bases: dict[int, int] = {goods[0].rate: extra}
    for line in goods:
        bases[line.rate] = bases.get(line.rate, 0) + line.total
    return tuple(Taxed(rate, bases[rate], (bases[rate] * rate + 50) // 100) for rate in sorted(bases, reverse=True))
