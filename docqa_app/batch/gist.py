"""An extraction in one line of the queue, and how much of it a person should look at."""

from __future__ import annotations

from decimal import Decimal

from docqa_app.batch.queue import Gist
from docqa_app.core.doubts import doubts
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import CURRENCY_FIELDS, NUMBER_FIELDS, SUPPLIER_FIELDS, TOTAL_FIELDS, first_text, first_value


def gist_of(found: Extraction) -> Gist:
    """What is in doubt are values, and beside them pages that were not read and rows that the XML counts otherwise."""
    total = first_value(found, TOTAL_FIELDS)
    uncounted = sum(one.name == "line_items" for one in found.disagreements)
    return Gist(
        schema=found.schema,
        supplier=first_text(found, SUPPLIER_FIELDS),
        number=first_text(found, NUMBER_FIELDS),
        total=total if isinstance(total, Decimal) else None,
        currency=first_text(found, CURRENCY_FIELDS),
        doubts=len(doubts(found)) + uncounted + len(found.problems),
    )
