"""A document with what is right of it: its fields, and its rows."""

from __future__ import annotations

from dataclasses import dataclass

from docqa_app.core.document import Document
from docqa_app.schemas.schema import Schema
from docqa_app.values.conventions import Conventions

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A document with what is right: texts by field name, and rows of texts by column, None where nobody says.

    `writing` is how the truth writes dates and amounts. `absent` are fields of which it is known that the page has
    none. `columns` are those that the truth speaks of; with `around`, a page may print more in a text cell than the
    truth names.
    """

    id: str
    document: Document
    schema: Schema
    writing: Conventions
    fields: dict[str, str]
    rows: tuple[Row, ...] | None = None
    columns: tuple[str, ...] = ()
    absent: frozenset[str] = frozenset()
    around: bool = False
