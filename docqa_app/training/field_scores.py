"""How well fields and line items are extracted, by the app's own rooms, on documents that training held back.

    python -m docqa_app.training.field_scores MODEL DOCUMENTS --words FOLDER [--only sroie zugferd] [--out VALUES.jsonl]

Dates, amounts and numbers count as right where they mean what the truth means, texts where letters and digits are the
same. A wrong value in the state "confident" is the worst that can happen to a clerk: its share stands beside each
field. Cells are counted over all rows, which are paired with the truth's in their order. Seconds are those of the
processor, on all its cores together, so that work beside it does not count.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from docqa_app.answering.engine import load_engine
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.engine_wrapper import EngineWrapper
from docqa_app.core.fields import Extraction, State
from docqa_app.core.row_pairs import RowPair
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.reading.cache import WordCache
from docqa_app.training.build import KEPT_BYTES
from docqa_app.training.cell_scores import Cells, add_cells
from docqa_app.training.field_case import Case
from docqa_app.training.field_cases import CASES, Shelf
from docqa_app.training.field_verdicts import Judged, judged


@dataclass(slots=True)
class Timed(EngineWrapper):
    """An engine that counts questions and seconds; with `one_by_one` each question is a call of its own."""

    one_by_one: bool = False
    questions: int = 0
    seconds: float = 0.0

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        begin = time.process_time()
        calls = [[one] for one in questions] if self.one_by_one else [list(questions)]
        answers = [answer for call in calls for answer in self.engine.ask(document, call, pages=pages, report=report)]
        self.seconds += time.process_time() - begin
        self.questions += len(questions)
        return tuple(answers)


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
        asking = f"{asked:.2f} s for the model's {self.questions / max(1, self.documents):.0f} questions"
        yield f"\n{name}: {self.documents} documents, {pace:.2f} processor seconds each, of them {asking}"
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


def score(name: str, shelf: Shelf, engine: Timed, out: Path | None, most: int | None = None) -> Scores:
    """Extracts and judges the documents of a set; what was judged goes to `out`, a line a document."""
    scores = Scores()
    for case in islice(CASES[name](shelf), most):
        found = _extracted(case, engine, scores)
        values = list(judged(case, found))
        for one in values:
            scores.fields[one.value.name].append(one)
        pairs = add_cells(scores.cells, case, found.line_items) if case.rows is not None else ()
        if out is not None:
            _write(out, {"set": name, "id": case.id, "fields": _told(values), "rows": _rows(case, found, pairs)})
    return scores


def _extracted(case: Case, engine: Timed, scores: Scores) -> Extraction:
    """The extraction, with what it took added to the scores."""
    begin, asked, said = time.process_time(), engine.seconds, engine.questions
    found = extract(case.document, case.schema, engine, Known(doubt_below=engine.check_fields_below))
    scores.seconds += time.process_time() - begin
    scores.asking += engine.seconds - asked
    scores.questions += engine.questions - said
    scores.documents += 1
    return found


def _told(values: Sequence[Judged]) -> list[dict[str, object]]:
    """What was judged of each field."""
    return [
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
    ]


def _rows(case: Case, found: Extraction, pairs: Sequence[RowPair]) -> list[list[object]]:
    """Each pair of rows: the texts found, and what is true."""
    return [
        [
            [cell.text for cell in found.line_items[mine].cells] if mine is not None else None,
            (case.rows or ())[its] if its is not None else None,
        ]
        for mine, its in pairs
    ]


def _write(out: Path, record: dict[str, object]) -> None:
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
    parser.add_argument("--most", type=int, help="how many documents of each set; without it all")
    parser.add_argument("--one-by-one", action="store_true", help="ask each question in a call of its own")
    parser.add_argument("--threads", type=int, default=0, help="for the model; 0: one a core")
    parser.add_argument("--out", type=Path, help="write every judged value there, a document a line")
    chosen = parser.parse_args(arguments)
    if chosen.out is not None:
        chosen.out.unlink(missing_ok=True)
    cache, models = WordCache(chosen.words, KEPT_BYTES), chosen.model.parent
    shelf = Shelf(chosen.documents, chosen.schemas, cache, chosen.drawn, models)
    engine = Timed(load_engine(chosen.model, "cpu", chosen.threads), chosen.one_by_one)
    print(engine.model)
    for name in chosen.only:
        print("\n".join(score(name, shelf, engine, chosen.out, chosen.most).lines(name)), flush=True)


if __name__ == "__main__":
    main()
