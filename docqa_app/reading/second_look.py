"""Figures that were read doubtfully are cut out and read again, alone and with their line; the likeliest reading stays.

A clerk forgives a misread word and not a misread amount. The second reader, where there is one, reads every figure once
more, and doubtful is also what it reads otherwise. All cuttings of a page go to the recogniser in one call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from PIL import Image

from docqa_app.core.document import Word
from docqa_app.core.geometry import union
from docqa_app.core.lines import group_lines
from docqa_app.errors import InputError
from docqa_app.reading.cutting import CLOSE, LINE, WIDE, Cutting, cut_out
from docqa_app.reading.figures import Spelling, agree, cannot_be, decimal_mark, is_figure, likeliest, spelled
from docqa_app.reading.ocr import Recogniser, SecondEngine

SURE = 0.85  # the confidence from which a figure is not looked at again
MOST = 24  # figures a page, the least sure first: a page that is all doubt would take its time three times
VOTES = 4.0  # what the second reader's reading weighs beside one of Tesseract's four (docs/adr/0046)
LOW = 1.4  # a line is scaled by its words' height, or by this many usual heights where a word is taller


def look_again(image: Image.Image, words: Sequence[Word], recogniser: Recogniser) -> tuple[Word, ...]:
    """The words with doubtful figures as several readings agree on; as they were where there is no time for it.

    `image` is the page as it was read, grey; boxes are fractions of it. MissingLanguage and MissingProgram come from
    the recogniser.
    """
    decimal = decimal_mark(word.text for word in words if word.confidence >= SURE)
    second = _second_readings(image, words, recogniser.second)
    doubtful = _doubtful(words, second, decimal)
    again = _read_again(image, words, doubtful, recogniser)
    readings = {i: (*again.get(i, ()), *second.get(i, ())) for i in {*again, *second}}
    mended = {i: _mended(words[i], some, decimal) for i, some in readings.items()}
    return tuple(mended.get(i, word) for i, word in enumerate(words))


def _second_readings(
    image: Image.Image, words: Sequence[Word], reader: SecondEngine | None
) -> dict[int, tuple[Spelling, ...]]:
    """What the second reader says of every figure; nothing where there is no such reader."""
    if reader is None:
        return {}
    read = {i: reader.read(image, word.box) for i, word in enumerate(words) if is_figure(word.text)}
    return {i: (replace(spelled(one.text, one.confidence), votes=VOTES),) for i, one in read.items()}


def _doubtful(words: Sequence[Word], second: Mapping[int, Sequence[Spelling]], decimal: str) -> list[int]:
    """Figures that are unsure, cannot be or are read otherwise by the second reader; the least sure first."""
    figures = (i for i, word in enumerate(words) if is_figure(word.text))
    doubtful = [i for i in figures if _is_doubtful(words[i], second.get(i, ()), decimal)]
    return sorted(doubtful, key=lambda i: words[i].confidence)[:MOST]


def _is_doubtful(word: Word, second: Sequence[Spelling], decimal: str) -> bool:
    first = spelled(word.text, word.confidence)
    contradicted = any(not agree(first, one) for one in second)
    return word.confidence < SURE or contradicted or cannot_be(word.text, decimal)


def _read_again(
    image: Image.Image, words: Sequence[Word], doubtful: Sequence[int], recogniser: Recogniser
) -> dict[int, list[Spelling]]:
    """What the recogniser reads in the cuttings of each doubtful figure; nothing where there is no time for it."""
    if not doubtful:
        return {}
    lines = {i: line for line in group_lines(words) for i in line}
    usual = median(word.box.height for word in words) * image.height
    cuttings = [_cuttings(image, words, i, lines[i], usual) for i in doubtful]
    try:
        read = iter(recogniser.lines([cutting.image for three in cuttings for cutting in three]))
    except InputError:
        return {}
    return {i: [_within(cutting, next(read)) for cutting in three] for i, three in zip(doubtful, cuttings, strict=True)}


def _cuttings(image: Image.Image, words: Sequence[Word], at: int, line: list[int], usual: float) -> list[Cutting]:
    """The figure alone, with what stands next to it, and its whole line."""
    figure, whole = words[at].box, union(words[i].box for i in line)
    height = figure.height * image.height
    return [
        cut_out(image, figure, figure, CLOSE, height),
        cut_out(image, figure, figure, WIDE, height),
        cut_out(image, whole, figure, LINE, min(height, LOW * usual)),
    ]


def _within(cutting: Cutting, read: Sequence[Word]) -> Spelling:
    """What was read where the figure stands, as sure as the least sure of its digits."""
    there = [word for word in read if cutting.holds(word)]
    sure = [word.confidence for word in there if any(sign.isdigit() for sign in word.text)]
    return spelled("".join(word.text for word in there), min(sure, default=0.0))


def _mended(word: Word, again: Sequence[Spelling], decimal: str) -> Word:
    first = spelled(word.text, word.confidence)
    best = likeliest(first, [spelling for spelling in again if is_figure(spelling.text)], decimal)
    return word if best.text == first.text else replace(word, text=best.text, confidence=best.confidence)
