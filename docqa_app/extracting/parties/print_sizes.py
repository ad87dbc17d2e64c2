"""How large words are printed, told from their boxes, whether these hug the letters or are as high as the font."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from docqa_app.core.document import Word

WHOLE, WITHOUT_TAIL, WITHOUT_STROKE, LOW = 1.0, 0.76, 0.74, 0.54
"""Heights of words in shares of their print, where boxes hug them: with a stroke upwards and a tail, without either,
and of low letters alone."""
HUGGED = 1.1
"""From here on words with a tail are higher than those without one, so that the page's boxes hug the letters."""
_TAILED, _HIGH = frozenset("gjpqyQ,;()[]{}|/"), frozenset("bdfhklt([{|/")


def print_sizes(words: Sequence[Word]) -> list[float]:
    """The height of each word as if it had a stroke and a tail, in page fractions."""
    shares = [_share(word.text) for word in words]
    whole = [word.box.height for word, share in zip(words, shares, strict=True) if share == WHOLE]
    short = [word.box.height for word, share in zip(words, shares, strict=True) if share == WITHOUT_TAIL]
    hugged = bool(whole and short) and median(whole) >= HUGGED * median(short)
    return [word.box.height / (share if hugged else WHOLE) for word, share in zip(words, shares, strict=True)]


def _share(text: str) -> float:
    tailed = not _TAILED.isdisjoint(text)
    high = any(char.isupper() or char.isdigit() or char in _HIGH for char in text)
    if high:
        return WHOLE if tailed else WITHOUT_TAIL
    return WITHOUT_STROKE if tailed else LOW
