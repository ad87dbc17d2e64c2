"""Answers as a CSV file that this computer's Excel, or any program that reads RFC 4180, opens right."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from docqa_app.exporting.cells import Cell, for_excel, guard
from docqa_app.exporting.place import put
from docqa_app.exporting.region import Region, this_computer
from docqa_app.exporting.rows import Row, box_text

HEADER = (
    "document",
    "page",
    "question",
    "answer",
    "found",
    "confidence",
    "evidence box",
    "source",
    "model version",
)


class Preset(StrEnum):
    """For whom the file is written."""

    EXCEL = "excel"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Guarded:
    """A cell that was changed because it starts like a formula; `line` counts from 1, the header's."""

    line: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a preset writes: its marks, the file's first bytes, and what becomes of a text."""

    delimiter: str
    decimal_mark: str
    start: bytes
    text: Callable[[str], Cell]


def write_csv(path: Path, rows: Sequence[Row], preset: Preset) -> tuple[Guarded, ...]:
    """Writes the rows under a header, as this computer's region has them, and tells which cells were guarded.

    ExportError where the file cannot be written; what was there before is then untouched.
    """
    data, guarded = csv_bytes(rows, preset)
    put(path, lambda stream: stream.write(data))
    return guarded


def csv_bytes(rows: Sequence[Row], preset: Preset, region: Region | None = None) -> tuple[bytes, tuple[Guarded, ...]]:
    """The file's bytes and the cells that were guarded."""
    dialect = dialect_of(preset, region)
    return written(HEADER, [_cells(row, dialect) for row in rows], dialect)


def written(
    header: Sequence[str], table: Sequence[Sequence[Cell]], dialect: Dialect
) -> tuple[bytes, tuple[Guarded, ...]]:
    """Any table's bytes under its header, and the cells that were guarded."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=dialect.delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([cell.text for cell in cells] for cells in table)
    return dialect.start + text.getvalue().encode("utf-8", "replace"), guarded_cells(header, table)


def dialect_of(preset: Preset, region: Region | None = None) -> Dialect:
    """The preset as this region has it; `region` is this computer's where it is not given."""
    if preset is Preset.PLAIN:
        return Dialect(",", ".", b"", guard)
    here = region or this_computer()
    return Dialect(here.list_mark, here.decimal_mark, codecs.BOM_UTF8, lambda text: for_excel(text, here))


def _cells(row: Row, dialect: Dialect) -> tuple[Cell, ...]:
    return (
        dialect.text(row.document),
        Cell("" if row.page is None else str(row.page)),
        dialect.text(row.question),
        dialect.text(row.answer),
        Cell("yes" if row.found else "no"),
        Cell(f"{row.confidence:.3f}".replace(".", dialect.decimal_mark)),
        Cell("; ".join(box_text(box) for box in row.evidence)),
        Cell(row.source),
        dialect.text(row.model),
    )


def guarded_cells(header: Sequence[str], rows: Sequence[Sequence[Cell]], first_line: int = 2) -> tuple[Guarded, ...]:
    """The cells that were changed because they start like a formula; `first_line` is the line of the first row."""
    return tuple(
        Guarded(line, column, cell.text[1:])
        for line, cells in enumerate(rows, start=first_line)
        for column, cell in zip(header, cells, strict=True)
        if cell.guarded
    )
