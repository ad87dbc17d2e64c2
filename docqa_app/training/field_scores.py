"""How well fields and line items are extracted, by the app's own rooms, on documents that training held back.

    python -m docqa_app.training.field_scores MODEL DOCUMENTS --words FOLDER [--only sroie zugferd] [--out VALUES.jsonl]

Dates, amounts and numbers count as right where they mean what the truth means, texts where letters and digits are the
same. A wrong value in the state "confident" is the worst that can happen to a clerk: its share stands beside each
field. Cells are counted over all rows, which are paired with the truth's in their order.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docqa_app.answering.engine import load_engine
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, State
from docqa_app.core.layout import Assignment
from docqa_app.core.metrics import anls
from docqa_app.core.ports import Engine
from docqa_app.core.spelling import spell
from docqa_app.extracting.conventions import Conventions
from docqa_app.extracting.extract import Known, extract
from docqa_app.extracting.values import parse
from docqa_app.reading.cache import WordCache
from docqa_app.training.build import KEPT_BYTES
from docqa_app.training.field_cases import CASES, Case, Row, Shelf

SHORTEST_NAME = 4
"""Letters of a name that may stand among others in a cell."""


@dataclass(slots=True)
class Timed:
    """An engine that counts questions and seconds; with `one_by_one` each question is a call of its own."""

    engine: Engine
    one_by_one: bool = False
    questions: int = 0
    seconds: float = 0.0

    @property
    def model(self) -> str:
        return self.engine.model

    @property
    def device(self) -> str:
        return self.engine.device

    @property
    def check_below(self) -> float:
        return self.engine.check_below

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        begin = time.perf_counter()
        calls = [[one] for one in questions] if self.one_by_one else [list(questions)]
        answers = [answer for call in calls for answer in self.engine.ask(document, call, pages=pages, report=report)]
        self.seconds += time.perf_counter() - begin
        self.questions += len(questions)
        return tuple(answers)

    def inspect(self, page: Page) -> Assignment:
        return self.engine.inspect(page)


# -- what is right ----------------------------------------------------------------------------------------------------


def means(text: str, kind: FieldType, writing: Conventions) -> Any:
    """What a text of the truth means."""
    return parse(text, kind, writing).value


def is_right(value: FieldValue, truth: str, writing: Conventions, around: bool = False) -> bool:
    """Whether a value is the truth's; with `around` a text may say more or less than the truth's name."""
    if value.type is not FieldType.TEXT:
        wanted = means(truth, value.type, writing)
        return value.value == wanted if wanted is not None else _letters(value.text) == _letters(truth)
    said, wanted = _letters(value.text), [_letters(part) for part in (truth, *truth.splitlines())]
    if said in wanted:
        return bool(said)
    return around and any(min(len(said), len(one)) >= SHORTEST_NAME and (one in said or said in one) for one in wanted)


def _letters(text: str) -> str:
    return spell((text,)).plain


@dataclass(frozen=True, slots=True)
class Judged:
    """A field as it was extracted, and whether it is right; `truth` is "" where the page has none."""

    case: str
    value: FieldValue
    truth: str
    right: bool
    anls: float
    offered: bool
    """whether a right value stands among the readings and alternatives"""


def judged(case: Case, found: Extraction) -> Iterator[Judged]:
    """Every field of which something is known."""
    for value in found.fields:
        truth = case.fields.get(value.name, "")
        if truth:
            right = is_right(value, truth, case.writing)
            offered = right or any(_offers(value, text, truth, case.writing) for text in _offered(value))
            yield Judged(case.id, value, truth, right, anls(value.text, [truth]), offered)
        elif value.name in case.absent:
            nothing = not value.text
            yield Judged(case.id, value, "", nothing, float(nothing), nothing)


def _offered(value: FieldValue) -> list[str]:
    return [str(one) for one in value.readings] + [one.text for one in value.alternatives]


def _offers(value: FieldValue, text: str, truth: str, writing: Conventions) -> bool:
    if value.type is FieldType.TEXT:
        return _letters(text) == _letters(truth)
    meant = means(truth, value.type, writing)
    return meant is not None and (text == str(meant) or means(text, value.type, writing) == meant)


# -- rows -------------------------------------------------------------------------------------------------------------


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


# -- tables -----------------------------------------------------------------------------------------------------------

SHOWN = (State.CONFIDENT, State.CHECK, State.RULE_FAILED, State.NOT_FOUND)
WIDTHS = "{:<18}{:>6}{:>8}{:>8}{:>9}{:>19}{:>15}{:>21}{:>19}"


@dataclass(slots=True)
class Scores:
    """Everything that was judged of one set."""

    documents: int = 0
    seconds: float = 0.0
    questions: int = 0
    asking: float = 0.0
    fields: dict[str, list[Judged]] = field(default_factory=lambda: defaultdict(list))
    cells: dict[str, Cells] = field(default_factory=lambda: defaultdict(Cells))

    def lines(self, name: str) -> Iterator[str]:
        """What is printed of a set."""
        pace = self.seconds / max(1, self.documents)
        asked = self.asking / max(1, self.documents)
        yield f"\n{name}: {self.documents} documents, {pace:.2f} s each, of them {asked:.2f} s for the model"
        if self.fields:
            yield WIDTHS.format(
                "field", "n", "right", "ANLS", "offered", *(f"{state.value} (wrong)" for state in SHOWN)
            )
            yield from (_field_line(field_, some) for field_, some in self.fields.items())
            yield _field_line("all", [one for some in self.fields.values() for one in some])
        for column, cells in sorted(self.cells.items(), key=lambda one: one[0] == "all"):
            yield f"cells {column:<14} F1 {cells.f1:.3f}   precision {cells.precision:.3f}   recall {cells.recall:.3f}"


def _field_line(name: str, some: Sequence[Judged]) -> str:
    there = [one for one in some if one.truth] or list(some)
    right, near, offered = (
        sum(values) / len(there) for values in zip(*((o.right, o.anls, o.offered) for o in there), strict=True)
    )
    counts = [[one for one in some if one.value.state is state] for state in SHOWN]
    shown = (f"{len(ones)} ({sum(not one.right for one in ones)})" for ones in counts)
    return WIDTHS.format(name, len(there), f"{right:.3f}", f"{near:.3f}", f"{offered:.3f}", *shown)


def score(name: str, shelf: Shelf, engine: Timed, out: Path | None) -> Scores:
    """Extracts and judges every document of a set; what was judged goes to `out`, a line a value."""
    scores = Scores()
    for case in CASES[name](shelf):
        begin, asked = time.perf_counter(), engine.seconds
        found = extract(case.document, case.schema, engine, Known(doubt_below=engine.check_below))
        scores.seconds += time.perf_counter() - begin
        scores.asking += engine.seconds - asked
        scores.documents += 1
        values = list(judged(case, found))
        for one in values:
            scores.fields[one.value.name].append(one)
        pairs = add_cells(scores.cells, case, found.line_items) if case.rows is not None else []
        if out is not None:
            _write(out, name, case, found, values, pairs)
    return scores


def _write(
    out: Path,
    name: str,
    case: Case,
    found: Extraction,
    values: Sequence[Judged],
    pairs: Sequence[tuple[int | None, int | None]],
) -> None:
    record = {
        "set": name,
        "id": case.id,
        "fields": [
            {
                "field": one.value.name,
                "truth": one.truth,
                "text": one.value.text,
                "right": one.right,
                "offered": one.offered,
                "state": one.value.state.value,
                "confidence": round(one.value.confidence, 3),
                "source": one.value.source.value,
                "note": one.value.note,
                "others": [[other.text, round(other.confidence, 3)] for other in one.value.alternatives],
            }
            for one in values
        ],
        "rows": [
            [
                [cell.text for cell in found.line_items[mine].cells] if mine is not None else None,
                (case.rows or ())[its] if its is not None else None,
            ]
            for mine, its in pairs
        ],
    }
    with out.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a table for each set."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("model", type=Path)
    parser.add_argument("documents", type=Path, help="folder with one folder a set")
    parser.add_argument("--only", nargs="*", choices=CASES, default=list(CASES))
    parser.add_argument("--schemas", type=Path, default=Path("resources/schemas"))
    parser.add_argument("--words", type=Path, required=True, help="folder where words are kept once they were read")
    parser.add_argument("--drawn", type=int, default=100, help="how many invoices are drawn")
    parser.add_argument("--one-by-one", action="store_true", help="ask each question in a call of its own")
    parser.add_argument("--threads", type=int, default=0, help="for the model; 0: one a core")
    parser.add_argument("--out", type=Path, help="write every judged value there, a document a line")
    chosen = parser.parse_args(arguments)
    if chosen.out is not None:
        chosen.out.unlink(missing_ok=True)
    shelf = Shelf(chosen.documents, chosen.schemas, WordCache(chosen.words, KEPT_BYTES), chosen.drawn)
    engine = Timed(load_engine(chosen.model, "cpu", chosen.threads), chosen.one_by_one)
    print(engine.model)
    for name in chosen.only:
        print("\n".join(score(name, shelf, engine, chosen.out).lines(name)), flush=True)


if __name__ == "__main__":
    main()
