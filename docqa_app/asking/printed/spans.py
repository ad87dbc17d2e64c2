"""Spans of hours of which the begin or the end is asked for: "When does the talk end?", "14:15 - 16:00"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.sheet import Sheet
from docqa_app.asking.printed.typed import FORMS, Form, Typed

_BEGINS = re.compile(
    r"\b(?:begins?|starts?|opens?|commences?|beginn(?:t|en)?|start(?:et|en)|offne(?:t|n)|anfangen|fang(?:t|en)"
    r"|commencent?|debut(?:ent?)?|ouvr(?:e|ent|ir)|from (?:when|what time)|ab wann"
    r"|a partir de (?:quand|quelle heure))\b"
)
_ENDS = re.compile(
    r"\b(?:ends?|finish(?:es)?|closes?|over|ende[nt]?|schliess(?:t|en)|aufhoren|hort|fini(?:t|r|ssent)|termine(?:nt)?"
    r"|ferme(?:nt)?)\b"
)
_UNTIL = re.compile(r"\b(?:until when|until what time|bis wann|jusqu a (?:quand|quelle heure))\b")
"""The end is meant, whatever else is said: "until when is it open"."""
_UNTIL_DAY = re.compile(r"\b(?:until|till|bis|jusqu|expires?)\b")
_FROM_DAY = re.compile(r"\b(?:from|since|ab|seit|depuis|a partir)\b")
_DASH = re.compile(r"[-–—]|to|through|bis|au")
_BETWEEN = re.compile(r" ?[-–—] ?| (?:to|bis|a|à) ")


def end_of_span(question: str, span: Typed) -> Typed:
    """The hour of a span that the question asks for; the whole where it is none, or asks for both or neither."""
    begins, ends = _asked(question)
    halves = _BETWEEN.split(span.text)
    if span.form is not Form.TIME or len(halves) != 2 or begins == ends:
        return span
    text, count = halves[ends], len(halves[ends].split())
    words = span.words[-count:] if ends else span.words[:count]
    return Typed(span.form, words, text) if FORMS[Form.TIME].fullmatch(text) else span


def is_other_end(question: str, before: str, behind: str) -> bool:
    """Whether a text that stands by itself between these words is the other end of a span than the question asks for:
    the begin stands before a dash, the end behind it."""
    begins, ends = _asked(question)
    if begins == ends:
        return False
    return bool(_DASH.fullmatch(behind if ends else before))


def tells_other_end(question: str, sheet: Sheet, words: Sequence[int]) -> bool:
    """Whether the words right before a day or an hour say that something begins where its end is asked for, or ends
    where its begin is: "beginnt am 01.08.2025" of "bis wann"."""
    begins, ends = _asked(question)
    if begins == ends or not any(FORMS[form].search(sheet.text(words)) for form in (Form.DAY, Form.TIME)):
        return False
    run = sheet.run_of[words[0]].words
    before = reversed(run[: run.index(words[0])])
    told = " ".join(parts_of(sheet.text(tuple(takewhile(lambda word: not _parts_clauses(sheet, word), before))[::-1])))
    says = bool(_BEGINS.search(told) or _FROM_DAY.search(told)), bool(_ENDS.search(told) or _UNTIL_DAY.search(told))
    return says == (ends, begins)


def _parts_clauses(sheet: Sheet, word: int) -> bool:
    """Whether a word before a text ends what tells of it: with a mark, or as a number."""
    text = sheet.words[word].text
    return text[-1] in ",;." or any(map(str.isdigit, text))


def _asked(question: str) -> tuple[bool, bool]:
    """Whether a question asks for the begin and whether for the end of a span."""
    asked = " ".join(parts_of(question))
    if _UNTIL.search(asked):
        return False, True
    return bool(_BEGINS.search(asked)), bool(_ENDS.search(asked))
