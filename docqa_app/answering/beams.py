"""Diverse beam search: several things to say after one prompt that differ from each other, all in one batch.

Vijayakumar et al., "Diverse Beam Search", AAAI 2018. The beams stand in groups. At each step one group after the other
chooses; a token costs it `diversity` for each time that groups before it chose the token at this step (Hamming).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.tokenizer import END_ID

LogProbabilities = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Search:
    """How to search. `beams` is a multiple of `groups`; a text has `shortest` to `longest` tokens, its end left out,
    and no run of `no_repeat_ngram` tokens twice (0: anything may come again)."""

    beams: int = 60
    groups: int = 60
    diversity: float = 0.5
    shortest: int = 8
    longest: int = 60
    no_repeat_ngram: int = 0

    def __post_init__(self) -> None:
        if self.groups < 1 or self.beams % self.groups or not 0 <= self.shortest <= self.longest:
            raise ValueError(f"no such search: {self}")

    @property
    def width(self) -> int:
        """Beams in a group."""
        return self.beams // self.groups


@dataclass(frozen=True, slots=True)
class Beam:
    """Something said: tokens without the end, the log likelihood of each token (and, once ended, of the end).

    `penalty` is what other groups' choices cost it in all, at least 0.
    """

    group: int
    tokens: tuple[int, ...] = ()
    likelihoods: tuple[float, ...] = ()
    penalty: float = 0.0

    @property
    def likelihood(self) -> float:
        """Log likelihood of the whole."""
        return float(sum(self.likelihoods))

    @property
    def score(self) -> float:
        """Log likelihood less the penalty: what the search ranks by."""
        return self.likelihood - self.penalty


class Speaker(Protocol):
    """Says a batch of rows token by token."""

    def begin(self) -> LogProbabilities:
        """Log likelihoods [vocabulary] of the first token, the same for all rows."""

    def go_on(self, rows: Sequence[int], tokens: Sequence[int]) -> LogProbabilities:
        """Goes on with these rows of the batch, in this order, a token each: log likelihoods [R, vocabulary]."""


OnStep = Callable[[int, int], None]


def diverse_beams(speaker: Speaker, search: Search, on_step: OnStep | None = None) -> tuple[Beam, ...]:
    """`beams` texts in the order of their groups, in a group those that ended first before the others.

    Beams that ended keep their place in the group and leave the batch. `on_step(done, most)` is called before each
    step; what it raises ends the search.
    """
    alive = [Beam(group) for group in range(search.groups)]
    logs = np.repeat(speaker.begin()[None], search.groups, axis=0)
    ended: list[Beam] = []
    for length in range(search.longest + 1):
        if on_step:
            on_step(length, search.longest + 1)
        chosen = list(_step(alive, logs, ended, search, length))
        ended += [beam for _, beam in chosen if len(beam.tokens) == length]
        going = [(row, beam) for row, beam in chosen if len(beam.tokens) > length]
        if not going:
            break
        alive = [beam for _, beam in going]
        logs = speaker.go_on([row for row, _ in going], [beam.tokens[-1] for beam in alive])
    return tuple(sorted(ended, key=lambda beam: beam.group))


def _step(
    alive: Sequence[Beam], logs: LogProbabilities, ended: Sequence[Beam], search: Search, length: int
) -> Iterator[tuple[int, Beam]]:
    """Each group's best continuations, with the row they continue; a group sees what groups before it chose."""
    full = Counter(beam.group for beam in ended)
    costs = np.zeros(logs.shape[1], dtype=np.float32)
    for group, members in groupby(range(len(alive)), key=lambda row: alive[row].group):
        rows = list(members)
        allowed = _allowed(logs[rows], [alive[row].tokens for row in rows], search)
        totals = allowed - costs
        totals += np.array([[alive[row].score] for row in rows], dtype=np.float32)
        chosen = [divmod(at, logs.shape[1]) for at in _largest(totals.ravel(), search.width - full[group])]
        for place, token in chosen:
            yield rows[place], _longer(alive[rows[place]], token, float(allowed[place, token]), float(costs[token]))
        for _, token in chosen:
            costs[token] += search.diversity


def _allowed(logs: LogProbabilities, said: Sequence[tuple[int, ...]], search: Search) -> LogProbabilities:
    """The logs without what may not come now: no end of a text that is too short, nothing else once it is full, and no
    token that ends a run for the second time. All texts are of one length. `logs` is written over."""
    allowed, length = logs, len(said[0])
    if length < search.shortest:
        allowed[:, END_ID] = -np.inf
    if length == search.longest:
        allowed[:, :END_ID] = allowed[:, END_ID + 1 :] = -np.inf
    for row, tokens in enumerate(said if search.no_repeat_ngram else ()):
        allowed[row, _run_ends(tokens, search.no_repeat_ngram)] = -np.inf
    return allowed


def _run_ends(tokens: tuple[int, ...], run: int) -> list[int]:
    """What followed wherever the last `run` - 1 tokens stood before."""
    begun = tokens[len(tokens) - run + 1 :]
    starts = range(len(tokens) - run + 1)
    return [tokens[at + run - 1] for at in starts if tokens[at : at + run - 1] == begun]


def _largest(values: LogProbabilities, count: int) -> list[int]:
    """Where the `count` largest finite values stand, the largest first; of equal ones the first."""
    if count == 1:
        return [int(values.argmax())]
    least = np.partition(values, -count)[-count] if count < len(values) else -np.inf
    near = np.flatnonzero((values >= least) & np.isfinite(values))
    return [int(at) for at in near[np.argsort(-values[near], kind="stable")][:count]]


def _longer(beam: Beam, token: int, likelihood: float, cost: float) -> Beam:
    said = beam.tokens if token == END_ID else (*beam.tokens, token)
    return Beam(beam.group, said, (*beam.likelihoods, likelihood), beam.penalty + cost)
