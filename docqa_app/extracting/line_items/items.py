"""Line items of a document: its tables of goods over all pages, a value and its boxes for every cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import FieldType, FieldValue, LineItem, Source, State
from docqa_app.core.geometry import is_strip, upright
from docqa_app.core.layout import evidence_boxes, text_lines
from docqa_app.core.suppliers import Correction
from docqa_app.extracting.line_items.headers import Heads
from docqa_app.extracting.line_items.price_ends import price_ends
from docqa_app.extracting.line_items.receipt_rows import rows_without_header
from docqa_app.extracting.line_items.rows import Row, Table, rows_below
from docqa_app.extracting.line_items.summed_rows import rows_to_a_sum
from docqa_app.extracting.line_items.table_memory import remembered_header
from docqa_app.extracting.line_items.totals import is_total, start_of
from docqa_app.schemas.schema import Column, Schema
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import parse

MOST_OF_UNIT = 8
"""Letters of a count's unit at most: "Stunden"."""


def line_items(
    document: Document,
    schema: Schema,
    conventions: Conventions,
    doubt_below: float,
    taught: Sequence[Correction] = (),
    heads: Heads | None = None,
) -> tuple[LineItem, ...]:
    """The rows of all pages, top to bottom; () where the schema wants none or no table is found. `taught` is what is
    remembered of the supplier's columns, `heads` the headers that are found already."""
    pages = [page for page in document.pages if page.words]
    if not schema.columns or not pages:
        return ()
    heads = heads or Heads(schema.columns)
    rows = _with_headers(pages, schema, conventions, taught, heads)
    before = [page for page in pages if not rows or page.number < rows[0].page]
    others = _without_headers(before, schema, conventions) if before else []
    if not rows or _are_all_of_one(document, rows, others, conventions):
        rows = others
    if not _adds_up(document, rows, conventions) or _are_misheaded(document, rows):
        rows = max(rows, _as_receipts(document, conventions), key=len)
    return tuple(_item(document, row, schema, conventions, doubt_below) for row in rows)


def _with_headers(
    pages: Sequence[Page], schema: Schema, conventions: Conventions, taught: Sequence[Correction], heads: Heads
) -> list[Row]:
    """Rows under headers. A table that no totals ended goes on at the next page's top, with its columns."""
    rows: list[Row] = []
    before: Table | None = None
    for shown in pages:
        page = upright(shown)
        lines = text_lines(page.words)
        header = remembered_header(page, lines, taught) or heads.on(page, lines)
        if header is None and before is not None and not before.ended:
            header = replace(before.header, line=0, top=0.0, bottom=0.0)
        if header is None:
            continue
        before = rows_below(page, lines, header, schema, conventions)
        rows.extend(before.rows)
    return rows


def _are_all_of_one(document: Document, rows: Sequence[Row], others: Sequence[Row], conventions: Conventions) -> bool:
    """Whether rows under a header only tell what one of those on pages before them is made of, as a list of calls
    tells of "Calls outside your plan"."""
    amounts, told = (_amounts(document, some, conventions) for some in (rows, others))
    return len(amounts) > 1 and sum(amounts) in told


def _as_receipts(document: Document, conventions: Conventions) -> list[Row]:
    """Rows as receipts print them, be the paper called an invoice, or a head over them misleading: where they add up to
    what stands under them."""
    pages = [upright(page) for page in document.pages if page.words]
    rows = [row for page in pages for row in rows_without_header(page, text_lines(page.words))]
    several = len(rows) > 1 or any(map(is_strip, pages))  # on a sheet any amount is printed twice
    return rows if several and _adds_up(document, rows, conventions) else []


def _are_misheaded(document: Document, rows: Sequence[Row]) -> bool:
    """Whether words stand in most rows where counts were looked for: "ITEMS ORDERED" heads one column."""
    counts = (document.page(row.page).text_of(row.cells.get("quantity", [])) for row in rows)
    return 2 * sum(sum(map(str.isalpha, text)) > MOST_OF_UNIT for text in counts) > len(rows)


def _adds_up(document: Document, rows: Sequence[Row], conventions: Conventions) -> bool:
    """Whether the rows add up to an amount under the last one: a single row to that of a line of totals."""
    amounts = _amounts(document, rows, conventions)
    if not amounts:
        return False
    page, bottom = upright(document.page(rows[-1].page)), rows[-1].bottom
    return sum(amounts) in set(_sums(page, bottom, conventions, named=len(amounts) == 1))


def _sums(page: Page, bottom: float, conventions: Conventions, *, named: bool) -> Iterator[Decimal]:
    """The amounts that end lines under the rows; with `named` those of lines of totals."""
    lines = text_lines(page.words)
    ends = price_ends(page, lines)
    below = (line for line in lines if line.number in ends and line.box.top >= bottom)
    texts = [ends[line.number].text for line in below if not named or is_total(start_of(page, line))]
    values = (parse(text, FieldType.AMOUNT, conventions).value for text in texts)
    yield from (value for value in values if isinstance(value, Decimal))


def _amounts(document: Document, rows: Sequence[Row], conventions: Conventions) -> list[Decimal]:
    texts = (document.page(row.page).text_of(row.cells.get("amount", [])) for row in rows)
    values = (parse(text, FieldType.AMOUNT, conventions).value for text in texts)
    return [value for value in values if isinstance(value, Decimal)]


def _without_headers(pages: Sequence[Page], schema: Schema, conventions: Conventions) -> list[Row]:
    """Receipts name no columns; where a schema has prices of single pieces, a table without a header is one only where
    its amounts add up, but for strips from a till."""
    sheets = [(page, text_lines(page.words)) for page in map(upright, pages)]
    if not any(column.name == "unit_price" for column in schema.columns):
        return [row for page, lines in sheets for row in rows_without_header(page, lines)]
    summed = [row for page, lines in sheets for row in rows_to_a_sum(page, lines, conventions.decimal_mark)]
    strips = ((page, lines) for page, lines in sheets if is_strip(page))
    return summed or [row for page, lines in strips for row in rows_without_header(page, lines)]


def _item(document: Document, row: Row, schema: Schema, conventions: Conventions, doubt_below: float) -> LineItem:
    page = document.page(row.page)
    cells = (_cell(page, column, row.cells.get(column.name, []), conventions, doubt_below) for column in schema.columns)
    return LineItem(tuple(cells))


def _cell(page: Page, column: Column, words: Sequence[int], conventions: Conventions, doubt_below: float) -> FieldValue:
    """A cell's value; as sure as the word that was read worst."""
    if not words:
        return FieldValue(column.name, column.type, source=Source.RULE)
    text = page.text_of(words)
    parsed = parse(text, column.type, conventions)
    confidence = min(page.words[index].confidence for index in words)
    doubtful = bool(parsed.problem) or confidence < doubt_below
    return FieldValue(
        name=column.name,
        type=column.type,
        text=text,
        value=parsed.value,
        confidence=confidence,
        page=page.number,
        words=tuple(sorted(words)),
        boxes=evidence_boxes(page, words),
        source=Source.RULE,
        state=State.CHECK if doubtful else State.CONFIDENT,
        readings=parsed.readings,
        note=parsed.problem,
    )
