"""Tables as a JSON list of objects, one a row, keyed by the columns' names."""

from __future__ import annotations

from typing import Any

from docqa_app.exporting.extraction_json import plain_value
from docqa_app.exporting.typed import Table, Typed


def row_values(content: Table) -> list[dict[str, Any]]:
    """The rows as plain values: dates as 2024-03-31, amounts as numbers, null for an empty cell."""
    return [dict(zip(content.header, map(cell_value, row), strict=True)) for row in content.rows]


def cell_value(cell: Typed) -> str | int | float | bool | None:
    """One cell as JSON has it."""
    return cell.value if isinstance(cell.value, int | float) else plain_value(cell.value)
