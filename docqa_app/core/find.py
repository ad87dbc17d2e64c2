"""Finding text in pages: case and accents make no difference, and a hit may run over words and lines."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docqa_app.core.document import Page


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Neighbouring words of one page, ascending, in which the text was found. Sorts in reading order."""

    page: int
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's folded words in one string, ready to be searched often.

    `starts[k]` is where the k-th word with any folded text begins in `text`; `words[k]` is its index on the page.
    """

    page: int
    text: str
    starts: tuple[int, ...]
    words: tuple[int, ...]


def fold(text: str) -> str:
    """Text as it is compared: no case, no accents, compatible forms alike, single spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())


def fold_words(text: str) -> str:
    """Text as `fold` has it, marks as single spaces and none at its ends: "Sub-total:" is "sub total"."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()


def page_text(page: Page) -> PageText:
    """What `find_in` searches; worth keeping, for folding is the slow part."""
    starts: list[int] = []
    words: list[int] = []
    parts: list[str] = []
    at = 0
    for index, word in enumerate(page.words):
        folded = fold(word.text)
        if folded:
            starts.append(at)
            words.append(index)
            parts.append(folded)
            at += len(folded) + 1
    return PageText(page.number, " ".join(parts), tuple(starts), tuple(words))


def find_in(texts: Iterable[PageText], wanted: str) -> tuple[Hit, ...]:
    """Every place where `wanted` stands, in order; none for an empty text. Hits on the same words count once."""
    folded = fold(wanted)
    return tuple(hit for text in texts for hit in _hits(text, folded)) if folded else ()


def find_words(pages: Iterable[Page], wanted: str) -> tuple[Hit, ...]:
    """Every place in these pages where `wanted` stands, in reading order."""
    return find_in((page_text(page) for page in pages), wanted)


def _hits(text: PageText, wanted: str) -> Iterator[Hit]:
    """Left to right, without overlaps."""
    at, length, before = text.text.find(wanted), len(wanted), (-1, -1)
    while at >= 0:
        first = bisect_right(text.starts, at) - 1
        last = bisect_right(text.starts, at + length - 1, lo=first) - 1
        if (first, last) != before:
            yield Hit(text.page, text.words[first : last + 1])
        before = (first, last)
        at = text.text.find(wanted, at + length)
