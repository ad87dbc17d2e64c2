"""Answers as the page prints them: the model learns to copy what was read, not to write what the annotator wrote.

Where recognition spelled a word wrongly, a label in the annotator's spelling can only be learned by heart; copied word
for word it teaches where to look. An answer of which nothing was read teaches nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from docqa_app.core.locate import locate
from docqa_app.training.page_lines import Line

LIKE_ENOUGH = 65
"""How like (0..100) a run of words must be to stand for the answer."""

NUMBERS_LIKE = 80
"""The same for an answer that is mostly digits: another number is likely another thing."""

IN_OTHER_WORDS = frozenset(("visual", "count", "compare", "locate"))
"""Tasks whose answers are not printed."""

Found = tuple[str, tuple[int, ...]]


def printed(answer: str, texts: Sequence[str], evidence: Sequence[int] = ()) -> Found | None:
    """The answer as the words have it, and the indices of those words; None where it was not read.

    `evidence` are words known to hold it. An answer that stands letter for letter within its words stays as it is:
    "57.80" in "Total:57.80".
    """
    known = tuple(sorted(evidence)) or locate(answer, texts)
    if known and answer in _text(known, texts):
        return answer, known
    near = max(_runs(answer, texts), key=lambda run: _likeness(answer, run, texts), default=range(0))
    best = max(known, tuple(near), key=lambda run: _likeness(answer, run, texts))
    if _likeness(answer, best, texts) < (NUMBERS_LIKE if _is_number(answer) else LIKE_ENOUGH):
        return None
    return _text(best, texts), best


def _is_number(text: str) -> bool:
    return sum(c.isdigit() for c in text) * 2 > len(text)


def _text(words: Sequence[int], texts: Sequence[str]) -> str:
    return " ".join(texts[i] for i in words)


def _likeness(answer: str, words: Sequence[int], texts: Sequence[str]) -> float:
    return fuzz.ratio(answer.lower(), _text(words, texts).lower())


def _runs(answer: str, texts: Sequence[str]) -> Iterator[range]:
    """Runs of words about as long as the answer, from words that share something with it."""
    low, high = 0.6 * len(answer), 1.5 * len(answer) + 3
    for first in range(len(texts)):
        length = -1
        for last in range(first, len(texts)):
            length += 1 + len(texts[last])
            if length > high:
                break
            if length >= low:
                yield range(first, last + 1)


def as_printed(line: Line) -> Line:
    """A line whose questions say (`said`) what is printed; those whose answer was not read are left out."""
    texts = [word[0] for word in line["words"]]
    found: dict[tuple[str, tuple[int, ...]], Found | None] = {}
    questions = []
    for question in line["questions"]:
        if question["answers"] and question["task"] not in IN_OTHER_WORDS:
            key = question["answers"][0], tuple(question["evidence"])
            if key not in found:
                found[key] = printed(key[0], texts, key[1])
            if (there := found[key]) is None:
                continue
            question = {**question, "said": there[0], "evidence": list(there[1])}
        questions.append(question)
    return {**line, "questions": questions}
