"""The installed Tesseract, run through pytesseract as a child process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytesseract
from PIL import Image

from docqa_app.core.document import Word
from docqa_app.errors import InputError
from docqa_app.reading.words_table import pages_of, words_of

NEURAL = "--oem 1"
ONE_LINE = 7  # page segmentation mode
LEAST_ORIENTATION_CONFIDENCE = 2.0


class TesseractProgram:
    """Tesseract as it is installed on the computer; a page that brings it down brings down only the child."""

    name = "Tesseract"

    def languages(self) -> tuple[str, ...]:
        return installed_languages()

    def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
        return tuple(words_of(_table(_uncompressed(image), languages, mode, seconds), image.width, image.height))

    def lines(
        self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
    ) -> tuple[tuple[Word, ...], ...]:
        """One call for all: starting Tesseract and loading its languages takes longer than reading twenty lines."""
        with TemporaryDirectory(prefix="docqa-") as folder:
            file = Path(folder, "lines.tif")
            images[0].save(file, save_all=True, append_images=images[1:])
            table = _table(str(file), languages, ONE_LINE, seconds)
        return pages_of(table, [image.size for image in images])

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


def _table(image: Image.Image | str, languages: tuple[str, ...], mode: int, seconds: float) -> str:
    """Tesseract's table for an image or a file of images; TimeoutError beyond the seconds."""
    config = f"--psm {mode} {NEURAL}"
    try:
        return str(pytesseract.image_to_data(image, lang="+".join(languages), config=config, timeout=seconds))
    except pytesseract.TesseractError as error:
        raise InputError(f"Tesseract could not read this page: {_first_line(error)}") from error
    except RuntimeError as error:  # what pytesseract raises when the time is over
        raise TimeoutError(str(error)) from error


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
