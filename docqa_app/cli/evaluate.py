"""docqa eval: questions whose answers are known, answered and scored line by line."""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from docqa_app.cli.given import given_document
from docqa_app.cli.json_lines import lines_of
from docqa_app.cli.output import check_apart, named, printing, say, writing
from docqa_app.cli.parts import Parts
from docqa_app.cli.progress import Progress
from docqa_app.cli.questions import Case, case_of
from docqa_app.cli.scores import Scores, failed_prediction, prediction
from docqa_app.core.document import Document, silent
from docqa_app.core.ports import Engine
from docqa_app.errors import Cancelled, DocqaError, InputError, PartlyFailed

log = logging.getLogger(__name__)


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Answers, writes a line a question and prints the score; PartlyFailed at the end where lines failed."""
    check_apart(arguments.out, arguments.questions)
    lines = list(lines_of(arguments.questions, arguments.limit))  # once: a pipe gives them a single time
    if not lines:
        raise InputError(f"{arguments.questions} holds no questions.")
    with _output(arguments.out) as out:
        evaluation = Evaluation(arguments, parts, parts.answering(arguments), out)
        problems = evaluation.run(lines)
    say("\n".join(evaluation.scores.lines()))
    if problems:
        raise PartlyFailed(f"{len(problems)} of {len(lines)} lines failed: {named(problems)}")


def _output(path: Path | None) -> AbstractContextManager[TextIO]:
    """Where predictions go: the file or stdout."""
    return printing() if path is None else writing(path)


class Evaluation:
    """One run over a file of questions."""

    def __init__(self, arguments: argparse.Namespace, parts: Parts, engine: Engine, out: TextIO) -> None:
        self._arguments, self._parts, self._engine, self._out = arguments, parts, engine, out
        self._folder = Path(arguments.questions).parent
        self.scores = Scores()

    def run(self, lines: Sequence[str]) -> list[str]:
        """Goes through the lines and returns what failed, a sentence a line."""
        problems = []
        begin = time.perf_counter()
        with Progress("Evaluating", lines=True) as report:
            for number, line in enumerate(lines, start=1):
                problem = self._line(line)
                if problem:
                    problems.append(f"line {number}: {problem.rstrip('.')}.")
                report(number, len(lines))
        self.scores.seconds = time.perf_counter() - begin
        return problems

    def _line(self, line: str) -> str:
        """Answers one line; "" or why it failed."""
        try:
            case = case_of(line, self._folder)
        except InputError as error:
            return str(error)
        self.scores.documents += 1
        try:
            self._answer(case)
        except DocqaError as error:
            return self._failed(case, str(error))
        except (Cancelled, BrokenPipeError):
            raise
        except Exception as error:  # the boundary of the batch: one document that breaks the model must not end it
            log.exception("%s could not be answered", case.id)
            return self._failed(case, f"{case.id} could not be answered ({type(error).__name__}: {error})")
        return ""

    def _answer(self, case: Case) -> None:
        document = self._document(case)
        begin = time.perf_counter()
        answers = self._engine.ask(document, [question.text for question in case.questions])
        seconds = (time.perf_counter() - begin) / max(1, len(answers))
        for question, answer in zip(case.questions, answers, strict=True):
            self._write(prediction(question, document, answer, seconds))
            self.scores.add(question, answer)

    def _document(self, case: Case) -> Document:
        if self._arguments.words == "given":
            return given_document(case)
        if case.file is None:
            raise InputError(f"{case.id} names no file to read")
        return self._read(case.file)

    def _read(self, file: Path) -> Document:
        """The document with the pages that could be read; InputError where there are none."""
        document = self._parts.read(file, self._parts.options(self._arguments), silent)
        pages = tuple(page for page in document.pages if not page.problem)
        if not pages:
            raise InputError(document.problem or f"{file.name} has no pages")
        return replace(document, pages=pages)

    def _failed(self, case: Case, problem: str) -> str:
        for question in case.questions:
            self._write(failed_prediction(question, problem))
        self.scores.add_failed(len(case.questions))
        return problem

    def _write(self, value: dict[str, object]) -> None:
        self._out.write(json.dumps(value, ensure_ascii=False) + "\n")
