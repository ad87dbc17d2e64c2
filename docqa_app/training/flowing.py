"""A text as a line: a page of flowing words, asked questions or for a summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docqa_app.core.flow import flowed
from docqa_app.training.page_lines import Line, page_line
from docqa_app.training.printed import printed

PAIRED = 0.6
"""Share of a text's questions that are learned to be asked rather than answered."""

LONGEST = 1600
"""Letters of a text at most: about one passage."""


def text_line(name: str, kind: str, text: str, questions: Iterable[Line]) -> Line:
    """A text as a page with those of its questions whose answers can be told."""
    page = flowed(text)
    words = [word.text for word in page.words]
    told = (_placed(question, words) for question in questions)
    return {**page_line(page, name, name, kind, [q for q in told if q]), "paired": PAIRED}


def question_line(question: str, answer: str) -> Line:
    """A question with its answer as a text tells it; where that stands is looked for later."""
    return {"question": question.strip(), "answers": [answer.strip()], "evidence": [], "task": "text"}


def summary_line(summary: str, sentences: int) -> Line:
    """The wish for a summary of so many sentences; the answer is the summary."""
    return {"question": str(sentences), "answers": [summary], "evidence": [], "task": "summary"}


def _placed(question: Line, words: Sequence[str]) -> Line | None:
    """The question with its answer as it is printed; one that is told in other words is kept as it is."""
    if question["task"] != "text" or not question["answers"]:
        return question
    found = printed(question["answers"][0], words)
    if found is None:
        return question if len(question["answers"][0]) <= 80 else None
    return {**question, "said": found[0], "evidence": list(found[1])}
