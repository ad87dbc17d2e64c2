"""A kind of document while it is being written: everything as text, half-finished things too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from docqa_app.core.fields import FieldType
from docqa_app.schemas.schema import ByLanguage

Texts = Mapping[str, str]
"""A text for each language."""


class Part(StrEnum):
    """What of a document a field belongs to: the whole, or a row of its line items."""

    FIELDS = "fields"
    COLUMNS = "columns"


@dataclass(frozen=True, slots=True)
class DraftField:
    """A field, or a column of the line items. `phrasings` are its questions or headers by language, `labels` what is
    printed beside a field, `not_labels` what beside other values."""

    name: str
    type: FieldType = FieldType.TEXT
    label: Texts = field(default_factory=dict)
    phrasings: ByLanguage = field(default_factory=dict)
    required: bool = False
    pattern: str = ""
    labels: ByLanguage = field(default_factory=dict)
    not_labels: ByLanguage = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftRule:
    """A rule as it is typed."""

    name: str
    check: str = ""
    message: Texts = field(default_factory=dict)
    each_row: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A kind of document as it is being written."""

    name: str
    title: Texts
    fields: tuple[DraftField, ...] = ()
    columns: tuple[DraftField, ...] = ()
    rules: tuple[DraftRule, ...] = ()
    signs: ByLanguage = field(default_factory=dict)
    pairs: bool = False

    def part(self, part: Part) -> tuple[DraftField, ...]:
        return self.fields if part is Part.FIELDS else self.columns


def named(draft: Draft, language: str) -> str:
    """The title in a language, else in any."""
    return draft.title.get(language) or next(iter(draft.title.values()), "")
