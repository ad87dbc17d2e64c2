"""What a page states: a label with its value beside, below or above it, a cell of a row, a text in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How a value stands to what tells of what it is."""

    INLINE = "inline"
    RIGHT = "right"
    BELOW = "below"
    ABOVE = "above"
    CELL = "cell"
    CROSSING = "crossing"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the words that say what it is, as indices into the words of the page `page`.

    `label`: a key, the name of a row, the rest of a sentence, of which `before` words stand before the value; `head`:
    the head of the column; `around`: the title above.
    `signs`: how the value stands there, by name, for the ranking.
    """

    relation: Relation
    page: int
    label: tuple[int, ...]
    value: tuple[int, ...]
    text: str
    head: tuple[int, ...] = ()
    around: tuple[int, ...] = ()
    signs: tuple[tuple[str, float], ...] = ()
    before: int = 0
