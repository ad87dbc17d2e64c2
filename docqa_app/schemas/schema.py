"""What is wanted of documents of one kind: its fields, the columns of its line items, and its rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docqa_app.core.fields import FieldType
from docqa_app.schemas.expressions import Expression

FALLBACK = "en"

ByLanguage = Mapping[str, tuple[str, ...]]
"""Texts by language ("en", "de", "fr"), the best first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must hold. With `each_row` it is checked for every line item, columns being its names.

    `message` is by language; {name} stands for a value, {left} for what is left of the comparison, {row} for the row.
    """

    name: str
    check: Expression
    message: Mapping[str, str]
    each_row: bool = False


@dataclass(frozen=True, slots=True)
class SchemaField:
    """A field that is asked for. `labels` are what is printed beside it, the surest first; `pattern` is a regular
    expression that the whole text must match. What one of `not_labels` names beside a value, and none of `labels`, is
    something else."""

    name: str
    type: FieldType
    label: Mapping[str, str]
    questions: ByLanguage
    required: bool = False
    pattern: re.Pattern[str] | None = None
    labels: ByLanguage = field(default_factory=dict)
    not_labels: ByLanguage = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the line items and the headers it is printed under."""

    name: str
    type: FieldType
    label: Mapping[str, str]
    headers: ByLanguage


@dataclass(frozen=True, slots=True)
class Schema:
    """A document kind. `signs` are words by which it is recognised; `pairs` asks for every key and value printed."""

    name: str
    title: Mapping[str, str]
    fields: tuple[SchemaField, ...]
    columns: tuple[Column, ...] = ()
    rules: tuple[Rule, ...] = ()
    signs: ByLanguage = field(default_factory=dict)
    pairs: bool = False

    def only(self, names: Collection[str]) -> Schema:
        """The schema of these fields, with the rules between them; without line items."""
        fields = tuple(one for one in self.fields if one.name in names)
        rules = tuple(rule for rule in self.rules if not rule.each_row and set(rule.check.names) <= set(names))
        return replace(self, fields=fields, columns=(), rules=rules)

    def tied(self, name: str) -> frozenset[str]:
        """The fields that rules tie to this one, itself among them."""
        rules = (rule.check.names for rule in self.rules if not rule.each_row and name in rule.check.names)
        known = {one.name for one in self.fields}
        return frozenset({name, *(other for names in rules for other in names if other in known)})


def in_language(texts: Mapping[str, Any], language: str) -> Any:
    """The entry of this language, else of English, else the first."""
    return texts.get(language) or texts.get(FALLBACK) or next(iter(texts.values()))


def with_english(texts: ByLanguage, language: str) -> list[str]:
    """The texts of a language and those of English: pages of any language have some."""
    return [*texts.get(language, ()), *(texts.get(FALLBACK, ()) if language != FALLBACK else ())]


def labels(kinds: Sequence[Schema], language: str) -> dict[str, str]:
    """What the schemas call their fields and columns, by name; those of the first schema win, fields before columns."""
    fields = ((one.name, one.label) for schema in reversed(kinds) for one in schema.fields)
    columns = ((one.name, one.label) for schema in reversed(kinds) for one in schema.columns)
    return {name: in_language(label, language) for name, label in (*columns, *fields)}
