"""States and rules after a change: what no rule speaks against any more falls back to what it is by itself."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.fields import Extraction, FieldValue, LineItem, State
from docqa_app.extracting.checking import checked
from docqa_app.schemas.schema import Schema
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import read_off


def judged(
    found: Extraction, schema: Schema, conventions: Conventions, doubt_below: float, language: str
) -> Extraction:
    """The extraction with its rules held against its values anew."""

    def freed(value: FieldValue) -> FieldValue:
        return by_itself(value, schema, conventions, doubt_below) if value.state is State.RULE_FAILED else value

    fields = tuple(freed(value) for value in found.fields)
    items = tuple(LineItem(tuple(freed(cell) for cell in item.cells)) for item in found.line_items)
    return checked(replace(found, fields=fields, line_items=items), schema, language)


def by_itself(value: FieldValue, schema: Schema, conventions: Conventions, doubt_below: float) -> FieldValue:
    """The value in the state it has without any rule."""
    if not value.text:
        return replace(value, state=State.NOT_FOUND, note="")
    parsed = read_off(value.text, value.type, conventions)
    unsettled = value.value is None or bool(value.readings) or (parsed.value == value.value and bool(parsed.problem))
    problem = parsed.problem if unsettled else ""
    doubtful = unsettled or value.confidence < doubt_below or not _has_its_form(value, schema)
    return replace(value, state=State.CHECK if doubtful else State.CONFIDENT, note=problem)


def _has_its_form(value: FieldValue, schema: Schema) -> bool:
    pattern = next((one.pattern for one in schema.fields if one.name == value.name), None)
    return pattern is None or pattern.fullmatch(value.text) is not None
