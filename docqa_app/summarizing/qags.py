"""QAGS, to compare QUALS with: the same questions answered twice, by the document and by the text, and compared.

Wang, Cho and Lewis, "Asking and Answering Questions to Evaluate the Factual Consistency of Summaries", ACL 2020. Ours
takes questions, answers and both answerings from the one model that QUALS uses.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Callable, Sequence

MOST_QUESTIONS = 20

Answering = Callable[[Sequence[str]], Sequence[str]]
"""answers(questions): one text a question, "" where there is no answer."""

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_MARKS = str.maketrans("", "", string.punctuation)


def qags(questions: Sequence[str], by_document: Answering, by_text: Answering) -> float | None:
    """The mean token F1 of the two answers, 0..1, over at most MOST_QUESTIONS different questions; None without any."""
    asked = tuple(dict.fromkeys(questions))[:MOST_QUESTIONS]
    if not asked:
        return None
    pairs = zip(by_document(asked), by_text(asked), strict=True)
    return sum(token_f1(*answers) for answers in pairs) / len(asked)


def token_f1(one: str, other: str) -> float:
    """Twice the words that two answers share over the words of both, 0..1; case, articles and marks aside.

    As SQuAD is scored (Rajpurkar et al., EMNLP 2016). Two empty answers agree; an empty one shares nothing.
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return float(ours == theirs)
    shared = (Counter(ours) & Counter(theirs)).total()
    return 2 * shared / (len(ours) + len(theirs))


def _words(text: str) -> list[str]:
    return _ARTICLES.sub(" ", text.lower().translate(_MARKS)).split()
