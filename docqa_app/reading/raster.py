"""A PDF page as pixels for recognition, drawn by poppler in a process of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from pdf2image import convert_from_path
from pdf2image.exceptions import PDFPageCountError, PDFPopplerTimeoutError, PDFSyntaxError
from PIL import Image

from docqa_app.errors import InputError, TooLarge
from docqa_app.reading import pdfium
from docqa_app.reading.options import Limits

DPI = 300
MOST_PIXELS = 16_000_000  # A4 at 300 dpi is 8.7; a plan or a poster is drawn coarser
POINTS_AN_INCH = 72
PROGRAMS = ("pdftoppm", "pdfinfo")


def raster(path: Path, file: pdfium.PdfFile, number: int, limits: Limits) -> Image.Image:
    """The page as shown, in RGB, at 300 dpi or what the pixel cap allows."""
    size = file.size(number)
    dpi = resolution(*size, limits)
    if not by_poppler(file):
        with file.page(number) as page:
            return pdfium.render(page, max(1, round(size[0] * dpi / POINTS_AN_INCH)))
    return _by_poppler(path, number, dpi, limits.seconds)


def by_poppler(file: pdfium.PdfFile) -> bool:
    """Whether poppler draws this file's pages; else PDFium does, in this process.

    A password on a command line can be read by every program of the computer, so PDFium draws locked files.
    """
    return not file.locked and all(map(shutil.which, PROGRAMS))


def resolution(width: float, height: float, limits: Limits) -> int:
    """Pixels an inch at which a page of this size in points is drawn."""
    most = min(MOST_PIXELS, limits.pixels)
    return max(1, min(DPI, int(POINTS_AN_INCH * (most / (width * height)) ** 0.5)))


def _by_poppler(path: Path, number: int, dpi: int, seconds: float) -> Image.Image:
    # By resolution and not by size: poppler takes the sides of a size for those before the page was turned.
    try:
        images = convert_from_path(
            path, dpi, first_page=number, last_page=number, use_cropbox=True, timeout=max(1, int(seconds))
        )
    except PDFPopplerTimeoutError:
        raise TooLarge(f"Page {number} took more than {seconds:.0f} seconds to draw, so it was left out.") from None
    except (PDFPageCountError, PDFSyntaxError, OSError) as error:
        raise InputError(f"Page {number} of {path.name} could not be drawn: {error}.") from error
    if not images:
        raise InputError(f"Page {number} of {path.name} is damaged and could not be drawn.")
    return images[0].convert("RGB")
