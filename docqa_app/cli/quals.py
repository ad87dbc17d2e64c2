"""docqa quals: given summaries of given documents, each scored by QUALS, a line at once."""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path

from docqa_app.cli.json_lines import in_its_form, lines_of
from docqa_app.cli.output import check_apart, named, writing
from docqa_app.cli.parts import Parts
from docqa_app.cli.progress import Progress
from docqa_app.cli.summarize import pair_value, rounded
from docqa_app.core.ports import PairModel
from docqa_app.errors import InputError, PartlyFailed
from docqa_app.summarizing.check import Effort, ask_text
from docqa_app.summarizing.passages import text_pages
from docqa_app.summarizing.quals import Variant


@dataclass(frozen=True, slots=True)
class Given:
    """A line of the file: a document and a summary of it, as plain text."""

    id: str
    document: str
    summary: str


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Scores every line into the output; PartlyFailed at the end where lines make no sense."""
    check_apart(arguments.out, arguments.pairs)
    lines = _lines(arguments.pairs)
    model = parts.pairs(arguments).pairs
    effort, variant = Effort(beams=arguments.beams), Variant(arguments.variant)
    problems = []
    with writing(arguments.out) as out, Progress("Scoring", lines=True) as report:
        for number, line in enumerate(lines, start=1):
            try:
                value = _scored(model, given_of(line), effort, variant)
            except InputError as error:
                problems.append(f"line {number}: {error}.")
            else:
                out.write(json.dumps(value, ensure_ascii=False) + "\n")
            report(number, len(lines))
    if problems:
        raise PartlyFailed(f"{len(problems)} of {len(lines)} lines failed: {named(problems)}")


def _scored(model: PairModel, given: Given, effort: Effort, variant: Variant) -> dict[str, object]:
    begin = time.perf_counter()
    asked = ask_text(model, text_pages(given.document), given.summary, effort, variant=variant)
    return {
        "id": given.id,
        "quals": rounded(asked.quals),
        "pairs": [pair_value(pair) for pair in asked.pairs],
        "seconds": round(time.perf_counter() - begin, 4),
    }


def given_of(line: str) -> Given:
    """The line's values; InputError where one is missing or empty."""
    with in_its_form():
        record = json.loads(line)
        given = Given(str(record["id"]), str(record["document"]), str(record["summary"]))
        f"{given.document}{given.summary}".encode()  # no model takes halves of characters
    if not given.document.strip() or not given.summary.strip():
        raise InputError(f"the document or the summary of {given.id} is empty")
    return given


def _lines(path: Path) -> list[str]:
    lines = list(lines_of(path))
    if not lines:
        raise InputError(f"{path} holds no lines.")
    return lines
