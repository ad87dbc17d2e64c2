"""Runs of words on the page: which tokens may come next if an answer is to be spelled as the page spells it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docqa_app.answering.network import EncodedPage, Floats, Ints
from docqa_app.answering.tokenizer import END_ID


@dataclass(frozen=True, slots=True)
class PageRuns:
    """The page's tokens in reading order, visual places left out.

    tokens [T]; starts, ends [T]: True on the first and on the last token of a word.
    """

    tokens: Ints
    starts: NDArray[np.bool_]
    ends: NDArray[np.bool_]

    def first(self) -> Ints:
        """Places where a run may begin: the first token of each word."""
        return np.flatnonzero(self.starts)

    def after(self, places: Ints) -> Ints:
        """The places that follow those where a run may stand."""
        following = places + 1
        return following[following < len(self.tokens)]

    def begin(self, token: int) -> Ints:
        """The places where a run that begins with this token may stand."""
        first = self.first()
        standing: Ints = first[self.tokens[first] == token]
        return standing

    def go_on(self, places: Ints, token: int) -> Ints:
        """The places where the run may stand once this token was said."""
        following = self.after(places)
        standing: Ints = following[self.tokens[following] == token]
        return standing

    def only_next(self, places: Ints, probabilities: Floats) -> Floats:
        """Probabilities [vocabulary] of the tokens that go on with a run or end it behind a word; the others 0."""
        kept = np.zeros_like(probabilities)
        allowed = self.tokens[self.after(places)]
        kept[allowed] = probabilities[allowed]
        if self.ends[places].any():
            kept[END_ID] = probabilities[END_ID]
        return kept

    def only_first(self, probabilities: Floats) -> Floats:
        """Probabilities [vocabulary] of the tokens that begin a word of the page; the others 0."""
        kept = np.zeros_like(probabilities)
        allowed = self.tokens[self.first()]
        kept[allowed] = probabilities[allowed]
        return kept


def page_runs(page: EncodedPage) -> PageRuns:
    """The runs of an encoded page."""
    text = page.tokens >= 0
    words = page.words[text]
    changes = np.diff(words, prepend=-1) != 0
    return PageRuns(page.tokens[text], changes, np.append(changes[1:], True)[: len(words)])
