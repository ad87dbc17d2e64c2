"""The words a PDF page carries in itself."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from docqa_app.core.document import Box, Word

DEVICE = 1_000_000  # PDFium maps to whole pixels: a big device keeps six digits
SOFT_HYPHENS = {0x02, 0xFFFE, 0xAD}


@dataclass(frozen=True, slots=True)
class Mapping:
    """From PDF points to fractions of the page as shown: rotation and crop box are in it."""

    x: tuple[float, float, float]
    y: tuple[float, float, float]

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.x[0] * x + self.x[1] * y + self.x[2], self.y[0] * x + self.y[1] * y + self.y[2]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        x1, y1 = self.point(left, bottom)
        x2, y2 = self.point(right, top)
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def mapping(page: pdfium.PdfPage) -> Mapping:
    """How this page's points stand on the page as shown."""
    width, height = page.get_size()
    span = max(width, height)
    zero, right, up = (_to_device(page, x, y) for x, y in ((0.0, 0.0), (span, 0.0), (0.0, span)))
    rows = [((right[k] - zero[k]) / span, (up[k] - zero[k]) / span, zero[k]) for k in (0, 1)]
    return Mapping(rows[0], rows[1])


def _to_device(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, DEVICE, DEVICE, 0, x, y, across, down)
    return across.value / DEVICE, down.value / DEVICE


def words(page: pdfium.PdfPage) -> tuple[Word, ...]:
    """The words of the text layer in the order they are drawn; boxes may lie outside the page.

    The caller holds PDFium's lock.
    """
    text_page = page.get_textpage()
    try:
        place = mapping(page)
        return tuple(_word(text_page, place, run) for run in _runs(text_page))
    finally:
        text_page.close()


def _runs(text_page: pdfium.PdfTextPage) -> Iterator[list[tuple[int, str]]]:
    """Characters between spaces, each with its index on the page."""
    run: list[tuple[int, str]] = []
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        letter = "-" if code in SOFT_HYPHENS else chr(code)
        if letter.isspace() or code == 0:
            if run:
                yield run
            run = []
        else:
            run.append((index, letter))
    if run:
        yield run


def _word(text_page: pdfium.PdfTextPage, place: Mapping, run: list[tuple[int, str]]) -> Word:
    boxes = [_char_box(text_page, index) for index, _ in run]
    frame = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    return Word("".join(letter for _, letter in run), place.box(*frame))


def _char_box(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top in points, with the font's full height."""
    rect = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, rect)
    return rect.left, rect.bottom, rect.right, rect.top
