"""Rows of goods under a header: which words of a page belong to which row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from statistics import median_low

from docqa_app.core.document import Line, Page
from docqa_app.core.fields import FieldType
from docqa_app.extracting.beside import stand_together
from docqa_app.extracting.line_items.columns import completed, track_of
from docqa_app.extracting.line_items.headers import Header, widened
from docqa_app.extracting.line_items.notes import is_note
from docqa_app.extracting.line_items.table_body import table_body
from docqa_app.extracting.line_items.totals import is_amount, is_price, is_tax
from docqa_app.schemas.schema import Schema
from docqa_app.values.conventions import Conventions

FARTHEST_TEXT = 1.3
"""How far below a row's last line its next line of text may begin, in line heights."""

PITCH_ABOVE, PITCH_BELOW = 1.15, 0.9
"""How far from a row above or below it a line of its text stands at most, in steps from row to row."""

CLOSE_WORDS = 0.6
"""Between two words of one text that runs out of its column, in heights."""


@dataclass(slots=True)
class Row:
    """A row in the making: for each column the words found for it, and the lines it takes."""

    page: int
    top: float
    bottom: float
    cells: dict[str, list[int]] = field(default_factory=dict)
    noted: bool = False
    """whether its text is complete, for a note stands under it"""

    def put(self, name: str, words: Sequence[int]) -> None:
        if name and words:
            self.cells.setdefault(name, []).extend(words)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one page and whether a line of totals ended them."""

    rows: tuple[Row, ...]
    ended: bool
    header: Header


def rows_below(page: Page, lines: Sequence[Line], header: Header, schema: Schema, conventions: Conventions) -> Table:
    """The rows under a header, or from the page's top where `header.line` is 0. A row has a number in its last column
    of numbers, or in two others."""
    below = [line for line in lines if line.number > header.line]
    body, ended = table_body(page, below, header, _columns(schema, header)[0])
    header = widened(header, [page.words[index] for line in body for index in line.words])
    header = completed(page, body, header, schema, conventions)
    text_column, numbers = _columns(schema, header)
    parted = [(line, _cells(page, line, header)) for line in body]
    for _, cells in parted:
        _give_back(page, cells, text_column, _behind(header, text_column))
    anchors = [n for n, (_, cells) in enumerate(parted) if _is_row(page, cells, numbers)]
    rows = {n: _row(page, *parted[n]) for n in anchors}
    pitch = _pitch([(parted[a][0], parted[b][0]) for a, b in pairwise(anchors) if b == a + 1])
    for number, (line, cells) in enumerate(parted):
        if number not in anchors and not _is_of_another(page, line, cells, text_column):
            text = _run_out(page, line, cells.get(text_column, []))
            _attach(page, line, text, list(rows.values()), text_column, pitch)
    named = [row for row in rows.values() if text_column not in header.names() or _says(page, row, text_column)]
    return Table(tuple(named), ended, header)


def _columns(schema: Schema, header: Header) -> tuple[str, list[str]]:
    """The column of texts ("" where the schema has none) and those of numbers that are printed."""
    text = next((column.name for column in schema.columns if column.type is FieldType.TEXT), "")
    names = header.names()
    return text, [one.name for one in schema.columns if one.type is not FieldType.TEXT and one.name in names]


def _is_row(page: Page, cells: Mapping[str, Sequence[int]], numbers: Sequence[str]) -> bool:
    texts = {name: page.text_of(cells.get(name, [])) for name in numbers}
    if not numbers:
        return False
    return is_amount(texts[numbers[-1]]) or sum(is_amount(text) for text in texts.values()) >= 2


def _says(page: Page, row: Row, text_column: str) -> bool:
    """A row without a single letter of text is a sum, a tax or a number of something else; one that says only that it
    is a tax is no goods."""
    text = page.text_of(row.cells.get(text_column, []))
    return any(c.isalpha() for c in text) and not is_tax(text)


def _cells(page: Page, line: Line, header: Header) -> dict[str, list[int]]:
    """The line's words by column; words of columns that nobody asks for stand under ""."""
    cells: dict[str, list[int]] = {}
    for index in line.words:
        box = page.words[index].box
        track = header.tracks[track_of(header.tracks, box.left, box.right)]
        cells.setdefault(track.name, []).append(index)
    return cells


