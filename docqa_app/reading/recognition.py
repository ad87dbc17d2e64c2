"""How a page image is prepared for Tesseract, and in which page mode it is read."""

from __future__ import annotations

from PIL import Image

from docqa_app.core.document import Word
from docqa_app.reading import ocr

ONE_BLOCK = 6
AUTOMATIC = 3
SMALL_SIDE = 1600  # a page image whose shorter side is below this was scanned coarsely: letters of some 15 pixels


def read_scan(image: Image.Image, languages: tuple[str, ...], seconds: float) -> tuple[Word, ...]:
    """Words of a scan or photo; small ones are enlarged twice, which Tesseract's network expects."""
    grey = image.convert("L")
    if min(grey.size) < SMALL_SIDE:
        grey = grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.LANCZOS)
    return ocr.recognise(grey, languages, ONE_BLOCK, seconds)


def read_drawn(image: Image.Image, languages: tuple[str, ...], seconds: float) -> tuple[Word, ...]:
    """Words of a PDF page drawn at 300 dpi."""
    return ocr.recognise(image.convert("L"), languages, AUTOMATIC, seconds)
