"""Which kind of document it is: proposed by the words that a schema names as its signs; the clerk decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from docqa_app.core.document import Document, Page, Word
from docqa_app.core.fields import FieldType, XmlInvoice
from docqa_app.core.find import fold_words
from docqa_app.schemas.schema import Schema, SchemaField

LARGE_WORDS = 3.0
"""A sign printed large is a title and counts so many times."""

FEWEST_SIGNS = 2.0
"""A letter may hold the word "invoice" or "form" once."""

LABELLED = 0.75
"""Part of a sign that a field is whose label stands on the page."""
SHORTEST_LABEL = 8
"""Letters of a label that is no word of sentences."""

SLIP = 0.6
"""A till's paper is narrower, in parts of its height; no sheet of letters is."""
SLIP_SIGNS = 2.5
"""As many signs is its form of a receipt, and one is a time, which bills hardly print."""

_LARGE = 1.5
_CLOCK = re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-3]): ?[0-5]\d(?!\d)")


def propose(document: Document, schemas: Sequence[Schema], xml: XmlInvoice | None = None) -> Schema:
    """The schema that has most of the embedded XML's fields, if there is one; else the one whose signs and own labels
    stand on the first page most; the one with most fields where none do. Of kinds with the same signs, such as the
    user's own invoice and the shipped one, the first is meant."""
    pages = [page for page in document.pages if page.words][:1]
    named = {name for name, _ in xml.fields} if xml else set()

    def rank(schema: Schema) -> tuple[int, float, int]:
        known = sum(field.name in named for field in schema.fields)
        own = _own_labels(schema, schemas)
        told = sum(score(page, schema) + LABELLED * _labelled(page, own) for page in pages)
        tilled = sum(_from_till(page) for page in pages) if _asks_for_time(schema) else 0.0
        return known, told + tilled, len(schema.fields)

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
    text = _words(page.words)
    heights = sorted(word.box.height for word in page.words)
    usual = heights[len(heights) // 2]
    large = _words(word for word in page.words if word.box.height > _LARGE * usual)
    signs = [sign for sign in _signs(schema) if f" {sign} " in text]
    told = {_closed(sign): LARGE_WORDS if f" {sign} " in large else 1.0 for sign in signs}
    return sum(told.values())


def _asks_for_time(schema: Schema) -> bool:
    return any(field.name == "time" for field in schema.fields)


def _from_till(page: Page) -> float:
    """How many signs it is that a page comes from a till: its form, and a time of day."""
    timed = _CLOCK.search(" ".join(word.text for word in page.words)) is not None
    return timed + (SLIP_SIGNS if page.width < SLIP * page.height else 0.0)


def _signs(schema: Schema) -> set[str]:
    return {fold_words(sign) for texts in schema.signs.values() for sign in texts}


def _closed(sign: str) -> str:
    """ "Subtotal" and "sub total" are one sign."""
    return sign.replace(" ", "")


def _own_labels(schema: Schema, schemas: Sequence[Schema]) -> tuple[frozenset[str], ...]:
    """The labels of each field that no other kind has and that are no signs already. A tax number is on papers of
    every kind, whether a schema asks for it or not."""
    others = [other for other in schemas if other.signs != schema.signs]
    known = _signs(schema).union(*(_labels(field) for other in others for field in other.fields))
    fields = (field for field in schema.fields if field.type is not FieldType.VAT_ID)
    return tuple(frozenset(_labels(field) - known) for field in fields)


def _labels(field: SchemaField) -> set[str]:
    plain = (fold_words(label) for labels in field.labels.values() for label in labels)
    return {label for label in plain if len(label) >= SHORTEST_LABEL or " " in label}


def _labelled(page: Page, own: Sequence[frozenset[str]]) -> int:
    """How many fields have a label on the page."""
    text = _words(page.words)
    return sum(any(f" {label} " in text for label in labels) for labels in own)


def _words(words: Iterable[Word]) -> str:
    return f" {fold_words(' '.join(word.text for word in words))} "
