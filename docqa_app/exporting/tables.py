"""Extractions as tables of typed cells: a row a document, a row a field, or a row a line item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from docqa_app.core.fields import Extraction
from docqa_app.exporting.columns import Chosen, Shape, Subject, all_columns, read, with_evidence
from docqa_app.exporting.rows import file_names
from docqa_app.exporting.typed import Table


def table(shape: Shape, extractions: Sequence[Extraction], columns: Sequence[Chosen] | None = None) -> Table:
    """The extractions in this shape. `columns` chooses, orders and names what stands in it.

    Where it is None: every field, and in the long table all that is known of each.
    """
    if columns is None:
        every = all_columns(shape, extractions)
        columns = with_evidence(every) if shape is Shape.LONG else every
    rows = (tuple(read(column, subject) for column in columns) for subject in subjects(shape, extractions))
    return Table(tuple(column.title for column in columns), tuple(rows))


def subjects(shape: Shape, extractions: Sequence[Extraction]) -> Iterator[Subject]:
    """What each row is about, in the order of the documents."""
    for found, name in zip(extractions, file_names([one.path for one in extractions]), strict=True):
        match shape:
            case Shape.WIDE:
                yield Subject(found, name)
            case Shape.ITEMS:
                yield from (Subject(found, name, n, item) for n, item in enumerate(found.line_items, start=1))
            case Shape.LONG:
                yield from _values(found, name)


def _values(found: Extraction, name: str) -> Iterator[Subject]:
    for value in found.fields:
        yield Subject(found, name, own=value)
    for number, item in enumerate(found.line_items, start=1):
        for cell in item.cells:
            yield Subject(found, name, number, item, cell)


def row_count(shape: Shape, extractions: Iterable[Extraction]) -> int:
    """How many rows the table has, without making them."""
    match shape:
        case Shape.WIDE:
            return sum(1 for _ in extractions)
        case Shape.ITEMS:
            return sum(len(found.line_items) for found in extractions)
    return sum(1 for found in extractions for _ in found.values())
