"""What a training run is made of, as values: sources, lengths, rates. Written into the run's folder."""

from __future__ import annotations

import hashlib
import platform
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

from docqa_app.training.losses import Weights


@dataclass(frozen=True, slots=True)
class Source:
    """A file of example lines, how often it is drawn, and whether its pages are blanked or mostly disguised."""

    path: Path
    weight: float
    blanked: bool = False
    disguised: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a run needs to be repeated.

    `minutes` counts training time over all resumptions; `steps` or `teraflops` (computed forward and backward), where
    given, ends the run instead: the same on any computer. `rate` is reached after `warm_up` steps and falls from the
    share `decay_from` of the run on (`rate_at`). A step has at most `budget` padded tokens and `rows` questions a page.
    A share `hidden_share` of the steps hides the boxes of a share `hidden` of the words and asks the encoder about
    them. A share `answer_words_lost` of the answer's tokens that the decoder is given are unknown ones (word dropout,
    Bowman et al., CoNLL 2016). A checkpoint is written every `checkpoint_minutes`.
    """

    sources: tuple[Source, ...]
    minutes: float
    steps: int = 0
    size: str = "small"
    seed: int = 1
    rate: float = 5e-4
    warm_up: int = 100
    decay_from: float = 0.6
    budget: int = 5120
    rows: int = 12
    hidden: float = 0.2
    hidden_share: float = 0.5
    answer_words_lost: float = 0.05
    weights: Weights = field(default_factory=Weights)
    checkpoint_minutes: float = 10.0
    teraflops: float = 0.0


@dataclass(slots=True)
class Progress:
    """How far a run is; `seconds` is time spent in steps, `flop` what was computed in them."""

    step: int = 0
    seconds: float = 0.0
    examples: int = 0
    questions: int = 0
    flop: float = 0.0

    def share(self, recipe: Recipe) -> float:
        """The part of the run that is done, 0..1 and a little beyond."""
        if recipe.steps:
            return self.step / recipe.steps
        if recipe.teraflops:
            return self.flop / recipe.teraflops / 1e12
        return self.seconds / (60 * recipe.minutes)


def rate_at(recipe: Recipe, step: int, share: float) -> float:
    """The learning rate of a step (from 0) when `share` (0..1) of the run is done: it rises linearly over `warm_up`
    steps, stays, and from `decay_from` on falls linearly to zero; it never falls where that is 1 or more."""
    falls = recipe.decay_from < 1 and share > recipe.decay_from
    falling = max(0.0, (1 - share) / (1 - recipe.decay_from)) if falls else 1.0
    return recipe.rate * min(1.0, (step + 1) / max(1, recipe.warm_up)) * falling


def recipe_record(recipe: Recipe) -> dict[str, Any]:
    """The recipe as plain values, each source with its hash."""
    return {**asdict(recipe), "sources": [_source_record(source) for source in recipe.sources]}


def _source_record(source: Source) -> dict[str, Any]:
    record = asdict(source)
    path = record.pop("path")
    return {"file": path.name, **record, "sha256": file_hash(path)}


def file_hash(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def surroundings() -> dict[str, str]:
    """What a run's figures also depend on."""
    return {"python": platform.python_version(), "torch": torch.__version__, "processor": platform.machine()}
