"""docqa read: the words of a document, and where they come from."""

from __future__ import annotations

import argparse
from typing import Any

from docqa_app.cli.opening import Opened, check_file, open_file, tell_failed_pages
from docqa_app.cli.output import one_line, print_json, say
from docqa_app.cli.parts import Parts
from docqa_app.core.document import Page
from docqa_app.core.layout import text_lines
from docqa_app.exporting.json_file import box_values


def run(arguments: argparse.Namespace, parts: Parts) -> None:
    """Reads and prints; PartlyFailed at the end where pages could not be read."""
    check_file(arguments)
    opened = open_file(arguments, parts)
    if arguments.json:
        print_json(_value(opened))
    else:
        for page in opened.pages:
            _print(page)
    tell_failed_pages(opened.document)


def _value(opened: Opened) -> dict[str, Any]:
    document = opened.document
    return {
        "file": document.path,
        "sha256": document.sha256,
        "total_pages": document.total_pages,
        "pages": [{**page_value(page), "words": _words(page)} for page in document.pages],
        "seconds": {"read": round(opened.seconds, 3)},
    }


def page_value(page: Page) -> dict[str, Any]:
    """What is known of a page beside its words; width and height in points."""
    return {
        "page": page.number,
        "width": round(page.width, 2),
        "height": round(page.height, 2),
        "source": page.source.value,
        "reason": page.reason,
        "problem": page.problem,
    }


def _words(page: Page) -> list[dict[str, Any]]:
    boxes = box_values(word.box for word in page.words)
    return [
        {"text": word.text, "box": box, "confidence": round(word.confidence, 3)}
        for word, box in zip(page.words, boxes, strict=True)
    ]


def _print(page: Page) -> None:
    say(f"Page {page.number}: {len(page.words)} words, {page.source.value} ({page.reason})")
    for line in text_lines(page.words, page.turn):
        say("  " + one_line(page.text_of(line.words)))
