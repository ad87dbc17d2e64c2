"""A draft becomes a schema or the value of its file, and a schema a draft."""

from __future__ import annotations

from typing import Any

from docqa_app.schemas.draft import Draft, DraftField, DraftRule, named
from docqa_app.schemas.schema import FALLBACK, ByLanguage, Column, Rule, Schema, SchemaField
from docqa_app.schemas.schema_file import FORM, VERSION, read_schema


def draft_of(schema: Schema) -> Draft:
    """A schema, ready to be changed."""
    return Draft(
        schema.name,
        dict(schema.title),
        tuple(_field(one) for one in schema.fields),
        tuple(_column(one) for one in schema.columns),
        tuple(_rule(one) for one in schema.rules),
        dict(schema.signs),
        schema.pairs,
    )


def _field(one: SchemaField) -> DraftField:
    pattern = one.pattern.pattern if one.pattern else ""
    labels, others = dict(one.labels), dict(one.not_labels)
    return DraftField(one.name, one.type, dict(one.label), dict(one.questions), one.required, pattern, labels, others)


def _column(one: Column) -> DraftField:
    return DraftField(one.name, one.type, dict(one.label), dict(one.headers))


def _rule(one: Rule) -> DraftRule:
    return DraftRule(one.name, one.check.text, dict(one.message), one.each_row)


def schema_of(draft: Draft) -> Schema:
    """The finished schema; UsageError names the first place that is not finished."""
    return read_schema(value_of(draft), named(draft, FALLBACK) or draft.name)


def value_of(draft: Draft) -> dict[str, Any]:
    """The draft as the value of a schema file; what is empty is left out."""
    value: dict[str, Any] = {"form": FORM, "version": VERSION, "name": draft.name, "title": dict(draft.title)}
    if draft.signs:
        value["signs"] = _lists(draft.signs)
    value["fields"] = [_field_value(one) for one in draft.fields]
    if draft.columns:
        value["line_items"] = {"columns": [_column_value(one) for one in draft.columns]}
    if draft.rules:
        value["rules"] = [_rule_value(one) for one in draft.rules]
    return {**value, "pairs": True} if draft.pairs else value


def _field_value(one: DraftField) -> dict[str, Any]:
    value = {"name": one.name, "type": one.type.value, "label": dict(one.label), "questions": _lists(one.phrasings)}
    if one.labels:
        value["labels"] = _lists(one.labels)
    if one.not_labels:
        value["not_labels"] = _lists(one.not_labels)
    more = {"required": True} if one.required else {}
    return {**value, **more, **({"pattern": one.pattern} if one.pattern else {})}


def _column_value(one: DraftField) -> dict[str, Any]:
    return {"name": one.name, "type": one.type.value, "label": dict(one.label), "headers": _lists(one.phrasings)}


def _rule_value(one: DraftRule) -> dict[str, Any]:
    value = {"name": one.name, "check": one.check, "message": dict(one.message)}
    return {**value, "each_row": True} if one.each_row else value


def _lists(texts: ByLanguage) -> dict[str, list[str]]:
    return {language: list(lines) for language, lines in texts.items() if lines}
