"""Answers of the model that cannot answer give way to what it also thought of."""

from __future__ import annotations

from docqa_app.asking.facts.answerable import may_answer
from docqa_app.asking.said_instead import instead, without
from docqa_app.core.answer import Answer

LEAST_SURE = 0.2
"""Of an alternative that is said in place of an answer."""


def fitted(answer: Answer) -> Answer:
    """The answer where its text may answer such a question; else the surest of its alternatives that may, else that
    nothing is there."""
    if not answer.found or may_answer(answer.question, answer.text):
        return answer
    fitting = [one for one in answer.alternatives if may_answer(answer.question, one.text)]
    best = max(fitting, key=lambda one: one.confidence, default=None)
    if best is None or best.confidence < LEAST_SURE:
        return without(answer, 1 - answer.confidence)
    return instead(answer, best)
