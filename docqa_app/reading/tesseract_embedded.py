"""The Tesseract inside the tesserocr package, for computers without the program; the package is optional."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from docqa_app.core.document import Word
from docqa_app.errors import InputError
from docqa_app.reading.words_table import words_of

NEURAL = 1
ORIENTATION_ONLY = 0
LEAST_ORIENTATION_CONFIDENCE = 2.0
USUAL_FOLDERS = {
    "win32": ("C:/Program Files/Tesseract-OCR/tessdata",),
    "darwin": ("/opt/homebrew/share/tessdata", "/usr/local/share/tessdata"),
}.get(
    sys.platform,
    ("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata"),
)


class EmbeddedTesseract:
    """Tesseract in this process: it needs language files but no program. It cannot be ended before its time."""

    name = "the built-in Tesseract"

    def languages(self) -> tuple[str, ...]:
        return _languages()

    def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
        with _tesserocr().PyTessBaseAPI(path=str(data_folder()), lang="+".join(languages), psm=mode, oem=NEURAL) as api:
            api.SetImage(image)
            if not api.Recognize(int(seconds * 1000)):
                raise TimeoutError
            return tuple(words_of(api.GetTSVText(0), image.width, image.height))

    def turn(self, image: Image.Image, seconds: float) -> int:
        with _tesserocr().PyTessBaseAPI(path=str(data_folder()), lang="osd", psm=ORIENTATION_ONLY) as api:
            api.SetImage(image)
            found = api.DetectOrientationScript()
        if not found or found["orient_conf"] < LEAST_ORIENTATION_CONFIDENCE:
            return 0
        return (360 - int(found["orient_deg"])) % 360


@cache
def data_folder() -> Path | None:
    """The folder with the language files: TESSDATA_PREFIX, or where Tesseract's packages put them."""
    places = [os.environ.get("TESSDATA_PREFIX", ""), *USUAL_FOLDERS]
    return next((Path(place) for place in places if place and any(Path(place).glob("*.traineddata"))), None)


@cache
def _languages() -> tuple[str, ...]:
    folder = data_folder()
    if folder is None or importlib.util.find_spec("tesserocr") is None:
        return ()
    return tuple(sorted(file.stem for file in folder.glob("*.traineddata")))


def _tesserocr() -> Any:
    try:
        return importlib.import_module("tesserocr")
    except ImportError as error:
        raise InputError("The built-in Tesseract cannot be loaded. Install Tesseract to read scans.") from error
