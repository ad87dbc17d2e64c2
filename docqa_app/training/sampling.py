"""Texts drawn by lot, token by token, among the likeliest: what a model might also have said.

Top-k sampling as in Fan, Lewis and Dauphin, Hierarchical Neural Story Generation, ACL 2018.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from docqa_app.answering.beams import LogProbabilities, Speaker
from docqa_app.answering.tokenizer import END_ID


@dataclass(frozen=True, slots=True)
class TopK:
    """How to draw: so many `texts`, each token one of the `likeliest` (k) by its likelihood among these; a text has
    `shortest` to `longest` tokens, its end left out."""

    texts: int = 6
    likeliest: int = 50
    shortest: int = 10
    longest: int = 80


def sampled(speaker: Speaker, top_k: TopK, rng: np.random.Generator) -> list[tuple[int, ...]]:
    """The token ids of each text without its end; texts that have not ended by themselves are cut."""
    texts: list[tuple[int, ...]] = [()] * top_k.texts
    alive = list(range(top_k.texts))
    logs = np.repeat(speaker.begin()[None], top_k.texts, axis=0)
    for length in range(top_k.longest):
        tokens = [_drawn(row, length >= top_k.shortest, top_k.likeliest, rng) for row in logs]
        going = [place for place, token in enumerate(tokens) if token != END_ID]
        for place in going:
            texts[alive[place]] += (tokens[place],)
        if not going or length + 1 == top_k.longest:
            break
        alive = [alive[place] for place in going]
        logs = speaker.go_on(going, [tokens[place] for place in going])
    return texts


def _drawn(logs: LogProbabilities, may_end: bool, likeliest: int, rng: np.random.Generator) -> int:
    """One of the likeliest tokens, by its likelihood."""
    allowed = logs.astype(np.float64)
    if not may_end:
        allowed[END_ID] = -np.inf
    best: Sequence[int] = np.argpartition(-allowed, min(likeliest, len(allowed)) - 1)[:likeliest].tolist()
    shares = np.exp(allowed[best] - allowed[best].max())
    return int(rng.choice(best, p=shares / shares.sum()))
