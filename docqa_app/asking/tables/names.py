"""Which rows and columns of a table a question names, word for word, and what is left of the question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.tables.heads import Words
from docqa_app.asking.tables.printed_tables import PrintedTable
from docqa_app.core.spelling import edit_distance
from docqa_app.extracting.line_items.notes import is_note

LONGEST_NAME = 16
"""Words of a row's or a column's name."""
KEPT_TABLES = 16
"""Tables whose repeated lines are remembered."""
LETTERS_PER_SLIP = 6
"""A name may be misread in one letter for so many that it has."""
_COUNTED = re.compile(r"\d+\.?[ -][^\W\d_]+\.?(?:,?[ -]\d{2,4})?")
"""A day whose month is spelled, or a number of things: "01 Apr", "12 Nov 2024", "3 Stück"."""

Span = tuple[int, int]
"""From which of a question's words up to which."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row or a column that the words of a span name; a row by what stands in one of its columns. `slips` counts
    letters that differ."""

    at: int
    span: Span
    by: int = -1
    slips: int = 0

    def apart(self, other: Named) -> bool:
        """Whether the spans of both share no word."""
        return self.span[1] <= other.span[0] or other.span[1] <= self.span[0]

    def __len__(self) -> int:
        return self.span[1] - self.span[0]


class AskedWords:
    """A question's words, ready to be looked for."""

    def __init__(self, question: str) -> None:
        self.parts = parts_of(question)
        self._spelled: dict[str, list[Span]] = {}
        for start in range(len(self.parts)):
            for end in range(start + 1, min(len(self.parts), start + LONGEST_NAME) + 1):
                self._spelled.setdefault("".join(self.parts[start:end]), []).append((start, end))

    def places(self, text: str) -> list[tuple[Span, int]]:
        """Where the question spells a text, and by how many letters each place differs."""
        plain = "".join(parts_of(text))
        exact = self._spelled.get(plain, []) if plain else []
        return [(span, 0) for span in exact] or list(self._near(plain))

    def _near(self, plain: str) -> Iterator[tuple[Span, int]]:
        slips = len(plain) // LETTERS_PER_SLIP
        if not slips:
            return
        for spelled, spans in self._spelled.items():
            if abs(len(spelled) - len(plain)) <= slips and (spelled[:2] == plain[:2] or spelled[-2:] == plain[-2:]):
                distance = edit_distance(spelled, plain)
                if distance <= slips:
                    yield from ((span, distance) for span in spans)

    def left(self, named: Iterable[Named]) -> list[str]:
        """The words outside these names."""
        taken = {n for one in named for n in range(*one.span)}
        return [part for n, part in enumerate(self.parts) if n not in taken]


def columns_named(table: PrintedTable, asked: AskedWords) -> list[Named]:
    """Every way in which the question names a head."""
    return [
        Named(column, span, slips=slips)
        for column, words in enumerate(table.heads)
        if words
        for text in _head_texts(table.text(words))
        for span, slips in asked.places(text)
    ]


def _head_texts(text: str) -> Collection[str]:
    """A head, and without what stands in brackets: "Distance (km)"."""
    return dict.fromkeys([text, re.sub(r"\s*[(\[].*?[)\]]", "", text) or text])


def rows_named(table: PrintedTable, asked: AskedWords) -> list[Named]:
    """Every way in which the question names a row by one of its cells."""
    return [
        Named(number, span, column, slips)
        for number, row in enumerate(table.rows)
        for column, words in enumerate(row)
        if words
        for span, slips in asked.places(table.text(name_of(table, words)))
    ]


def name_of(table: PrintedTable, words: Words) -> Words:
    """The words of a cell without notes on what it names: what says so, or stands under several rows."""
    kept: list[int] = []
    for line in _lines(table, words):
        if kept and (is_note(text := table.text(line)) or text in _repeated(table)):
            break
        kept += line
    return tuple(kept)


@lru_cache(maxsize=KEPT_TABLES)
def _repeated(table: PrintedTable) -> frozenset[str]:
    """Further lines of cells that stand in more than one."""
    further = (table.text(line) for row in table.rows for cell in row for line in list(_lines(table, cell))[1:])
    return frozenset(text for text, count in Counter(further).items() if count > 1)


def _lines(table: PrintedTable, words: Words) -> Iterator[Words]:
    boxes = [table.page.words[index].box for index in words]
    middles = [(box.top + box.bottom) / 2 for box in boxes]
    cuts = [n for n, (a, b) in enumerate(pairwise(boxes), 1) if middles[n] > a.bottom or b.right <= a.left]
    yield from (words[a:b] for a, b in pairwise([0, *cuts, len(words)]))


def label_column(table: PrintedTable, kinds: Mapping[int, str]) -> int:
    """The column that names the rows: of goods their description, else the leftmost of words, else the leftmost."""
    worded = [column for column in range(len(table.heads)) if _worded(table, column)]
    described = [column for column in worded if kinds.get(column) == "description"]
    return (described or worded or [0])[0]


def _worded(table: PrintedTable, column: int) -> bool:
    """Whether most cells are words: no numbers, days or codes."""
    texts = [table.text(row[column]) for row in table.rows[: table.goods]]
    worded = (re.search(r"[^\W\d_]{3}", text) and not _COUNTED.fullmatch(text) for text in texts)
    return 2 * sum(map(bool, worded)) > len(texts)


def best(named: Sequence[Named]) -> list[Named]:
    """The names with most words of the question, of those the best spelled."""
    most = max(map(len, named), default=0)
    longest = [one for one in named if len(one) == most]
    fewest = min((one.slips for one in longest), default=0)
    return [one for one in longest if one.slips == fewest]
