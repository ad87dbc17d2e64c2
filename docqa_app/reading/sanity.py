"""Is a text layer worth believing, or must the page be recognised?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.document import Word


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a text layer is taken, and why, as half a sentence to the user."""

    sane: bool
    reason: str


def judge(words: Sequence[Word]) -> Verdict:
    if not words:
        return Verdict(False, "the page has no text layer")
    return Verdict(True, "the page has a text layer")
