"""Schemas as files: loaded with a sentence for every mistake, which file, which place in it, what to write there.

The form is published in resources/schemas/schema.schema.json and told in docs/formats.md.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docqa_app.core.fields import FieldType
from docqa_app.errors import UsageError
from docqa_app.schemas.expressions import BadExpression, parse_expression
from docqa_app.schemas.patterns import BadPattern, compiled
from docqa_app.schemas.schema import Column, Rule, Schema, SchemaField

FORM = "docqa schema"
VERSION = 1
LARGEST = 1_000_000
NAME = re.compile(r"[a-z][a-z0-9_]*")


def load_schema(path: Path) -> Schema:
    """The schema in a file; UsageError names the file, the place in it and what to do."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path} is too large for a schema. Choose a file in the form of docs/formats.md.")
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"The schema {path} cannot be read: {error.strerror}. Choose another file.") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"The schema {path} is not JSON ({error}). Correct it there.") from error
    return _Loader(path.name).schema(value)


def find_schema(name: str, *folders: Path) -> Schema:
    """The schema of this name ("invoice") in the first folder that has it, or the one in the file of this path."""
    files = (folder / f"{name}.json" for folder in folders)
    if NAME.fullmatch(name) and (file := next((one for one in files if _is_file(one)), None)):
        return load_schema(file)
    if not _is_file(Path(name)):
        known = ", ".join(file.stem for folder in folders for file in schema_files(folder))
        raise UsageError(f"There is no schema {name!r}. Choose one of {known}, or give the path of a schema file.")
    return load_schema(Path(name))


def _is_file(path: Path) -> bool:
    """A name too long for the disk names no file; `Path` would raise."""
    return os.path.isfile(path)  # noqa: PTH113


def shipped_schemas(folder: Path) -> tuple[Schema, ...]:
    """All schemas of a folder, by file name."""
    return tuple(load_schema(path) for path in schema_files(folder))


def schema_files(folder: Path) -> list[Path]:
    """The files of a folder that hold schemas, by name; none where it is missing."""
    return sorted(path for path in folder.glob("*.json") if not path.name.endswith(".schema.json"))


def read_schema(value: object, name: str) -> Schema:
    """The schema in a value as JSON has it; `name` is what a UsageError calls it."""
    return _Loader(name).schema(value)


