"""What the tests of reading share: the true files, and an engine that answers without looking."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from docqa_app.core.document import Box, Document, Page, Word
from docqa_app.reading.figures import Spelling
from docqa_app.reading.ocr import OcrEngine, Recogniser, SecondEngine

FOLDER = Path(__file__).parents[1] / "data" / "reading"
PASSWORD = "open sesame"


def file(name: str) -> Path:
    return FOLDER / name


def text_of(page: Page) -> str:
    return " ".join(word.text for word in page.words)


def place_of(page: Page, text: str) -> Box:
    """Where the first word that holds this text stands."""
    return next(word.box for word in page.words if text in word.text)


def first_page(document: Document) -> Page:
    return document.pages[0]


def reader_of(chosen: OcrEngine, seconds: float = 60.0, second: SecondEngine | None = None) -> Recogniser:
    """Reads English with this engine, for so long, beside the second reader where one is given."""
    return Recogniser(chosen, ("eng",), seconds, time.monotonic() + seconds, second=second)


class KnowingReader:
    """A second reader that reads no pixels: it says what it was told, from top to bottom, and counts."""

    def __init__(self, *said: tuple[str, float]) -> None:
        self._said = [Spelling(text, sure) for text, sure in said]
        self.languages = frozenset({"eng", "deu"})
        self.asked = 0

    def read(self, image: Image.Image, box: Box) -> Spelling:
        self.asked += 1
        return self._said[self.asked - 1]

    def can_spell(self, text: str) -> bool:
        return text.isascii()


class KnowingEngine:
    """Reads no pixels: it gives the words it was told, one list a reading, `again` for what is cut out and read
    again, and keeps what it was asked."""

    name = "a knowing engine"

    def __init__(
        self,
        *answers: Sequence[tuple[str, float]],
        turns: int = 0,
        installed: tuple[str, ...] = ("eng", "osd"),
        again: Sequence[tuple[str, float]] = (),
    ) -> None:
        self._answers = list(answers)
        self._again = list(again)
        self._turns = turns
        self._installed = installed
        self.modes: list[int] = []
        self.read_in: list[tuple[str, ...]] = []
        self.sizes: list[tuple[int, int]] = []
        self.lines_asked = 0

    def languages(self) -> tuple[str, ...]:
        return self._installed

    def words(self, image: Image.Image, languages: tuple[str, ...], mode: int, seconds: float) -> tuple[Word, ...]:
        self.modes.append(mode)
        self.read_in.append(languages)
        self.sizes.append(image.size)
        said = self._answers.pop(0)
        return tuple(
            Word(text, Box(0.1, 0.1 + 0.05 * n, 0.3, 0.13 + 0.05 * n), sure) for n, (text, sure) in enumerate(said)
        )

    def lines(
        self, images: Sequence[Image.Image], languages: tuple[str, ...], seconds: float
    ) -> tuple[tuple[Word, ...], ...]:
        """What `again` says, the same for every cutting of a figure: three a figure."""
        self.lines_asked += len(images)
        across = Box(0.0, 0.1, 1.0, 0.9)
        return tuple(tuple(Word(text, across, sure) for text, sure in self._again) for _ in images)

    def turn(self, image: Image.Image, seconds: float) -> int:
        return self._turns
