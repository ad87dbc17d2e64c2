"""Which of the facts of a document answers a question, if any does."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docqa_app.asking.facts.candidates import Weighed, candidates
from docqa_app.asking.facts.fact import Fact
from docqa_app.asking.log_linear import shares, weighed
from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Page
from docqa_app.core.find import fold

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
    likely = shares([weighed(one.signs, weights()) for one in every])
    texts = [fold(one.fact.text if one.fact else said.text if one.said else "") for one in every]
    sums: dict[str, float] = defaultdict(float)
    for text, share in zip(texts, likely, strict=True):
        sums[text] += share
    facts = _likeliest(every, texts, likely)
    found = [Candidate(one.text, sums[text], one.page, one.value) for text, one in facts.items()]
    found.sort(key=lambda one: -one.confidence)
    offered = tuple(one for one in found[: MOST_OTHERS + 1] if one.confidence > LEAST_SHARE)
    return Judged(sums[""], sums[fold(said.text)] if said.found else 0.0, offered)


def _likeliest(every: Sequence[Weighed], texts: Sequence[str], likely: Sequence[float]) -> dict[str, Fact]:
    """The likeliest fact of each text."""
    facts: dict[str, Fact] = {}
    for at in sorted(range(len(every)), key=lambda at: -likely[at]):
        fact = every[at].fact
        if fact:
            facts.setdefault(texts[at], fact)
    return facts
