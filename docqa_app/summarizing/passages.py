"""Which pages of a long document are read: to check a text those that speak of it, to write one part after part."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.flow import flowed
from docqa_app.summarizing.sentences import sentences_in

MOST_LETTERS = 1600
"""Of a plain text on one page: about one passage, and what the model was taught with."""

MOST_WORDS = 1500
"""About three passages of the model, more than the 1,024 tokens of the published metric."""

_PART = re.compile(r"\w+")


def text_pages(text: str, most_letters: int = MOST_LETTERS) -> tuple[Page, ...]:
    """A plain text as pages of whole sentences of about equal length; a page for an empty text too."""
    sentences = sentences_in(text)
    total = sum(len(sentence) + 1 for sentence in sentences)
    share = total / max(1, -(-total // most_letters))
    filled: list[list[str]] = [[]]
    seen = 0
    for sentence in sentences:
        if filled[-1] and seen >= share * len(filled):
            filled.append([])
        filled[-1].append(sentence)
        seen += len(sentence) + 1
    return tuple(flowed(" ".join(page), number) for number, page in enumerate(filled, start=1))


def telling_pages(pages: Sequence[Page], text: str, most_words: int = MOST_WORDS) -> tuple[Page, ...]:
    """All readable pages of a short document; of a long one those that share most rare words with the text.

    They are taken by falling rank while they have at most `most_words` words together, at least one, and given in
    their own order. Of n pages, a word that k have counts log(1 + n / k), once a page: inverse document frequency
    (Sparck Jones, Journal of Documentation 1972).
    """
    readable = [page for page in pages if page.words]
    if sum(len(page.words) for page in readable) <= most_words:
        return tuple(readable)
    held = [_parts(" ".join(word.text for word in page.words)) for page in readable]
    spread = Counter(part for parts in held for part in parts)
    wanted = _parts(text)
    worth = [sum(math.log(1 + len(held) / spread[part]) for part in wanted & parts) for parts in held]
    return _within(readable, worth, most_words)


def parts_of(pages: Sequence[Page], most: int, most_words: int = MOST_WORDS) -> tuple[tuple[Page, ...], ...]:
    """Runs of pages of at most `most_words` words each, a page at least; at most `most` runs.

    Of more runs the first, the last and others at equal distances are taken.
    """
    runs: list[tuple[Page, ...]] = []
    for page in pages:
        if runs and sum(len(one.words) for one in (*runs[-1], page)) <= most_words:
            runs[-1] = (*runs[-1], page)
        else:
            runs.append((page,))
    if len(runs) <= most:
        return tuple(runs)
    return tuple(runs[round(place * (len(runs) - 1) / max(1, most - 1))] for place in range(most))


def _within(pages: Sequence[Page], worth: Sequence[float], most_words: int) -> tuple[Page, ...]:
    chosen: list[int] = []
    words = 0
    for place in sorted(range(len(pages)), key=lambda place: -worth[place]):
        words += len(pages[place].words)
        if chosen and words > most_words:
            break
        chosen.append(place)
    return tuple(pages[place] for place in sorted(chosen))


def _parts(text: str) -> frozenset[str]:
    return frozenset(_PART.findall(fold(text)))
