"""docqa inspect: each word with its text line and grid cell, by geometry and as the model sees them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from docqa_app.cli.opening import Opened, check_file, open_file, tell_failed_pages
from docqa_app.cli.output import check_ending, one_line, percent, print_json, say
from docqa_app.cli.parts import Parts
from docqa_app.cli.pictures import WIDTH_PIXELS
from docqa_app.cli.progress import Progress
from docqa_app.cli.read import page_value
from docqa_app.core.layout import assign
from docqa_app.core.ports import Engine
from docqa_app.errors import ExportError
from docqa_app.exporting.inspected_page import Inspected, draw_inspected
from docqa_app.exporting.json_file import box_values
from docqa_app.exporting.marked_page import HIGHEST_PNG, heights_of, stack_height, write_png
from docqa_app.reading.render import PageRenderer


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Inspects the pages and prints or draws them; PartlyFailed at the end where pages could not be read."""
    check_file(arguments)
    check_ending(arguments.mark, (".png",))
    engine = parts.engine(arguments)
    opened = open_file(arguments, parts)
    if arguments.mark:
        _check_fits(arguments.mark, opened)
    inspected = _inspect(opened, engine)
    if arguments.json:
        print_json(_value(opened, engine, inspected))
    elif arguments.mark:
        with closing(PageRenderer(opened.document.path, opened.password)) as renderer:
            write_png(
                arguments.mark,
                [draw_inspected(renderer.render(one.page.number, WIDTH_PIXELS), one) for one in inspected],
                arguments.file,
            )
    else:
        for one in inspected:
            _print(one)
    tell_failed_pages(opened.document)


def _check_fits(path: Path, opened: Opened) -> None:
    """ExportError where the picture would be too high: told before the pages are inspected and drawn."""
    if stack_height(heights_of(opened.pages, WIDTH_PIXELS)) > HIGHEST_PNG:
        many = f"{path.name} would show {len(opened.pages)} pages, too many for one picture."
        raise ExportError(f"{many} Choose one with --page.")


def _inspect(opened: Opened, engine: Engine) -> list[Inspected]:
    pages, inspected = opened.pages, []
    with Progress("Inspecting") as report:
        for done, page in enumerate(pages):
            report(done, len(pages))
            inspected.append(Inspected(page, assign(page), engine.inspect(page)))
    return inspected


def _value(opened: Opened, engine: Engine, inspected: Sequence[Inspected]) -> dict[str, Any]:
    return {
        "file": opened.document.path,
        "model": engine.model,
        "pages": [
            {
                **page_value(one.page),
                "agreement": {
                    "line": round(one.geometry.line_agreement(one.model), 4),
                    "cell": round(one.geometry.cell_agreement(one.model), 4),
                },
                "words": [_word_value(one, index) for index in range(len(one.page.words))],
            }
            for one in inspected
        ],
    }


def _word_value(one: Inspected, index: int) -> dict[str, Any]:
    word = one.page.words[index]
    return {
        "text": word.text,
        "box": box_values([word.box])[0],
        "confidence": round(word.confidence, 3),
        "line": {"geometry": one.geometry.lines[index], "model": one.model.lines[index]},
        "cell": {"geometry": one.geometry.cells[index], "model": one.model.cells[index]},
    }


def _print(one: Inspected) -> None:
    lines, cells = one.geometry.line_agreement(one.model), one.geometry.cell_agreement(one.model)
    agree = f"the model agrees on {percent(lines)} of lines, {percent(cells)} of cells"
    say(f"Page {one.page.number}: {len(one.page.words)} words, {one.page.source.value}; {agree}")
    say("line\tmodel\tcell\tmodel\tsure\tleft\ttop\tright\tbottom\tword")
    for index in range(len(one.page.words)):
        value = _word_value(one, index)
        box = "\t".join(f"{edge:.4f}" for edge in value["box"])
        line, cell = value["line"], value["cell"]
        numbers = f"{line['geometry']}\t{line['model']}\t{cell['geometry']}\t{cell['model']}"
        say(f"{numbers}\t{percent(value['confidence'])}\t{box}\t{one_line(value['text'])}")
