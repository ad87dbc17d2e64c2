"""An extraction in one line of the queue, and how much of it a person should look at."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from docqa_app.batch.queue import Gist
from docqa_app.core.fields import Extraction, State
from docqa_app.core.kept import CURRENCY_FIELDS, NUMBER_FIELDS, SUPPLIER_FIELDS, TOTAL_FIELDS, first_value

if TYPE_CHECKING:  # a window shows its queue before anything is extracted
    from docqa_app.extracting.schema import Schema

IN_DOUBT = (State.CHECK, State.RULE_FAILED)


def gist_of(found: Extraction, schema: Schema | None = None) -> Gist:
    """`schema` says which fields a document of the kind must have; without it none is missed."""
    total = first_value(found, TOTAL_FIELDS)
    return Gist(
        schema=found.schema,
        supplier=_text(found, SUPPLIER_FIELDS),
        number=_text(found, NUMBER_FIELDS),
        total=total if isinstance(total, Decimal) else None,
        currency=_text(found, CURRENCY_FIELDS),
        doubts=doubts(found, schema),
    )


def doubts(found: Extraction, schema: Schema | None = None) -> int:
    """Values to be checked, fields that must be there and are not, disagreements with the XML, pages not read."""
    required = {field.name for field in schema.fields if field.required} if schema else set()
    values = sum(value.state in IN_DOUBT for value in found.values())
    missing = sum(value.state is State.NOT_FOUND and value.name in required for value in found.fields)
    return values + missing + len(found.disagreements) + len(found.problems)


def _text(found: Extraction, names: tuple[str, ...]) -> str:
    value = first_value(found, names)
    return "" if value is None else str(value)
