"""Questions for the unit of a table or of one of its columns: "In what unit are the amounts given?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docqa_app.asking.common_words import ORDINALS
from docqa_app.asking.tables.cells import TITLE_WITHIN, AskedTable, TableAnswer
from docqa_app.asking.tables.heads import Words
from docqa_app.asking.tables.names import best
from docqa_app.asking.tables.words import COLUMNS
from docqa_app.core.layout import text_lines

_ASKS = re.compile(
    r"^(?:in )?(?:what|which)(?: is| are)?(?: the)? units?\b(?! price| cost| number| no\b)"
    r"|^in welche[rn]? einheit|^(?:was|welches?) (?:ist|sind) die (?:mass)?einheit"
    r"|^(?:dans |en )?quelles? (?:est l |sont les )?unites?\b"
)
_IS_UNIT = re.compile(r"[^\W\d_]|[%$€£°]")
MOST_WORDS = 5
"""Of a unit: "in thousands of US dollars"."""


def units(one: AskedTable) -> Iterator[TableAnswer]:
    """What stands in brackets in the head of the column that the question names, or over it; of no column what stands
    so over the table."""
    if not _ASKS.search(" ".join(one.asked.parts)):
        return
    column = _column(one)
    if column is None:
        places = list(_titles(one))
    else:
        places = [one.table.heads[column], *([one.table.over[column]] if one.table.over else [])]
    for words in places:
        unit = _bracketed(one, words)
        if unit:
            text = one.table.text(unit).strip("()[] ")
            yield TableAnswer("unit", text, one.table.page.number, tuple(sorted(unit)))
            return


def _column(one: AskedTable) -> int | None:
    """The column that is named, or counted: "the last column"."""
    named = best(one.columns)
    if named:
        return named[0].at
    parts = one.asked.parts
    place = next((ORDINALS[part] for part in parts if part in ORDINALS), None)
    count = len(one.table.heads)
    return place % count if place is not None and place < count and not COLUMNS.isdisjoint(parts) else None


def _titles(one: AskedTable) -> Iterator[Words]:
    """The lines over the table, the nearest first."""
    page = one.table.page
    top = min(page.words[index].box.top for row in one.table.rows for cell in row for index in cell)
    above = [line for line in text_lines(page.words) if top - TITLE_WITHIN < line.box.top < top]
    yield from (line.words for line in sorted(above, key=lambda line: -line.box.top))


def _bracketed(one: AskedTable, words: Sequence[int]) -> Words:
    """The words in brackets that may be a unit; () where none are."""
    texts = [one.table.page.words[index].text for index in words]
    start = next((n for n, text in enumerate(texts) if text[0] in "(["), None)
    end = next((n for n, text in enumerate(texts) if start is not None and n >= start and text[-1] in ")]"), None)
    if start is None or end is None or end - start >= MOST_WORDS:
        return ()
    inside = " ".join(texts[start : end + 1])
    return tuple(words[start : end + 1]) if _IS_UNIT.search(inside) and not re.search(r"\d", inside) else ()
