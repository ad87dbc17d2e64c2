"""Words that were read doubtfully are read by the second reader, too; where it is surer, its reading stays.

Figures are not among them: several readings of each are compared (second_look).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from docqa_app.core.document import Word
from docqa_app.reading.figures import Spelling, is_figure, spelled
from docqa_app.reading.ocr import Recogniser, SecondEngine

DOUBTFUL = 0.9  # the confidence from which a word is not looked at again
ENOUGH = 0.8  # the second reader's, below which Tesseract is right as often
TRUSTED, STEEP = 0.8, 8
"""Of words that the second reader reads otherwise, c sure, TRUSTED c^STEEP are right (docs/adr/0046)."""


def with_surer_words(image: Image.Image, words: Sequence[Word], recogniser: Recogniser) -> tuple[Word, ...]:
    """The words as the surer of both readers has them; as they were in a language that the second was not taught.

    `image` is the page as it was read, grey; boxes are fractions of it.
    """
    reader = recogniser.second
    if reader is None or not reader.languages.issuperset(recogniser.languages):
        return tuple(words)
    return tuple(_surer(image, word, reader) if _is_doubtful(word, reader) else word for word in words)


def _is_doubtful(word: Word, reader: SecondEngine) -> bool:
    return word.confidence < DOUBTFUL and not is_figure(word.text) and reader.can_spell(word.text)


def _surer(image: Image.Image, word: Word, reader: SecondEngine) -> Word:
    other = reader.read(image, word.box)
    if _say_the_same(word, other) or other.confidence < max(ENOUGH, word.confidence):
        return word
    return replace(word, text=other.text, confidence=TRUSTED * other.confidence**STEEP)


def _say_the_same(word: Word, other: Spelling) -> bool:
    """But for marks around the word."""
    return spelled(word.text, 0.0) == spelled(other.text, 0.0)
