"""Bills that were written to measure extraction by: words as the app read them, with every field and row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docqa_app.core.document import Document, Page, WordSource
from docqa_app.core.word_columns import words_in_columns
from docqa_app.schemas.schema import Schema
from docqa_app.training.field_case import Case
from docqa_app.training.page_lines import Line, read_lines
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.conventions import Conventions
from docqa_app.values.dates import DateOrder

FOLDER = Path(__file__).with_name("data") / "bills"
LEARNED, HELD = ("one", "two"), ("held",)
"""Sets that may be looked into, and those that are only measured."""
POINTED = frozenset(("AU", "CH", "GB", "IE", "IN", "NZ", "SG", "UK", "US"))
"""Countries that write decimals behind a point; in Canada only those who write English."""


def bills(names: tuple[str, ...], schemas: dict[str, Schema]) -> Iterator[Case]:
    """The documents of these sets; `schemas` by kind. Of receipts nobody tells the rows."""
    for name in names:
        for line in read_lines(FOLDER / f"{name}.jsonl.xz"):
            yield _case(line, schemas[line["kind"]])


def _case(line: Line, schema: Schema) -> Case:
    pages = tuple(_page(number, page) for number, page in enumerate(line["pages"], 1))
    known = {field.name for field in schema.fields}
    rows = tuple(line["rows"]) if line["kind"] == "invoice" else None
    return Case(
        line["id"],
        Document(line["id"], line["id"], pages, len(pages)),
        schema,
        _writing(line),
        {name: text for name, text in line["fields"].items() if name in known},
        rows or None,
        tuple(column.name for column in schema.columns) if rows else (),
        frozenset(line["absent"]) & known,
        around=True,
    )


def _page(number: int, page: Line) -> Page:
    width, height = page["size"]
    words = tuple(words_in_columns(page))
    return Page(number, width, height, words, WordSource(page["source"]), turn=page["turn"])


def _writing(line: Line) -> Conventions:
    pointed = line["country"] in POINTED or (line["country"], line["language"]) == ("CA", "en")
    order = DateOrder.MONTH_FIRST if line["country"] == "US" else DateOrder.DAY_FIRST
    return Conventions(line["language"], DecimalMark.POINT if pointed else DecimalMark.COMMA, order)
