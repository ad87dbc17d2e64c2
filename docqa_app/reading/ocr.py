"""Recognition of an upright page image: the Tesseract program, or the embedded Tesseract where it is missing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from docqa_app.core.document import Box, Word
from docqa_app.errors import MissingLanguage, MissingProgram, TooLarge
from docqa_app.reading import languages
from docqa_app.reading.children import stop_if_ended
from docqa_app.reading.figures import Spelling
from docqa_app.reading.language_files import LanguageFiles
from docqa_app.reading.options import ReadOptions
from docqa_app.reading.second_reader import reader_name
from docqa_app.reading.tesseract_embedded import EmbeddedTesseract
from docqa_app.reading.tesseract_program import TesseractProgram


class OcrEngine(Protocol):
    """A recogniser. Its methods take grey images and the seconds they may use, and raise TimeoutError beyond."""

    name: str

    def languages(self) -> tuple[str, ...]:
        """Tesseract's names of the installed languages; () where the engine is not there."""

    def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]: ...

    def lines(
        self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
    ) -> tuple[tuple[Word, ...], ...]:
        """The words of each image, which shows one line of text; boxes in fractions of that image."""

    def turn(self, image: Image.Image, seconds: float) -> int:
        """By how many degrees, clockwise, the image must be turned to stand upright: 0, 90, 180 or 270."""


class SecondEngine(Protocol):
    """A second reader beside the recogniser."""

    @property
    def languages(self) -> frozenset[str]:
        """Tesseract's names of the languages whose words it was taught."""

    def read(self, image: Image.Image, box: Box) -> Spelling:
        """What stands in `box` (fractions of the grey image), without blanks."""

    def can_spell(self, text: str) -> bool:
        """Whether it knows every sign of the text."""


def engines(files: LanguageFiles | None = None) -> tuple[OcrEngine, ...]:
    """The recognisers there may be, the best first; `files` are language files for the built-in one."""
    return TesseractProgram(), EmbeddedTesseract(files)


def read_by(options: ReadOptions) -> str:
    """What reads scans on this computer with these options, and in which languages where none are chosen."""
    there = next((one for one in engines(options.language_files) if one.languages()), None)
    if there is None:
        return ""
    chosen = languages.readable_in(there.languages()) if options.languages == (languages.AUTOMATIC,) else ()
    second = reader_name(options.models) if options.models else ""
    return " ".join(filter(None, (there.name, *chosen, second)))


def engine(among: tuple[OcrEngine, ...]) -> OcrEngine:
    """The first recogniser that is there; MissingProgram where none is."""
    for one in among:
        if one.languages():
            return one
    raise MissingProgram(
        "This page is a scan and Tesseract, which reads scans, is not installed. "
        + languages.how_to_install_tesseract()
    )


@dataclass(frozen=True, slots=True)
class Recogniser:
    """An engine, the languages it reads and the moment (monotonic seconds) by which the page must be done.

    `others` are those it may read in instead, where a page turns out to be written in one of them; `second` reads
    beside the engine.
    """

    engine: OcrEngine
    languages: tuple[str, ...]
    seconds: float
    deadline: float
    others: tuple[str, ...] = ()
    second: SecondEngine | None = None

    def words(self, image: Image.Image, mode: int) -> tuple[Word, ...]:
        """Words in page segmentation mode `mode`, boxes in fractions of the image; TooLarge beyond the deadline."""
        try:
            return self.engine.words(image, self.languages, mode, self._left())
        except TimeoutError:
            raise self._too_slow() from None

    def lines(self, images: Sequence[Image.Image]) -> tuple[tuple[Word, ...], ...]:
        """The words of each image, which shows one line of text; TooLarge beyond the deadline."""
        try:
            return self.engine.lines(images, self.languages, self._left())
        except TimeoutError:
            raise self._too_slow() from None

    def turn(self, image: Image.Image) -> int:
        """The turn that makes the image stand upright, clockwise in degrees; 0 where that cannot be told."""
        if "osd" not in self.engine.languages():
            return 0
        try:
            return self.engine.turn(image, self._left())
        except TimeoutError:
            raise self._too_slow() from None

    def _left(self) -> float:
        stop_if_ended()
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise self._too_slow()
        return left

    def _too_slow(self) -> TooLarge:
        return TooLarge(
            f"Reading this page took more than {self.seconds:.0f} seconds, so it was left out. "
            "Scan it more coarsely (300 dpi) or allow more time."
        )


def recogniser(
    wanted: tuple[str, ...], seconds: float, among: tuple[OcrEngine, ...], second: SecondEngine | None = None
) -> Recogniser:
    """A recogniser for one page; MissingLanguage where a language is not installed, MissingProgram without any.

    AUTOMATIC in place of languages lets the page decide among those that are there.
    """
    chosen = engine(among)
    installed = chosen.languages()
    others: Sequence[str] = ()
    if wanted == (languages.AUTOMATIC,):
        first, *others = languages.readable_in(installed)
        wanted = languages.with_english(first, installed)
    missing = [name for name in wanted if name not in installed]
    if missing:
        raise MissingLanguage(languages.missing_sentence(missing, installed))
    return Recogniser(chosen, wanted, seconds, time.monotonic() + seconds, tuple(others), second)
