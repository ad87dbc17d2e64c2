"""What the printed tables of a document say to a question, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from docqa_app.asking.meaning import asks_whether
from docqa_app.asking.parsing.parse import parsed
from docqa_app.asking.tables.by_count import counts
from docqa_app.asking.tables.by_head import headed
from docqa_app.asking.tables.by_number import comparisons, extremes
from docqa_app.asking.tables.by_part import by_part
from docqa_app.asking.tables.by_place import by_place, hours, neighbours
from docqa_app.asking.tables.by_unit import units
from docqa_app.asking.tables.cells import AskedTable, TableAnswer, cells
from docqa_app.asking.tables.names import AskedWords
from docqa_app.asking.tables.printed_tables import PrintedTable, printed_tables
from docqa_app.core.document import Page
from docqa_app.extracting.line_items.column_labels import Labels
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.conventions import conventions_of
from docqa_app.values.dates import DateOrder

LONGEST_QUESTION = 60
"""Words."""
KEPT_DOCUMENTS = 2
"""Documents whose decimal mark is remembered."""
MOST_PAGES = 32
"""Tables of longer documents are not looked for: a page takes some hundredths of a second."""
SURE = {
    "cell": 0.9,
    "cell under a title": 0.85,
    "cell of goods": 0.9,
    "cell by place": 0.85,
    "cell by part": 0.85,
    "unit": 0.8,
    "row of a cell": 0.9,
    "row by place": 0.7,
    "row of an extreme": 0.72,
    "extreme": 0.9,
    "comparison": 0.95,
    "count": 0.85,
    "head": 0.77,
    "head of a cell": 0.85,
    "neighbour": 0.85,
    "hour of a row": 0.85,
}
"""About which share of these answers was right on 120 drawn pages with words as recognition reads them, by form; of
cells under a title, heads of cells and neighbours those pages had too few: a little less than of other cells."""
SURELY = 0.9
"""The model's confidence from which it is believed where a table says otherwise; any from 0.85 on does as well."""


def table_answer(question: str, pages: Sequence[Page], labels: Labels) -> TableAnswer | None:
    """The answer that the tables give; None where the question asks for none of them, or where two would answer."""
    asked = AskedWords(question)
    if not 1 < len(asked.parts) <= LONGEST_QUESTION or len(pages) > MOST_PAGES:
        return None
    tables = [AskedTable(asked, table, labels) for page in pages for table in printed_tables(page)]
    named = [answer for one in tables for answer in units(one)] or [answer for one in tables for answer in cells(one)]
    whole = _only(named) or next(_by_forms(question, pages, tables), None)
    parts = () if asks_whether(question) else tables
    return whole or _only([answer for one in parts for answer in by_part(one)])


def parsed_answer(question: str, pages: Sequence[Page]) -> TableAnswer | None:
    """The answer of a program over the tables; None where none is sure enough."""
    if len(pages) > MOST_PAGES or not 1 < len(question.split()) <= LONGEST_QUESTION:
        return None
    tables = [table for page in pages for table in printed_tables(page)]
    return parsed(question, tables, _mark(tuple(pages)), _order(tuple(pages))) if tables else None


def _only(answers: Sequence[TableAnswer]) -> TableAnswer | None:
    """The one with most of the question's words; None where others as good say otherwise."""
    if not answers:
        return None
    first = max(answers, key=lambda one: one.rank)
    texts = {one.text for one in answers if one.rank[:3] == first.rank[:3]}
    return first if len(texts) == 1 else None


@lru_cache(maxsize=KEPT_DOCUMENTS)
def _mark(pages: tuple[Page, ...]) -> DecimalMark | None:
    return conventions_of(pages).decimal_mark


@lru_cache(maxsize=KEPT_DOCUMENTS)
def _order(pages: tuple[Page, ...]) -> DateOrder | None:
    known = conventions_of(pages)
    return known.date_order or known.likely_order


def _by_forms(question: str, pages: Sequence[Page], tables: Sequence[AskedTable]) -> Iterator[TableAnswer]:
    if not tables:
        return
    mark = _mark(tuple(pages))
    compared = [answer for one in tables for answer in comparisons(one, mark)]
    if compared:
        yield max(compared, key=lambda one: one.rank)
    for found in (
        [headed(one, mark) for one in tables],
        [neighbours(one) for one in tables],
        [hours(one) for one in tables],
    ):
        yield from filter(None, [_only([answer for answers in found for answer in answers])])
    rows = [one for one in tables if is_goods(one.table)]
    if len({one.table.page.number for one in rows}) != 1:
        return  # what goes on over pages has neither a last row nor a highest on one of them
    for one in rows:
        yield from extremes(one, mark)
    yield from by_place(rows[0])
    yield from counts(rows[0], mark, question)


def is_goods(table: PrintedTable) -> bool:
    """Whether rows with numbers stand under the heads."""
    return table.goods > 0 and any(table.numeric(column) for column in range(len(table.heads)))
