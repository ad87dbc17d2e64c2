"""A copy of the document as a PDF in which the evidence is highlighted; the document itself is only read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pikepdf
from PIL import Image

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page
from docqa_app.errors import ExportError
from docqa_app.exporting.highlights import add_highlight, place_of
from docqa_app.exporting.marks import Mark, marks_of
from docqa_app.exporting.place import not_itself, not_replaced, put
from docqa_app.passwords import unlocked

PDF_SIGNATURE = b"%PDF-"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"II+\0", b"MM\0*", b"MM\0+", b"RIFF")
"""How a picture begins; one may speak of a PDF in its comment."""

HEAD_BYTES = 1024
SCAN_PIXELS = 2400
"""Width of an image document's page in the copy: 290 dpi on A4."""

JPEG_QUALITY = 90
POINTS_AN_INCH = 72

PLACE = re.compile(r"^stream <[^>]*>( \([^)]*\))?: ")
"""Where pikepdf met the trouble, in its own terms."""

Draw = Callable[[int, int], Image.Image]
"""draw(page number, width in pixels): the page as it is shown."""


def write_marked_pdf(
    path: Path, document: Document, answers: Sequence[Answer], draw: Draw, password: str | None = None
) -> None:
    """Writes the copy to `path`, each answer's evidence one highlight a page with the question and answer as its note.

    An image document becomes a PDF of the pages that were read, drawn by `draw`. A locked PDF stays locked with the
    same password. ExportError where the copy cannot be made or would replace the document itself.
    """
    source = Path(document.path)
    not_itself(path, source)
    not_replaced(document)
    marks = marks_of(document, answers)
    try:
        pdf, numbers = _opened(source, document, draw, password)
        with pdf:
            _mark(pdf, dict(zip(numbers, pdf.pages, strict=True)), marks)
            put(path, lambda stream: pdf.save(stream, encryption=pdf.is_encrypted))
    except pikepdf.PdfError as error:
        why = PLACE.sub("", str(error))
        raise ExportError(f"{source.name} cannot be copied: {why}. Save the marked page as PNG instead.") from error


def _opened(source: Path, document: Document, draw: Draw, password: str | None) -> tuple[pikepdf.Pdf, Sequence[int]]:
    """The copy as it is before the marks, and which pages of the document it holds, in its order."""
    if _is_pdf(source):
        data = source.read_bytes()  # pikepdf takes only names that are UTF-8
        pdf = unlocked(lambda one: pikepdf.open(io.BytesIO(data), password=one), password, pikepdf.PasswordError)
        return pdf, range(1, len(pdf.pages) + 1)
    read = [page for page in document.pages if not page.problem]
    return pikepdf.open(io.BytesIO(_as_pdf(read, draw))), [page.number for page in read]


def _is_pdf(source: Path) -> bool:
    with source.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return PDF_SIGNATURE in head and not head.startswith(PICTURES)


def _as_pdf(pages: Sequence[Page], draw: Draw) -> bytes:
    """A PDF with one page an image page, each of its own size."""
    with pikepdf.new() as pdf:
        for page in pages:
            with pikepdf.open(io.BytesIO(_one_page(page, draw(page.number, SCAN_PIXELS)))) as one:
                pdf.pages.append(one.pages[0])
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def _one_page(page: Page, image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    dpi = image.width * POINTS_AN_INCH / page.width
    image.convert("RGB").save(buffer, "PDF", resolution=dpi, quality=JPEG_QUALITY)
    return buffer.getvalue()


def _mark(pdf: pikepdf.Pdf, pages: Mapping[int, pikepdf.Page], marks: Sequence[Mark]) -> None:
    for mark in marks:
        page = pages[mark.page]
        add_highlight(pdf, page, mark, place_of(page))
