"""Rows of goods without a header, told by their sum: texts with amounts at one edge that add up to an amount below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docqa_app.core.document import Line, Page
from docqa_app.extracting.beside import runs, stand_together
from docqa_app.extracting.line_items.rows import Row
from docqa_app.extracting.line_items.totals import TIMES, carries_over, is_amount, prints_cents, sums_up
from docqa_app.values.amounts import DecimalMark, read_amounts, read_currencies
from docqa_app.values.dates import read_dates

FEWEST_ROWS = 2
"""One amount that stands again below it tells nothing."""
SAME_EDGE = 0.03
"""How far the right edges of the rows' amounts lie apart at most, in page widths."""
FARTHEST = 6.0
"""From one row to the next or to their sum, in line heights."""
LONGEST_DAY = 3
"""Words of a day: "4 March 2026"."""
_RATE = re.compile(r"\d{1,2}(?:[.,]\d+)?\s?%")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line that ends in an amount: the words before it and its own."""

    line: Line
    front: tuple[int, ...]
    words: tuple[int, ...]
    amount: Decimal
    sums: bool


def rows_to_a_sum(page: Page, lines: Sequence[Line], mark: DecimalMark | None) -> tuple[Row, ...]:
    """The longest run of such rows; () where no amounts add up. `mark` is the document's decimal mark."""
    entries = [one for line in lines if (one := _entry(page, line, mark)) is not None]
    groups = (group for at in range(len(entries)) if (group := _added_up(page, entries, at)))
    longest = max(groups, key=len, default=())
    rows = _without_rate([_row(page, one, mark) for one in longest], page)
    _tell_alone(rows, longest, page, mark)
    return tuple(rows)


def _entry(page: Page, line: Line, mark: DecimalMark | None) -> _Entry | None:
    """The line as one, where it ends in an amount with cents, perhaps beside its currency."""
    words = list(line.words)
    end = len(words) - (len(words) > 1 and _is_sign(page, words[-1]))
    if not prints_cents(page.words[words[end - 1]].text):
        return None
    start = end - 1 - (end > 1 and _is_sign(page, words[end - 2]))
    amounts = read_amounts(page.text_of(words[start:]), mark)
    if len(amounts) != 1:
        return None
    sums = sums_up(page, line) or carries_over(page, line)
    return _Entry(line, tuple(words[:start]), tuple(words[start:]), amounts[0], sums)


def _is_sign(page: Page, index: int) -> bool:
    """Whether a word is a currency and no number."""
    text = page.words[index].text
    return not any(c.isdigit() for c in text) and len(text) <= 5 and bool(read_currencies(text))


def _added_up(page: Page, entries: Sequence[_Entry], at: int) -> tuple[_Entry, ...]:
    """The rows right above an entry whose amounts add up to its own."""
    rows: list[_Entry] = []
    below = entries[at]
    for one in reversed(entries[:at]):
        if not _is_row_over(page, one, rows[0] if rows else below, first=not rows):
            return ()
        rows.insert(0, one)
        if len(rows) >= FEWEST_ROWS and sum((row.amount for row in rows), Decimal(0)) == below.amount:
            return tuple(rows)
    return ()


def _is_row_over(page: Page, one: _Entry, below: _Entry, *, first: bool) -> bool:
    """Whether an entry names something and stands close above another, its amount at the same edge; a sum may stand
    apart."""
    gap = below.line.box.top - one.line.box.bottom
    edges = [page.words[some.words[-1]].box.right for some in (one, below)]
    named = any(c.isalpha() for c in page.text_of(one.front))
    return not one.sums and named and gap <= FARTHEST * one.line.box.height and (first or _near(*edges))


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= SAME_EDGE


def _without_rate(rows: Sequence[Row], page: Page) -> Sequence[Row]:
    """The rows without their counts where these are one number in all of them, which is a rate or a code; 1 is a
    count."""
    alone = [row.cells["quantity"] for row in rows if _has_count_alone(row)]
    said = {page.text_of(words) for words in alone}
    if len(alone) == len(rows) and len(said) == 1 and said != {"1"}:
        for row in rows:
            del row.cells["quantity"]
    return rows


