"""Diverse beam search as one would write it down: no batch, no cache, every beam's next token asked anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docqa_app.answering.beams import Search
from docqa_app.answering.tokenizer import END_ID

Next = Callable[[tuple[int, ...]], Sequence[float]]
"""next(tokens): log likelihoods of what may come behind them."""


@dataclass(frozen=True, slots=True)
class Plain:
    tokens: tuple[int, ...]
    likelihood: float
    score: float


def plain_search(following: Next, search: Search) -> list[Plain]:
    """What `diverse_beams` must find, in its order."""
    groups = [[Plain((), 0.0, 0.0)] for _ in range(search.groups)]
    ended: list[list[Plain]] = [[] for _ in range(search.groups)]
    for length in range(search.longest + 1):
        said: dict[int, int] = {}
        for number, beams in enumerate(groups):
            candidates = [
                (beam.score + share - search.diversity * said.get(token, 0), place, token, share)
                for place, beam in enumerate(beams)
                for token, share in enumerate(following(beam.tokens))
                if may_come(token, length, search) and not comes_again((*beam.tokens, token), search.no_repeat_ngram)
            ]
            candidates.sort(key=lambda one: (-one[0], one[1], one[2]))
            groups[number] = []
            for score, place, token, share in candidates[: search.width - len(ended[number])]:
                beam = beams[place]
                if token == END_ID:
                    ended[number].append(Plain(beam.tokens, beam.likelihood + share, score))
                else:
                    groups[number].append(Plain((*beam.tokens, token), beam.likelihood + share, score))
                said[token] = said.get(token, 0) + 1
    return [beam for group in ended for beam in group]


def comes_again(tokens: tuple[int, ...], run: int) -> bool:
    """Whether the last `run` tokens stood there before."""
    runs = [tokens[at : at + run] for at in range(len(tokens) - run + 1)] if run else []
    return END_ID not in tokens and runs.count(runs[-1]) > 1 if runs else False


def may_come(token: int, length: int, search: Search) -> bool:
    if token == END_ID:
        return length >= search.shortest
    return length < search.longest
