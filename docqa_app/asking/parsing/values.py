"""A printed table as values: what each cell says as text, number and day, and how its columns may be ordered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from docqa_app.asking.parsing.triggers import MONTHS, RANKS
from docqa_app.asking.tables.heads import Words
from docqa_app.asking.tables.names import name_of
from docqa_app.asking.tables.printed_tables import PrintedTable
from docqa_app.core.find import fold
from docqa_app.extracting.line_items.totals import is_total
from docqa_app.values.amounts import DecimalMark, read_amounts
from docqa_app.values.dates import DateOrder

MOSTLY = 0.6
"""Share of its filled cells that must be numbers or days in a column that is ordered by them."""
LONGEST_NUMBER = 40
"""Letters of a cell that may be a number."""
KEPT_TABLES = 16
KEPT = 20_000
"""Texts whose values are remembered."""
_CLOCK = re.compile(r"\s*(?:(\d+):)?(\d+):(\d\d(?:[.,]\d+)?)\s*$")
_SCALE = {"million": 6, "millions": 6, "billion": 9, "thousand": 3, "mio": 6, "mrd": 9, "millionen": 6, "milliarden": 9}
_NUMERIC_DAY = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d)")

Day = tuple[int, int, int]
"""Year, month and day; 0 where a text does not say."""
Key = tuple[Decimal, int, int]
"""What a column is ordered by: a number and zeros, or a year, a month and a day."""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """What stands in a cell; `words` are the page's."""

    row: int
    column: int
    words: Words
    text: str
    parts: tuple[str, ...]
    stems: tuple[str, ...]
    number: Decimal | None
    day: Day | None


@dataclass(frozen=True)
class Grid:
    """A table's rows of goods as cells, and its columns; of `table` sums are left out."""

    table: PrintedTable
    mark: DecimalMark | None = None
    order: DateOrder | None = None

    @cached_property
    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """Row by row, those of sums left out."""
        kept = [row for n, row in enumerate(self.table.rows) if n < self.table.goods or not self._sums(row)]
        return tuple(
            tuple(_cell(self, n, column, words) for column, words in enumerate(row)) for n, row in enumerate(kept)
        )

    def _sums(self, row: Sequence[Words]) -> bool:
        return not row[0] or is_total(" ".join(words_of(self.table.text(row[0]))))

    @cached_property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The words of each column's head."""
        return tuple(words_of(self.table.text(words)) for words in self.table.heads)

    @cached_property
    def columns(self) -> range:
        return range(len(self.table.heads))

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """Which columns hold numbers."""
        return tuple(self._mostly(column, lambda cell: cell.number is not None) for column in self.columns)

    @cached_property
    def dated(self) -> tuple[bool, ...]:
        """Which columns hold days or years."""
        return tuple(self._mostly(column, lambda cell: cell.day is not None) for column in self.columns)

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Columns whose numbers are ranks."""
        return tuple(c for c in self.columns if self.numeric[c] and RANKS.intersection(self.heads[c]))

    @cached_property
    def label(self) -> int:
        """The column that names the rows: the leftmost of words that differ, else the leftmost of words."""
        worded = [c for c in self.columns if not self.numeric[c] and not self.dated[c]]
        apart = [c for c in worded if 3 * len({row[c].text for row in self.cells}) > 2 * len(self.cells)]
        return (apart or worded or [0])[0]

    def _mostly(self, column: int, told: Callable[[Cell], bool]) -> bool:
        filled = [row[column] for row in self.cells if row[column].parts]
        return bool(filled) and sum(map(told, filled)) >= MOSTLY * len(filled)

    def key(self, row: int, column: int) -> Key | None:
        """What orders a row by a column of numbers or days."""
        cell = self.cells[row][column]
        if self.dated[column]:
            return (Decimal(cell.day[0]), *cell.day[1:]) if cell.day else None
        return (cell.number, 0, 0) if self.numeric[column] and cell.number is not None else None


@lru_cache(maxsize=KEPT_TABLES)
def grid_of(table: PrintedTable, mark: DecimalMark | None = None, order: DateOrder | None = None) -> Grid:
    """The table as values; kept, for a table is asked more than once."""
    return Grid(table, mark, order)


def _cell(grid: Grid, row: int, column: int, words: Words) -> Cell:
    text = grid.table.text(name_of(grid.table, words))
    parts, number, day = words_of(text), number_of(text, grid.mark), day_of(text, grid.order)
    return Cell(row, column, words, text, parts, tuple(map(stem, parts)), number, day)


@lru_cache(maxsize=KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """A text's words and numbers, folded; groups of digits that one number holds stay one."""
    return tuple(re.findall(r"[^\W_]+", re.sub(r"(?<=\d)[,’'](?=\d{3}(?!\d))", "", fold(text))))


