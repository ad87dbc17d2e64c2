"""Marked pages and marked copies, drawn from the file itself."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from docqa_app.cli.opening import Opened
from docqa_app.core.answer import Answer
from docqa_app.exporting.marked_page import check_fits, heights_of, mark_page, write_png
from docqa_app.exporting.marked_pdf import write_marked_pdf
from docqa_app.exporting.marks import marked_pages, marks_of
from docqa_app.exporting.place import not_replaced
from docqa_app.reading.render import PageRenderer

WIDTH_PIXELS = 1600
MARKED = (".png", ".pdf")


def write_marked(path: Path, opened: Opened, answers: Sequence[Answer]) -> None:
    """Draws the evidence: a highlighted copy where `path` ends in .pdf, else a PNG of the pages that answer.

    Without any evidence the PNG shows the first page as it is.
    """
    if path.suffix.lower() == ".pdf":
        _write_pdf(path, opened, answers)
    else:
        _write_png(path, opened, answers)


def _write_png(path: Path, opened: Opened, answers: Sequence[Answer]) -> None:
    not_replaced(opened.document)
    marks = marks_of(opened.document, answers)
    pages = [opened.document.page(number) for number in marked_pages(marks)] or [opened.pages[0]]
    check_fits(path, heights_of(pages, WIDTH_PIXELS))
    with closing(PageRenderer(opened.document.path, opened.password)) as renderer:
        drawn = [mark_page(renderer.render(page.number, WIDTH_PIXELS), page, marks) for page in pages]
    write_png(path, drawn, Path(opened.document.path))


def _write_pdf(path: Path, opened: Opened, answers: Sequence[Answer]) -> None:
    with closing(PageRenderer(opened.document.path, opened.password)) as renderer:
        write_marked_pdf(path, opened.document, answers, renderer.render, opened.password)
