"""The network as a speaker: many texts after one prompt about the same pages, memory and prompt read once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from docqa_app.answering.beams import LogProbabilities
from docqa_app.answering.network import EncodedPage, Network
from docqa_app.answering.scoring import log_probabilities


class PageSpeaker:
    """Says a batch of rows about one memory; see `beams.Speaker`."""

    def __init__(self, network: Network, page: EncodedPage, prompt: Sequence[int]) -> None:
        self._network, self._page = network, page
        self._said = network.prompt(page, [prompt])
        self._first = True

    def begin(self) -> LogProbabilities:
        """Log likelihoods [vocabulary] of the first token."""
        first: LogProbabilities = log_probabilities(self._said, self._page)[0]
        return first

    def go_on(self, rows: Sequence[int], tokens: Sequence[int]) -> LogProbabilities:
        """Goes on with these rows; at first every row is the prompt."""
        chosen = np.zeros(len(rows), dtype=np.int64) if self._first else np.asarray(rows, dtype=np.int64)
        whole = not self._first and np.array_equal(chosen, np.arange(len(self._said.gate)))
        self._first = False
        said = self._said if whole else self._said.rows(chosen)
        self._said = self._network.go_on(self._page, said, tokens)
        return log_probabilities(self._said, self._page)


def memory_of(pages: Sequence[EncodedPage]) -> EncodedPage:
    """Several pages laid end to end, as the decoder reads the passages of one; ValueError where there are none."""
    if not pages:
        raise ValueError("no pages to read")
    if len(pages) == 1:
        return pages[0]
    shifts = np.cumsum([0, *(len(page.grid) for page in pages[:-1])])
    words = [np.where(page.words >= 0, page.words + shift, -1) for page, shift in zip(pages, shifts, strict=True)]
    return EncodedPage(
        np.concatenate([page.keys for page in pages], axis=2),
        np.concatenate([page.values for page in pages], axis=2),
        np.concatenate([page.pointer_keys for page in pages]),
        np.concatenate([page.tokens for page in pages]),
        np.concatenate(words),
        np.concatenate([page.grid for page in pages]),
        np.concatenate([page.line for page in pages]),
    )
