"""Fields leave the app by a plan: into a new file, or behind the rows of one that is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docqa_app.core.fields import Extraction
from docqa_app.errors import ExportError
from docqa_app.exporting.append_text import longer_csv, longer_json
from docqa_app.exporting.columns import Shape, trouble_with
from docqa_app.exporting.csv_file import Guarded, guarded_cells
from docqa_app.exporting.csv_table import body_cells, header_cells, marks_of, table_csv
from docqa_app.exporting.extraction_json import extraction_value
from docqa_app.exporting.json_file import json_bytes
from docqa_app.exporting.place import put
from docqa_app.exporting.plan import Form, Plan, columns_of
from docqa_app.exporting.region import Region
from docqa_app.exporting.table_json import row_values
from docqa_app.exporting.tables import table
from docqa_app.exporting.typed import Table

SHEETS = {Shape.WIDE: "Documents", Shape.ITEMS: "Line items", Shape.LONG: "Fields"}
"""Names of the sheets of a workbook."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows (with COMPLETE: documents) were written, and which cells were changed to keep them from running."""

    rows: int
    guarded: tuple[Guarded, ...] = ()


def write(
    path: Path, plan: Plan, extractions: Sequence[Extraction], *, append: bool = False, region: Region | None = None
) -> Written:
    """Writes the extractions, with `append` behind what the file holds; ExportError where that can't be done.

    What was there before is then untouched; an empty file is as good as none. `region` is this computer's where it is
    not given.
    """
    data, written = _made(path, plan, extractions, append and _holds_something(path), region)
    put(path, lambda stream: stream.write(data))
    return written


def _holds_something(path: Path) -> bool:
    """A place that may not be looked at or cannot be holds nothing; writing there says why it fails."""
    return os.path.exists(path) and path.stat().st_size > 0  # noqa: PTH110


def _made(
    path: Path, plan: Plan, extractions: Sequence[Extraction], append: bool, region: Region | None
) -> tuple[bytes, Written]:
    if plan.form is Form.COMPLETE:
        values = [extraction_value(one) for one in extractions]
        return longer_json(path, values) if append else json_bytes(values), Written(len(values))
    columns = columns_of(plan, extractions)
    if trouble := trouble_with(columns):
        raise ExportError(trouble)
    content = table(plan.shape, extractions, columns)
    match plan.form:
        case Form.CSV:
            return _csv(path, plan, content, append, region)
        case Form.XLSX:
            return _xlsx(path, plan, content, append), Written(len(content.rows))
    values = row_values(content)
    return longer_json(path, values) if append else json_bytes(values), Written(len(values))


def _csv(path: Path, plan: Plan, content: Table, append: bool, region: Region | None) -> tuple[bytes, Written]:
    marks = marks_of(plan.style, region)
    if not append:
        data, guarded = table_csv(content, marks)
        return data, Written(len(content.rows), guarded)
    rows = body_cells(content, marks)
    data, first = longer_csv(path, header_cells(content.header, marks), rows, marks)
    return data, Written(len(rows), guarded_cells(content.header, rows, first))


def _xlsx(path: Path, plan: Plan, content: Table, append: bool) -> bytes:
    from docqa_app.exporting.append_xlsx import longer_xlsx
    from docqa_app.exporting.xlsx import xlsx_bytes

    sheet = SHEETS[plan.shape]
    return longer_xlsx(path, sheet, content) if append else xlsx_bytes([(sheet, content)])
