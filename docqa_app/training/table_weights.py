"""Fits what programs over tables are ranked by, on the training questions of WikiTableQuestions and TabFact.

    python -m docqa_app.training.table_weights --tables wikitablequestions/tables.jsonl.gz --pages TABLES DOCUMENTS
        --questions wikitablequestions/train.jsonl.gz --statements tabfact/train.jsonl.gz

A log-linear model over all programs of a question, fitted so that those whose answer is right have most of the
likelihood together (maximum marginal likelihood): nobody told which program is meant. The tables are parted by their
names (`part_of`): on three fifths programs are learned, on the last they are measured. How likely an answer is right is
learned from drawn pages: TABLES of part SURE with their questions (`data.tables`), and DOCUMENTS of all kinds with
theirs (`data.generate`), most of which no table answers.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from docqa_app.extracting.parsing.assertion_features import assertion_signs, is_true
from docqa_app.extracting.parsing.assertions import Stated
from docqa_app.extracting.parsing.features import Signs, signs
from docqa_app.extracting.parsing.programs import Program, programs
from docqa_app.extracting.parsing.ranking import WEIGHTS, likeliest, sure_signs, weights
from docqa_app.extracting.parsing.statements import statement_in
from docqa_app.extracting.parsing.touches import Touched
from docqa_app.extracting.parsing.values import Grid, grid_of
from docqa_app.extracting.parsing.words import Question
from docqa_app.extracting.printed_tables import printed_tables
from docqa_app.training.corpora import Line, line_page, read_lines
from docqa_app.training.denotation import denotes
from docqa_app.training.given_tables import given_table

PARTS, LEARNED, SURE = 5, 3, 3
"""Tables are parted in so many; on the first LEARNED parts programs are learned, on part SURE how sure they are."""
MOST_QUESTIONS = 6000
MOST_TABLES = 3000
"""With statements; each has about two."""
ROUNDS, RATE, DECAY = 80, 0.1, 1e-4
FEWEST = 8
"""Questions in which a sign must be seen."""
SMALLEST = 0.03
"""Weights nearer to zero are left out."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question before its table: how many programs there are, which answer rightly, and their signs, each by its
    number, its strength and the program it belongs to."""

    part: int
    right: NDArray[np.bool_]
    sign: NDArray[np.int32]
    strength: NDArray[np.float32]
    program: NDArray[np.int32]


class Names:
    """Signs by number, in the order in which they were first seen."""

    def __init__(self) -> None:
        self.at: dict[str, int] = {}

    def case(self, part: int, every: Sequence[Signs], right: Sequence[bool]) -> Case:
        entries = [
            (self.at.setdefault(name, len(self.at)), strength, program)
            for program, found in enumerate(every)
            for name, strength in found.items()
            if strength
        ]
        sign, strength, program = zip(*entries, strict=True) if entries else ((), (), ())
        return Case(
            part,
            np.array(right, bool),
            np.array(sign, np.int32),
            np.array(strength, np.float32),
            np.array(program, np.int32),
        )


def part_of(table: str) -> int:
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


@dataclass(frozen=True)
class Together:
    """Cases as one: the sign, strength and program of each entry, and where each case's programs start."""

    sign: NDArray[np.int64]
    strength: NDArray[np.float64]
    program: NDArray[np.int64]
    starts: NDArray[np.int64]
    right: NDArray[np.bool_]

    @classmethod
    def of(cls, cases: Sequence[Case]) -> Together:
        starts = np.cumsum([0, *(len(case.right) for case in cases[:-1])])
        return cls(
            np.concatenate([case.sign for case in cases]),
            np.concatenate([case.strength for case in cases]),
            np.concatenate([case.program + start for case, start in zip(cases, starts, strict=True)]),
            starts,
            np.concatenate([case.right for case in cases]),
        )

    def shares(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The likelihood of every program in its case."""
        scores = np.bincount(self.program, weights[self.sign] * self.strength, len(self.right))
        sizes = np.diff(np.append(self.starts, len(scores)))
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.starts), sizes))
        return np.asarray(raised / np.repeat(np.add.reduceat(raised, self.starts), sizes))

    def pull(self, weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
        """The gradient of the mean log likelihood of right answers, and that mean."""
        shares = self.shares(weights)
        sizes = np.diff(np.append(self.starts, len(shares)))
        right = np.maximum(np.add.reduceat(shares * self.right, self.starts), 1e-12)
        slope = (shares * self.right / np.repeat(right, sizes) - shares) / len(self.starts)
        return np.bincount(self.sign, slope[self.program] * self.strength, len(weights)), float(np.log(right).mean())


def fitted(cases: Sequence[Case], names: Names, decay: float = DECAY) -> NDArray[np.float64]:
    """The weight of every sign, by Adam over all cases at once; of signs seen seldom 0."""
    useful = [case for case in cases if case.right.any() and not case.right.all()]
    seen = np.bincount(np.concatenate([np.unique(case.sign) for case in useful]), minlength=len(names.at))
    together = Together.of(useful)
    weights, mean, square = (np.zeros(len(names.at)) for _ in range(3))
    for n in range(1, ROUNDS + 1):
        pulled, told = together.pull(weights)
        pulled = np.where(seen >= FEWEST, pulled - decay * weights, 0.0)
        mean, square = 0.9 * mean + 0.1 * pulled, 0.99 * square + 0.01 * pulled**2
        weights = weights + RATE * (mean / (1 - 0.9**n)) / (np.sqrt(square / (1 - 0.99**n)) + 1e-8)
        if n % 20 == 0:
            print(f"round {n}: log likelihood {told:.4f}", flush=True)
    return weights


def kept(weights: NDArray[np.float64], names: Names) -> dict[str, float]:
    """The weights that matter, by name."""
    return {name: round(float(weights[n]), 2) for name, n in sorted(names.at.items()) if abs(weights[n]) >= SMALLEST}


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
    by = np.array([found.get(name, 0.0) for name in names.at])
    for name, chosen in (("learned", range(LEARNED)), ("held back", range(PARTS - 1, PARTS))):
        of_part = [case for case in cases if case.part in chosen]
        if of_part:
            print(f"{name}: {len(of_part)} questions, {right_share(of_part, by):.3f} right", flush=True)
    return found


def right_share(cases: Sequence[Case], weights: NDArray[np.float64]) -> float:
    """The share of cases in which the likeliest program is right."""
    together = Together.of(cases)
    shares = np.split(together.shares(weights), together.starts[1:])
    return float(np.mean([case.right[share.argmax()] for case, share in zip(cases, shares, strict=True)]))


def _write(path: Path, found: Mapping[str, Mapping[str, float]]) -> None:
    path.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    weights.cache_clear()


if __name__ == "__main__":
    main()
