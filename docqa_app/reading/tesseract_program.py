"""The installed Tesseract, run through pytesseract as a child process."""

from __future__ import annotations

from functools import cache

import pytesseract
from PIL import Image

from docqa_app.core.document import Word
from docqa_app.errors import InputError
from docqa_app.reading.words_table import words_of

NEURAL = "--oem 1"
LEAST_ORIENTATION_CONFIDENCE = 2.0


class TesseractProgram:
    """Tesseract as it is installed on the computer; a page that brings it down brings down only the child."""

    name = "Tesseract"

    def languages(self) -> tuple[str, ...]:
        return installed_languages()

    def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
        config = f"--psm {mode} {NEURAL}"
        try:
            table = pytesseract.image_to_data(
                _uncompressed(image), lang="+".join(languages), config=config, timeout=seconds
            )
        except pytesseract.TesseractError as error:
            raise InputError(f"Tesseract could not read this page: {_first_line(error)}") from error
        except RuntimeError as error:  # what pytesseract raises when the time is over
            raise TimeoutError(str(error)) from error
        return tuple(words_of(table, image.width, image.height))

    def turn(self, image: Image.Image, seconds: float) -> int:
        try:
            found = pytesseract.image_to_osd(_uncompressed(image), output_type="dict", timeout=seconds)
        except pytesseract.TesseractError:  # too few letters to tell
            return 0
        except RuntimeError as error:
            raise TimeoutError(str(error)) from error
        sure = float(found["orientation_conf"]) >= LEAST_ORIENTATION_CONFIDENCE
        return int(found["rotate"]) if sure else 0


@cache
def installed_languages() -> tuple[str, ...]:
    """The language packs Tesseract finds; () where the program is not installed. Asked once."""
    try:
        return tuple(pytesseract.get_languages())
    except pytesseract.TesseractNotFoundError:
        return ()


@cache
def version() -> str:
    """Tesseract's version, "" where it is not installed."""
    try:
        return str(pytesseract.get_tesseract_version())
    except (pytesseract.TesseractNotFoundError, SystemExit):  # pytesseract exits on a version it cannot parse
        return ""


def _uncompressed(image: Image.Image) -> Image.Image:
    """Handed over as plain TIFF: pytesseract's PNG takes half a second to pack, and Tesseract reads a PPM byte by byte.

    What the file said of itself stays behind, or a fax would be packed as one again.
    """
    copy = image.copy()
    copy.info.clear()
    copy.format = "TIFF"
    return copy


def _first_line(error: pytesseract.TesseractError) -> str:
    lines = str(error.message).strip().splitlines()
    return lines[0][:200] if lines else f"it ended with code {error.status}"
