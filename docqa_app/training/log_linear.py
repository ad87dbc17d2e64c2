"""Weights of signs, fitted so that what is right among several choices has most of the likelihood together.

Maximum marginal likelihood of a log-linear model (Liang, Jordan and Klein, Learning Dependency-Based Compositional
Semantics, Computational Linguistics 2013): of weights w it lowers -log sum over right choices c of p(c), where
p(c) = exp(w . signs(c)) / sum over all choices of a case. Which of the right ones is meant, nobody needs to tell.
Letters in the shape comments: C choices, E entries (a sign that a choice shows), S signs, N cases.
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
    """What may be chosen for one question: right [C] True on choices that are; of each sign that a choice shows its
    number, strength and choice, sign, strength and choice [E]. `part`: of the data, from 0."""

    part: int
    right: NDArray[np.bool_]
    sign: NDArray[np.int32]
    strength: NDArray[np.float32]
    choice: NDArray[np.int32]


class Names:
    """Signs by number, in the order in which they were first seen."""

    def __init__(self) -> None:
        self.at: dict[str, int] = {}

    def case(self, part: int, every: Sequence[Mapping[str, float]], right: Sequence[bool]) -> Case:
        """A case of the signs of every choice and whether each is right; signs of no strength are left out."""
        entries = [
            (self.at.setdefault(name, len(self.at)), strength, choice)
            for choice, found in enumerate(every)
            for name, strength in found.items()
            if strength
        ]
        sign, strength, choice = zip(*entries, strict=True) if entries else ((), (), ())
        return Case(
            part,
            np.array(right, bool),
            np.array(sign, np.int32),
            np.array(strength, np.float32),
            np.array(choice, np.int32),
        )


@dataclass(frozen=True)
class Together:
    """Cases as one: sign, strength and choice [E], choices counted through all cases; starts [N], the first choice of
    each case; right [C]."""

    sign: NDArray[np.int64]
    strength: NDArray[np.float64]
    choice: NDArray[np.int64]
    starts: NDArray[np.int64]
    right: NDArray[np.bool_]

    @classmethod
    def of(cls, cases: Sequence[Case]) -> Together:
        """These cases, of which there must be one, one behind the other."""
        starts = np.cumsum([0, *(len(case.right) for case in cases[:-1])])
        return cls(
            np.concatenate([case.sign for case in cases]),
            np.concatenate([case.strength for case in cases]),
            np.concatenate([case.choice + start for case, start in zip(cases, starts, strict=True)]),
            starts,
            np.concatenate([case.right for case in cases]),
        )

    def shares(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """weights [S] -> the likelihood [C] of every choice in its case (softmax)"""
        scores = np.bincount(self.choice, weights[self.sign] * self.strength, len(self.right))
        sizes = np.diff(np.append(self.starts, len(scores)))
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.starts), sizes))
        return np.asarray(raised / np.repeat(np.add.reduceat(raised, self.starts), sizes))

    def gradient(self, weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
        """Of the mean log likelihood of right choices by the weights [S], and that mean in nats."""
        shares = self.shares(weights)
        sizes = np.diff(np.append(self.starts, len(shares)))
        right = np.maximum(np.add.reduceat(shares * self.right, self.starts), 1e-12)
        slope = (shares * self.right / np.repeat(right, sizes) - shares) / len(self.starts)
        return np.bincount(self.sign, slope[self.choice] * self.strength, len(weights)), float(np.log(right).mean())


def fitted(cases: Sequence[Case], names: Names, decay: float = DECAY) -> NDArray[np.float64]:
    """The weight [S] of every sign by ROUNDS steps of Adam (Kingma and Ba, ICLR 2015) over all cases at once, drawn to
    zero by `decay`; 0 of signs seen in fewer than FEWEST cases. Cases of which all or none is right teach nothing."""
    useful = [case for case in cases if case.right.any() and not case.right.all()]
    seen = np.bincount(np.concatenate([np.unique(case.sign) for case in useful]), minlength=len(names.at))
    together = Together.of(useful)
    weights, mean, square = (np.zeros(len(names.at)) for _ in range(3))
    for n in range(1, ROUNDS + 1):
        slope, told = together.gradient(weights)
        slope = np.where(seen >= FEWEST, slope - decay * weights, 0.0)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights = weights + RATE * (mean / (1 - 0.9**n)) / (np.sqrt(square / (1 - 0.99**n)) + 1e-8)
        if n % 20 == 0:
            print(f"round {n}: log likelihood {told:.4f}", flush=True)
    return weights


def kept(weights: NDArray[np.float64], names: Names) -> dict[str, float]:
    """Weights of SMALLEST or more either way, by the name of their sign, to two decimals."""
    return {name: round(float(weights[n]), 2) for name, n in sorted(names.at.items()) if abs(weights[n]) >= SMALLEST}


def right_share(cases: Sequence[Case], names: Names, weights: Mapping[str, float]) -> float:
    """The share of cases in which the likeliest choice is right, by the weights of signs; signs without one count 0."""
    by = np.array([weights.get(name, 0.0) for name in names.at])
    scores = (np.bincount(case.choice, by[case.sign] * case.strength, len(case.right)) for case in cases)
    return float(np.mean([case.right[score.argmax()] for case, score in zip(cases, scores, strict=True)]))
