"""Which kind of document it is: proposed by the words that a schema names as its signs; the clerk decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import XmlInvoice
from docqa_app.core.find import fold
from docqa_app.schemas.schema import Schema

LARGE_WORDS = 3.0
"""A sign printed large is a title and counts so many times."""

FEWEST_SIGNS = 2.0
"""A letter may hold the word "invoice" or "form" once."""

_LARGE = 1.5


def propose(document: Document, schemas: Sequence[Schema], xml: XmlInvoice | None = None) -> Schema:
    """The schema that has most of the embedded XML's fields, if there is one; else the one whose signs stand on the
    first page most; the one with most fields where none does. Of kinds with the same signs, such as the user's own
    invoice and the shipped one, the first is meant."""
    pages = [page for page in document.pages if page.words][:1]
    named = {name for name, _ in xml.fields} if xml else set()

    def rank(schema: Schema) -> tuple[int, float, int]:
        known = sum(field.name in named for field in schema.fields)
        return known, sum(score(page, schema) for page in pages), len(schema.fields)

    likeliest = max(schemas, key=rank)
    alike = (schema for schema in schemas if schema.signs and schema.signs == likeliest.signs)
    return next(alike, likeliest)


def recognized(document: Document, schemas: Sequence[Schema]) -> Schema | None:
    """The schema that is proposed where its signs are plain; None for a letter or a report."""
    pages = [page for page in document.pages if page.words][:1]
    if not pages or not schemas:
        return None
    schema = propose(document, schemas)
    return schema if score(pages[0], schema) >= FEWEST_SIGNS else None


def score(page: Page, schema: Schema) -> float:
    """How many of the schema's signs the page shows; a title in large letters counts more."""
    text = f" {_plain(' '.join(word.text for word in page.words))} "
    heights = sorted(word.box.height for word in page.words)
    usual = heights[len(heights) // 2]
    large = f" {_plain(' '.join(w.text for w in page.words if w.box.height > _LARGE * usual))} "
    signs = {_plain(sign) for texts in schema.signs.values() for sign in texts}
    return sum((LARGE_WORDS if f" {sign} " in large else 1.0) for sign in signs if f" {sign} " in text)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
