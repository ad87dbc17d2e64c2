"""A log-linear choice: signs, each with how strong it is, are weighed, and what is weighed gets a share of likelihood.

The weights are fitted by `docqa_app.training.log_linear`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Signs = Mapping[str, float]
"""What speaks for and against a choice, by name, each with how strong it is."""


def weighed(found: Signs, by: Mapping[str, float]) -> float:
    """The sum of weight times strength over the signs: the log of how likely, but for a constant. Unknown signs weigh
    nothing."""
    return sum(by.get(name, 0.0) * strength for name, strength in found.items())


def shares(scores: Sequence[float]) -> list[float]:
    """The likelihood of each choice by its score, exp(score) / sum of exp(scores) (softmax); [] of none."""
    top = max(scores, default=0.0)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [one / total for one in raised]
