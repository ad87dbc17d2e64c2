"""Prompts become answers: token by token, greedily, from a few likely beginnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.network import EncodedPage, Floats, Ints, Network, Spoken
from docqa_app.answering.tokenizer import END_ID, PAD_ID, UNKNOWN_ID

MOST_TOKENS = 64
NEVER_SAID = (PAD_ID, UNKNOWN_ID)


@dataclass(frozen=True, slots=True)
class Decoded:
    """One possible answer to one prompt.

    tokens without the end; `likelihoods`: log probability of each token and of the end; `found`: probability that the
    page answers the prompt; `pointed` [M]: the largest share the pointer gave each place while the answer was said.
    """

    tokens: tuple[int, ...]
    likelihoods: tuple[float, ...]
    found: float
    pointed: NDArray[np.float32]

    @property
    def score(self) -> float:
        """Log probability of the whole answer."""
        return float(sum(self.likelihoods))


def mixed_probabilities(said: Spoken, page: EncodedPage) -> tuple[Floats, Floats]:
    """Probabilities of the next token [R, vocabulary], written and copied together, and the pointer's shares [R, M].

    p(token) = (1 - g) p_write(token) + g sum of pointer shares on places that hold the token (See et al., ACL 2017).
    """
    gate = (1 / (1 + np.exp(-said.gate)))[:, None].astype(np.float32)
    shares = _pointer_shares(said.pointer, page.tokens >= 0)
    mixed: Floats = (1 - gate) * _softmax(said.logits)
    places = np.flatnonzero(page.tokens >= 0)
    for row in range(len(mixed)):
        np.add.at(mixed[row], page.tokens[places], gate[row, 0] * shares[row, places])
    mixed[:, NEVER_SAID] = 0
    return mixed, shares


def _pointer_shares(pointer: Floats, copyable: NDArray[np.bool_]) -> Floats:
    """The pointer's shares of the places that hold a token; all zero on a page without words."""
    if not copyable.any():
        return np.zeros_like(pointer)
    return _softmax(np.where(copyable, pointer, np.float32(-np.inf)))


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = (raised / raised.sum(axis=-1, keepdims=True)).astype(np.float32)
    return shares


def decode(
    network: Network, page: EncodedPage, prompts: Sequence[Sequence[int]], beginnings: int = 1, most: int = MOST_TOKENS
) -> list[list[Decoded]]:
    """For each prompt its answers, the likeliest first: one greedy answer for each of its likeliest first tokens."""
    said = network.prompt(page, prompts)
    found = 1 / (1 + np.exp(-said.found))
    mixed, shares = mixed_probabilities(said, page)
    firsts = np.argsort(-mixed, axis=1, kind="stable")[:, :beginnings]  # [R, beginnings]
    rows = np.repeat(np.arange(len(prompts)), beginnings)
    finished = _finish(network, page, said.rows(rows), firsts.ravel(), mixed[rows], shares[rows], most)
    answers: list[list[Decoded]] = [[] for _ in prompts]
    for row, (tokens, likelihoods, pointed) in zip(rows, finished, strict=True):
        answers[row].append(Decoded(tokens, likelihoods, float(found[row]), pointed))
    return [sorted(options, key=lambda d: -d.score) for options in answers]


def _finish(
    network: Network, page: EncodedPage, said: Spoken, first: Ints, mixed: Floats, shares: Floats, most: int
) -> list[tuple[tuple[int, ...], tuple[float, ...], Floats]]:
    """Go on greedily until every row has ended; rows that ended drop out of the batch."""
    count = len(first)
    tokens: list[list[int]] = [[] for _ in range(count)]
    likelihoods: list[list[float]] = [[] for _ in range(count)]
    pointed = np.zeros((count, len(page.tokens)), dtype=np.float32)
    alive = np.arange(count)
    chosen = first
    for _ in range(most):
        for place, (row, token) in enumerate(zip(alive, chosen, strict=True)):
            likelihoods[row].append(float(np.log(max(mixed[place, token], 1e-12))))
            if token != END_ID:
                tokens[row].append(int(token))
                pointed[row] = np.maximum(pointed[row], shares[place])
        going = np.flatnonzero(chosen != END_ID)
        if not len(going):
            break
        alive = alive[going]
        said = network.go_on(page, said if len(going) == len(chosen) else said.rows(going), chosen[going])
        mixed, shares = mixed_probabilities(said, page)
        chosen = mixed.argmax(axis=1)
    return [(tuple(t), tuple(s), p) for t, s, p in zip(tokens, likelihoods, pointed, strict=True)]
