"""Taxes that are printed one by one and never together: their sum may be meant, though it is printed nowhere.

Where each stands with its rate and its net amount, they prove themselves and one another: "7 % 263.55 18.45" and
"19 % 104.45 19.85" on a page that prints 406.30, which is all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, groupby, pairwise, permutations, product, zip_longest

from docqa_app.core.document import Document, Line, Page
from docqa_app.core.find import fold_words
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.paid import Amount
from docqa_app.extracting.pieces import Printed, amounts_on
from docqa_app.values.amounts import DecimalMark, read_amounts
from docqa_app.values.parse import in_one_piece

TAX, NET = "tax_amount", "net_amount"
"""The fields this speaks for; of the net amount only where rates prove it."""
MOST_TAXES = 3
"""Of a country, a region and a town, or of so many rates."""

FARTHEST_TOTAL = 2
"""Lines from the last tax to the sum with all of them at most: one may round it."""
FARTHEST_RATE = 3
"""Lines from one rate to the next at most."""
CENT = Decimal("0.01")
"""What rounding leaves between a tax and its rate of the net amount."""

RATE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,4})?) ?%")
STATES_TAX = re.compile(
    r"(?:(?:plus|add|incl|including|state|city|county|federal|provincial|local|sales|of which|zzgl|zuzuglich|inkl|davon"
    r"|darin|enthaltene|dont|zuzgl|total|\d+) )*(?:[^\W\d_]+ (?:state|city|county) )?"
    r"(?:tax|vat|gst|hst|pst|qst|rst|cgst|sgst|igst|utgst|tva|tps|t p s|tvq|t v q|m[wu]st|ust|umsatzsteuer"
    r"|mehrwertsteuer|iva|btw|moms)\b"
)
"""How a line begins that states a tax, folded and without marks."""


def tax_sums(document: Document, mark: DecimalMark | None) -> Iterator[Amount]:
    """The sums of two or three taxes that follow one another on a page, with the words of all."""
    for page in document.pages:
        stood = upright(page)
        taxes = [one for line in text_lines(stood.words) if (one := _tax(stood, line, mark)) is not None]
        for count in range(2, MOST_TAXES + 1):
            for at in range(len(taxes) - count + 1):
                yield sum_of(taxes[at : at + count], mark)


@dataclass(frozen=True, slots=True)
class _Rated:
    """A net amount and its tax, which a rate on the same line proves; `line` is their line's place on the page."""

    line: int
    net: Amount
    tax: Amount


def rated_sums(document: Document, field: str, mark: DecimalMark | None) -> Iterator[Amount]:
    """The sum of the taxes, or of the net amounts, of several rates that stand near one another, where a page prints
    elsewhere what all of them are together."""
    for page in document.pages if field in (TAX, NET) else ():
        stood = upright(page)
        lines = text_lines(stood.words)
        if field == TAX:
            yield from _chained(stood, lines, mark)
        rated = [
            one
            for n, (line, below) in enumerate(zip_longest(lines, lines[1:]))
            for one in _rated(stood, n, line, below, mark)
        ]
        for some in _near(rated):
            taxes, nets = [one.tax for one in some], [one.net for one in some]
            whole = sum_of([*taxes, *nets], mark)
            others = [line for n, line in enumerate(lines) if n not in {one.line for one in some}]
            if len(some) > 1 and any(
                whole.value == one.value for line in others for one in amounts_of(stood, line, mark)
            ):
                yield sum_of(taxes if field == TAX else nets, mark)


def _near(rated: Sequence[_Rated]) -> Iterator[list[_Rated]]:
    """Two rates or more, parted where they stand far apart."""
    cuts = [n for n, (a, b) in enumerate(pairwise(rated), 1) if b.line - a.line > FARTHEST_RATE]
    yield from (list(rated[a:b]) for a, b in pairwise([0, *cuts, len(rated)]) if b - a > 1)


