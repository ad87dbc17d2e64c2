"""Two groupings of the same words compared: the second is numbered like the first where they mean the same group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def numbered_like(ours: Sequence[int], theirs: Sequence[int]) -> tuple[int, ...]:
    """`theirs`, each group under the number of that group of `ours` with which it shares most words.

    Numbers are given once, the largest shares first, so that a group torn in two or two groups joined show as a
    difference, and one such slip does not shift all numbers after it. Groups left over get numbers of their own above
    all of `ours`. Both hold one group number a word; ValueError where their lengths differ.
    """
    shares = Counter(zip(theirs, ours, strict=True))
    numbers: dict[int, int] = {}
    taken: set[int] = set()
    for (their, our), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
        if their not in numbers and our not in taken:
            numbers[their] = our
            taken.add(our)
    fresh = max(ours, default=0)
    for their in theirs:
        if their not in numbers:
            fresh += 1
            numbers[their] = fresh
    return tuple(numbers[their] for their in theirs)
