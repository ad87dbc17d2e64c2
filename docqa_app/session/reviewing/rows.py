"""Line items by rows: one is added, deleted, split in two, or joined with the one below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docqa_app.core.changes import Deed
from docqa_app.core.document import Document, Page
from docqa_app.core.fields import Concern, FieldType, FieldValue, LineItem, Source, State
from docqa_app.core.layout import evidence_boxes, text_lines
from docqa_app.session.reviewing.judging import by_itself
from docqa_app.session.reviewing.resolving import settled_conventions
from docqa_app.session.reviewing.state import Review, done
from docqa_app.values.parse import parse


def add_row(review: Review, row: int, at: str) -> Review:
    """An empty row that stands at `row` (from 0) from now on; the clerk is at its first cell."""
    columns = review.schema.columns
    if not columns:
        return review
    items = list(review.extraction.line_items)
    row = max(0, min(row, len(items)))
    items.insert(row, LineItem(tuple(FieldValue(one.name, one.type, source=Source.PERSON) for one in columns)))
    added = _with_items(review, items, Deed.ADD_ROW, at)
    return replace(added, focus=Concern(columns[0].name, row))


def delete_row(review: Review, row: int, at: str) -> Review:
    """The line items without one, `row` counting from 0; nothing where there is no such row."""
    items = list(review.extraction.line_items)
    if not 0 <= row < len(items):
        return review
    del items[row]
    return _with_items(review, items, Deed.DELETE_ROW, at)


def merge_rows(review: Review, row: int, document: Document, at: str) -> Review:
    """The row and the one below become one: texts follow one another; of two numbers the first stays."""
    items = list(review.extraction.line_items)
    if not 0 <= row < len(items) - 1:
        return review
    pairs = zip(items[row].cells, items[row + 1].cells, strict=True)
    cells = tuple(_merged(review, document, one, other) for one, other in pairs)
    items[row : row + 2] = [LineItem(cells)]
    return _with_items(review, items, Deed.MERGE_ROWS, at)


def split_row(review: Review, row: int, document: Document, at: str) -> Review:
    """The row becomes two: cut above its second line with a number, else above its second line; a row of one line
    parts cells of two words, and where there is nothing to part the second row is empty."""
    items = list(review.extraction.line_items)
    if not 0 <= row < len(items):
        return review
    page = page_of(items[row], document)
    cells = items[row].cells
    parts = _parted(cells, page) if page else []
    if page is None or not any(second for _, second in parts):
        return add_row(review, row + 1, at)
    halves = ([_half(review, page, c, part[n]) for c, part in zip(cells, parts, strict=True)] for n in (0, 1))
    items[row : row + 1] = [LineItem(tuple(half)) for half in halves]
    return _with_items(review, items, Deed.SPLIT_ROW, at)


def read_cell(review: Review, page: Page, cell: FieldValue, words: Sequence[int]) -> FieldValue:
    """The cell with these words of a page; as it was where it holds them already."""
    words = tuple(sorted(words))
    if words == cell.words and (not words or cell.page == page.number):
        return cell
    if not words:
        return FieldValue(cell.name, cell.type, source=Source.RULE)
    conventions = settled_conventions(review)
    text = page.text_of(words)
    parsed = parse(text, cell.type, conventions)
    new = replace(
        cell,
        text=text,
        value=parsed.value,
        readings=parsed.readings,
        confidence=min(page.words[index].confidence for index in words),
        page=page.number,
        words=words,
        boxes=evidence_boxes(page, words),
        source=Source.RULE,
        alternatives=(),
    )
    return by_itself(new, review.schema, conventions, review.doubt_below)


def words_on(page: Page, cell: FieldValue) -> tuple[int, ...]:
    """The words of a page that a cell stands on; none where it was pointed to another page."""
    return cell.words if cell.page == page.number else ()


def page_of(item: LineItem, document: Document) -> Page | None:
    """The page that a row stands on; None for one that stands nowhere."""
    number = next((cell.page for cell in item.cells if cell.page is not None and cell.words), None)
    return next((page for page in document.pages if page.number == number), None)


def _with_items(review: Review, items: Sequence[LineItem], deed: Deed, at: str) -> Review:
    return done(review, deed, replace(review.extraction, line_items=tuple(items)), at)


def _merged(review: Review, document: Document, one: FieldValue, other: FieldValue) -> FieldValue:
    if not one.text or not other.text:
        return one if one.text else other
    if one.type is not FieldType.TEXT:
        return one
    page = next((page for page in document.pages if page.number == one.page == other.page), None)
    if page is not None and one.words and other.words:
        return read_cell(review, page, one, (*one.words, *other.words))
    text = f"{one.text} {other.text}"
    return replace(one, text=text, value=text, state=State.CHECK, confidence=min(one.confidence, other.confidence))


def _parted(cells: Sequence[FieldValue], page: Page) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The words of each cell for the first and for the second row; what stands on another page is not parted."""
    lines = _lines_of(page)
    here = [cell for cell in cells if words_on(page, cell)]
    cut = _cut(here, lines)
    return [_halves(cell, lines, cut) if cell in here else (cell.words, ()) for cell in cells]


def _half(review: Review, page: Page, cell: FieldValue, words: tuple[int, ...]) -> FieldValue:
    return cell if words == cell.words else read_cell(review, page, cell, words)


def _lines_of(page: Page) -> dict[int, int]:
    """The text line of every word."""
    return {index: line.number for line in text_lines(page.words, page.turn) for index in line.words}


def _cut(cells: Sequence[FieldValue], lines: dict[int, int]) -> int | None:
    """The line that the second row begins with; None where all words stand on one."""
    numbers = {lines[index] for cell in cells if cell.type is not FieldType.TEXT for index in cell.words}
    every = {lines[index] for cell in cells for index in cell.words}
    several = sorted(numbers if len(numbers) > 1 else every)
    return several[1] if len(several) > 1 else None


def _halves(cell: FieldValue, lines: dict[int, int], cut: int | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if cut is None:
        middle = len(cell.words) // 2 if len(cell.words) == 2 and cell.type is not FieldType.TEXT else len(cell.words)
        return cell.words[:middle], cell.words[middle:]
    first = tuple(index for index in cell.words if lines[index] < cut)
    return first, tuple(index for index in cell.words if index not in first)