def _behind(header: Header, text_column: str) -> str:
    """The column of numbers right behind that of texts; "" where none is."""
    names = [track.name for track in header.tracks]
    return next((after for name, after in pairwise(names) if name == text_column and after != text_column), "")


def _give_back(page: Page, cells: dict[str, list[int]], text_column: str, number: str) -> None:
    """Gives a text the words that run out under the next head, where the number there stands behind them."""
    text, cell = cells.get(text_column, []), cells.get(number, []) if number else []
    spelled = list(takewhile(lambda index: any(map(str.isalpha, page.words[index].text)), cell))
    if not text or not 0 < len(spelled) < len(cell) or not is_amount(page.text_of(cell[len(spelled) :])):
        return
    if stand_together(page.words[text[-1]], page.words[spelled[0]]):
        cells[text_column], cells[number] = [*text, *spelled], cell[len(spelled) :]


def _row(page: Page, line: Line, cells: dict[str, list[int]]) -> Row:
    row = Row(page.number, line.box.top, line.box.bottom)
    for name, words in cells.items():
        row.put(name, words)
    return row


def _pitch(pairs: Sequence[tuple[Line, Line]]) -> float:
    """How far rows of one line lie below each other, specks left out; the whole page where no two follow each other."""
    steps = [b.box.top - a.box.top for a, b in pairs if b.box.top - a.box.top >= max(a.box.height, b.box.height)]
    return median_low(steps) if steps else 1.0


def _is_of_another(page: Page, line: Line, cells: Mapping[str, Sequence[int]], text_column: str) -> bool:
    """Whether a line without numbers of goods has a price that nobody asks for, as a payment among them, or is a
    sentence under the table."""
    paid = any(is_price(page.words[index].text) for index in cells.get("", ()))
    return paid or _runs_on(page, line, cells.get(text_column, []))


def _runs_on(page: Page, line: Line, words: Sequence[int]) -> bool:
    """Whether a text runs on into most of the line's other columns: a sentence under the table, and no cell."""
    others = [index for index in line.words if index not in words]
    return len(others) >= len(words) > 0 and all(
        page.words[right].box.left - page.words[left].box.right < page.words[left].box.height
        for left, right in pairwise(line.words)
    )


def _run_out(page: Page, line: Line, words: Sequence[int]) -> list[int]:
    """A text with the words that follow it closely under the next head: beside it stand no numbers that end it."""
    whole = list(words)
    for index in line.words:
        last, box = page.words[whole[-1]].box if whole else None, page.words[index].box
        if last and box.left >= last.right and box.left - last.right <= CLOSE_WORDS * last.height:
            whole.append(index)
    return whole


def _attach(page: Page, line: Line, words: Sequence[int], rows: Sequence[Row], text_column: str, pitch: float) -> None:
    """Gives a line of text to the row above it that it goes on, else to the one right below that it begins. A note
    belongs above, and ends the text of its row. What stands as far from a row as rows do from each other begins
    none, and what stands farther goes on with none: it heads a group."""
    if not words:
        return
    above = [row for row in rows if _is_near(line, line.box.top - row.bottom, PITCH_ABOVE * pitch)]
    below = [row for row in rows if _is_near(line, row.top - line.box.bottom, PITCH_BELOW * pitch)]
    noted = is_note(page.text_of(words))
    if above:
        row = max(above, key=lambda one: one.bottom)
        row.noted = row.noted or noted
        row.put(text_column, () if row.noted else words)
        row.bottom = line.box.bottom
    elif below and not noted:
        row = min(below, key=lambda one: one.top)
        row.cells[text_column] = [*words, *row.cells.get(text_column, [])]
        row.top = line.box.top


def _is_near(line: Line, gap: float, step: float) -> bool:
    """Whether a line stands close to a row, so far apart, and less than a step from it."""
    height = line.box.height
    return -height / 2 <= gap <= FARTHEST_TEXT * height and gap + height < step
