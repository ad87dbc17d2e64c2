"""docqa ask: questions about one document, answered as text or JSON, drawn on the page, written as a table."""

from __future__ import annotations

import argparse
import time

from docqa_app.cli.opening import Opened, check_file, open_file, tell_failed_pages
from docqa_app.cli.output import check_ending, flush, one_line, percent, print_json, say, tell_guarded
from docqa_app.cli.parts import Parts
from docqa_app.cli.pictures import MARKED, write_marked
from docqa_app.cli.progress import Progress
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document
from docqa_app.core.ports import Engine
from docqa_app.exporting.csv_file import Preset, write_csv
from docqa_app.exporting.json_file import answer_value
from docqa_app.exporting.rows import Answered, rows


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Answers, prints and exports; PartlyFailed at the end where pages could not be read."""
    check_file(arguments)
    check_ending(arguments.mark, MARKED)
    check_ending(arguments.csv, (".csv",))
    engine = parts.answering(arguments)
    opened = open_file(arguments, parts)
    begin = time.perf_counter()
    answers = _ask(engine, opened, arguments.question)
    seconds = time.perf_counter() - begin
    if arguments.json:
        print_json(_value(opened, engine, answers, seconds))
    else:
        _print(answers)
    flush()
    _export(arguments, opened, answers)
    tell_failed_pages(opened.document)


def _ask(engine: Engine, opened: Opened, questions: list[str]) -> tuple[Answer, ...]:
    with Progress("Answering") as report:
        pages = tuple(page.number for page in opened.pages)
        return engine.ask(opened.document, questions, pages=pages, report=report)


def _value(opened: Opened, engine: Engine, answers: tuple[Answer, ...], seconds: float) -> dict[str, object]:
    document: Document = opened.document
    return {
        "file": document.path,
        "model": engine.model,
        "pages": document.total_pages,
        "answers": [answer_value(document, answer) for answer in answers],
        "seconds": {"read": round(opened.seconds, 3), "answer": round(seconds, 3)},
    }


def _print(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        say(one_line(answer.question))
        say(f"  {_said(answer)}")


def _said(answer: Answer) -> str:
    if answer.found:
        return f"{one_line(answer.text)}  (page {answer.page}, {percent(answer.confidence)} sure)"
    if not answer.alternatives:
        return "not found"
    closest = answer.alternatives[0]
    sure = percent(closest.confidence)
    return f"not found; the closest text is {one_line(closest.text)!r}  (page {closest.page}, {sure} sure)"


def _export(arguments: argparse.Namespace, opened: Opened, answers: tuple[Answer, ...]) -> None:
    if arguments.csv:
        table = rows([Answered(opened.document, answers)])
        tell_guarded(write_csv(arguments.csv, table, Preset(arguments.csv_preset)))
    if arguments.mark:
        write_marked(arguments.mark, opened, answers)
