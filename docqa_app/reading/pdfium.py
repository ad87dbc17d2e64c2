"""The only door to PDFium, which is not thread-safe: one lock for the whole process."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from docqa_app.core.document import Box
from docqa_app.errors import Cancelled, InputError, PasswordNeeded
from docqa_app.reading.formats import unreadable

LOCK = threading.RLock()
WHOLE = Box(0.0, 0.0, 1.0, 1.0)
WITHOUT_TEXT = {
    raw.FPDF_ANNOT_UNKNOWN,
    raw.FPDF_ANNOT_LINK,
    raw.FPDF_ANNOT_POPUP,
    raw.FPDF_ANNOT_TEXT,
    raw.FPDF_ANNOT_HIGHLIGHT,
    raw.FPDF_ANNOT_UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_STRIKEOUT,
    raw.FPDF_ANNOT_INK,
}
"""Annotations that show no words of their own on the page; what readers type and stamp onto it does."""


class PdfFile:
    """An open PDF. Every method takes the lock; PasswordNeeded and InputError come from opening.

    `locked` says that it took the password to open it. `with_added` turns what is filled into form fields, typed or
    stamped onto a page into page text when a page is opened; without it they are drawn as they are on screen.
    """

    def __init__(self, path: Path, password: str | None = None, *, with_added: bool = False) -> None:
        self._name = path.name
        self._closed = False
        with LOCK:
            self._document, self.locked = _open(path, password)
            self._has_forms = self._document.get_formtype() != raw.FORMTYPE_NONE
            if self._has_forms:
                self._document.init_forms()
            self.count: int = len(self._document)
        self._flattens = with_added

    @contextmanager
    def page(self, number: int) -> Iterator[pdfium.PdfPage]:
        """The page with this number while the lock is held; InputError where it is damaged."""
        with LOCK:
            if self._closed:  # the reader was cancelled while this page waited
                raise Cancelled
            page = self._load(number)
            try:
                if not all(page.get_size()):
                    raise InputError(f"Page {number} of {self._name} shows nothing: its crop box lies off the paper.")
                yield page
            finally:
                page.close()

    def _load(self, number: int) -> pdfium.PdfPage:
        try:
            page = self._document[number - 1]
            if not (self._flattens and self._has_added_text(page)):
                return page
            _hide_what_is_not_on_screen(page)
            if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
                return page
            page.close()
            return self._document[number - 1]
        except pdfium.PdfiumError:
            raise self._damaged(number) from None

    def _has_added_text(self, page: pdfium.PdfPage) -> bool:
        """A scan without text of its own is recognised, and what was typed onto it with it."""
        return _shows_text(page) and (self._has_forms or _has_text(page))

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of the page as shown, in points; InputError where it is damaged."""
        try:
            with LOCK:
                width, height = self._document.get_page_size(number - 1)
        except pdfium.PdfiumError:
            raise self._damaged(number) from None
        return float(width), float(height)

    def _damaged(self, number: int) -> InputError:
        return InputError(f"Page {number} of {self._name} is damaged and cannot be opened. Scan or export it again.")

    def close(self) -> None:
        with LOCK:
            if not self._closed:
                self._closed = True
                self._document.close()


def _open(path: Path, password: str | None) -> tuple[pdfium.PdfDocument, bool]:
    """The document, and whether it took the password to open it."""
    try:
        return pdfium.PdfDocument(path), False
    except OSError as error:
        raise unreadable(path, error) from error
    except pdfium.PdfiumError as error:
        if error.err_code != raw.FPDF_ERR_PASSWORD:
            raise _damaged(path) from None
    if not password:
        raise PasswordNeeded(f"{path.name} is locked. Enter its password to read it.")
    try:
        return pdfium.PdfDocument(path, password=password), True
    except pdfium.PdfiumError:
        raise PasswordNeeded(f"This password does not open {path.name}. Check it and enter it again.") from None


def _shows_text(page: pdfium.PdfPage) -> bool:
    """Whether an annotation may show words."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        if kind not in WITHOUT_TEXT:
            return True
    return False


def _hide_what_is_not_on_screen(page: pdfium.PdfPage) -> None:
    """PDFium draws no annotation that is for print alone (ISO 32000-1, 12.5.3: NoView) and flattens it all the same."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        flags = raw.FPDFAnnot_GetFlags(annotation)
        if flags & raw.FPDF_ANNOT_FLAG_NOVIEW:
            raw.FPDFAnnot_SetFlags(annotation, flags | raw.FPDF_ANNOT_FLAG_HIDDEN)
        raw.FPDFPage_CloseAnnot(annotation)


def _has_text(page: pdfium.PdfPage) -> bool:
    text_page = page.get_textpage()
    try:
        return bool(text_page.count_chars())
    finally:
        text_page.close()


def _damaged(path: Path) -> InputError:
    return InputError(f"{path.name} is damaged: it begins like a PDF but cannot be opened. Fetch or export it again.")


def render(page: pdfium.PdfPage, width_pixels: int, clip: Box = WHOLE) -> Image.Image:
    """The part `clip` of the page as shown, in RGB, at the scale that makes the whole page `width_pixels` wide.

    The caller holds the lock: pages come from `PdfFile.page`.
    """
    width, height = page.get_size()
    whole = (width_pixels, max(1, round(width_pixels * height / width)))
    left, top, right, bottom = pixels_of(clip, whole)
    bitmap = pdfium.PdfBitmap.new_native(right - left, bottom - top, raw.FPDFBitmap_BGRx, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, right - left, bottom - top)
    place = (-left, -top, *whole, 0, raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER)
    raw.FPDF_RenderPageBitmap(bitmap, page, *place)
    if page.formenv:
        raw.FPDF_FFLDraw(page.formenv, bitmap, page, *place)
    image: Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return image


def pixels_of(clip: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the whole pixels under a box, at least one each way."""
    left, top = math.floor(clip.left * size[0]), math.floor(clip.top * size[1])
    right, bottom = math.ceil(clip.right * size[0] - 1e-9), math.ceil(clip.bottom * size[1] - 1e-9)
    return left, top, max(left + 1, right), max(top + 1, bottom)
