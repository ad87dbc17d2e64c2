"""What is compared at equal cost: the paper's pre-training tasks, and the place of the question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from docqa_app.training.losses import Weights
from docqa_app.training.model.config import Config

DENOISING = Weights(line=0.0, grid=0.0)
ANSWERING = Weights(line=0.0, grid=0.0)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to train. `changes` of the configuration; `tasks`: weights of the losses in pre-training."""

    name: str
    changes: dict[str, Any]
    tasks: Weights = DENOISING

    def config(self, plain: Config) -> Config:
        return replace(plain, **self.changes)

    @property
    def hides_boxes(self) -> bool:
        """Whether pre-training asks the encoder at all."""
        return bool(self.tasks.line or self.tasks.grid)


@dataclass(frozen=True, slots=True)
class Study:
    """Variants; the share of each one's cost that is pre-training; those also tried on misread pages."""

    variants: tuple[Variant, ...]
    pretraining: float
    misread: tuple[str, ...] = ()


TASKS = Study(
    (
        Variant("denoising only", {"picture_used": False}),
        Variant("+ picture", {}),
        Variant("+ picture, token-to-line", {}, Weights(line=1.0, grid=0.0)),
        Variant("+ picture, token-to-grid", {}, Weights(line=0.0, grid=1.0)),
        Variant("all", {}, Weights(line=1.0, grid=1.0)),
    ),
    pretraining=0.5,
    misread=("+ picture", "all"),
)
QUESTION = Study(
    (
        Variant("question in the decoder", {}),
        Variant("question in the encoder", {"question_in_encoder": True}),
    ),
    pretraining=0.0,
)
STUDIES = {"tasks": TASKS, "question": QUESTION}


@dataclass(frozen=True, slots=True)
class Scale:
    """What one run of a size costs where nothing else is said, its learning rate, and the padded tokens a step."""

    teraflops: float
    rate: float
    budget: int


SCALES = {"tiny": Scale(5.0, 3e-3, 2048), "small": Scale(60.0, 6e-4, 1024), "base": Scale(250.0, 5e-4, 4096)}
