"""Questions with their answers as the model writes them from a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenPair:
    """A question and its answer, and how the model wrote them.

    `pieces` are the model's own tokens as ids, separator included, end left out; `spelled` is the text of each, "" for
    the separator; `separator` is its place. `likelihoods`: natural log likelihood of each token and of the end, given
    the text the pair was written from. `penalty` (at least 0): what the search took off for being like others.
    """

    question: str
    answer: str
    pieces: tuple[int, ...]
    spelled: tuple[str, ...]
    separator: int
    likelihoods: tuple[float, ...]
    penalty: float = 0.0

    @property
    def likelihood(self) -> float:
        """Log likelihood of the whole pair."""
        return sum(self.likelihoods)