def _chained(page: Page, lines: Sequence[Line], mark: DecimalMark | None) -> Iterator[Amount]:
    """The sums of taxes, line by line, that lead from the sum over them to the one under them, which may be rounded."""
    taxes = [_tax(page, line, mark) for line in lines]
    ends = [amounts_of(page, line, mark)[-1:] for line in lines]
    for first, last in _tax_runs(taxes):
        some = [one for one in taxes[first:last] if one is not None]
        for above, below in product(ends[first - 1] if first else (), _rounded(ends[last : last + FARTHEST_TOTAL])):
            if above.value + sum(one.value for one in some) == below:
                yield sum_of(some, mark)


def _tax_runs(taxes: Sequence[Amount | None]) -> Iterator[tuple[int, int]]:
    """Where two taxes or more follow one another, and behind them."""
    for stated, some in groupby(range(len(taxes)), key=lambda at: taxes[at] is not None):
        run = list(some)
        if stated and len(run) > 1:
            yield run[0], run[-1] + 1


def _rounded(ends: Sequence[Sequence[Amount]]) -> Iterator[Decimal]:
    """What the sum before these amounts may be: each, less what is added before it to round."""
    added = Decimal(0)
    for one in chain.from_iterable(ends):
        yield one.value - added
        added += one.value if abs(one.value) < 1 else 0


def _rated(page: Page, number: int, line: Line, below: Line | None, mark: DecimalMark | None) -> Iterator[_Rated]:
    """The largest net amount of a line, or of the one under it, of which another amount is the tax, by the rate that
    the line prints; one first that the line adds to its tax. Where none is net, of the largest amount with its tax."""
    rate = RATE.search(page.text_of(line.words))
    if rate is None:
        return
    share = Decimal(rate[1].replace(",", ".")) / 100
    own = amounts_of(page, line, mark)
    unrated = below if below and not RATE.search(page.text_of(below.words)) else None
    others = amounts_of(page, unrated, mark) if unrated else []
    pairs = [*permutations(own, 2)] or [*product(others, own)]
    fitting = [(net, tax) for net, tax in pairs if net.value > tax.value and abs(net.value * share - tax.value) <= CENT]
    with_tax = [(_less(whole, tax), tax) for whole, tax in pairs if _is_part(tax.value, whole.value, share)]
    said = {one.value for one in own}
    if fitting or with_tax:
        yield _Rated(number, *max(fitting or with_tax, key=lambda pair: (_added(pair) in said, pair[0].value)))


def _is_part(tax: Decimal, whole: Decimal, share: Decimal) -> bool:
    """Whether an amount holds this tax, by its rate."""
    return whole > tax and abs(whole * share / (1 + share) - tax) <= CENT


def _less(whole: Amount, tax: Amount) -> Amount:
    """What an amount is without its tax, told by both."""
    value = whole.value - tax.value
    return replace(whole, value=value, text=str(value), words=(*whole.words, *tax.words))


def _added(pair: tuple[Amount, Amount]) -> Decimal:
    return pair[0].value + pair[1].value


def amounts_of(page: Page, line: Line, mark: DecimalMark | None) -> list[Amount]:
    """The amounts of a line that can be read in one way, rates left out."""
    behind = {a: page.words[b].text for a, b in pairwise(line.words)}
    some = (one for one in amounts_on(page.words, line.words) if not behind.get(one.words[-1], "").startswith("%"))
    found = (_amount(page, one, mark) for one in some if "%" not in one.text)
    return [one for one in found if one is not None]


def _tax(page: Page, line: Line, mark: DecimalMark | None) -> Amount | None:
    """The last amount of a line that begins as a tax."""
    begins = fold_words(page.text_of(line.words))
    last = next(iter(list(amounts_on(page.words, line.words))[-1:]), None)
    if last is None or not STATES_TAX.match(begins):
        return None
    return _amount(page, last, mark)


def _amount(page: Page, printed: Printed, mark: DecimalMark | None) -> Amount | None:
    text = in_one_piece(printed.text)
    values = read_amounts(text, mark)
    return Amount(values[0], text, page.number, printed.words) if len(values) == 1 else None


def sum_of(taxes: list[Amount], mark: DecimalMark | None) -> Amount:
    value = sum((one.value for one in taxes), Decimal(0))
    text = str(value).replace(".", mark or DecimalMark.POINT)
    return Amount(value, text, taxes[0].page, tuple(sorted(index for one in taxes for index in one.words)))
