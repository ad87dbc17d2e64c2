"""A page image becomes words: prepared, read, and read again in another way where the first attempt is doubtful.

Which way suits a page cannot be told beforehand, but it can be told afterwards: the attempt with the most clear
letters is nearly always the best of several (docs/adr/0030-reading-scans.md has the figures). So it is with the page's
language: English reads enough of a German page to tell that it is German.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PIL import Image

from docqa_app.core.document import Word
from docqa_app.core.language import plain_language
from docqa_app.core.layout import reading_order
from docqa_app.errors import TooLarge
from docqa_app.reading.languages import NAMES, TOLD, with_english
from docqa_app.reading.ocr import Recogniser
from docqa_app.reading.passed_over import with_passed_over
from docqa_app.reading.prepare import Prepared, is_narrow, prepare
from docqa_app.reading.second_look import look_again
from docqa_app.reading.surer_words import with_surer_words
from docqa_app.reading.tabular import is_tabular

AUTOMATIC, ONE_COLUMN, ONE_BLOCK = 3, 4, 6  # Tesseract's page segmentation modes
CLEAR = 0.6  # a word's confidence from which its letters count
POOR = 0.6  # below this the page may lie on its side
SURE = 0.8
ON_END = 1.6  # height over width of a word of several letters that stands on end
MOST_ON_END = 1
ON_END_WORTH = 0.9
SPECK_CONFIDENCE = 0.5
SPECK_HEIGHT = 0.5  # of the page's median word


@dataclass(frozen=True, slots=True)
class Way:
    """The two modes in which a kind of page is read, the likely one first, and the share of clear letters from which
    the first is enough."""

    first: int
    second: int
    enough: float


RECEIPT = Way(ONE_BLOCK, ONE_COLUMN, 0.8)
TABLE = Way(ONE_BLOCK, AUTOMATIC, 0.9)  # automatic mode leaves out columns of short figures and takes twice the time
PAGE = Way(AUTOMATIC, ONE_BLOCK, 0.9)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words in reading order and in fractions of the page as shown, the clockwise turn under which they stand upright,
    and what was done to the page to read them, in words to the user."""

    words: tuple[Word, ...]
    turn: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to read a page, in one of Tesseract's modes: words in fractions of the prepared image. `on_end` counts
    doubtful words that stand on end: mostly a column of figures taken for one word. `enough` is the share of clear
    letters from which no other attempt is wanted."""

    page: Prepared
    words: tuple[Word, ...]
    mode: int
    on_end: int
    enough: float

    @property
    def clear(self) -> int:
        """How many letters and digits were read clearly."""
        return sum(_letters(word) for word in self.words if word.confidence >= CLEAR)

    @property
    def share(self) -> float:
        """The share of letters and digits that were read clearly, 0..1."""
        return self.clear / max(1, sum(_letters(word) for word in self.words))

    @property
    def worth(self) -> float:
        """By this attempts are compared: clear letters, a tenth less where columns were taken for words."""
        return self.clear * (ON_END_WORTH if self.on_end > MOST_ON_END else 1.0)

    @property
    def is_doubtful(self) -> bool:
        return self.share < self.enough or self.on_end > MOST_ON_END


def _letters(word: Word) -> int:
    return sum(char.isalnum() for char in word.text)


def read_page(image: Image.Image, recogniser: Recogniser) -> Reading:
    """Read an upright page image: the best of as many readings as the page needs and its time allows.

    TooLarge where not even the first reading ends in time; MissingLanguage and MissingProgram come from the recogniser.
    """
    best = _best(_attempts(image.convert("L"), recogniser))
    best, recogniser = _in_its_language(best, recogniser)
    read = with_passed_over(best.page.image, without_specks(best.words), recogniser)
    surer = with_surer_words(best.page.image, read, recogniser)
    words = look_again(best.page.image, surer, recogniser)
    stand = best.page.stand
    shown = stand.back(words, best.page.proportion)
    return Reading(reading_order(shown, stand.turn), stand.turn, best.page.steps)


def _best(attempts: Iterator[Attempt]) -> Attempt:
    """The first attempt that leaves no doubt, or the best of all there is time for."""
    best = next(attempts)
    while best.is_doubtful:
        try:
            other = next(attempts, None)
        except TooLarge:
            break
        if other is None:
            break
        best = max(best, other, key=lambda attempt: attempt.worth)
    return best


def _in_its_language(read: Attempt, recogniser: Recogniser) -> tuple[Attempt, Recogniser]:
    """The attempt once more in the language its words are plainly in, and the recogniser for it; as they are where that
    is none of the others the recogniser may read in, or there is no time."""
    told = TOLD.get(plain_language(word.text for word in read.words) or "", "")
    if told not in recogniser.others:
        return read, recogniser
    own = replace(recogniser, languages=with_english(told, recogniser.engine.languages()), others=())
    page = replace(read.page, steps=(*read.page.steps, f"read in {NAMES[told]}"))
    try:
        return _read(page, read.mode, read.enough, own), own
    except TooLarge:
        return read, recogniser


def _way(level: Image.Image) -> Way:
    """How a page of this shape is best read."""
    if is_narrow(level):
        return RECEIPT
    return TABLE if is_tabular(level) else PAGE


def _attempts(grey: Image.Image, recogniser: Recogniser) -> Iterator[Attempt]:
    """Ever more thorough attempts at one page."""
    prepared = prepare(grey)
    way = _way(prepared.image)
    first = _read(prepared, way.first, way.enough, recogniser)
    yield first
    turn = recogniser.turn(prepared.image) if first.share < POOR else 0
    if turn:
        prepared = prepare(grey, turn)
        way = _way(prepared.image)  # lines on their side look like the columns of a table
        yield _read(prepared, way.first, way.enough, recogniser)
    yield _read(prepared, way.second, way.enough, recogniser)


def _read(page: Prepared, mode: int, enough: float, recogniser: Recogniser) -> Attempt:
    words = recogniser.words(page.image, mode)
    on_end = sum(_stands_on_end(word, page.proportion) for word in words)
    return Attempt(page, words, mode, on_end, enough)


def _stands_on_end(word: Word, proportion: float) -> bool:
    tall = word.box.height > ON_END * word.box.width * proportion
    return tall and _letters(word) > 1 and word.confidence < SURE


def without_specks(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without doubtful marks that are no letters: dust, and what is left of lines."""
    heights = sorted(word.box.height for word in words)
    usual = heights[len(heights) // 2] if heights else 0.0
    return tuple(word for word in words if not _is_speck(word, usual))


def _is_speck(word: Word, usual: float) -> bool:
    return _letters(word) == 0 and word.confidence < SPECK_CONFIDENCE and word.box.height <= SPECK_HEIGHT * usual
