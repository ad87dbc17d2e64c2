"""Words recognised by Tesseract on an upright page image."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytesseract
from PIL import Image

from docqa_app.core.document import Box, Word
from docqa_app.errors import InputError, MissingLanguage, MissingProgram, TooLarge

WORD_LEVEL = "5"


def recognise(image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
    """The words Tesseract finds in its page segmentation mode `mode`, boxes in fractions of the image."""
    config = f"--psm {mode} --oem 1"
    try:
        table = pytesseract.image_to_data(image, lang="+".join(languages), config=config, timeout=seconds)
    except pytesseract.TesseractNotFoundError:
        raise MissingProgram(
            "Tesseract, which reads scanned pages, is not installed. Install it and try again."
        ) from None
    except pytesseract.TesseractError as error:
        raise _named(error, languages) from error
    except RuntimeError:
        raise TooLarge(f"Recognising this page took more than {seconds:.0f} seconds, so it was left out.") from None
    return tuple(_words(table, image.size))


def _named(error: pytesseract.TesseractError, languages: tuple[str, ...]) -> InputError:
    text = str(error.message)
    if "Error opening data file" in text or "Failed loading language" in text:
        wanted = "+".join(languages)
        return MissingLanguage(
            f"Text recognition for {wanted!r} is not installed. Install it or choose another language."
        )
    return InputError(f"Tesseract could not read this page: {text.strip()[:200]}")


def _words(table: str, size: tuple[int, int]) -> Iterator[Word]:
    """Words of Tesseract's tab-separated table; pixels become fractions here."""
    width, height = size
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != WORD_LEVEL or not text:
            continue
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        box = Box(left / width, top / height, right / width, bottom / height)
        yield Word(text, box, max(0.0, float(row["conf"])) / 100)
