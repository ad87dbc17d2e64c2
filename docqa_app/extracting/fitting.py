"""Whether a text can be what a field holds."""

from __future__ import annotations

import re

from docqa_app.core.fields import FieldType
from docqa_app.extracting.parties.names import PARTIES, can_be_name
from docqa_app.schemas.schema import SchemaField
from docqa_app.values.amounts import read_currencies
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import read_off

_NO_AMOUNT = re.compile(
    r"\D*0\d+\D*|\D*\d{9,}\D*|\d+-\d{4,}|\D*0\d+(?:\.\d{3}){2,}\D*"
    r"|[\d.,]+ (?P<unit>[^\W\d_]{1,4})[.,]?|\D*\d+[.,]\d{5,}\D*"
)
"""Cents that lost their amount ("00"), numbers of companies and telephones, measures ("412 kg"), and rates of exchange
("0.742310")."""


def fits(wanted: SchemaField, text: str, conventions: Conventions) -> bool:
    """Whether the text can be read as the field's type and matches its pattern."""
    parsed = read_off(text, wanted.type, conventions)
    typed = parsed.value is not None or bool(parsed.readings)
    if wanted.name in PARTIES and not can_be_name(text):
        return False
    if wanted.type is FieldType.AMOUNT and is_no_amount(text):
        return False
    return typed and (wanted.pattern is None or wanted.pattern.fullmatch(text) is not None)


def is_no_amount(text: str) -> bool:
    """Whether a text holds a number that is none of money."""
    none = _NO_AMOUNT.fullmatch(text)
    return none is not None and not (none["unit"] and read_currencies(none["unit"]))
