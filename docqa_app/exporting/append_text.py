"""Rows added to a CSV or JSON file that is already there, if its columns are the same."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from docqa_app.errors import ExportError
from docqa_app.exporting.cells import Cell
from docqa_app.exporting.csv_table import Marks, encoded
from docqa_app.exporting.json_file import json_bytes

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def longer_csv(path: Path, header: Sequence[Cell], rows: Sequence[Sequence[Cell]], marks: Marks) -> tuple[bytes, int]:
    """The file's bytes with the rows after its own, and the line of the first of them.

    It keeps its first bytes, unless the first letters that are not ASCII come with these rows: then their reader needs
    its own. ExportError where it is no such table, or its header differs.
    """
    before = _bytes(path)
    text = _decoded(path, before)
    lines = _lines(path, text, marks.delimiter)
    wanted = [cell.text for cell in header]
    if not lines or lines[0] != wanted:
        raise ExportError(_why_not(path.name, lines[0] if lines else [], wanted, marks.delimiter, text))
    line_end = "\r\n" if "\r\n" in text or "\n" not in text else "\n"
    joint = b"" if text.endswith("\n") else line_end.encode()
    added = encoded(rows, marks.delimiter, line_end)
    start = marks.start if before.isascii() and not added.isascii() else b""
    return start + before + joint + added, len(lines) + 1


def _lines(path: Path, text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ExportError(f"{path.name} is no table ({error}). Choose another file, or write a new one.") from error


def longer_json(path: Path, values: Sequence[dict[str, Any]]) -> bytes:
    """The file's list with the values behind its own; ExportError where it is none, or its objects have other keys."""
    try:
        there = json.loads(_decoded(path, _bytes(path)))
    except (ValueError, RecursionError) as error:
        raise ExportError(f"{path.name} is not JSON ({error}). Choose another file, or write a new one.") from error
    if not isinstance(there, list) or not all(isinstance(one, dict) for one in there):
        raise ExportError(f"{path.name} holds no list of objects. Choose another file, or write a new one.")
    if there and values and list(there[0]) != list(values[0]):
        raise ExportError(differing(path.name, list(there[0]), list(values[0])))
    return json_bytes([*there, *values])


def differing(name: str, there: Sequence[str], wanted: Sequence[str]) -> str:
    """Says in which column two headers differ first."""
    number, (old, new) = next(
        (number, pair) for number, pair in enumerate(zip_longest(there, wanted), start=1) if pair[0] != pair[1]
    )
    has = "is missing" if old is None else f"is called “{old}”"
    needs = "is no column" if new is None else f"is “{new}”"
    return (
        f"Nothing was added to {name}: its column {number} {has}, but here it {needs}. "
        "Choose the same columns in the same order, or write a new file."
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExportError(f"{path.name} cannot be read: {error.strerror}. Choose another file.") from error


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        raise ExportError(
            f"{path.name} is not UTF-8: Excel has saved it in another encoding. "
            "Save it there as “CSV UTF-8”, or write a new file."
        ) from None


def _why_not(name: str, there: Sequence[str], wanted: Sequence[str], delimiter: str, text: str) -> str:
    """Why rows cannot go below this header: columns parted by something else, or other columns."""
    for other, said in DELIMITERS.items():
        if other != delimiter and next(csv.reader(io.StringIO(text, newline=""), delimiter=other), []) == list(wanted):
            return f"Nothing was added to {name}: its columns are parted by {said}. Choose that, or write a new file."
    return differing(name, there, wanted)
