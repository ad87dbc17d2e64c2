"""Rows of goods without a header, as receipts print them: a text, perhaps a count, and an amount at the right edge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docqa_app.core.document import Line, Page
from docqa_app.extracting.line_items.rows import Row
from docqa_app.extracting.line_items.totals import TIMES, is_amount, is_total, start_of, text_of

_COUNT = re.compile(r"[x×]?\s?(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:[x×*@]|st|stk|pcs|ea)?\.?", re.IGNORECASE)
_CENTS = re.compile(r"\D{0,5}\d[\d.,'’]*[.,]\d\d\D{0,5}")
_CODE = re.compile(r"[A-Z*#]{1,2}|[A-Z]\d")
"""What stands for the tax of a row behind its amount, or before it."""
SAME_EDGE = 0.06
"""How far the right edges of amounts of one column lie apart at most, in page widths."""


def rows_without_header(page: Page, lines: Sequence[Line]) -> list[Row]:
    """Rows of a receipt: a text, perhaps a count, and an amount at the right edge, down to the first line of totals."""
    rows = list(_rows(page, lines))
    coded = [row for row in rows if _ends_in_code(page, row)]
    if len(coded) > 1 and len(coded) * 2 >= len(rows):
        for row in coded:
            row.cells["description"].pop()
    return rows


def _ends_in_code(page: Page, row: Row) -> bool:
    """Whether the last of several words of a text is a letter alone, as tax codes are."""
    words = row.cells.get("description", [])
    return len(words) > 1 and re.fullmatch("[A-Z]", page.words[words[-1]].text) is not None


def _rows(page: Page, lines: Sequence[Line]) -> Iterator[Row]:
    ends = _ends(page, lines)
    edge = _right_edge(page, ends)
    name: list[int] = []
    begun = False
    for line in lines:
        if begun and is_total(start_of(page, line)):
            return
        *front, last = _before_code(page, line)
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
    lasts = (_before_code(page, line)[-1] for line in lines)
    amounts = [last for last in lasts if is_amount(page.words[last].text)]
    cents = [index for index in amounts if _CENTS.fullmatch(page.words[index].text)]
    return frozenset(cents if len(cents) * 2 >= len(amounts) else amounts)


def _before_code(page: Page, line: Line) -> tuple[int, ...]:
    """The words of a line without the letter of its tax behind an amount: "MILK 1,29 A"."""
    texts = [page.words[index].text for index in line.words[-2:]]
    coded = len(texts) == 2 and _CODE.fullmatch(texts[1]) and is_amount(texts[0])
    return line.words[:-1] if coded else line.words


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
        elif not (TIMES.fullmatch(word) and count) and not ((text or count) and is_amount(word)):
            text.append(index)
    return count, text
