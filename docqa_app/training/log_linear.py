"""Weights of signs, fitted so that what is right among several has most of the likelihood together.

Maximum marginal likelihood of a log-linear choice: which of the right ones is meant, nobody needs to tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS, RATE, DECAY = 80, 0.1, 1e-4
FEWEST = 8
"""Questions in which a sign must be seen."""
SMALLEST = 0.03
"""Weights nearer to zero are left out."""


@dataclass(frozen=True, slots=True)
class Case:
    """What may be chosen: which of it is right, and all signs, each by its number, strength and the choice it belongs
    to. `part`: of the data."""

    part: int
    right: NDArray[np.bool_]
    sign: NDArray[np.int32]
    strength: NDArray[np.float32]
    program: NDArray[np.int32]


class Names:
    """Signs by number, in the order in which they were first seen."""

    def __init__(self) -> None:
        self.at: dict[str, int] = {}

    def case(self, part: int, every: Sequence[Mapping[str, float]], right: Sequence[bool]) -> Case:
        entries = [
            (self.at.setdefault(name, len(self.at)), strength, program)
            for program, found in enumerate(every)
            for name, strength in found.items()
            if strength
        ]
        sign, strength, program = zip(*entries, strict=True) if entries else ((), (), ())
        return Case(
            part,
            np.array(right, bool),
            np.array(sign, np.int32),
            np.array(strength, np.float32),
            np.array(program, np.int32),
        )


@dataclass(frozen=True)
class Together:
    """Cases as one: the sign, strength and program of each entry, and where each case's programs start."""

    sign: NDArray[np.int64]
    strength: NDArray[np.float64]
    program: NDArray[np.int64]
    starts: NDArray[np.int64]
    right: NDArray[np.bool_]

    @classmethod
    def of(cls, cases: Sequence[Case]) -> Together:
        starts = np.cumsum([0, *(len(case.right) for case in cases[:-1])])
        return cls(
            np.concatenate([case.sign for case in cases]),
            np.concatenate([case.strength for case in cases]),
            np.concatenate([case.program + start for case, start in zip(cases, starts, strict=True)]),
            starts,
            np.concatenate([case.right for case in cases]),
        )

    def shares(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The likelihood of every program in its case."""
        scores = np.bincount(self.program, weights[self.sign] * self.strength, len(self.right))
        sizes = np.diff(np.append(self.starts, len(scores)))
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.starts), sizes))
        return np.asarray(raised / np.repeat(np.add.reduceat(raised, self.starts), sizes))

    def pull(self, weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
        """The gradient of the mean log likelihood of right answers, and that mean."""
        shares = self.shares(weights)
        sizes = np.diff(np.append(self.starts, len(shares)))
        right = np.maximum(np.add.reduceat(shares * self.right, self.starts), 1e-12)
        slope = (shares * self.right / np.repeat(right, sizes) - shares) / len(self.starts)
        return np.bincount(self.sign, slope[self.program] * self.strength, len(weights)), float(np.log(right).mean())


def fitted(cases: Sequence[Case], names: Names, decay: float = DECAY) -> NDArray[np.float64]:
    """The weight of every sign, by Adam over all cases at once; of signs seen seldom 0."""
    useful = [case for case in cases if case.right.any() and not case.right.all()]
    seen = np.bincount(np.concatenate([np.unique(case.sign) for case in useful]), minlength=len(names.at))
    together = Together.of(useful)
    weights, mean, square = (np.zeros(len(names.at)) for _ in range(3))
    for n in range(1, ROUNDS + 1):
        pulled, told = together.pull(weights)
        pulled = np.where(seen >= FEWEST, pulled - decay * weights, 0.0)
        mean, square = 0.9 * mean + 0.1 * pulled, 0.99 * square + 0.01 * pulled**2
        weights = weights + RATE * (mean / (1 - 0.9**n)) / (np.sqrt(square / (1 - 0.99**n)) + 1e-8)
        if n % 20 == 0:
            print(f"round {n}: log likelihood {told:.4f}", flush=True)
    return weights


def kept(weights: NDArray[np.float64], names: Names) -> dict[str, float]:
    """The weights that matter, by name."""
    return {name: round(float(weights[n]), 2) for name, n in sorted(names.at.items()) if abs(weights[n]) >= SMALLEST}


def right_share(cases: Sequence[Case], names: Names, weights: Mapping[str, float]) -> float:
    """The share of cases in which the likeliest choice is right, by the weights of signs; signs without one count 0."""
    by = np.array([weights.get(name, 0.0) for name in names.at])
    scores = (np.bincount(case.program, by[case.sign] * case.strength, len(case.right)) for case in cases)
    return float(np.mean([case.right[score.argmax()] for case, score in zip(cases, scores, strict=True)]))
