"""A document as it was read: pages, words and where each word stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

Report = Callable[[int, int], None]
"""report(done, total): moves a progress bar; may raise Cancelled."""


def silent(done: int, total: int) -> None:
    """A report for callers who do not watch."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in page fractions, 0..1, origin top left of the page as it is shown."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class WordSource(StrEnum):
    """Where a page's words come from."""

    TEXT_LAYER = "text layer"
    OCR = "OCR"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Word:
    """One word on a page. `confidence` is 0..1: the recogniser's own; 1.0 for a text layer."""

    text: str
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """One text line: the indices of its words in the page's reading order."""

    number: int
    words: tuple[int, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A box to tick as it was found in a page's picture; `ticked` is how much speaks for a tick in it, 0..1."""

    box: Box
    ticked: float


def text_of(words: Sequence[Word], indices: Iterable[int]) -> str:
    """What some of these words, given by their indices, say together."""
    return " ".join(words[index].text for index in indices)


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its words in reading order.

    `number` counts from 1. `width` and `height` are the shown page's size in points (72 an inch);
    for an image without a resolution, its pixels. `picture` is a small JPEG of the shown page for
    the model and the thumbnails (b"" where there is none). `reason` says why these words were
    taken; `problem`, when not empty, says why the page has none. `turn` is 0, 90, 180 or 270: by how many degrees,
    clockwise, the shown page must be turned for its text to stand upright (`geometry.upright` does so to the boxes).
    `checkboxes` are the boxes to tick, from top to bottom.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    source: WordSource = WordSource.OCR
    reason: str = ""
    problem: str = ""
    picture: bytes = b""
    turn: int = 0
    checkboxes: tuple[Checkbox, ...] = ()

    def text_of(self, words: Iterable[int]) -> str:
        """What some of its words, given by their indices, say together."""
        return text_of(self.words, words)


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was opened. `sha256` is the hash of its bytes; `total_pages` counts unread pages too.

    `locked`: it took a password to open it, so nothing of it may be kept where no password is asked.
    """

    path: str
    sha256: str
    pages: tuple[Page, ...]
    total_pages: int
    locked: bool = False

    @property
    def problem(self) -> str:
        """Why none of its pages could be read: what the first one says; "" where one could, or where there are none."""
        return self.pages[0].problem if self.pages and all(page.problem for page in self.pages) else ""

    def page(self, number: int) -> Page:
        """The page with this number; KeyError where it was not read."""
        for page in self.pages:
            if page.number == number:
                return page
        raise KeyError(number)
