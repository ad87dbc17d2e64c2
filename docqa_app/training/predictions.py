"""What `docqa eval --out` wrote, and the questions it was asked, by id: for what is told about single answers."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from docqa_app.cli.json_lines import lines_of
from docqa_app.cli.questions import Case, Question, case_of

T = TypeVar("T")


def cases(path: Path, limit: int | None = None) -> list[Case]:
    """The documents of a file of questions; InputError where a line has another form."""
    return [case_of(line, path.parent) for line in lines_of(path, limit)]


def questions(path: Path, among: Sequence[Case]) -> dict[str, Question]:
    """The questions of these documents of `path` by id; ends the program where two have one."""
    return _by_id(path, ((question.id, question) for case in among for question in case.questions))


def predictions(path: Path) -> dict[str, dict[str, Any]]:
    """What was answered, by a question's id; ends the program where one stands twice."""
    records = map(json.loads, lines_of(path))
    return _by_id(path, ((record["id"], record) for record in records))


def answered(prediction: dict[str, Any]) -> str | None:
    """The answer, "" for "not found", None where the question could not be asked."""
    if "problem" in prediction:
        return None
    return prediction["answer"] if prediction["found"] else ""


def _by_id(path: Path, named: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, value in named:
        if name in found:
            sys.exit(f"{path}: the id {name!r} stands twice, so nobody can tell which answer is whose.")
        found[name] = value
    return found
