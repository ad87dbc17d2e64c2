"""Rows of goods without a header, as receipts print them: a text, perhaps a count, and an amount at the right edge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docqa_app.core.document import Line, Page
from docqa_app.extracting.rows import Row
from docqa_app.extracting.totals import is_amount, is_total, start_of, text_of

_TIMES = re.compile(r"(?:x|×|@|\*|a|à)", re.IGNORECASE)
_COUNT = re.compile(r"[x×]?\s?(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:[x×*@]|st|stk|pcs|ea)?\.?", re.IGNORECASE)
_CENTS = re.compile(r"\D{0,5}\d[\d.,'’]*[.,]\d\d\D{0,5}")
SAME_EDGE = 0.06
"""How far the right edges of amounts of one column lie apart at most, in page widths."""


def rows_without_header(page: Page, lines: Sequence[Line]) -> Iterator[Row]:
    """Rows of a receipt: a text, perhaps a count, and an amount at the right edge, down to the first line of totals."""
    ends = _ends(page, lines)
    edge = _right_edge(page, ends)
    name: list[int] = []
    begun = False
    for line in lines:
        if begun and is_total(start_of(page, line)):
            return
        *front, last = line.words
        if last not in ends or abs(page.words[last].box.right - edge) >= SAME_EDGE:
            name = list(line.words)
            continue
        count, text = _parted(page, front)
        if any(c.isalpha() for c in text_of(page, text)):
            name = []
        if (text or name) and not is_total(start_of(page, line)):
            row = Row(page.number, line.box.top, line.box.bottom, {"amount": [last]})
            row.put("description", [*name, *text] if name else text)
            row.put("quantity", count)
            begun = True
            yield row
        name = []


def _ends(page: Page, lines: Sequence[Line]) -> frozenset[int]:
    """The amounts that end a line; where most print cents, those that do, for the others are numbers of telephones and
    companies."""
    amounts = [line.words[-1] for line in lines if is_amount(page.words[line.words[-1]].text)]
    cents = [index for index in amounts if _CENTS.fullmatch(page.words[index].text)]
    return frozenset(cents if len(cents) * 2 >= len(amounts) else amounts)


def _right_edge(page: Page, ends: frozenset[int]) -> float:
    """Where most of these amounts end; 1 where there are none."""
    rights = sorted(page.words[index].box.right for index in ends)
    return rights[len(rights) // 2] if rights else 1.0


def _parted(page: Page, words: Sequence[int]) -> tuple[list[int], list[int]]:
    """The count and the text of a row's words before its amount; single prices and signs belong to neither."""
    count: list[int] = []
    text: list[int] = []
    for place, index in enumerate(words):
        word = page.words[index].text
        edge = place in (0, len(words) - 1) or (place == 1 and not text)
        if edge and not count and _COUNT.fullmatch(word):
            count.append(index)
        elif not (_TIMES.fullmatch(word) and count) and not ((text or count) and is_amount(word)):
            text.append(index)
    return count, text
