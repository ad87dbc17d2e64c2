"""Rows of goods without a header, as receipts print them: a text, perhaps a count, and an amount at the right edge."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docqa_app.core.document import Line, Page
from docqa_app.extracting.beside import stand_together
from docqa_app.extracting.line_items.price_ends import (
    PriceEnd,
    above,
    has_no_letters_but_currency,
    is_currency,
    price_ends,
    right_edge,
)
from docqa_app.extracting.line_items.rows import Row
from docqa_app.extracting.line_items.totals import (
    TIMES,
    carries_over,
    is_amount,
    prints_cents,
    sums_up,
    takes_off,
)
from docqa_app.values.amounts import read_amounts

_COUNT = re.compile(
    r"[x×]?\s?((?!0\d)\d{1,4}(?:[.,]\d{1,3})?)\s?(?:[x×*@]|st|stk|pcs|ea)?\.?|[il|]\s?[x×]", re.IGNORECASE
)
"""Also where its 1 was read as a letter: "Ix"."""
_ONE = re.compile(r"[Il|\]!i]")
"""As what a 1 is read that stands alone."""
_WEIGHED = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?(?:kg|g|lbs?|oz|l|ltr|gal)", re.IGNORECASE)
"""A count with its unit in one word, before what one of it costs: "0.842kg"."""
_EACH = re.compile(r"\D{0,3}\d*[.,]\d")
_UNIT = re.compile(r"[^\W\d_]{1,3}\.?")
_PER = re.compile(
    r"(?:(?:p|ct|[a-z]{3}|[^\w\s/]) ?)?(?:(?:/|per\b) ?\d{0,4}[^\W\d]{0,5}|each|ea|stk|stück|pcs?|pièce)\.?(?!\S)",
    re.IGNORECASE,
)
"""What one costs, of which it is one, and for how much it is: "42.17 L @ 147.9 p/L", "2,99 €/kg", "0.90 per kg", or
that it is of each: "6 @ $14.35 each"."""
_SIGNS_OF_TIMES = frozenset("xX×*")
_TIMES_PRICE = re.compile(r"[xX×*@]\D{0,2}\d+[.,]\d\d")
"""A price of each with the sign of its count: "x29,00"."""
_SHORT_NUMBER = re.compile(r"\d{1,2}")
_SIZE = re.compile(r"\d{1,2}[.,]\d")
"""A number with one decimal is no price beside amounts with cents: "MINERAL 0.5"."""
SAME_EDGE = 0.06
"""How far the right edges of amounts of one column lie apart at most, in page widths."""


def rows_without_header(page: Page, lines: Sequence[Line]) -> list[Row]:
    """Rows of a receipt: a text, perhaps a count, and an amount at the right edge, down to the first line of totals.
    What takes something off them is a row as well."""
    rows = _rows(page, lines)
    if len(rows) > 1 and _sums_savings(page, rows):
        rows.pop()
    counted = [row for row in rows if _ends_in_count(page, row)]
    if len(counted) * 2 < len(rows):
        for row in counted:
            row.put("description", row.cells.pop("quantity"))
    apart = Counter(code for row in rows if (code := _code_apart(page, row)))
    often = [code for code, count in apart.items() if count > 1]
    coded = [row for row in rows if _ends_in_code(page, row) or any(one in _code_apart(page, row) for one in often)]
    if len(coded) > 1 and len(coded) * 2 >= len(rows):
        for row in coded:
            row.cells["description"].pop()
    _take_misread_ones(page, rows)
    return rows


def _take_misread_ones(page: Page, rows: Sequence[Row]) -> None:
    """Where most rows begin with a count, a stroke that stands there was a 1: "| COKE" under "2 TEA"."""
    counted = [row for row in rows if row.cells.get("quantity")]
    for row in rows if len(counted) * 2 >= len(rows) else ():
        words = row.cells.get("description", [])
        if row not in counted and len(words) > 1 and _ONE.fullmatch(page.words[words[0]].text):
            row.cells["quantity"], row.cells["description"] = words[:1], words[1:]


def _sums_savings(page: Page, rows: Sequence[Row]) -> bool:
    """Whether the last row says again what several rows above took off, all together."""
    *above, last = (max(read_amounts(page.text_of(row.cells["amount"])), default=Decimal(0)) for row in rows)
    off = [value for value in above if value < 0]
    return len(off) > 1 and last == sum(off)


def _ends_in_count(page: Page, row: Row) -> bool:
    """Whether a bare number stands right behind a row's text, and right before its amount. Where that of most rows does
    not, it ends the name: "ASPIRIN CP 8"."""
    count, text, (amount, *_) = (row.cells.get(name, []) for name in ("quantity", "description", "amount"))
    if not (count and text) or (text[-1] + 1, count[0] + 1) != (count[0], amount):
        return False
    bare = not any(map(str.isalpha, page.words[count[0]].text)) and "×" not in page.words[count[0]].text
    return bare and stand_together(page.words[text[-1]], page.words[count[0]])


def _ends_in_code(page: Page, row: Row) -> bool:
    """Whether the last of several words of a text is a letter alone, as tax codes are."""
    words = row.cells.get("description", [])
    return len(words) > 1 and re.fullmatch("[A-Z]", page.words[words[-1]].text) is not None


def _code_apart(page: Page, row: Row) -> str:
    """A few letters that stand apart behind a text; "" where none do. They are a code where they are printed often."""
    words = [page.words[index] for index in row.cells.get("description", [])[-2:]]
    apart = len(words) > 1 and not stand_together(*words)
    return words[-1].text if apart and re.fullmatch("[A-Z]{2,5}", words[-1].text) else ""


@dataclass(frozen=True, slots=True)
class _Over:
    """What stands over a priced line and may be of its row: a name, perhaps with how many at what price under it; or
    such a count without a name."""

    name: tuple[int, ...] = ()
    reckoned: tuple[int, ...] = ()
    counted: tuple[int, ...] = ()


def _rows(page: Page, lines: Sequence[Line]) -> list[Row]:
    ends = price_ends(page, lines)
    edge = right_edge(above(ends, _first_total(page, lines, ends)) or ends.values())
    rows: list[Row] = []
    over = _Over()
    for line in lines:
        end = ends.get(line.number)
        total = _sums_up(page, line) and not (end and takes_off(page, line, end.text))
        if rows and total:
            break
        if end is None or abs(end.right - edge) >= SAME_EDGE:
            over = _gone_on(page, line, over, rows)
            continue
        rows += [] if total else _row(page, line, end, over)
        over = _Over()
    return rows


def _gone_on(page: Page, line: Line, over: _Over, rows: Sequence[Row]) -> _Over:
    """What stands over the next line, once this one without a price of its own was read; where it says how many of the
    row above, that is told there."""
    if not _is_reckoned(page, line):
        return _Over(line.words)
    if over.name:
        return replace(over, reckoned=line.words)
    if rows and not rows[-1].cells.get("quantity") and _costs(page, line.words, page.text_of(rows[-1].cells["amount"])):
        rows[-1].put("quantity", line.words[:1])
        return _Over()
    return _Over(counted=line.words)


def _row(page: Page, line: Line, end: PriceEnd, over: _Over) -> list[Row]:
    """The row of a line with a price, if anything names it."""
    count, text = _parted(page, [*over.reckoned, *end.front], prints_cents(end.text))
    name = () if _names(page, text) else over.name
    if not text and not name:
        return []
    if not count and over.counted and _costs(page, over.counted, end.text):
        count = [over.counted[0]]
    row = Row(page.number, line.box.top, line.box.bottom, {"amount": [*end.words]})
    row.put("description", _bare(page, name or text))
    row.put("quantity", count)
    return [row]


def _costs(page: Page, counted: Sequence[int], amount: str) -> bool:
    """Whether so many at such a price, "2 x 3,80", cost an amount."""
    count, *rest = (page.words[index].text for index in counted)
    said = _COUNT.fullmatch(count)
    each = [value for text in rest for value in read_amounts(text)]
    many = Decimal(said[1].replace(",", ".")) if said and said[1] else Decimal(1)
    return any(many * one == cost for one in each for cost in read_amounts(amount.replace(" ", "")))


def _sums_up(page: Page, line: Line) -> bool:
    """Whether a line sums up, taxes or pays the rows above it; a receipt carries nothing over."""
    return sums_up(page, line) or carries_over(page, line)


def _first_total(page: Page, lines: Sequence[Line], ends: Mapping[int, PriceEnd]) -> int:
    """The number of the first line that ends in an amount and is no row."""
    totals = (line.number for line in lines if line.number in ends and _sums_up(page, line))
    return next(totals, len(lines) + 1)


def _names(page: Page, words: Sequence[int]) -> bool:
    """Whether words name goods: more than a letter of a tax and a currency."""
    texts = [page.words[index].text for index in words]
    return any(sum(map(str.isalpha, text)) > 1 and not is_currency(text) for text in texts)


def _parted(page: Page, words: Sequence[int], cents: bool) -> tuple[list[int], list[int]]:
    """The count and the text of a row's words before its amount, which prints `cents` or not; single prices and signs
    belong to neither."""
    reckoned = _reckoned([page.words[index].text for index in words])
    count = [words[reckoned.start]] if reckoned else []
    text: list[int] = []
    rest = [index for place, index in enumerate(words) if place not in reckoned]
    for place, index in enumerate(rest):
        word = page.words[index].text
        edge = place in (0, len(rest) - 1) or (place == 1 and not text)
        if edge and not count and _COUNT.fullmatch(word):
            count.append(index)
            text = text[:-1] if text and page.words[text[-1]].text in _SIGNS_OF_TIMES else text
        elif not (TIMES.fullmatch(word) and count) and not ((text or count) and _is_single_price(word, cents)):
            text.append(index)
        elif text and _SHORT_NUMBER.fullmatch(word) and _has_letters(page, rest[place + 1 :]):
            text.append(index)  # of a name: "GAP FILLER 3 IN 1 380G"
    return count, text


def _bare(page: Page, words: Sequence[int]) -> list[int]:
    """A text without signs that stand at its ends by themselves, as lines and dots that lead to the amount do, and
    without the currency of a single price."""
    said = [index for index in words if not is_currency(page.words[index].text)]
    spelled = [at for at, index in enumerate(said) if any(map(str.isalnum, page.words[index].text))]
    return said[spelled[0] : spelled[-1] + 1] if spelled else list(words)


def _has_letters(page: Page, words: Sequence[int]) -> bool:
    return any(c.isalpha() for c in page.text_of(words))


def _reckoned(texts: Sequence[str]) -> range:
    """Where a count stands with what one costs: "6 x 0,35", "0.742 kg @ £0.90/kg"; empty where that is nowhere."""
    for at in range(1, len(texts) - 1):
        if TIMES.fullmatch(texts[at].rstrip(":.")) and _EACH.match(texts[at + 1]):
            first = at - 2 if at > 1 and _UNIT.fullmatch(texts[at - 1]) else at - 1
            per = _PER.match(" ".join(texts[at + 2 :]))
            if _COUNT.fullmatch(texts[first]) or _WEIGHED.fullmatch(texts[first]):
                return range(first, at + 2 + (len(per[0].split()) if per else 0))
    return range(0)


def _is_reckoned(page: Page, line: Line) -> bool:
    """Whether a line is a count with what one costs and nothing else, whose amount may stand on the next line."""
    texts = [page.words[index].text for index in line.words]
    return len(_reckoned(texts)) == len(texts)


def _is_single_price(text: str, cents: bool) -> bool:
    """Whether a text is an amount with no letters but a currency's: "2L" and "800g" are sizes."""
    bare = text[1:] if _TIMES_PRICE.fullmatch(text) else text
    sized = cents and _SIZE.fullmatch(text) is not None
    return is_amount(bare) and not sized and has_no_letters_but_currency(bare)
