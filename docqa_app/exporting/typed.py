"""Cells and tables with the types kept, before they become a file."""

from __future__ import annotations

from dataclasses import dataclass

from docqa_app.core.fields import Value


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell with its type kept: a spreadsheet must not guess it. `currency` is of an amount, "" where unknown."""

    value: Value | int | float | None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a header, all of its length."""

    header: tuple[str, ...]
    rows: tuple[tuple[Typed, ...], ...]
