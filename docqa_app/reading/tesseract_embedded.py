"""The Tesseract inside the tesserocr package, for computers without the program; the package is optional."""

from __future__ import annotations

import importlib
import importlib.util
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from docqa_app.core.document import Word
from docqa_app.errors import InputError
from docqa_app.reading.language_files import LanguageFiles, languages_in, system_folder
from docqa_app.reading.words_table import words_of

NEURAL = 1
ORIENTATION_ONLY = 0
ONE_LINE = 7
LEAST_ORIENTATION_CONFIDENCE = 2.0


class EmbeddedTesseract:
    """Tesseract in this process: it needs language files but no program. It cannot be ended before its time.

    Without `files` it reads the languages that the system has.
    """

    name = "the built-in Tesseract"

    def __init__(self, files: LanguageFiles | None = None) -> None:
        self._files = files

    def languages(self) -> tuple[str, ...]:
        if importlib.util.find_spec("tesserocr") is None:
            return ()
        folder = self._folder()
        return languages_in(folder) if folder else ()

    def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
        with self._tesseract("+".join(languages), mode) as api:
            return _read(api, image, seconds)

    def lines(
        self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
    ) -> tuple[tuple[Word, ...], ...]:
        deadline = time.monotonic() + seconds
        with self._tesseract("+".join(languages), ONE_LINE) as api:
            return tuple(_read(api, image, deadline - time.monotonic()) for image in images)

    def turn(self, image: Image.Image, seconds: float) -> int:
        with self._tesseract("osd", ORIENTATION_ONLY) as api:
            api.SetImage(image)
            found = api.DetectOrientationScript()
        if not found or found["orient_conf"] < LEAST_ORIENTATION_CONFIDENCE:
            return 0
        return (360 - int(found["orient_deg"])) % 360

    def _folder(self) -> Path | None:
        return self._files.folder() if self._files else system_folder()

    def _tesseract(self, languages: str, mode: int) -> Any:
        return _tesserocr().PyTessBaseAPI(path=str(self._folder()), lang=languages, psm=mode, oem=NEURAL)


def _read(api: Any, image: Image.Image, seconds: float) -> tuple[Word, ...]:
    """What Tesseract reads in one image; TimeoutError beyond the seconds."""
    api.SetImage(image)
    if seconds <= 0 or not api.Recognize(int(seconds * 1000)):
        raise TimeoutError
    return tuple(words_of(api.GetTSVText(0), image.width, image.height))


def _tesserocr() -> Any:
    try:
        return importlib.import_module("tesserocr")
    except ImportError as error:
        raise InputError("The built-in Tesseract cannot be loaded. Install Tesseract to read scans.") from error
