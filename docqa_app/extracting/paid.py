"""What is to be paid, told by arithmetic: what was given less the change; a sum and what is added to it.

A receipt prints several totals: before tax, before rounding, with both. Which one the others lead to does not depend on
how it is named: 28.30 is to be paid where "Total 28.31" and "Rounding -0.01" stand on the page as well. Where it is not
legible itself, two ways that lead to it tell it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product, takewhile

from docqa_app.core.document import Document, Line, Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.pieces import amounts_on
from docqa_app.values.amounts import DecimalMark, read_amounts
from docqa_app.values.parse import in_one_piece

TOTAL = "total_amount"
"""The field this speaks for."""
LARGEST_ADDED = Decimal("0.3")
"""What a tax or a service charge adds to a sum at most."""
ROUNDED_TO = Decimal("0.05")
"""The smallest coin where totals are rounded; also of those that round to 0.10."""
MISREAD_CENTS = Decimal("0.1")
"""By how much the largest sum may be too large for its last digit was misread."""

_GIVEN = re.compile(
    r"cash|tender(?:ed)?|tunai|bayar|received|gegeben|bar|especes|recu|paid|payment|zahlung|paiement|pago|pagamento"
)
_CARD = re.compile(
    r"visa|master(?:card)?|maestro|amex|debit|credit|cards?|girocard|(?:ec)?karte(?:nzahlung)?|carte|tarjeta|carta"
)
_CHANGE = re.compile(r"change|kembali(?:an)?|baki|ruckgeld|wechselgeld|zuruck|rendu|monnaie")
_ADDED = re.compile(r"(?:total|add)?(?:gst|tax|vat|sst|service|svc|mwst|ust|steuer|tva|ppn|pb1|pajak)")
_TIP = re.compile(r"tips?|gratuity|trinkgeld|pourboire|propina|mancia")
_SUM = re.compile(r"(?:total|gesamt|summe|suma|somme)\w*")
_ROUNDING = re.compile(r"round\w*|rnd|rundung\w*|arrondi\w*|pembulatan")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with cents and where it is printed; `text` in one piece, whatever recognition made of it. Of one that
    is printed nowhere the words are those that tell it."""

    value: Decimal
    text: str
    page: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words, folded, and its amounts."""

    words: tuple[str, ...]
    amounts: tuple[Amount, ...]

    def has(self, sign: re.Pattern[str]) -> bool:
        return any(sign.fullmatch(word) for word in self.words)


def to_pay(document: Document, mark: DecimalMark | None) -> tuple[Amount, ...]:
    """The amounts that others on their page lead to and that lead to no other, in the order of the pages; where no
    printed one is such, those that two ways lead to.

    `mark` is the document's decimal mark, None where it is not known.
    """
    return tuple(one for page in document.pages for one in _on_page(page, mark))


def _on_page(page: Page, mark: DecimalMark | None) -> Iterator[Amount]:
    stood = upright(page)
    lines = [_read(stood, line, mark) for line in text_lines(stood.words)]
    payment = [line for line in lines if line.has(_GIVEN) or line.has(_CHANGE)]
    printed = _by_value(line for line in lines if line not in payment)
    there = _by_value(payment) | printed
    steps = (*_paid(lines, printed), *_added(lines, printed), *_rounded(lines, printed))
    follows = {after: before for before, after in steps if after in there}
    ends = [one for one in follows if one not in follows.values()]
    found = [there[one] for one in ends if not _says_it_rounds(lines) or one == _to_coins(one)]
    yield from found or _told_twice(lines, printed, mark)


def _says_it_rounds(lines: Iterable[_Line]) -> bool:
    """Whether something is added or taken off to round."""
    return any(one.value for line in lines if line.has(_ROUNDING) for one in line.amounts)


def _by_value(lines: Iterable[_Line]) -> dict[Decimal, Amount]:
    return {one.value: one for line in lines for one in line.amounts if one.value > 0}


def _read(page: Page, line: Line, mark: DecimalMark | None) -> _Line:
    words = re.findall(r"[^\W_]+", fold(page.text_of(line.words)))
    pieces = ((in_one_piece(one.text), one.words) for one in amounts_on(page.words, line.words))
    amounts = ((text, read_amounts(text, mark), where) for text, where in pieces)
    return _Line(
        tuple(words), tuple(Amount(some[0], text, page.number, where) for text, some, where in amounts if some)
    )


Step = tuple[Decimal | None, Decimal]
"""An amount, and the one that follows from it; None where one was paid to the cent, which follows from no other."""


def _paid(lines: Sequence[_Line], printed: Mapping[Decimal, Amount]) -> Iterator[Step]:
    """From what was given to what was paid of it, where that is printed among what is to be paid; a card pays to the
    cent."""
    for given, change in _payments(lines):
        if given.value - change.value in printed:
            yield given.value if change.value else None, given.value - change.value
    others = _by_value(line for line in lines if not any(line.has(sign) for sign in (_CARD, _GIVEN, _CHANGE)))
    yield from ((None, card.value) for card in _last(lines, _CARD) if card.value in others)


def _told_twice(
    lines: Sequence[_Line], printed: Mapping[Decimal, Amount], mark: DecimalMark | None
) -> Iterator[Amount]:
    """What was given less the change, where the goods or a sum with its tax or rounding are as much: it need not be
    legible. What is rounded after it was paid is no part of the total."""
    above = list(takewhile(lambda line: not (line.amounts and line.has(_GIVEN)), lines))
    sums = {after for _, after in (*_added(lines, printed), *_rounded(above, printed))} | {_goods(lines)}
    for given, change in _payments(lines):
        value = given.value - change.value
        if change.value and value in sums and value not in printed:
            text = str(value).replace(".", mark or DecimalMark.POINT)
            yield Amount(value, text, given.page, (*given.words, *change.words))


def _goods(lines: Sequence[_Line]) -> Decimal:
    """What the last amounts of the lines over the first sum are together."""
    return sum(
        (line.amounts[-1].value for line in takewhile(lambda one: not one.has(_SUM), lines) if line.amounts), Decimal(0)
    )


def _added(lines: Sequence[_Line], printed: Mapping[Decimal, Amount]) -> Iterator[Step]:
    """From a sum to the sum with its tax or service: the page's largest, for each tax rate has such a pair, too. Where
    the page rounds, also to that sum rounded: neither may be printed but the other."""
    largest = max(printed, default=Decimal(0)) - MISREAD_CENTS
    said = _rounding(lines)
    yield from _tipped(lines, printed)
    for line in lines:
        for added in (one.value for one in line.amounts if line.has(_ADDED)):
            for one in printed:
                if 0 < added <= LARGEST_ADDED * one and one + added >= largest:
                    yield one, one + added
                    yield from ((one, sum_) for sum_ in _brought_to_coins(one + added, said))


def _tipped(lines: Sequence[_Line], printed: Mapping[Decimal, Amount]) -> Iterator[Step]:
    """From a sum to the sum with the tip, where that is called a total: what a card paid may hold the tip without being
    one. Several tips are suggestions, and none is paid."""
    tips = [*{one.value: one for one in _last(lines, _TIP)}.values()]
    totals = _by_value(line for line in lines if line.has(_SUM))
    for tip in tips if len(tips) == 1 else ():
        sums = (one for one in printed if 0 < tip.value <= LARGEST_ADDED * one)
        yield from ((one, one + tip.value) for one in sums if one + tip.value in totals)


def _rounded(lines: Sequence[_Line], printed: Mapping[Decimal, Amount]) -> Iterator[Step]:
    """From a sum to the rounded one, on a page that says that it rounds: by as much as it says, or its largest sum."""
    rounding = [line for line in lines if line.has(_ROUNDING)]
    said = _rounding(lines)
    largest = max(printed, default=Decimal(0)) - ROUNDED_TO
    for one in printed if rounding else ():
        whole = _to_coins(one)
        if whole != one and (min(one, whole) >= largest or (abs(whole - one) in said and 2 * one > largest)):
            yield one, whole


def _rounding(lines: Iterable[_Line]) -> set[Decimal]:
    """By how much the page says that it rounds."""
    return {abs(one.value) for line in lines if line.has(_ROUNDING) for one in line.amounts}


def _brought_to_coins(amount: Decimal, said: Iterable[Decimal]) -> Iterator[Decimal]:
    """The amount rounded by as much as the page says, where that makes it one of coins."""
    rounded = (amount + sign * step for step in said for sign in (1, -1) if step)
    yield from (one for one in rounded if one == _to_coins(one) and abs(one - amount) <= ROUNDED_TO)


def _to_coins(amount: Decimal) -> Decimal:
    return ((amount / ROUNDED_TO).quantize(Decimal(1)) * ROUNDED_TO).quantize(amount)


def _payments(lines: Sequence[_Line]) -> Iterator[tuple[Amount, Amount]]:
    """What was given, with the change."""
    yield from product(_last(lines, _GIVEN), list(_last(lines, _CHANGE)))


def _last(lines: Sequence[_Line], sign: re.Pattern[str]) -> Iterator[Amount]:
    return (line.amounts[-1] for line in lines if line.amounts and line.has(sign))
