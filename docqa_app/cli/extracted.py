"""Extractions as `docqa extract` shows them: lines or JSON on stdout, one table or list in a file."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from docqa_app.batch.step import Outcome
from docqa_app.cli.output import check_apart, check_ending, flush, one_line, percent, say, tell_guarded, visible
from docqa_app.core.fields import Extraction, FieldValue
from docqa_app.errors import UsageError
from docqa_app.exporting.columns import Shape
from docqa_app.exporting.csv_file import Preset
from docqa_app.exporting.csv_table import write_table_csv
from docqa_app.exporting.extraction_json import extraction_value, write_extractions
from docqa_app.exporting.place import check_place
from docqa_app.exporting.plan import Plan
from docqa_app.exporting.tables import table
from docqa_app.exporting.write import SHEETS, write
from docqa_app.exporting.xlsx import write_xlsx

OUTPUTS = (".csv", ".xlsx", ".json")


def check_output(out: Path | None, ledger: Path | None) -> None:
    """UsageError where the name does not say what to write, or both would be one file, ExportError where it cannot be
    written: told before hours of work."""
    check_ending(out, OUTPUTS)
    for path in (out, ledger):
        if path is not None:
            check_place(path)
    if out and ledger and os.path.realpath(out) == os.path.realpath(ledger):
        raise UsageError(f"{ledger} cannot be both the result and the ledger. Choose another --ledger.")


def check_documents_apart(files: Iterable[Path], out: Path | None, ledger: Path | None) -> None:
    """UsageError where one of the documents would be written into."""
    for file in files:
        check_apart(out, file)
        check_apart(ledger, file, "--ledger")


def print_found(found: Extraction, seconds: float, as_json: bool) -> None:
    """One document on stdout, at once."""
    if as_json:
        say(json.dumps(extraction_value(found, seconds), ensure_ascii=False))
    else:
        say("\n".join(_lines(found)))
    flush()


def write_found(arguments: argparse.Namespace, done: Sequence[Outcome], preset: Plan | None) -> None:
    """Everything that was extracted, as the preset says, else in the form that the output's name asks for."""
    out: Path = arguments.out
    found = [one.found for one in done if one.found is not None]
    if preset is not None:
        tell_guarded(write(out, preset, found).guarded)
    elif out.suffix.lower() == ".json":
        write_extractions(out, [extraction_value(one.found, one.seconds) for one in done if one.found])
    elif out.suffix.lower() == ".xlsx":
        write_xlsx(out, [(name, table(shape, found)) for shape, name in SHEETS.items()])
    else:
        shape, marks = Shape(arguments.table or Shape.WIDE), Preset(arguments.csv_preset or "plain")
        tell_guarded(write_table_csv(out, table(shape, found), marks))


def _lines(found: Extraction) -> Iterator[str]:
    yield f"{visible(found.path)} ({found.schema})"
    for value in found.fields:
        yield f"  {one_line(value.name)}: {_said(value)}"
    for number, item in enumerate(found.line_items, start=1):
        yield f"  row {number}: " + " | ".join(one_line(cell.text) for cell in item.cells)
    for rule in found.rules:
        if not rule.ok:
            yield f"  ! {one_line(rule.message)}"
    for one in found.disagreements:
        yield f"  ! {one.name}: the XML says {one_line(one.xml)!r}, the page {one_line(one.page)!r}"
    for problem in found.problems:
        yield f"  ! {one_line(problem)}"


def _said(value: FieldValue) -> str:
    if not value.text:
        return value.state.value
    where = "" if value.page is None else f", page {value.page}"
    sure = "" if value.source.value == "XML" else f", {percent(value.confidence)} sure"
    note = f"  {one_line(value.note)}" if value.note else ""
    return f"{one_line(value.text)}  ({value.state.value}{where}{sure}){note}"
