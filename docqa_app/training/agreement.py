"""How well a score agrees with judgements: correlation, balanced accuracy at a threshold, precision and recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Values = Sequence[float]


def pearson(scores: Values, labels: Values) -> float:
    """Pearson's r, the linear correlation of scores and labels, -1..1; 0 where either does not vary."""
    a, b = np.asarray(scores, dtype=float), np.asarray(labels, dtype=float)
    if len(a) < 2 or not a.std() or not b.std():
        return 0.0
    return float(np.corrcoef(a, b)[0, 1])


def spearman(scores: Values, labels: Values) -> float:
    """Spearman's rho, Pearson's r of the ranks, equal values sharing their mean rank; -1..1."""
    return pearson(mean_ranks(scores), mean_ranks(labels))


def mean_ranks(values: Values) -> list[float]:
    """The rank of each value, from 1; equal values share the mean of theirs."""
    array = np.asarray(values, dtype=float)
    _, inverse, counts = np.unique(array, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    means: NDArray[np.float64] = ends - (counts - 1) / 2
    return [float(rank) for rank in means[inverse]]


def balanced_accuracy(found_bad: Sequence[bool], is_bad: Sequence[bool]) -> float:
    """The mean of two shares: of the bad that were found, and of the good that were left alone (of sensitivity and
    specificity), 0..1; ValueError where there are none of either."""
    found, bad = np.asarray(found_bad, dtype=bool), np.asarray(is_bad, dtype=bool)
    if bad.all() or not bad.any():
        raise ValueError("balanced accuracy needs good and bad ones")
    return float((found[bad].mean() + (~found[~bad]).mean()) / 2)


def best_threshold(scores: Values, is_bad: Sequence[bool]) -> float:
    """The score below which things are called bad for the highest balanced accuracy: between two scores seen.
    ValueError where there are none, or not both bad and good ones."""
    ordered = sorted(set(scores))
    cuts = [(low + high) / 2 for low, high in pairwise(ordered)] or ordered
    return max(cuts, key=lambda cut: balanced_accuracy([score < cut for score in scores], is_bad))


def cross_fitted(scores: Values, is_bad: Sequence[bool]) -> float:
    """Balanced accuracy of thresholds chosen on one half and tried on the other, the mean of both ways; every second
    score is of one half. ValueError where a half has not both bad and good ones."""
    tried = []
    for half in (0, 1):
        chosen, other = ([n for n in range(len(scores)) if n % 2 == part] for part in (half, 1 - half))
        cut = best_threshold([scores[n] for n in chosen], [is_bad[n] for n in chosen])
        tried.append(balanced_accuracy([scores[n] < cut for n in other], [is_bad[n] for n in other]))
    return sum(tried) / len(tried)


@dataclass(frozen=True, slots=True)
class DetectionRates:
    """Of what was called bad the share that is (precision); of the bad the share found (recall); of the good the share
    wrongly called bad (false flags)."""

    precision: float
    recall: float
    false_flags: float


def detection_rates(found_bad: Sequence[bool], is_bad: Sequence[bool]) -> DetectionRates:
    """The three shares, 0 where there is nothing to divide by."""
    hits = sum(f and b for f, b in zip(found_bad, is_bad, strict=True))
    called, bad = sum(found_bad), sum(is_bad)
    good = len(is_bad) - bad
    return DetectionRates(
        hits / called if called else 0.0, hits / bad if bad else 0.0, (called - hits) / good if good else 0.0
    )
