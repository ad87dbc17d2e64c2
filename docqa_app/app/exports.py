"""The forms in which answers leave the window, written by the rooms that know them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from docqa_app.ui.parts import ExportForm, Finished

translate = QCoreApplication.translate
MARKED_WIDTH = 1600
"""Pixels across a marked page."""


def export_forms() -> tuple[ExportForm, ...]:
    """In the order of the menu."""
    return (
        ExportForm(translate("Exports", "CSV for Excel (this computer's region)"), ".csv", partial(_csv, "excel")),
        ExportForm(translate("Exports", "Plain CSV (RFC 4180, UTF-8)"), ".csv", partial(_csv, "plain")),
        ExportForm(translate("Exports", "JSON"), ".json", _json),
        ExportForm(translate("Exports", "PDF with the evidence marked"), ".pdf", _marked_pdf, many=False),
        ExportForm(translate("Exports", "Picture of the marked pages"), ".png", _marked_picture, many=False),
    )


def _csv(preset: str, path: Path, finished: Sequence[Finished]) -> str:
    from docqa_app.exporting.csv_file import Preset, write_csv
    from docqa_app.exporting.rows import Answered, rows

    guarded = write_csv(path, rows(Answered(one.document, one.answers) for one in finished), Preset(preset))
    if not guarded:
        return ""
    remark = translate("Exports", "Cells that start like a formula were written as text: {count}.")
    return remark.format(count=len(guarded))


def _json(path: Path, finished: Sequence[Finished]) -> str:
    from docqa_app.exporting.json_file import write_json
    from docqa_app.exporting.rows import Answered

    write_json(path, [Answered(one.document, one.answers) for one in finished])
    return ""


def _marked_pdf(path: Path, finished: Sequence[Finished]) -> str:
    from docqa_app.exporting.marked_pdf import write_marked_pdf
    from docqa_app.reading.render import PageRenderer

    one = finished[0]
    with closing(PageRenderer(one.document.path, one.password)) as renderer:
        write_marked_pdf(path, one.document, one.answers, renderer.render, one.password)
    return ""


def _marked_picture(path: Path, finished: Sequence[Finished]) -> str:
    from docqa_app.exporting.marked_page import check_fits, heights_of, mark_page, write_png
    from docqa_app.exporting.marks import marked_pages, marks_of
    from docqa_app.exporting.place import not_replaced
    from docqa_app.reading.render import PageRenderer

    document = finished[0].document
    not_replaced(document)
    marks = marks_of(document, finished[0].answers)
    pages = [document.page(number) for number in marked_pages(marks) or (1,)]
    check_fits(path, heights_of(pages, MARKED_WIDTH))
    with closing(PageRenderer(document.path, finished[0].password)) as renderer:
        drawn = [mark_page(renderer.render(page.number, MARKED_WIDTH), page, marks) for page in pages]
    write_png(path, drawn, Path(document.path))
    return ""
