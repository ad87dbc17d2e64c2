"""Rows that were extracted, paired with the true ones in their order, and how many of their cells are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.fields import LineItem
from docqa_app.core.row_pairs import RowPair, row_pairs
from docqa_app.training.field_case import Case, Row
from docqa_app.training.field_verdicts import is_right


@dataclass(slots=True)
class Cells:
    """Cells found, cells there are, and cells that are right."""

    found: int = 0
    there: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 0.0


def add_cells(tallies: dict[str, Cells], case: Case, found: Sequence[LineItem]) -> tuple[RowPair, ...]:
    """Counts the cells of paired rows, by column and "all"; returns the pairs (row found, row of the truth)."""
    rows = case.rows or ()
    pairs = row_pairs(len(found), len(rows), lambda mine, its: _hits(case, found[mine], rows[its]))
    for column in case.columns:
        for mine, its in pairs:
            cell = found[mine].cell(column) if mine is not None else None
            truth = rows[its].get(column, "") if its is not None else ""
            for name in (column, "all"):
                tallies[name].found += bool(cell and cell.text)
                tallies[name].there += bool(truth)
                tallies[name].right += bool(cell and truth and is_right(cell, truth, case.writing, case.around))
    return pairs


def _hits(case: Case, item: LineItem, row: Row) -> int:
    return sum(is_right(item.cell(name), text, case.writing, case.around) for name, text in row.items())
