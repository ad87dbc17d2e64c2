"""Prompts become answers, token by token: one said freely, some spelled as the page spells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.network import DecoderState, EncodedPage, Floats, Ints, Network
from docqa_app.answering.runs import PageRuns, page_runs
from docqa_app.answering.tokenizer import END_ID, PAD_ID, UNKNOWN_ID
from docqa_app.core.logistic import FARTHEST

MOST_TOKENS = 64
NEVER_SAID = (PAD_ID, UNKNOWN_ID)
LEAST = 1e-12
"""No token is taken for less likely: the rounding of the network's weights says nothing below."""


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
    def likelihood(self) -> float:
        """Log probability of the whole answer."""
        return float(sum(self.likelihoods))


def mixed_probabilities(said: DecoderState, page: EncodedPage) -> tuple[Floats, Floats]:
    """Probabilities of the next token [R, vocabulary], written and copied together, and the pointer's shares [R, M].

    p(token) = (1 - g) p_write(token) + g sum of pointer shares on places that hold the token (See et al., ACL 2017).
    """
    gate = sigmoid(said.gate)[:, None]
    shares = _pointer_shares(said.pointer, page.tokens >= 0)
    mixed = _softmax(said.logits)
    mixed *= 1 - gate
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


def sigmoid(logits: Floats) -> Floats:
    """The probability of each; logits count no farther than FARTHEST, for exp would overflow."""
    held = np.clip(logits, -FARTHEST, FARTHEST)
    probabilities: Floats = np.asarray(1 / (1 + np.exp(-held)), dtype=np.float32)
    return probabilities


def _softmax(scores: Floats) -> Floats:
    """Shares over the last axis, in one array: a step over sixty beams has eight hundred thousand scores."""
    shares: Floats = scores - scores.max(axis=-1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=-1, keepdims=True)
    return shares


def decode(
    network: Network, page: EncodedPage, prompts: Sequence[Sequence[int]], runs: int = 2, most: int = MOST_TOKENS
) -> list[list[Decoded]]:
    """For each prompt its answers, the likeliest first, each said greedily.

    One is free to say anything (yes, a colour, a corrected spelling); `runs` others must spell a run of words of the
    page, from the likeliest first tokens on.
    """
    said = network.prompt(page, prompts)
    found = sigmoid(said.found)
    mixed, shares = mixed_probabilities(said, page)
    spelled = page_runs(page)
    hypotheses = [h for row, likely in enumerate(mixed) for h in _hypotheses(row, likely, shares[row], spelled, runs)]
    _finish(network, page, said.rows([h.row for h in hypotheses]), hypotheses, most)
    answers: list[list[Decoded]] = [[] for _ in prompts]
    for hypothesis in hypotheses:
        answers[hypothesis.row].append(hypothesis.decoded(float(found[hypothesis.row])))
    return [sorted(options, key=lambda d: -d.likelihood) for options in answers]


@dataclass(slots=True)
class Hypothesis:
    """An answer while it is said: the prompt it answers, its next token, and where its run may stand (None: free)."""

    row: int
    next: int
    places: Ints | None
    pointed: Floats
    tokens: list[int] = field(default_factory=list)
    likelihoods: list[float] = field(default_factory=list)

    def say(self, probability: float, shares: Floats) -> None:
        """Say the next token, which has this probability, while the pointer looked at `shares` [M]."""
        self.likelihoods.append(float(np.log(max(probability, LEAST))))
        if self.next != END_ID:
            self.tokens.append(self.next)
            self.pointed = np.maximum(self.pointed, shares)

    def choose(self, probabilities: Floats, spelled: PageRuns) -> None:
        """Choose the next token from probabilities [vocabulary]; a run whose next letters are no token ends there."""
        if self.places is None:
            self.next = int(probabilities.argmax())
            return
        may = spelled.only_next(self.places, probabilities)
        self.next = int(may.argmax()) if may.any() else END_ID
        if self.next != END_ID:
            self.places = spelled.go_on(self.places, self.next)

    def decoded(self, found: float) -> Decoded:
        return Decoded(tuple(self.tokens), tuple(self.likelihoods), found, self.pointed)


def _hypotheses(row: int, probabilities: Floats, shares: Floats, spelled: PageRuns, runs: int) -> list[Hypothesis]:
    """The beginnings of one prompt's answers."""
    nothing = np.zeros_like(shares)
    begun = [Hypothesis(row, int(probabilities.argmax()), None, nothing)]
    if len(spelled.tokens):
        likely = np.argsort(-spelled.only_first(probabilities), kind="stable")[:runs]
        firsts = [int(t) for t in likely if len(spelled.begin(int(t)))]
        begun += [Hypothesis(row, token, spelled.begin(token), nothing) for token in firsts]
    for hypothesis in begun:
        hypothesis.say(float(probabilities[hypothesis.next]), shares)
    return begun


def _finish(
    network: Network, page: EncodedPage, said: DecoderState, hypotheses: Sequence[Hypothesis], most: int
) -> None:
    """Go on until every answer has ended; those that ended drop out of the batch."""
    spelled = page_runs(page)
    alive = list(hypotheses)
    for _ in range(most - 1):
        going = [place for place, hypothesis in enumerate(alive) if hypothesis.next != END_ID]
        if not going:
            return
        said = said if len(going) == len(alive) else said.rows(going)
        alive = [alive[place] for place in going]
        said = network.go_on(page, said, [hypothesis.next for hypothesis in alive])
        mixed, shares = mixed_probabilities(said, page)
        for place, hypothesis in enumerate(alive):
            hypothesis.choose(mixed[place], spelled)
            hypothesis.say(float(mixed[place, hypothesis.next]), shares[place])
