"""How good answers are: ANLS, exact match and calibration error."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from docqa_app.core.spelling import edit_distance, spell

ANLS_THRESHOLD = 0.5
BINS = 10
DRAWS = 200
"""From which the mean calibration error by chance is taken."""


def anls(answer: str, truths: Sequence[str]) -> float:
    """Average normalised Levenshtein similarity of one question (Biten et al. 2019, "Scene Text VQA"), 0..1.

    max over truths t of s(a, t), where s = 1 - NL(a, t) if NL < 0.5, else 0, and NL is the edit distance
    over the longer length; both in lower case, spaces joined. A set's ANLS is the mean over its questions.
    Without truths the question has no answer: 1 for an empty answer, else 0.
    """
    if not truths:
        return float(not answer.strip())
    return max(_similarity(normalised(answer), normalised(truth)) for truth in truths)


def _similarity(answer: str, truth: str) -> float:
    longer = max(len(answer), len(truth))
    distance = edit_distance(answer, truth) / longer if longer else 0.0
    return 1.0 - distance if distance < ANLS_THRESHOLD else 0.0


def exact_match(answer: str, truths: Sequence[str]) -> bool:
    """Whether the answer is one of the truths but for case and spaces; without truths, whether it is empty."""
    return normalised(answer) in {normalised(truth) for truth in truths or ("",)}


def is_right(answer: str, truths: Sequence[str]) -> bool:
    """Whether a reader would take the answer for one of the truths.

    Case, accents, spaces and the marks between words do not count, each digit and each mark inside a number does:
    "No.3,Jalan Tun" is "NO 3 JALAN TUN"; "12.50" is not "1250". This is what confidence promises.
    """
    return _read(answer) in {_read(truth) for truth in truths or ("",)}


def _read(text: str) -> str:
    return "".join(part.text for part in spell((text,)).parts) or normalised(text)


def normalised(text: str) -> str:
    """Lower case, runs of spaces joined to one, none at the ends."""
    return " ".join(text.lower().split())


def binned(answers: Iterable[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """Answers, each a confidence and whether it is right, in BINS bins of equal width by confidence."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in answers:
        bins[min(BINS - 1, max(0, int(confidence * BINS)))].append((confidence, right))
    return bins


def expected_calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """How far confidence and the share of right answers lie apart, 0..1 (Naeini et al. 2015; Guo et al. 2017).

    ECE = sum over bins b of n_b / n * |share right in b - mean confidence in b|, with bins of equal width;
    0 where there are no answers. ValueError where the lengths differ.
    """
    groups = binned(zip(confidences, right, strict=True))
    gaps = (abs(sum(hit for _, hit in group) - sum(confidence for confidence, _ in group)) for group in groups)
    return sum(gaps) / len(confidences) if confidences else 0.0


def calibration_error_by_chance(confidences: Sequence[float]) -> float:
    """The calibration error that confidences which keep their promise exactly would show on so few answers, 0..1.

    The mean over DRAWS draws in which each answer is right with the probability of its confidence; the draws are the
    same every time.
    """
    rng = random.Random(1)
    drawn = ([rng.random() < confidence for confidence in confidences] for _ in range(DRAWS))
    return sum(expected_calibration_error(confidences, right) for right in drawn) / DRAWS
