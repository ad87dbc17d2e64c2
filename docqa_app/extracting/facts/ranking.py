"""Which of the facts of a document answers a question, if any does."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.extracting.facts.facts import Weighed, candidates
from docqa_app.extracting.facts.signs import Signs

WEIGHTS = Path(__file__).with_name("weights.json")
"""Fitted by `docqa_app.training.fact_weights`."""
MOST_PAGES = 32
"""Longer documents are not searched."""
LEAST_SHARE = 0.03
"""Of the likelihood: what has less is not offered."""
MOST_OTHERS = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """How likely no fact answers, and what may, the likeliest first. `said`: how likely what was said already does."""

    nothing: float
    said: float
    facts: tuple[Candidate, ...]


@cache
def weights() -> Mapping[str, float]:
    """By the name of the sign."""
    read: Mapping[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return read


def judged(said: Answer, by: str, model: Answer, pages: Sequence[Page], *, known: bool) -> Judged | None:
    """What the facts of these pages say to a question that the rule `by` answered with `said`, the model with `model`.

    A log-linear choice among all facts, what was said and nothing; facts of one text count together. None for a
    document too long to be searched.
    """
    if len(pages) > MOST_PAGES:
        return None
    every = candidates(said, by, model, pages, known=known)
    shares = _shares([_weighed(one.signs) for one in every])
    by_text: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Weighed]] = {}
    for one, share in zip(every, shares, strict=True):
        text = fold(one.fact.text if one.fact else said.text if one.said else "")
        by_text[text] += share
        if one.fact and share > best.get(text, (0.0, one))[0]:
            best[text] = share, one
    found = sorted(best, key=lambda text: -by_text[text])[: MOST_OTHERS + 1]
    facts = (_candidate(best[text][1], by_text[text]) for text in found if by_text[text] > LEAST_SHARE)
    return Judged(by_text.get("", 0.0), by_text.get(fold(said.text), 0.0) if said.found else 0.0, tuple(facts))


def _weighed(signs: Signs) -> float:
    return sum(weights().get(name, 0.0) * strength for name, strength in signs.items())


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    return [one / sum(raised) for one in raised]


def _candidate(one: Weighed, share: float) -> Candidate:
    assert one.fact is not None
    return Candidate(one.fact.text, share, one.fact.page, one.fact.value)
