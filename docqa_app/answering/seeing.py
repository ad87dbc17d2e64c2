"""What only a page's picture shows, told by the cells the network sees: stamps, logos, signatures, codes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from docqa_app.answering.decode import sigmoid
from docqa_app.answering.network import Floats
from docqa_app.errors import ModelError

SHAPES = ("round",)
COLOURS = ("red", "blue", "green", "purple", "black", "orange")
TRAITS = {"stamp": (*SHAPES, *COLOURS), "logo": COLOURS}
"""What else is told of a thing that is there."""


@dataclass(frozen=True, slots=True)
class Seeing:
    """What each number of a cell stands for, and how sure the clearest cell of a page makes that a thing is there:
    1 / (1 + exp(-(weight * logit + offset))), fitted on development pages."""

    names: tuple[str, ...]
    things: Mapping[str, tuple[float, float]]

    def told(self, sights: Floats) -> dict[str, float]:
        """Of logits [cells, names]: how sure each thing is, 0..1, and of those that are likely their traits."""
        told = {}
        for thing, (weight, offset) in self.things.items():
            cells = sights[:, self.names.index(thing)]
            told[thing] = float(sigmoid(weight * cells.max() + offset))
            if told[thing] >= 0.5 and thing in TRAITS:
                told |= self._traits(thing, sights, sigmoid(cells))
        return told

    def _traits(self, thing: str, sights: Floats, shares: Floats) -> dict[str, float]:
        """Round or not as its cells say on average; of colours what each has of them all."""
        weights = shares / shares.sum()
        mean = {name: float(weights @ sigmoid(sights[:, self.names.index(name)])) for name in TRAITS[thing]}
        colours = sum(mean[name] for name in COLOURS)
        return {f"{thing} {name}": mean[name] / (1.0 if name in SHAPES else colours) for name in TRAITS[thing]}


def load_seeing(path: Path) -> Seeing | None:
    """Read seen.json; None where the model ships none, ModelError where it is damaged."""
    if not path.exists():
        return None
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        things = {name: (float(weight), float(offset)) for name, (weight, offset) in record["things"].items()}
        return Seeing(tuple(record["names"]), things)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise ModelError(f"The model's {path.name} is damaged ({cause}). Install the model again.") from cause
