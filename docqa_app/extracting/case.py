"""What is extracted, by which schema, and what is known beside the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction, LineItem, XmlInvoice
from docqa_app.core.suppliers import Correction, Memory
from docqa_app.extracting.fitting import fits
from docqa_app.extracting.line_items.headers import Heads
from docqa_app.extracting.line_items.items import line_items
from docqa_app.schemas.schema import Schema, SchemaField
from docqa_app.values.conventions import Conventions

Recall = Callable[[Document, Extraction], Memory | None]
"""recall(document, extraction): what is remembered of the supplier, as `Library.remembered` tells it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows beside the document: how its supplier writes, its embedded XML, below which confidence
    a value is to be checked, the language that messages to the user are in, and what is remembered of suppliers."""

    conventions: Conventions | None = None
    xml: XmlInvoice | None = None
    doubt_below: float = 0.7
    language: str = "en"
    recall: Recall | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What is extracted by which schema, how its amounts and days are written, and the headers of its tables."""

    document: Document
    schema: Schema
    conventions: Conventions
    known: Known
    heads: Heads

    @property
    def doubt_below(self) -> float:
        return self.known.doubt_below

    def items(self, taught: Sequence[Correction] = ()) -> tuple[LineItem, ...]:
        return line_items(self.document, self.schema, self.conventions, self.doubt_below, taught, self.heads)

    def fits(self, field: SchemaField, text: str) -> bool:
        return fits(field, text, self.conventions)
