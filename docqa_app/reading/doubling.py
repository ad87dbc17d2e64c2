"""How a long window is looked through in few passes: each joins what the one before has seen to itself, moved on."""

from __future__ import annotations

from collections.abc import Iterator


def doublings(length: int) -> Iterator[int]:
    """By how far to move in each pass until every place has seen `length` in a row."""
    reached = 1
    while reached < length:
        step = min(reached, length - reached)
        yield step
        reached += step
