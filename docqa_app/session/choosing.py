"""The user chooses among answers and their alternatives; what is chosen is what is shown and exported."""

from __future__ import annotations

from dataclasses import replace

from docqa_app.core.answer import Answer
from docqa_app.session.state import Asked, Level, OpenDocument, Session, change, change_asked


def choose_answer(session: Session, key: int, number: int | None) -> Session:
    """The answer of this number is looked at, or with None no answer."""
    return change(session, key, lambda document: replace(document, selected=number))


def choose_alternative(session: Session, key: int, number: int, choice: int) -> Session:
    """Takes the nth alternative of an answer (0: the model's own); a number it does not have changes nothing.

    All of them stand on the words that were asked: the model's own is asked for anew where these are old by now.
    """

    def step(asked: Asked) -> Asked:
        offered = len(asked.answer.alternatives) if asked.answer else 0
        if not 0 <= choice <= offered:
            return asked
        return asked.anew() if asked.stale and choice == 0 else replace(asked, choice=choice)

    return change_asked(session, key, (number,), step)


def settled(asked: Asked) -> Answer | None:
    """The answer as the user left it: the model's own, or the alternative that was chosen in its place."""
    answer = asked.answer
    if answer is None or asked.choice == 0:
        return answer
    taken = answer.alternatives[asked.choice - 1]
    return replace(
        answer, text=taken.text, found=True, confidence=taken.confidence, page=taken.page, evidence=taken.evidence
    )


def level(asked: Asked, doubt_below: float) -> Level | None:
    """How far the answer can be trusted; None while there is none."""
    if asked.answer is None:
        return None
    if asked.choice:
        return Level.CHOSEN
    if not asked.answer.found:
        return Level.NOT_FOUND
    return Level.FOUND if asked.answer.confidence >= doubt_below else Level.CHECK


def answers_using(document: OpenDocument, page: int, word: int) -> tuple[int, ...]:
    """The numbers of the questions whose settled answer stands on this word."""
    return tuple(
        asked.number
        for asked in document.asked
        if (answer := settled(asked)) and not asked.stale and answer.page == page and word in answer.evidence
    )
