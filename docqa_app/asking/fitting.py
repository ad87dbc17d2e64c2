"""Answers of the model that cannot answer give way to what it also thought of; pieces of a number to all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from docqa_app.asking.facts.answerable import may_answer
from docqa_app.asking.printed.asked_form import form_asked
from docqa_app.asking.printed.sheet import Sheet, sheet_of
from docqa_app.asking.printed.spans import tells_other_end
from docqa_app.asking.printed.typed import Form, Typed, typed_in
from docqa_app.asking.said_instead import instead, without
from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document

LEAST_SURE = 0.2
"""Of an alternative that is said in place of an answer."""
WIDEST_IN_NUMBER = 0.6
"""Between the groups of one number, in heights."""
_CODE = re.compile(r"(?=.*[A-Z])(?=(?:.*\d){2})[A-Z\d/-]+,?|\d{5,},?")
"""What numbers a paper."""
_PIECE = re.compile(r"[\d.,]+")


def fitted(answer: Answer, document: Document) -> Answer:
    """The answer where it may answer such a question; else the surest of its alternatives that may, else that nothing
    is there."""
    if not answer.found or _fits(answer.question, answer, document):
        return _whole(answer, document)
    fitting = [one for one in answer.alternatives if _fits(answer.question, one, document)]
    best = max(fitting, key=lambda one: one.confidence, default=None)
    if best is None or best.confidence < LEAST_SURE:
        return without(answer, 1 - answer.confidence)
    return _whole(instead(answer, best), document)


def _fits(question: str, one: Answer | Candidate, document: Document) -> bool:
    """Whether a text may answer by its letters, and by what stands right before it."""
    if not may_answer(question, one.text):
        return False
    sheet = _sheet(one.page, document)
    return sheet is None or not one.evidence or not tells_other_end(question, sheet, one.evidence)


def _sheet(number: int | None, document: Document) -> Sheet | None:
    return sheet_of(document.page(number)) if number else None


def _whole(answer: Answer, document: Document) -> Answer:
    """The answer, where it is a piece of a number in groups of digits ("2" of "2 865,50 €") with all of the number."""
    sheet, words = _sheet(answer.page, document), answer.evidence
    if sheet is None or not words or not _PIECE.fullmatch(answer.text.strip()):
        return answer
    run = sheet.run_of[words[0]]
    numbers = (one for form in (Form.AMOUNT, Form.NUMBER) for one in typed_in(sheet, run, form))
    whole = next((one for one in numbers if set(words) < set(one.words) and _is_in_groups(sheet, one.words)), None)
    if whole is None or len(_groups(sheet, whole.words)) == len(_groups(sheet, words)):
        return answer
    return replace(answer, text=whole.text, evidence=whole.words)


def _groups(sheet: Sheet, words: Sequence[int]) -> list[int]:
    return [index for index in words if any(map(str.isdigit, sheet.words[index].text))]


def _is_in_groups(sheet: Sheet, words: Sequence[int]) -> bool:
    """Whether groups of digits stand as close as those of one number, and no farther, as in two columns."""
    boxes = [sheet.words[index].box for index in _groups(sheet, words)]
    gaps = (right.left - left.right for left, right in pairwise(boxes))
    return len(boxes) > 1 and all(gap < WIDEST_IN_NUMBER * boxes[0].height for gap in gaps)


def day_alone(answer: Answer, document: Document) -> Answer:
    """The answer to a question for a day without the number that stands beside it: "BB-7714 of 09.04.2025"."""
    asked, sheet = form_asked(answer.question), _sheet(answer.page, document)
    if sheet is None or not answer.evidence or asked is None or asked.form is not Form.DAY:
        return answer
    days = [one for one in typed_in(sheet, sheet.run_of[answer.evidence[0]], Form.DAY) if _is_within(one, answer)]
    others = set(answer.evidence).difference(*(one.words for one in days))
    if len(days) != 1 or not any(_CODE.fullmatch(sheet.words[index].text) for index in others):
        return answer
    return replace(answer, text=days[0].text, evidence=days[0].words)


def _is_within(one: Typed, answer: Answer) -> bool:
    return set(one.words) < set(answer.evidence) and one.text in answer.text
