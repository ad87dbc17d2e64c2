"""Keys and values as a form prints them: a label before a colon, and what is filled in behind or below it (`bare_keys`:
labels without one)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Line, Page
from docqa_app.core.fields import Source
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.beside import beside, ends_key, stand_together, without_leaders

LONGEST_KEY = 8
"""Words."""
PRINTED = 0.6
"""Confidence of a value that merely stands beside its key; the model's agreement raises it."""
SURELY = 0.75
"""The model's confidence from which it is believed where something else stands beside the key; chosen on 50 forms."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A printed key and the words of its value, () where nothing is filled in; indices into the page's words. `behind`:
    the value stands behind its key on one line, and surely is no other's."""

    key: str
    page: int
    words: tuple[int, ...]
    behind: bool = False


def find_pairs(page: Page) -> tuple[Pair, ...]:
    """Every key of a page, in reading order."""
    stood = upright(page)
    lines = text_lines(stood.words)
    return tuple(pair for at in range(len(lines)) for pair in _pairs(stood, lines, at))


def weighed(page: Page, pair: Pair, answer: Answer) -> tuple[Candidate, Source]:
    """The value of a key with words beside it, by what is printed and what the model said, and who speaks for it."""
    text = without_leaders(page.text_of(pair.words))
    return believed(Candidate(text, PRINTED, pair.page, pair.words), answer, SURELY)


def without_others(pair: Pair, pairs: Iterable[Pair], answer: Answer) -> Answer:
    """The model's answer for a key, not found where it is what stands behind another key: asked by the key alone, it
    cannot tell two parties of a form apart."""
    others = {n for one in pairs if one.behind and one.page == answer.page for n in one.words} - set(pair.words)
    said = set(answer.evidence)
    is_others = bool(said & others) and not (answer.page == pair.page and said & set(pair.words))
    return replace(answer, found=False) if is_others else answer


def believed(printed: Candidate, answer: Answer, surely: float) -> tuple[Candidate, Source]:
    """What is printed or what the model said: where both say the same it is surer, and the model is believed against
    it from a confidence of `surely` on."""
    if not (answer.found and answer.own):
        return printed, Source.RULE
    if fold(answer.text) == fold(printed.text):
        return replace(printed, confidence=1 - (1 - printed.confidence) * (1 - answer.confidence)), Source.MODEL
    if answer.confidence > surely:
        return answer.own[0], Source.MODEL
    return printed, Source.RULE


def _pairs(page: Page, lines: Sequence[Line], at: int) -> Iterator[Pair]:
    words = lines[at].words
    ends = list(_key_ends(page, words))
    keys = [range(_key_start(page, words, end, before), end) for before, end in pairwise([0, *ends])]
    for one, behind in zip_longest(keys, keys[1:]):
        key = page.text_of(words[one.start : one.stop]).strip(" :")
        if any(c.isalpha() for c in key):
            next_key = {words[n] for n in behind} if behind and behind.start > one.stop else set()
            found = tuple(n for n in beside(page, lines, at, one.start, one.stop) if n not in next_key)
            yield Pair(key, page.number, found, bool(set(found) & set(words)))


def _key_ends(page: Page, words: Sequence[int]) -> Iterator[int]:
    """Behind each word that ends a key: with a colon, or right before a dotted line, unless that goes on behind what is
    written on it."""
    begins = True
    for n, index in enumerate(words):
        word = page.words[index]
        follows = n > 0 and stand_together(page.words[words[n - 1]], word)
        begins = begins or not follows
        leads = not without_leaders(word.text)
        if ends_key(word) or (leads and begins and follows):
            yield n if leads else n + 1
        begins = begins and not leads and not ends_key(word)


def _key_start(page: Page, words: Sequence[int], end: int, before: int) -> int:
    """Where the key begins that ends before `end`: at a wide gap, or behind the key before it and, where no gap parts
    the two, the number that is filled in there."""
    first = end - 1
    while first > before and end - first < LONGEST_KEY:
        if not stand_together(page.words[words[first - 1]], page.words[words[first]]):
            break
        first -= 1
    between = range(before, end - 1) if 0 < before == first else ()
    return max((n + 1 for n in between if not any(c.isalpha() for c in page.words[words[n]].text)), default=first)
