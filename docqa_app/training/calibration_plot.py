"""A picture of what confidence promises and what it keeps, for a model's card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from docqa_app.core.metrics import binned
from docqa_app.training.charts import Curve, draw_chart

FEWEST = 5  # answers a tenth of the scale must hold to be drawn: fewer say nothing

Given = tuple[float, bool]
"""An answer's confidence, and whether it was right."""


def draw_calibration(path: Path, sources: Mapping[str, Sequence[Given]]) -> None:
    """Share of right answers by confidence, a curve of each source, beside what confidence promises."""
    promised = Curve("promised", ((0.0, 0.0), (1.0, 1.0)))
    curves = [kept_promises(name, given) for name, given in sources.items()]
    draw_chart(path, "share of right answers by confidence", "confidence", [*curves, promised])


def kept_promises(name: str, given: Sequence[Given]) -> Curve:
    """Mean confidence and share of right answers of each tenth of the scale; bars of one standard error."""
    told = [group for group in binned(given) if len(group) >= FEWEST]
    shares = [sum(right for _, right in group) / len(group) for group in told]
    means = [sum(confidence for confidence, _ in group) / len(group) for group in told]
    errors = tuple((share * (1 - share) / len(group)) ** 0.5 for share, group in zip(shares, told, strict=True))
    return Curve(name, tuple(zip(means, shares, strict=True)), errors)
