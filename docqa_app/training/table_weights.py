"""Fits what programs over tables are ranked by, on the training questions of WikiTableQuestions and TabFact.

    python -m docqa_app.training.table_weights --tables wikitablequestions/tables.jsonl.gz --pages TABLES DOCUMENTS
        --questions wikitablequestions/train.jsonl.gz --statements tabfact/train.jsonl.gz

A log-linear model over all programs of a question, fitted so that those whose answer is right have most of the
likelihood together (maximum marginal likelihood): nobody told which program is meant. The tables are parted by their
names (`part_of`): on three fifths programs are learned, on the last they are measured. How likely an answer is right is
learned from drawn pages: TABLES of the fifth between with their questions (`data.tables`), DOCUMENTS of all kinds with
theirs (`data.generate`), most of which no table answers.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path

from docqa_app.asking.parsing.assertion_features import assertion_signs, is_true
from docqa_app.asking.parsing.assertions import Stated
from docqa_app.asking.parsing.features import signs
from docqa_app.asking.parsing.programs import Program, programs
from docqa_app.asking.parsing.ranking import WEIGHTS, likeliest, sure_signs, weights
from docqa_app.asking.parsing.statements import statement_in
from docqa_app.asking.parsing.touches import Touched
from docqa_app.asking.parsing.values import Grid, grid_of
from docqa_app.asking.parsing.words import Question
from docqa_app.asking.tables.printed_tables import printed_tables
from docqa_app.training.denotation import denotes
from docqa_app.training.given_tables import given_table
from docqa_app.training.log_linear import Case, Names, fitted, kept, right_share
from docqa_app.training.page_lines import Line, line_page, read_lines

PARTS, LEARNED = 5, 3
"""Tables are parted in so many; on the first LEARNED parts programs are learned, on the next how sure they are."""
MOST_QUESTIONS = 6000
MOST_TABLES = 3000
"""With statements; each has about two."""


def part_of(table: str) -> int:
    """Which of PARTS a table belongs to, the same on every computer."""
    return zlib.crc32(table.encode()) % PARTS


def question_cases(tables: Path, questions: Path, names: Names) -> Iterator[Case]:
    """The questions of WikiTableQuestions."""
    for table, grid, asked in _by_table(tables, questions):
        for line in asked:
            touched = Touched(Question(line["q"]), grid)
            every = programs(touched)
            right = [denotes(answer_of(one), line["a"]) for one in every]
            yield names.case(part_of(table), [signs(touched, one) for one in every], right)


def _by_table(tables: Path, questions: Path) -> Iterator[tuple[str, Grid, list[Line]]]:
    """Every table with its questions, in the order of a hash of the tables' names."""
    rows = {line["id"]: line["rows"] for line in read_lines(tables)}
    asked: dict[str, list[Line]] = {}
    for line in islice(read_lines(questions), MOST_QUESTIONS):
        asked.setdefault(line["table"], []).append(line)
    for name in sorted(asked, key=lambda name: zlib.crc32(name.encode()) // PARTS):
        yield name, Grid(given_table(rows[name])), asked[name]


def answer_of(one: Program) -> str:
    """A program's answer in one line."""
    return ", ".join(f"{value.normalize():f}" if isinstance(value, Decimal) else value for value in one.values)


def statement_cases(statements: Path, names: Names) -> Iterator[Case]:
    """The statements of TabFact; right is an assertion that tells what is true."""
    for line in islice(read_lines(statements), MOST_TABLES):
        grid = Grid(given_table(line["rows"]))
        for statement, label in zip(line["statements"], line["labels"], strict=True):
            stated = Stated(Touched(Question(statement), grid))
            every = stated.assertions()
            right = [is_true(stated, one) == bool(label) for one in every]
            yield names.case(part_of(line["table"]), [assertion_signs(stated, one) for one in every], right)


# -- how sure -------------------------------------------------------------------------------------------------------


def asked_pages(path: Path) -> Iterator[tuple[Touched, Sequence[str]]]:
    """The questions of drawn pages, whatever they ask for, before their largest table; statements are left out."""
    for line in read_lines(path):
        found = printed_tables(line_page(line))
        table = max(found, key=lambda one: len(one.rows) * len(one.heads), default=None)
        for question in line["questions"] if table else ():
            if table and statement_in(question["question"]) is None:
                answers = question.get("denotation") or question["answers"][:1]
                yield Touched(Question(question["question"]), grid_of(table)), answers


def sure_case(touched: Touched, answers: Sequence[str], names: Names) -> Case | None:
    """Whether the likeliest program is right, as a choice between it and nothing; None where there is none."""
    ranked = likeliest(touched)
    if ranked is None:
        return None
    right = bool(answers) and denotes(answer_of(ranked.one), answers)
    return names.case(0, [sure_signs(touched, ranked), {}], [right, not right])


# -- the command ----------------------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit all weights and write them where the app reads them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=Path, required=True, help="the tables of wikitablequestions")
    parser.add_argument("--questions", type=Path, required=True, help="its training questions")
    parser.add_argument("--statements", type=Path, required=True, help="the training statements of tabfact")
    parser.add_argument("--pages", type=Path, nargs="+", required=True, help="drawn pages, with questions")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    found = {"programs": _fit(question_cases, given.tables, given.questions)}
    found["assertions"] = _fit(statement_cases, given.statements)
    _write(given.out, {**found, "sure": {}})
    names = Names()
    asked = chain.from_iterable(map(asked_pages, given.pages))
    cases = [case for touched, answers in asked if (case := sure_case(touched, answers, names))]
    _write(given.out, {**found, "sure": kept(fitted(cases, names), names)})


def _fit(draw: Callable[..., Iterator[Case]], *files: Path) -> dict[str, float]:
    """Weights fitted on the first parts; how good they are there and on the last is printed."""
    names = Names()
    cases = [case for case in draw(*files, names) if len(case.right)]
    found = kept(fitted([case for case in cases if case.part < LEARNED], names), names)
    for name, chosen in (("learned", range(LEARNED)), ("held back", range(PARTS - 1, PARTS))):
        of_part = [case for case in cases if case.part in chosen]
        if of_part:
            print(f"{name}: {len(of_part)} questions, {right_share(of_part, names, found):.3f} right", flush=True)
    return found


def _write(path: Path, found: Mapping[str, Mapping[str, float]]) -> None:
    path.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    weights.cache_clear()


if __name__ == "__main__":
    main()
