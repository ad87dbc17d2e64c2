"""A logistic regression: what signs promise by their weights."""

from __future__ import annotations

import math
from collections.abc import Sequence

FARTHEST = 30.0
"""Log odds count no farther than this."""


def logistic(weights: Sequence[float], offset: float, signs: Sequence[float]) -> float:
    """1 / (1 + exp(-(offset + sum of each weight times its sign))), 0..1. ValueError where they are not as many."""
    total = offset + sum(w * s for w, s in zip(weights, signs, strict=True))
    return 1 / (1 + math.exp(-max(-FARTHEST, min(FARTHEST, total))))