@lru_cache(maxsize=KEPT)
def number_of(text: str, mark: DecimalMark | None) -> Decimal | None:
    """The first number of a short text; hours, minutes and seconds as seconds."""
    if len(text) > LONGEST_NUMBER or not any(map(str.isdigit, text)):
        return None
    clock = _CLOCK.match(text)
    if clock:
        hours, minutes, seconds = (Decimal((part or "0").replace(",", ".")) for part in clock.groups())
        return 3600 * hours + 60 * minutes + seconds
    values = read_amounts(re.sub(r"(?<=\d)\s?[-–/].*", "", text) or text, mark)
    scale = next((_SCALE[part] for part in words_of(text) if part in _SCALE), 0)
    return values[0] * 10**scale if values else None


@lru_cache(maxsize=KEPT)
def day_of(text: str, order: DateOrder | None = None) -> Day | None:
    """The first day, month or year of a text; None where it names none. `order` is that of its document, where known;
    else strokes part an American's month from the day behind it."""
    numeric = _NUMERIC_DAY.search(text)
    if numeric:
        month_first = order is DateOrder.MONTH_FIRST or (order is None and numeric[2] == "/")
        return _numeric_day(int(numeric[1]), int(numeric[3]), int(numeric[4]), month_first)
    parts = words_of(text)
    month = next((MONTHS[part] for part in parts if part in MONTHS), 0)
    years = re.findall(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d|\d)", text)
    if month and any(map(str.isdigit, text)):
        days = re.findall(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?![\d:])", text)
        return int(years[0]) if years else 0, month, int(days[0]) if days else 0
    return (int(years[0]), 0, 0) if years and len(parts) <= 3 and text.strip()[:4] == years[0] else None


def _numeric_day(first: int, second: int, third: int, month_first: bool) -> Day | None:
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    if month > 12 or (month_first and day <= 12 and first <= 31):
        month, day = day, month
    return (year + (0 if year > 99 else 2000 if year < 70 else 1900), month, day) if month <= 12 else None


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    """A word without its commonest endings, so that "won", "wins" and "winner" meet."""
    if word.isdigit() or len(word) < 4:
        return _IRREGULAR.get(word, word)
    for end in ("ings", "ing", "ers", "ies", "ed", "es", "er", "en", "y", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            bare = word[: -len(end)]
            return bare[:-1] if bare[-1] == bare[-2] and len(end) > 1 else bare
    return _IRREGULAR.get(word, word)


_IRREGULAR = {
    "won": "win",
    "lost": "los",
    "loss": "los",
    "held": "hold",
    "took": "tak",
    "taken": "tak",
    "built": "build",
}


@lru_cache(maxsize=KEPT)
def alike(one: str, other: str) -> bool:
    """Whether two words are one but for their endings: "attended", "attendance"."""
    a, b = stem(one), stem(other)
    if a == b:
        return True
    same = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= 4 and 10 * same >= 6 * max(len(a), len(b)) and not a.isdigit()
