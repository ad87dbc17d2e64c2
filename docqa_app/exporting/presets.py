"""Export plans kept under a name, a file each, so that a damaged one spoils no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from docqa_app.errors import ExportError, UsageError
from docqa_app.exporting.columns import Chosen, Detail, Of, Shape
from docqa_app.exporting.csv_table import Dates, Reader, Style
from docqa_app.exporting.plan import Form, NamedPlan, Plan
from docqa_app.files import write_text_atomically

FORM = "docqa export preset"
VERSION = 1
LONGEST_NAME = 60
LARGEST = 1_000_000
_Choice = TypeVar("_Choice", Shape, Form, Of, Detail, Reader, Dates)


@dataclass(frozen=True, slots=True)
class Presets:
    """Those that could be read, by name, and a sentence for each file that could not."""

    presets: tuple[NamedPlan, ...] = ()
    problems: tuple[str, ...] = ()


def load_presets(folder: Path) -> Presets:
    """All presets of a folder; none where it is missing."""
    found, problems = [], []
    for file in sorted(folder.glob("*.json")):
        try:
            found.append(load_preset(file))
        except UsageError as error:
            problems.append(str(error))
    return Presets(tuple(sorted(found, key=lambda one: one.name.casefold())), tuple(problems))


def load_preset(file: Path) -> NamedPlan:
    """The preset in a file; UsageError says what is wrong with it."""
    try:
        if file.stat().st_size > LARGEST:
            raise _Unfit("it is too large")
        return _named(json.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise _damaged(file, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _damaged(file, str(error)) from error


def save_preset(folder: Path, preset: NamedPlan) -> None:
    """Keeps a preset, in place of one of the same name; UsageError for no name, ExportError where it can't be kept."""
    file = _file_of(folder, preset.name)
    plan = asdict(preset.plan)
    value = {"form": FORM, "version": VERSION, "name": preset.name, "file": plan.pop("form"), **plan}
    try:
        write_text_atomically(file, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        why = error.strerror or str(error)
        raise ExportError(f"The preset {preset.name!r} could not be kept in {folder}: {why}.") from error


def forget_preset(folder: Path, name: str) -> None:
    """Removes a preset; ExportError where it can't be removed."""
    try:
        _file_of(folder, name).unlink(missing_ok=True)
    except OSError as error:
        raise ExportError(f"The preset {name!r} could not be removed: {error.strerror}.") from error


def _file_of(folder: Path, name: str) -> Path:
    """Where the preset of this name lies, whatever its file is called; a new one lies under its name."""
    new = folder / file_name(name)
    return next((file for file in sorted(folder.glob("*.json")) if _name_in(file) == name), new)


def _name_in(file: Path) -> str | None:
    try:
        return load_preset(file).name
    except UsageError:
        return None


def file_name(name: str) -> str:
    """The name of a preset's file; UsageError where the preset has no name, or one that is too long."""
    if not name.strip() or len(name) > LONGEST_NAME:
        raise UsageError(f"A preset needs a name of 1 to {LONGEST_NAME} characters.")
    return quote(name.strip(), safe=" ") + ".json"


class _Unfit(ValueError):
    """What is written there is no preset; the text says what."""


def _damaged(file: Path, why: str) -> UsageError:
    return UsageError(f"The export preset {file} cannot be used ({why}). Correct it, or delete it and save it anew.")


def _named(value: object) -> NamedPlan:
    top = _object(value, "the file")
    if top.get("form") != FORM or top.get("version") != VERSION:
        raise _Unfit(f'it must say "form": "{FORM}" and "version": {VERSION}')
    name, columns, evidence = top.get("name"), top.get("columns", []), top.get("evidence", False)
    if not isinstance(name, str) or not isinstance(columns, list) or not isinstance(evidence, bool):
        raise _Unfit('"name" must be a text, "columns" a list, "evidence" true or false')
    plan = Plan(
        _choice(Shape, top, "shape"),
        _choice(Form, top, "file"),
        tuple(_column(one) for one in columns),
        evidence,
        _style(_object(top.get("style", {}), "style")),
    )
    return NamedPlan(name, plan)


def _column(value: object) -> Chosen:
    one = _object(value, "a column")
    field, title = one.get("field"), one.get("title")
    if not isinstance(field, str) or not isinstance(title, str):
        raise _Unfit('a column needs "field" and "title", both texts')
    return Chosen(field, title, _choice(Of, one, "of"), _choice(Detail, one, "detail"))


def _style(given: dict[str, Any]) -> Style:
    """What is not given is as in a style that nobody touched."""
    one = {**asdict(Style()), **given}
    delimiter, mark = one["delimiter"], one["decimal_mark"]
    if delimiter not in ("", ",", ";", "\t", "|") or mark not in ("", ",", "."):
        raise _Unfit('"delimiter" must be one of , ; | and TAB, "decimal_mark" a point or a comma, or ""')
    return Style(_choice(Reader, one, "reader"), delimiter, mark, _choice(Dates, one, "dates"))


def _choice(kind: Callable[[str], _Choice], one: dict[str, Any], key: str) -> _Choice:
    try:
        return kind(str(one.get(key)))
    except ValueError:
        raise _Unfit(f'"{key}" is {one.get(key)!r}, which is not known') from None


def _object(value: object, place: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Unfit(f"{place} must be an object in {{ }}")
    return value