def _tell_alone(rows: Sequence[Row], entries: Sequence[_Entry], page: Page, mark: DecimalMark | None) -> None:
    """What the numbers are that stand alone before their amounts: prices where all print cents and every amount is so
    many times its own, else counts, which are whole."""
    alone = [(row, one) for row, one in zip(rows, entries, strict=True) if _has_count_alone(row)]
    said = [(page.words[row.cells["quantity"][0]].text, one.amount) for row, one in alone]
    priced = all(prints_cents(text) and _divides(_value(text, mark), amount) for text, amount in said)
    for (row, _), (text, _) in zip(alone, said, strict=True):
        words = row.cells.pop("quantity")
        if priced:
            row.put("unit_price", words)
        elif _is_whole(_value(text, mark)):
            row.put("quantity", words)


def _has_count_alone(row: Row) -> bool:
    return "quantity" in row.cells and "unit_price" not in row.cells


def _divides(price: Decimal, amount: Decimal) -> bool:
    return price != 0 and _is_whole(amount / price)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _value(text: str, mark: DecimalMark | None) -> Decimal:
    return next(iter(read_amounts(text, mark)), Decimal(0))


def _row(page: Page, one: _Entry, mark: DecimalMark | None) -> Row:
    """The row with its count and price, where their product is its amount or one of them stands apart; a count may
    stand before the text as well."""
    row = Row(page.number, one.line.box.top, one.line.box.bottom, {"amount": list(one.words)})
    front = _undated(page, one.front)
    text, numbers = _multiplied(page, front)
    names = _names(page, numbers, one.amount, mark)
    if len(names) < 2:
        text, numbers = _parted(page, front)
        led = [*text[:1], *numbers]
        if len(text) > 1 and len(_names(page, led, one.amount, mark)) == len(led) == 2:
            text, numbers = text[1:], led
        names = _names(page, numbers, one.amount, mark)
    row.put("description", list(text))
    for name, index in zip(names, numbers, strict=False):
        row.put(name, [index])
    return row


def _undated(page: Page, front: Sequence[int]) -> Sequence[int]:
    """The words before an amount without the day that stands apart in front of them."""
    first, *rest = [*runs(page.words, front), ()]
    said = page.text_of(first)
    dated = len(first) <= LONGEST_DAY and said[:1].isdigit() and read_dates(said)
    return front[len(first) :] if any(rest) and dated else front


def _multiplied(page: Page, front: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """A row's text and the numbers behind or around its last sign that multiplies: "Tea x 3 2.50", "2 x Tea 2.50"."""
    texts = [page.words[index].text for index in front]
    at = max((n for n, text in enumerate(texts) if TIMES.fullmatch(text)), default=len(front))
    behind = [index for index in front[at:] if is_amount(page.words[index].text)]
    around = len(behind) == 1 and at > 0 and is_amount(texts[at - 1])
    if not around:
        return front[:at], behind
    text = front[: at - 1] or [index for index in front[at + 1 :] if index not in behind]
    return text, [front[at - 1], *behind]


def _names(page: Page, numbers: Sequence[int], amount: Decimal, mark: DecimalMark | None) -> tuple[str, ...]:
    """What these numbers are of a row with this amount; () where they do not fit."""
    values = [_value(page.words[index].text, mark) for index in numbers]
    return next((names for names in _NAMES if _fit(names, values, amount)), ())


_NAMES = (("quantity", "unit_price"), ("unit_price", "quantity"), ("quantity",))
"""What the numbers between a row's text and its amount may be."""


def _fit(names: Sequence[str], values: Sequence[Decimal], amount: Decimal) -> bool:
    if len(names) != len(values):
        return False
    return len(values) == 1 or values[0] * values[1] == amount


def _parted(page: Page, front: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """A row's text and the numbers behind it, which stand apart from it."""
    cut = len(front)
    for at, (left, right) in reversed(list(enumerate(pairwise(front), start=1))):
        if not (_is_number(page.words[right].text) or _is_sign(page, right)):
            break
        cut = at if not stand_together(page.words[left], page.words[right]) else cut
    return front[:cut], [index for index in front[cut:] if is_amount(page.words[index].text)]


def _is_number(text: str) -> bool:
    return is_amount(text) or _RATE.fullmatch(text) is not None
