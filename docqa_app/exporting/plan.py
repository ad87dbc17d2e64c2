"""How fields are to be exported, as one value that the clerk can keep under a name: shape, file, columns and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from docqa_app.core.fields import Extraction
from docqa_app.exporting.columns import Chosen, Shape, all_columns, with_evidence
from docqa_app.exporting.csv_table import Style


class Form(StrEnum):
    """The file. JSON is the table as a list of objects, COMPLETE everything that is known of each document."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    COMPLETE = "complete"

    @property
    def suffix(self) -> str:
        return ".json" if self is Form.COMPLETE else f".{self.value}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is exported and how. `columns` are in order; () stands for every column there is.

    `evidence` adds to each value how sure it is, its page, box, source and state.
    """

    shape: Shape = Shape.WIDE
    form: Form = Form.XLSX
    columns: tuple[Chosen, ...] = ()
    evidence: bool = False
    style: Style = field(default_factory=Style)


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """A plan that is kept: a preset."""

    name: str
    plan: Plan


def columns_of(plan: Plan, extractions: Sequence[Extraction]) -> tuple[Chosen, ...]:
    """The columns of the file, the evidence's among them."""
    chosen = plan.columns or all_columns(plan.shape, extractions)
    return with_evidence(chosen) if plan.evidence else chosen