class _Loader:
    """Reads one file's value; `self._bad` makes every complaint alike."""

    def __init__(self, file: str) -> None:
        self._file = file

    def schema(self, value: object) -> Schema:
        top = self._object(value, "the file")
        self._only(top, "the file", "$schema form version name title signs fields line_items rules pairs")
        if top.get("form") != FORM or top.get("version") != VERSION:
            raise self._bad("the file", f'must say "form": "{FORM}" and "version": {VERSION}')
        fields = tuple(self._field(one, f"fields[{n}]") for n, one in enumerate(self._list(top, "fields", "the file")))
        columns = self._columns(top.get("line_items"))
        self._check_names(fields, columns)
        schema = Schema(
            name=self._name(top, "the file"),
            title=self._texts(top.get("title"), "title"),
            fields=fields,
            columns=columns,
            rules=self._rules(top),
            signs=self._lists(top.get("signs", {}), "signs"),
            pairs=self._flag(top, "pairs", "the file"),
        )
        self._check_rules(schema)
        return schema

    def _field(self, value: object, place: str) -> SchemaField:
        one = self._object(value, place)
        place = f"{place} ({one.get('name', 'without a name')})"
        self._only(one, place, "name type label labels not_labels questions required pattern rules")
        questions = self._lists(one.get("questions"), f"questions of {place}")
        if not questions:
            raise self._bad(place, 'needs "questions": at least one language with at least one phrasing')
        return SchemaField(
            name=self._name(one, place),
            type=self._type(one, place),
            label=self._texts(one.get("label"), f"label of {place}"),
            questions=questions,
            required=self._flag(one, "required", place),
            pattern=self._pattern(one, place),
            labels=self._lists(one.get("labels", {}), f"labels of {place}"),
            not_labels=self._lists(one.get("not_labels", {}), f"not_labels of {place}"),
        )

    def _columns(self, value: object) -> tuple[Column, ...]:
        if value is None:
            return ()
        table = self._object(value, "line_items")
        self._only(table, "line_items", "columns")
        columns = self._list(table, "columns", "line_items")
        return tuple(self._column(one, f"line_items.columns[{n}]") for n, one in enumerate(columns))

    def _column(self, value: object, place: str) -> Column:
        one = self._object(value, place)
        self._only(one, place, "name type label headers")
        headers = self._lists(one.get("headers"), f"headers of {place}")
        label = self._texts(one.get("label"), f"label of {place}")
        return Column(self._name(one, place), self._type(one, place), label, headers)

    def _rules(self, top: dict[str, Any]) -> tuple[Rule, ...]:
        own = [
            (rule, f"fields[{n}].rules[{k}]")
            for n, one in enumerate(self._list(top, "fields", "the file"))
            for k, rule in enumerate(self._list(one, "rules", f"fields[{n}]"))
        ]
        shared = [(rule, f"rules[{n}]") for n, rule in enumerate(self._list(top, "rules", "the file"))]
        return tuple(self._rule(value, place) for value, place in [*own, *shared])

    def _rule(self, value: object, place: str) -> Rule:
        one = self._object(value, place)
        self._only(one, place, "name check message each_row")
        name, check = one.get("name"), one.get("check")
        if not isinstance(name, str) or not name.strip() or not isinstance(check, str):
            raise self._bad(place, 'needs a "name" and a "check", both texts')
        try:
            expression = parse_expression(check)
        except BadExpression as error:
            raise self._bad(place, f"cannot be checked ({check!r}): {error}") from error
        message = self._texts(one.get("message"), f"message of {place}")
        return Rule(name, expression, message, self._flag(one, "each_row", place))

    def _check_names(self, fields: tuple[SchemaField, ...], columns: tuple[Column, ...]) -> None:
        for kind, names in (("fields", [f.name for f in fields]), ("columns", [c.name for c in columns])):
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise self._bad(kind, f"name {twice[0]!r} twice; each name may stand once")

    def _check_rules(self, schema: Schema) -> None:
        columns = {column.name for column in schema.columns}
        fields = {one.name for one in schema.fields}
        for rule in schema.rules:
            known = fields | columns if rule.each_row else fields
            unknown = sorted((rule.check.names - known) | (rule.check.columns - columns))
            if unknown:
                raise self._bad(f"rule {rule.name!r}", f"speaks of {unknown[0]!r}, which the schema does not name")

    def _name(self, one: dict[str, Any], place: str) -> str:
        name = one.get("name")
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise self._bad(place, 'needs a "name" of small letters, digits and _, such as "invoice_date"')
        return name

    def _type(self, one: dict[str, Any], place: str) -> FieldType:
        try:
            return FieldType(str(one.get("type")))
        except ValueError:
            known = ", ".join(FieldType)
            raise self._bad(place, f'has the type {one.get("type")!r}; write "type" as one of {known}') from None

    def _pattern(self, one: dict[str, Any], place: str) -> re.Pattern[str] | None:
        pattern = one.get("pattern")
        if pattern is None:
            return None
        try:
            return compiled(pattern)
        except BadPattern as error:
            what = f'has a "pattern" that is no regular expression that can be used ({error})'
            raise self._bad(place, what) from error

    def _flag(self, one: dict[str, Any], key: str, place: str) -> bool:
        value = one.get(key, False)
        if not isinstance(value, bool):
            raise self._bad(place, f'must have true or false as "{key}"')
        return value

    def _object(self, value: object, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._bad(place, "must be an object in { }")
        return value

    def _list(self, one: dict[str, Any], key: str, place: str) -> list[Any]:
        value = one.get(key, [])
        if not isinstance(value, list):
            raise self._bad(place, f'must have a list in [ ] as "{key}"')
        return value

    def _texts(self, value: object, place: str) -> dict[str, str]:
        return self._by_language(value, place, lambda text: isinstance(text, str) and bool(text.strip()), "a text")

    def _lists(self, value: object, place: str) -> dict[str, tuple[str, ...]]:
        def is_list(texts: object) -> bool:
            return isinstance(texts, list) and bool(texts) and all(isinstance(t, str) and t.strip() for t in texts)

        lists = self._by_language(value, place, is_list, "a list of texts") if value else {}
        return {language: tuple(texts) for language, texts in lists.items()}

    def _by_language(self, value: object, place: str, fits: Callable[[Any], bool], wanted: str) -> dict[str, Any]:
        if not isinstance(value, dict) or not value or not all(fits(entry) for entry in value.values()):
            raise self._bad(place, f'must give {wanted} for each language, such as {{"en": ...}}')
        return value

    def _only(self, one: dict[str, Any], place: str, known: str) -> None:
        """A misspelled key would otherwise be passed over in silence."""
        unknown = sorted(set(one) - set(known.split()))
        if unknown:
            raise self._bad(place, f"has {unknown[0]!r}, which no schema has; known here: {known.replace(' ', ', ')}")

    def _bad(self, place: str, what: str) -> UsageError:
        return UsageError(f"The schema {self._file} has a mistake: {place} {what}. Correct it there.")
