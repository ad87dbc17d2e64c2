"""Keys and values as a form prints them: a label before a colon, and what is filled in behind or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Line, Page
from docqa_app.core.fields import Source
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import beside, ends_key, stand_together

LONGEST_KEY = 8
"""Words."""
PRINTED = 0.6
"""Confidence of a value that merely stands beside its key; the model's agreement raises it."""
SURELY = 0.75
"""The model's confidence from which it is believed where something else stands beside the key; chosen on 50 forms."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A printed key and the words of its value, () where nothing is filled in; indices into the page's words."""

    key: str
    page: int
    words: tuple[int, ...]


def find_pairs(page: Page) -> tuple[Pair, ...]:
    """Every key of a page, in reading order."""
    stood = upright(page)
    lines = text_lines(stood.words)
    return tuple(pair for at in range(len(lines)) for pair in _pairs(stood, lines, at))


def weighed(page: Page, pair: Pair, answer: Answer) -> tuple[Candidate, Source]:
    """The value of a key with words beside it, by what is printed and what the model said, and who speaks for it."""
    text = " ".join(page.words[index].text for index in pair.words)
    return believed(Candidate(text, PRINTED, pair.page, pair.words), answer, SURELY)


def believed(printed: Candidate, answer: Answer, surely: float) -> tuple[Candidate, Source]:
    """What is printed or what the model said: where both say the same it is surer, and the model is believed against
    it from a confidence of `surely` on."""
    if not answer.found or answer.page is None:
        return printed, Source.RULE
    if fold(answer.text) == fold(printed.text):
        return replace(printed, confidence=1 - (1 - printed.confidence) * (1 - answer.confidence)), Source.MODEL
    if answer.confidence > surely:
        return Candidate(answer.text, answer.confidence, answer.page, answer.evidence), Source.MODEL
    return printed, Source.RULE


def _pairs(page: Page, lines: Sequence[Line], at: int) -> Iterator[Pair]:
    words = lines[at].words
    ends = [n for n, index in enumerate(words, 1) if ends_key(page.words[index])]
    for before, end in pairwise([0, *ends]):
        first = _key_start(page, words, end, before)
        key = " ".join(page.words[index].text for index in words[first:end]).strip(" :")
        if any(c.isalpha() for c in key):
            yield Pair(key, page.number, beside(page, lines, at, first, end))


def _key_start(page: Page, words: Sequence[int], end: int, before: int) -> int:
    """Where the key begins that ends before `end`: at a wide gap, or behind the key before it."""
    first = end - 1
    while first > before and end - first < LONGEST_KEY:
        if not stand_together(page.words[words[first - 1]], page.words[words[first]]):
            break
        first -= 1
    return first
