"""Rows that were extracted, paired with the true ones in their order, and how many of their cells are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.core.fields import LineItem
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


def add_cells(tallies: dict[str, Cells], case: Case, found: Sequence[LineItem]) -> list[tuple[int | None, int | None]]:
    """Counts the cells of paired rows, by column and "all"; returns the pairs (row found, row of the truth)."""
    rows = case.rows or ()
    pairs = _paired(case, found, rows)
    for column in case.columns:
        for mine, its in pairs:
            cell = found[mine].cell(column) if mine is not None else None
            truth = rows[its].get(column, "") if its is not None else ""
            for name in (column, "all"):
                tallies[name].found += bool(cell and cell.text)
                tallies[name].there += bool(truth)
                tallies[name].right += bool(cell and truth and is_right(cell, truth, case.writing, case.around))
    return pairs


def _paired(case: Case, found: Sequence[LineItem], rows: Sequence[Row]) -> list[tuple[int | None, int | None]]:
    """Rows in their order, paired so that most cells are right; those that are alone with None."""
    best = [[0] * (len(rows) + 1) for _ in range(len(found) + 1)]
    for mine in range(len(found) - 1, -1, -1):
        for its in range(len(rows) - 1, -1, -1):
            both = best[mine + 1][its + 1] + _hits(case, found[mine], rows[its])
            best[mine][its] = max(both, best[mine + 1][its], best[mine][its + 1])
    return list(_walk(case, best, found, rows))


def _walk(
    case: Case, best: Sequence[Sequence[int]], found: Sequence[LineItem], rows: Sequence[Row]
) -> Iterator[tuple[int | None, int | None]]:
    mine = its = 0
    while mine < len(found) and its < len(rows):
        hits = _hits(case, found[mine], rows[its])
        if hits and best[mine][its] == best[mine + 1][its + 1] + hits:
            yield mine, its
            mine, its = mine + 1, its + 1
        elif best[mine][its] == best[mine + 1][its]:
            yield mine, None
            mine += 1
        else:
            yield None, its
            its += 1
    yield from ((one, None) for one in range(mine, len(found)))
    yield from ((None, one) for one in range(its, len(rows)))


def _hits(case: Case, item: LineItem, row: Row) -> int:
    return sum(is_right(item.cell(name), text, case.writing, case.around) for name, text in row.items())
