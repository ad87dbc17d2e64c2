"""The tax that a receipt's arithmetic tells: what it leaves of the total is printed, or its rates lead to the total.

Taxes are printed beside net amounts, sums with tax and totals of either, one rate a line; which of them is the tax, and
whether a second rate is to be added, labels do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise, product
from math import prod

from docqa_app.core.document import Document, Line, Page
from docqa_app.core.find import fold_words
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.paid import Amount, to_pay
from docqa_app.extracting.summed_taxes import CENT, RATE, STATES_TAX, amounts_of, sum_of
from docqa_app.values.amounts import DecimalMark

LARGEST_PART = Decimal("0.25")
"""What taxes are of a total at most."""
MOST_RATES = 4
MOST_AMOUNTS = 3
"""Of a line, that may be its tax."""
FARTHEST_TAX = 3
"""Lines from one tax of a sum to the next at most: what a service adds farther up is none of them."""
FARTHEST_SUM = 3
"""Lines up from a tax that was misread to the sum before it."""
MOST_TOTALS = 8
MOST_STATED = 12
"""Lines that may state a tax; of more those that are called one, for rows have rates as well."""
MOST_TRIES = 4000
_PAYS = re.compile(r"\b(?:change|ruckgeld|zuruck|wechselgeld|rendu|cambio|cash|bar|gegeben|geg)\b")
_TIPS = re.compile(r"\b(?:tips?|gratuity|trinkgeld|pourboire|propina|mancia)\b")
_CALLED = re.compile(
    r"\b(?:total\w*|gesamt\w*|summe|suma|somme|zu zahlen|due|eur|euro|\w*karte|carte|cards?|visa|master\w*|debit)\b"
)


@dataclass(frozen=True, slots=True)
class _Taxed:
    """A line that may state a tax: by its name or by a rate, 0 where none is printed. `under`: the amounts of the next
    line, where that prints no rate of its own."""

    at: int
    rate: Decimal
    named: bool
    amounts: tuple[Amount, ...]
    under: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page's lines with their amounts, none taken off or suggested as a tip."""

    page: Page
    lines: Sequence[Line]
    amounts: Sequence[Sequence[Amount]]

    @property
    def printed(self) -> tuple[Amount, ...]:
        return tuple(one for some in self.amounts for one in some)

    def said(self, at: int) -> str:
        return fold_words(self.page.text_of(self.lines[at].words))

    def rate(self, at: int) -> Decimal | None:
        found = RATE.search(self.page.text_of(self.lines[at].words)) if at < len(self.lines) else None
        return Decimal(found[1].replace(",", ".")) / 100 if found else None


def proved_taxes(document: Document, mark: DecimalMark | None) -> Iterator[Amount]:
    """The taxes that lead to the total of their page, all rates together."""
    for _, tax in _proofs(document, mark):
        yield tax


def taxed_totals(document: Document, mark: DecimalMark | None) -> Iterator[Amount]:
    """The totals that taxes lead to."""
    for total, _ in _proofs(document, mark):
        yield total


def _proofs(document: Document, mark: DecimalMark | None) -> Iterator[tuple[Amount, Amount]]:
    """The total and its tax, of each page whose amounts agree on one."""
    paid = to_pay(document, mark)
    for page in document.pages:
        sheet = _sheet(upright(page), mark)
        told = [one for one in paid if one.page == page.number]
        some = ((total, _tax(sheet, total.value, mark)) for total in told or _totals(sheet))
        found = [(total, tax) for total, tax in some if tax is not None][:1]
        yield from found or _by_net(sheet, mark)


def _sheet(page: Page, mark: DecimalMark | None) -> _Sheet:
    lines = text_lines(page.words)
    tips = [_TIPS.search(fold_words(page.text_of(line.words))) for line in lines]
    some = ([] if tip else amounts_of(page, line, mark) for line, tip in zip(lines, tips, strict=True))
    return _Sheet(page, lines, [[one for one in own if one.value > 0] for own in some])


def _totals(sheet: _Sheet) -> list[Amount]:
    """The largest amount that nobody gave or got back, and those that are called totals, the larger ones first."""
    owed = [one for at, some in enumerate(sheet.amounts) if not _PAYS.search(sheet.said(at)) for one in some]
    by_value = {one.value: one for one in (*_called(sheet), *sorted(owed, key=lambda one: one.value)[-1:])}
    return [by_value[value] for value in sorted(by_value, reverse=True)[:MOST_TOTALS]]


def _called(sheet: _Sheet) -> list[Amount]:
    return [one for at, some in enumerate(sheet.amounts) if _CALLED.search(sheet.said(at)) for one in some]


def _tax(sheet: _Sheet, total: Decimal, mark: DecimalMark | None) -> Amount | None:
    """The only tax that the page proves of a total."""
    taxed = [one for at in range(len(sheet.lines)) if (one := _taxed(sheet, at, total)) is not None]
    if len(taxed) > MOST_STATED:
        taxed = [one for one in taxed if one.named]
    found = [*_leaving(taxed, total, sheet)] or [*_rated(taxed, total)]
    found = found or [*_of_net(taxed, total, sheet.printed)]
    found = [some for some in found if _is_borne_out(some, taxed)]
    sums = {sum(one.value for one in some): some for some in found}
    if len(sums) != 1:
        return None if found else _misread(sheet, total, mark)
    (taxes,) = sums.values()
    return taxes[0] if len(taxes) == 1 else sum_of(list(taxes), mark)


