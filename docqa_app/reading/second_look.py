"""Figures that were read doubtfully are cut out and read again, alone and with their line; the likeliest reading stays.

A clerk forgives a misread word and not a misread amount. All cuttings of a page go to the recogniser in one call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from PIL import Image, ImageOps

from docqa_app.core.document import Box, Word
from docqa_app.core.geometry import union
from docqa_app.core.lines import group_lines
from docqa_app.errors import InputError
from docqa_app.reading.figures import Spelling, cannot_be, decimal_mark, is_figure, likeliest, spelled
from docqa_app.reading.ocr import Recogniser

SURE = 0.85  # the confidence from which a figure is not looked at again
MOST = 24  # figures a page, the least sure first: a page that is all doubt would take its time three times
LETTERS = 36  # pixels of height that Tesseract's network sees; what is cut out comes in this size
BORDER = 10  # white pixels around a cutting
LOW = 1.4  # a line is scaled by its words' height, or by this many usual heights where a word is taller
SAME_PLACE = 0.4


@dataclass(frozen=True, slots=True)
class Margin:
    """What is cut out around a word, in its heights."""

    across: float
    down: float


CLOSE, WIDE, LINE = Margin(0.3, 0.3), Margin(0.6, 0.2), Margin(0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Cutting:
    """A piece of the page, enlarged, and the edges of the figure within it: fractions of the cutting's width."""

    image: Image.Image
    left: float
    right: float

    def holds(self, word: Word) -> bool:
        """Whether a word read in the cutting stands where the figure stands."""
        shared = min(word.box.right, self.right) - max(word.box.left, self.left)
        return shared > SAME_PLACE * min(word.box.right - word.box.left, self.right - self.left)


def look_again(image: Image.Image, words: Sequence[Word], recogniser: Recogniser) -> tuple[Word, ...]:
    """The words with doubtful figures as several readings agree on; as they were where there is no time for it.

    `image` is the page as it was read, grey; boxes are fractions of it. MissingLanguage and MissingProgram come from
    the recogniser.
    """
    decimal = decimal_mark(word.text for word in words if word.confidence >= SURE)
    doubtful = _doubtful(words, decimal)
    if not doubtful:
        return tuple(words)
    lines = {i: line for line in group_lines(words) for i in line}
    usual = median(word.box.height for word in words) * image.height
    cuttings = [_cuttings(image, words, i, lines[i], usual) for i in doubtful]
    try:
        read = iter(recogniser.lines([cutting.image for three in cuttings for cutting in three]))
    except InputError:
        return tuple(words)
    mended = {
        i: _mended(words[i], [_within(cutting, next(read)) for cutting in three], decimal)
        for i, three in zip(doubtful, cuttings, strict=True)
    }
    return tuple(mended.get(i, word) for i, word in enumerate(words))


def _doubtful(words: Sequence[Word], decimal: str) -> list[int]:
    """Figures that are unsure or cannot be, the least sure first."""
    figures = ((i, word) for i, word in enumerate(words) if is_figure(word.text))
    doubtful = [i for i, word in figures if word.confidence < SURE or cannot_be(word.text, decimal)]
    return sorted(doubtful, key=lambda i: words[i].confidence)[:MOST]


def _cuttings(image: Image.Image, words: Sequence[Word], at: int, line: list[int], usual: float) -> list[Cutting]:
    """The figure alone, with what stands next to it, and its whole line."""
    figure, whole = words[at].box, union(words[i].box for i in line)
    height = figure.height * image.height
    return [
        _cutting(image, figure, figure, CLOSE, height),
        _cutting(image, figure, figure, WIDE, height),
        _cutting(image, whole, figure, LINE, min(height, LOW * usual)),
    ]


def _cutting(image: Image.Image, box: Box, figure: Box, margin: Margin, height: float) -> Cutting:
    """`box` with its margin, scaled so that what is `height` pixels high becomes LETTERS high."""
    left = max(0, int(box.left * image.width - margin.across * height))
    top = max(0, int(box.top * image.height - margin.down * height))
    right = min(image.width, int(box.right * image.width + margin.across * height) + 1)
    bottom = min(image.height, int(box.bottom * image.height + margin.down * height) + 1)
    scale = LETTERS / max(1.0, height)
    size = max(1, round((right - left) * scale)), max(1, round((bottom - top) * scale))
    cut = image.crop((left, top, right, bottom)).resize(size, Image.Resampling.LANCZOS)
    edges = (
        ((edge * image.width - left) * scale + BORDER) / (size[0] + 2 * BORDER) for edge in (figure.left, figure.right)
    )
    return Cutting(ImageOps.expand(cut, BORDER, fill=255), *edges)


def _within(cutting: Cutting, read: Sequence[Word]) -> Spelling:
    """What was read where the figure stands, as sure as the least sure of its digits."""
    there = [word for word in read if cutting.holds(word)]
    sure = [word.confidence for word in there if any(sign.isdigit() for sign in word.text)]
    return spelled("".join(word.text for word in there), min(sure, default=0.0))


def _mended(word: Word, again: Sequence[Spelling], decimal: str) -> Word:
    first = spelled(word.text, word.confidence)
    best = likeliest(first, [spelling for spelling in again if is_figure(spelling.text)], decimal)
    return word if best.text == first.text else replace(word, text=best.text, confidence=best.confidence)
