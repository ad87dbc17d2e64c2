"""How alike two spellings are: edit distance, and words spelled out so that a recogniser's slips do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LOOK_ALIKES = str.maketrans("oilsbzg", "0115826")
"""Letters that text recognition takes for digits and back, each made the digit."""

_PART = re.compile(r"\d+(?:[./]\d+)+(?=-\d+[./]\d)|\d+(?:[.,'/-]\d+)*|[^\W\d_]+")
"""A number that begins a range ("03/24/20-03/30/20" is two parts), any other number, or letters."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of letters, or a number with its inner marks ("1.234,56"), inside one word.

    `start` and `end` are positions in `Spelling.plain`; `text` keeps the marks; `word` is the word's index.
    """

    start: int
    end: int
    text: str
    word: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words spelled out, letters and digits alone.

    `plain` is in lower case without accents; `folded` is the same with look-alikes made equal, character
    by character; `parts` are in order and cover both.
    """

    plain: str
    folded: str
    parts: tuple[Part, ...]


def spell(words: Sequence[str]) -> Spelling:
    """The spelling of words, in their order."""
    parts: list[Part] = []
    pieces: list[str] = []
    position = 0
    for index, word in enumerate(words):
        for text in _PART.findall(_simplified(word)):
            letters = text if text.isalnum() else re.sub(r"\W", "", text)
            parts.append(Part(position, position + len(letters), text, index))
            pieces.append(letters)
            position += len(letters)
    plain = "".join(pieces)
    return Spelling(plain, plain.translate(LOOK_ALIKES), tuple(parts))


def _simplified(word: str) -> str:
    """Lower case, wide and joined forms taken apart, accents dropped."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.replace("’", "'").casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def edit_distance(a: str, b: str) -> int:
    """The fewest characters to insert, delete or replace to turn one into the other (Levenshtein 1966)."""
    return prefix_distances(a, b)[-1]


def prefix_distances(pattern: str, text: str) -> list[int]:
    """The edit distance between the whole pattern and text[:0], text[:1], ... text[:len(text)].

    A column of the table at a time, as bits of one integer (Myers 1999, in Hyyrö's form of 2003).
    """
    if not pattern:
        return list(range(len(text) + 1))
    where: dict[str, int] = {}
    for row, character in enumerate(pattern):
        where[character] = where.get(character, 0) | 1 << row
    every, last = (1 << len(pattern)) - 1, 1 << (len(pattern) - 1)
    rises, falls, score = every, 0, len(pattern)
    scores = [score]
    for character in text:
        equal = where.get(character, 0)
        diagonal = (((equal & rises) + rises) ^ rises) | equal
        right_rises = falls | ~(diagonal | rises) & every
        right_falls = rises & diagonal
        score += bool(right_rises & last) - bool(right_falls & last)
        right_rises = right_rises << 1 | 1
        equal |= falls
        rises = (right_falls << 1 | ~(equal | right_rises)) & every
        falls = right_rises & equal & every
        scores.append(score)
    return scores
