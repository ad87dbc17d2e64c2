"""Draws what the encoder is asked of a passage: a word's grid cell, and how many lines apart two words stand."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.features import Passage

REACHES = (1, 3, 8, 20)  # how many words away the second word of a pair may stand: near ones are asked most


@dataclass(frozen=True, slots=True)
class CellTask:
    """Which grid cell (from 0) the token at `place` lies in; `hidden`: its box is not shown."""

    place: int
    label: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class PairTask:
    """How many lines lie between two places (0, 1, or 2 for more); `hidden`: the first one's box is not shown."""

    first: int
    second: int
    label: int
    hidden: bool


@dataclass(frozen=True, slots=True)
class EncoderTasks:
    """What one passage is asked; hidden [T] True on tokens whose boxes must not be seen."""

    hidden: NDArray[np.bool_]
    cells: tuple[CellTask, ...]
    pairs: tuple[PairTask, ...]


def draw_tasks(
    passage: Passage, lines: Sequence[int], cells: Sequence[int], rng: random.Random, share: float
) -> EncoderTasks:
    """Hide a share of the words' boxes; ask for their cell, and for the lines between them and words nearby.

    lines, cells: of every word of the page, from 1. As many words that show their boxes are asked too: easy for the
    network, but it is how the overlays ask it.
    """
    firsts = np.flatnonzero(np.diff(passage.words, prepend=-1))
    hidden = np.zeros(len(passage.tokens), dtype=bool)
    asked_cells: list[CellTask] = []
    pairs: list[PairTask] = []
    if len(firsts) < 2:
        return EncoderTasks(hidden, (), ())
    scored = rng.sample(range(len(firsts)), min(len(firsts), max(2, int(2 * share * len(firsts)))))
    for order, i in enumerate(scored):
        word, unseen = passage.words[firsts[i]], order % 2 == 0
        if unseen:
            hidden |= passage.words == word
        asked_cells.append(CellTask(int(firsts[i]), cells[word] - 1, unseen))
        j = _partner(i, len(firsts), rng)
        if i != j:
            apart = min(2, abs(lines[word] - lines[passage.words[firsts[j]]]))
            pairs.append(PairTask(int(firsts[i]), int(firsts[j]), apart, unseen))
    return EncoderTasks(hidden, tuple(asked_cells), tuple(pairs))


def _partner(i: int, count: int, rng: random.Random) -> int:
    """A word near the i-th of `count`; the same one now and then."""
    reach = rng.choice(REACHES)
    return min(count - 1, max(0, i + rng.randint(-reach, reach)))
