"""Diverse beam search in one batch finds what the plain, slow one finds."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import numpy as np
import pytest

from docqa_app.answering.beams import LogProbabilities, Search, diverse_beams
from docqa_app.answering.tokenizer import END_ID
from docqa_app.errors import Cancelled
from tests.answering.plain_beams import plain_search

VOCABULARY = 12


def following(tokens: tuple[int, ...]) -> list[float]:
    """Log likelihoods drawn by lot, the same whenever the same tokens were said."""
    rng = random.Random(f"{tokens}")
    weights = [rng.random() ** 4 + 0.001 for _ in range(VOCABULARY)]
    return [math.log(weight / sum(weights)) for weight in weights]


class MadeUp:
    """A speaker over `following`."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, ...]] = []

    def begin(self) -> LogProbabilities:
        return np.array(following(()), dtype=np.float32)

    def go_on(self, rows: Sequence[int], tokens: Sequence[int]) -> LogProbabilities:
        before = self.rows or [()] * (max(rows) + 1)
        self.rows = [(*before[row], token) for row, token in zip(rows, tokens, strict=True)]
        return np.array([following(said) for said in self.rows], dtype=np.float32)


@pytest.mark.parametrize(
    "search",
    [
        Search(6, 6, 0.5, 3, 9),
        Search(12, 12, 2.0, 0, 6),
        Search(6, 3, 0.5, 2, 8),
        Search(4, 1, 0.5, 2, 8),
        Search(1, 1, 0.5, 0, 5),
        Search(5, 5, 0.0, 8, 8),
        Search(6, 6, 0.5, 10, 30, no_repeat_ngram=2),
        Search(6, 3, 0.5, 10, 20, no_repeat_ngram=3),
    ],
    ids=str,
)
def test_the_batch_finds_the_same_tokens_as_the_plain_search(search: Search) -> None:
    found = diverse_beams(MadeUp(), search)

    expected = plain_search(following, search)
    assert [beam.tokens for beam in found] == [beam.tokens for beam in expected]
    assert [beam.likelihood for beam in found] == pytest.approx([beam.likelihood for beam in expected], abs=1e-4)
    assert [beam.score for beam in found] == pytest.approx([beam.score for beam in expected], abs=1e-4)


def test_every_text_has_at_least_the_shortest_and_at_most_the_longest_length() -> None:
    found = diverse_beams(MadeUp(), Search(30, 30, 0.5, 4, 7))

    assert len(found) == 30
    assert {len(beam.tokens) for beam in found} <= {4, 5, 6, 7}
    assert all(len(beam.likelihoods) == len(beam.tokens) + 1 for beam in found)


class Parrot(MadeUp):
    """Says the same two tokens for ever where it may."""

    def begin(self) -> LogProbabilities:
        return self._after(0)

    def go_on(self, rows: Sequence[int], tokens: Sequence[int]) -> LogProbabilities:
        return np.array([self._after(token) for token in tokens])

    def _after(self, token: int) -> LogProbabilities:
        likeliest = 3 if token == 2 else 2
        return np.array([0.0 if place == likeliest else -4.0 - place for place in range(VOCABULARY)], dtype=np.float32)


def test_a_clause_is_not_said_round_and_round() -> None:
    (free,) = diverse_beams(Parrot(), Search(1, 1, 0.0, 12, 12))
    (held,) = diverse_beams(Parrot(), Search(1, 1, 0.0, 12, 12, no_repeat_ngram=3))

    assert free.tokens == (2, 3) * 6
    runs = [held.tokens[at : at + 3] for at in range(10)]
    assert held.tokens[:4] == (2, 3, 2, 3)
    assert len(set(runs)) == len(runs)


def test_without_diversity_all_groups_say_the_same_and_with_it_they_do_not() -> None:
    alike = diverse_beams(MadeUp(), Search(8, 8, 0.0, 3, 9))
    apart = diverse_beams(MadeUp(), Search(8, 8, 3.0, 3, 9))

    assert len({beam.tokens for beam in alike}) == 1
    assert len({beam.tokens for beam in apart}) > 4


def test_the_penalty_stands_apart_from_the_likelihood() -> None:
    first, *others = diverse_beams(MadeUp(), Search(8, 8, 0.5, 3, 9))

    assert first.penalty == 0
    assert any(beam.penalty > 0 for beam in others)
    for beam in others:
        said = (*beam.tokens, END_ID)
        assert beam.likelihood == pytest.approx(
            sum(following(said[:place])[token] for place, token in enumerate(said)), abs=1e-4
        )


def test_a_search_whose_groups_do_not_share_its_beams_evenly_is_refused() -> None:
    with pytest.raises(ValueError, match="no such search"):
        Search(beams=10, groups=4)


def test_cancelling_ends_the_search_at_the_next_step() -> None:
    steps = []

    def stop(done: int, most: int) -> None:
        steps.append(done)
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        diverse_beams(MadeUp(), Search(4, 4, 0.5, 8, 20), stop)
    assert steps == [0, 1, 2]
