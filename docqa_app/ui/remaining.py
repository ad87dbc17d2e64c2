"""How long a running job may still take: known only once it has run for a while."""

from __future__ import annotations

SAID_AFTER = 5.0
STEP = 5


def seconds_left(elapsed: float, done: int, total: int) -> int:
    """Rounded to five seconds; 0 while it can't be known: in the first five seconds, or without a count."""
    if elapsed < SAID_AFTER or not 0 < done < total:
        return 0
    return STEP * max(1, round(elapsed / done * (total - done) / STEP))
