"""Which words an answer stands on, and how the text is spelled on the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from docqa_app.answering.network import EncodedPage, Floats
from docqa_app.core.document import Page
from docqa_app.core.locate import locate

TELLING = 5
"""Letters from which on an answer's own words say where it stands."""


def word_shares(encoded: EncodedPage, pointed: Floats, count: int) -> list[float]:
    """The largest pointer share any token of each word got, 0..1."""
    shares = np.zeros(count, dtype=np.float32)
    here = encoded.words >= 0
    np.maximum.at(shares, encoded.words[here], pointed[here])
    return [float(share) for share in shares]


def find_evidence(text: str, page: Page, shares: Sequence[float], lines: Sequence[int]) -> tuple[int, ...]:
    """The words that spell the answer, where the pointer looked if they stand more than once; () where none do.

    A "no", a "4" that was reckoned stands on a page by accident: so short an answer needs the pointer's word.
    """
    found = locate(text, [word.text for word in page.words], shares, lines=lines)
    return () if len(text) < TELLING and not pointed_share(found, shares) else found


def pointed_share(evidence: Sequence[int], shares: Sequence[float]) -> float:
    """The part of the evidence words that the pointer named at least faintly, 0..1; 0 without evidence."""
    return sum(shares[i] > 0.05 for i in evidence) / len(evidence) if evidence else 0.0
