"""What is said about an answer, in a clerk's words: its level, its sign, its place and its confidence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from docqa_app.core.answer import Answer
from docqa_app.session.choosing import level, settled
from docqa_app.session.state import Asked, AskState, Level
from docqa_app.ui.theme import Shades

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Chip:
    """The mark of an answer: a word, the name of its sign, and its colours. Never the colour alone."""

    word: str
    sign: str
    colour: str
    ground: str


def chip(asked: Asked, doubt_below: float, shades: Shades) -> Chip | None:
    """None while there is no answer to mark."""
    if asked.stale:
        return Chip(translate("Answers", "Outdated"), "again", shades.doubt, shades.doubt_soft)
    match level(asked, doubt_below):
        case Level.FOUND:
            return Chip(translate("Answers", "Found"), "found", shades.good, shades.good_soft)
        case Level.CHECK:
            return Chip(translate("Answers", "Check this"), "check", shades.doubt, shades.doubt_soft)
        case Level.NOT_FOUND:
            return Chip(translate("Answers", "Not found"), "not-found", shades.quiet, shades.neutral_soft)
        case Level.CHOSEN:
            return Chip(translate("Answers", "Your choice"), "chosen", shades.accent, shades.accent_soft)
    return None


def said(asked: Asked) -> str:
    """The line under the question: the answer, or why there is none yet."""
    answer = settled(asked)
    if answer is not None:
        return answer.text if answer.found else translate("Answers", "No answer on the pages asked")
    match asked.state:
        case AskState.WAITING:
            return translate("Answers", "Waiting")
        case AskState.ANSWERING:
            return translate("Answers", "Looking for the answer…")
    return asked.problem


def place(answer: Answer) -> str:
    """The page of an answer in words, "" where it has none."""
    return translate("Answers", "page {number}").format(number=answer.page) if answer.found and answer.page else ""


def percent(confidence: float) -> str:
    """With a no-break space: a line never ends between number and sign."""
    return QLocale().toString(100 * confidence, "f", 0) + "\u00a0%"


def tip(asked: Asked) -> str:
    """The number behind the word, and which model gave it."""
    answer = settled(asked)
    if answer is None:
        return said(asked)
    sure = translate("Answers", "Confidence {percent}: about that share of such answers is right.").format(
        percent=percent(answer.confidence)
    )
    model = translate("Answers", "Answered by {model}").format(model=answer.model) if answer.model else ""
    stale = translate("Answers", "The words were read anew since this answer. F5 asks again.") if asked.stale else ""
    return "\n".join(line for line in (answer.text, sure, stale, model) if line)


def spoken(asked: Asked, doubt_below: float, shades: Shades) -> str:
    """The whole card as one sentence, for a screen reader."""
    answer = settled(asked)
    mark = chip(asked, doubt_below, shades)
    parts = [asked.question, said(asked), mark.word if mark else "", place(answer) if answer else ""]
    return ", ".join(part for part in parts if part)
