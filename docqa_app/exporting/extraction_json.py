"""Extractions as JSON, with everything that is known of each value (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from docqa_app.core.fields import Extraction, FieldValue, Value
from docqa_app.exporting.json_file import CONFIDENCE_DIGITS, box_values, json_bytes
from docqa_app.exporting.place import put


def write_extractions(path: Path, values: Sequence[dict[str, Any]]) -> None:
    """Writes a list of extractions as `extraction_value` gives them; ExportError where it cannot be written."""
    data = json_bytes(list(values))
    put(path, lambda stream: stream.write(data))


def extraction_value(found: Extraction, seconds: float | None = None) -> dict[str, Any]:
    """One document as plain values; `seconds` is what it took, where that is known."""
    return {
        "file": found.path,
        "schema": found.schema,
        "fields": {value.name: field_json(value) for value in found.fields},
        "line_items": [{cell.name: field_json(cell) for cell in item.cells} for item in found.line_items],
        "rules": [{"rule": rule.rule, "ok": rule.ok, "message": rule.message} for rule in found.rules],
        "disagreements": [{"field": one.name, "xml": one.xml, "page": one.page} for one in found.disagreements],
        "problems": list(found.problems),
        "model": found.model,
        "seconds": None if seconds is None else round(seconds, 3),
    }


def field_json(value: FieldValue) -> dict[str, Any]:
    """One value; "readings" only where there are several."""
    known: dict[str, Any] = {
        "value": plain_value(value.value),
        "text": value.text,
        "confidence": round(value.confidence, CONFIDENCE_DIGITS),
        "page": value.page,
        "boxes": box_values(value.boxes),
        "source": value.source.value,
        "state": value.state.value,
        "note": value.note,
    }
    return {**known, "readings": [plain_value(one) for one in value.readings]} if value.readings else known


def plain_value(value: Value | None) -> str | int | float | bool | None:
    """Dates as 2024-03-31; amounts as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and value.as_tuple().exponent == 0 else float(value)
    return value.isoformat() if isinstance(value, date) else value
