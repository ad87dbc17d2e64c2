"""How near the words of a question stand to a place on the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import log

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.opposites import opposed
from docqa_app.asking.printed.sheet import Sheet
from docqa_app.core.document import Box

SAME_RUN, SAME_LINE = 1.0, 0.9
NEXT_LINE, IN_COLUMN, NOT_FAR = 0.8, 0.5, 0.3
STEP, FARTHEST_STEPS = 0.02, 8
"""What each word between costs within one run, and how many count."""
FARTHEST_LINE = 2.5
"""From one line to the next one that belongs to it, in usual heights."""
SHORTEST_STEM = 4
LONGEST_ENDING = 3
"""Letters by which two forms of one word may differ at their ends ("attendee", "attendees"), at most half of the
shorter one's: no king stands in "kingdom"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of a question, each with where it stands on a sheet, as indices of words, and how much it tells."""

    sheet: Sheet
    places: tuple[tuple[int, ...], ...]
    weights: tuple[float, ...]

    def near(self, words: Sequence[int]) -> float:
        """The share of what the words tell that stands near these ones, 0..1; 0 where nothing is asked."""
        box, total = self.sheet.box(tuple(words)), sum(self.weights)
        closest = (max((self._closeness(p, words, box) for p in places), default=0.0) for places in self.places)
        return sum(c * w for c, w in zip(closest, self.weights, strict=True)) / total if total else 0.0

    def without(self, others: Collection[int]) -> Asked:
        """The words as they stand elsewhere than at these places."""
        return replace(self, places=tuple(tuple(p for p in places if p not in others) for places in self.places))

    def _closeness(self, place: int, words: Sequence[int], box: Box) -> float:
        own, there = self.sheet.run_of[words[0]], self.sheet.run_of[place]
        if place in words or there == own:
            return SAME_RUN - STEP * min(FARTHEST_STEPS, _steps(place, words))
        if there.line == own.line:
            return SAME_LINE
        gap = max(box.top - there.box.bottom, there.box.top - box.bottom) / self.sheet.height
        over = there.box.left < box.right and there.box.right > box.left
        if gap < FARTHEST_LINE:
            return NEXT_LINE if over else NOT_FAR
        return IN_COLUMN if over and there.box.bottom < box.top else 0.0


def _steps(place: int, words: Sequence[int]) -> int:
    """Words between a place and the nearest of these."""
    return max(0, min(abs(place - index) for index in words) - 1)


def asked_words(sheet: Sheet, words: Sequence[str]) -> Asked:
    """The words with their places; one that stands often tells little, one that stands nowhere is missed."""
    spelled = [parts_of(word.text) for word in sheet.words]
    places = tuple(tuple(n for n, parts in enumerate(spelled) if any(alike(w, p) for p in parts)) for w in words)
    return Asked(sheet, places, tuple(rarity(len(found)) for found in places))


def rarity(count: int) -> float:
    """How much a word tells that is printed so often, 1 / (1 + log(count)): 1 for once or never, 0.3 for ten times."""
    return 1 / (1 + log(max(1, count)))


def alike(one: str, other: str) -> bool:
    """Whether two folded words are forms of one."""
    if one == other:
        return True
    if opposed(one, other):
        return False
    shorter, longer = sorted((one, other), key=len)
    stem = max(SHORTEST_STEM, len(shorter) - 1)
    ending = min(LONGEST_ENDING, len(shorter) // 2)
    return len(longer) - len(shorter) <= ending and len(shorter) >= stem and longer[:stem] == shorter[:stem]