def _is_borne_out(taxes: Sequence[Amount], taxed: Sequence[_Taxed]) -> bool:
    """Whether a line that is called a tax states one of them or their sum, where there is such a line: a service or a
    fee by its rate is no tax."""
    named = {amount.value for one in taxed if one.named for amount in (*one.amounts, *one.under)}
    return not named or bool(named & {*(one.value for one in taxes), sum(one.value for one in taxes)})


def _taxed(sheet: _Sheet, at: int, total: Decimal) -> _Taxed | None:
    """What a line states of taxes."""
    rate, named = sheet.rate(at), STATES_TAX.match(sheet.said(at)) is not None
    if not named and rate is None:
        return None
    alone = rate is not None and at + 1 < len(sheet.lines) and sheet.rate(at + 1) is None
    both = sheet.amounts[at], sheet.amounts[at + 1] if alone else ()
    own, under = (tuple(one for one in some if one.value <= LARGEST_PART * total)[:MOST_AMOUNTS] for some in both)
    return _Taxed(at, rate or Decimal(0), named, own, under)


def _leaving(taxed: Sequence[_Taxed], total: Decimal, sheet: _Sheet) -> Iterator[tuple[Amount, ...]]:
    """Taxes of lines that follow one another, without which the total is an amount that the page prints; that of a line
    which has only a rate prints itself."""
    stated, sums = [one for one in taxed if one.amounts], {one.value for one in sheet.printed}
    for count in range(1, MOST_RATES + 1):
        for at in range(len(stated) - count + 1):
            some = stated[at : at + count]
            if any(later.at - one.at > FARTHEST_TAX for one, later in pairwise(some)):
                continue
            own = sums if any(one.named for one in some) else _values(sheet, some)
            for taxes in product(*(one.amounts for one in some)):
                whole = sum((one.value for one in taxes), Decimal(0))
                if whole <= LARGEST_PART * total and total - whole in own:
                    yield taxes


def _values(sheet: _Sheet, some: Sequence[_Taxed]) -> set[Decimal]:
    return {one.value for one in sheet.amounts[some[0].at]} if len(some) == 1 else set()


def _rated(taxed: Sequence[_Taxed], total: Decimal) -> Iterator[tuple[Amount, ...]]:
    """Taxes whose rates say that what holds them is the total, each rate once; of all rates first."""
    by_rate: dict[Decimal, list[Amount]] = {}
    for one in taxed:
        if 0 < one.rate <= LARGEST_PART:
            by_rate.setdefault(one.rate, []).extend((*one.amounts, *one.under))
    for count in range(min(len(by_rate), MOST_RATES), 0, -1):
        found = [some for rates in combinations(by_rate, count) for some in _of_rates(rates, by_rate, total)]
        if found:
            yield from found
            return


def _of_rates(
    rates: Sequence[Decimal], by_rate: dict[Decimal, list[Amount]], total: Decimal
) -> Iterator[tuple[Amount, ...]]:
    wholes = [(1 + rate) / rate for rate in rates]
    tries = prod(len(by_rate[rate]) for rate in rates)
    for taxes in product(*(by_rate[rate] for rate in rates)) if tries <= MOST_TRIES else ():
        led = sum(one.value * whole for one, whole in zip(taxes, wholes, strict=True))
        if abs(led - total) <= CENT / 2 * sum(wholes) + CENT:
            yield taxes


def _of_net(taxed: Sequence[_Taxed], total: Decimal, printed: Sequence[Amount]) -> Iterator[tuple[Amount, ...]]:
    """A tax that stands anywhere, by a printed rate of the printed amount that it leaves of the total."""
    sums, rates = {one.value for one in printed}, {one.rate for one in taxed if one.rate}
    for one in printed:
        net = total - one.value
        if net in sums and any(abs(net * rate - one.value) <= CENT for rate in rates):
            yield (one,)


def _by_net(sheet: _Sheet, mark: DecimalMark | None) -> Iterator[tuple[Amount, Amount]]:
    """What a net amount and its tax are together, by the only rate of a page, where no total is legible that may be
    with tax."""
    most = max((one.value for one in sheet.printed), default=Decimal(0))
    every = [one for at in range(len(sheet.lines)) if (one := _taxed(sheet, at, most))]
    rates = {one.rate for one in every if one.rate}
    pairs = {
        (net.value, tax.value): (net, tax)
        for one in every
        for tax in one.amounts
        for net in sheet.printed
        if one.named
        and (net in sheet.amounts[one.at] or 2 * net.value > most)
        and abs(net.value * one.rate - tax.value) <= CENT
    }
    if len(rates) == len(pairs) == 1:
        ((net, tax),) = pairs.values()
        if all(one.value <= net.value for one in _called(sheet)):
            yield sum_of([net, tax], mark), tax


def _misread(sheet: _Sheet, total: Decimal, mark: DecimalMark | None) -> Amount | None:
    """A tax that lost its mark or whose sign became a digit: by its digits what the total has more than a sum."""
    for at, line in enumerate(sheet.lines):
        last = line.words[-1]
        digits = re.sub(r"\D", "", sheet.page.words[last].text)
        over = [some[-1].value for some in sheet.amounts[max(0, at - FARTHEST_SUM) : at] if some]
        for tax in (total - one for one in over if STATES_TAX.match(sheet.said(at))):
            if 0 < tax <= LARGEST_PART * total and digits.endswith(str(tax).replace(".", "").lstrip("0") or "-"):
                return Amount(tax, str(tax).replace(".", mark or DecimalMark.POINT), sheet.page.number, (last,))
    return None
