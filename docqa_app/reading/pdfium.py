"""The only door to PDFium, which is not thread-safe: one lock for the whole process."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from docqa_app.errors import InputError, PasswordNeeded

LOCK = threading.RLock()


class PdfFile:
    """An open PDF. Every method takes the lock; PasswordNeeded and InputError come from opening."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        self.name = path.name
        with LOCK:
            self._document, self.locked = _open(path, password)
            if self._document.get_formtype() != raw.FORMTYPE_NONE:
                self._document.init_forms()
            self.count: int = len(self._document)

    @contextmanager
    def page(self, number: int) -> Iterator[pdfium.PdfPage]:
        """The page with this number while the lock is held; InputError where it is damaged."""
        with LOCK:
            page = self._load(number)
            try:
                yield page
            finally:
                page.close()

    def _load(self, number: int) -> pdfium.PdfPage:
        try:
            return self._document[number - 1]
        except pdfium.PdfiumError:
            raise InputError(f"Page {number} of {self.name} is damaged and cannot be opened.") from None

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of the page as shown, in points."""
        with LOCK:
            width, height = self._document.get_page_size(number - 1)
        return float(width), float(height)

    def close(self) -> None:
        with LOCK:
            self._document.close()


def _open(path: Path, password: str | None) -> tuple[pdfium.PdfDocument, bool]:
    """The document, and whether it took the password to open it."""
    try:
        return pdfium.PdfDocument(path), False
    except pdfium.PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise _damaged(path) from None
    if not password:
        raise PasswordNeeded(f"{path.name} is locked. Enter its password to read it.")
    try:
        return pdfium.PdfDocument(path, password=password), True
    except pdfium.PdfiumError:
        raise PasswordNeeded(f"This password does not open {path.name}. Check it and enter it again.") from None


def _damaged(path: Path) -> InputError:
    return InputError(f"{path.name} is damaged: it begins like a PDF but cannot be opened. Fetch or export it again.")


def render(page: pdfium.PdfPage, scale: float, crop: tuple[float, float, float, float] = (0, 0, 0, 0)) -> Image.Image:
    """The page as shown, in RGB, `scale` pixels a point; `crop` is cut off left, bottom, right, top, in points.

    The caller holds the lock: pages come from `PdfFile.page`.
    """
    bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
    image: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return image
