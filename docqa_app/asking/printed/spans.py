"""Spans of hours of which the begin or the end is asked for: "When does the talk end?", "14:15 - 16:00"."""

from __future__ import annotations

import re

from docqa_app.asking.meaning import parts_of
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


def _asked(question: str) -> tuple[bool, bool]:
    """Whether a question asks for the begin and whether for the end of a span."""
    asked = " ".join(parts_of(question))
    if _UNTIL.search(asked):
        return False, True
    return bool(_BEGINS.search(asked)), bool(_ENDS.search(asked))
