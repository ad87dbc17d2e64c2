"""The facts of some pages that may answer a question, with what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.asking.facts.answerable import may_answer
from docqa_app.asking.facts.fact import Fact
from docqa_app.asking.facts.meeting import MET, Meeting, asked_terms
from docqa_app.asking.facts.shapes import Shape, shapes_of
from docqa_app.asking.facts.signs import Among, fact_signs, nothing_signs, said_signs
from docqa_app.asking.facts.stated import stated
from docqa_app.asking.log_linear import Signs
from docqa_app.asking.printed.sheet import sheet_of
from docqa_app.asking.printed.spans import tells_other_end
from docqa_app.core.answer import Answer
from docqa_app.core.document import Page
from docqa_app.core.find import fold

LEAST = 0.1
"""Of a question's weight."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What may answer, with its signs: a fact, what was said already (`said`), or nothing (neither)."""

    fact: Fact | None
    said: bool
    signs: Signs


def candidates(said: Answer, by: str, model: Answer, pages: Sequence[Page], *, known: bool) -> list[Weighed]:
    """Nothing first, then what was said, if anything was, then every fact of the pages that anything speaks for."""
    asked = asked_terms(said, by, model, known, [sheet_of(page) for page in pages])
    told = ((one, sheet_of(page)) for page in pages for one in stated(page))
    fitting = (one for one, sheet in told if not tells_other_end(said.question, sheet, one.fact.value))
    met = ((one.fact, one.meeting(asked)) for one in fitting)
    found = [(fact, meeting) for fact, meeting in met if _speaks(fact, meeting)]
    among = Among.of(found)
    facts = [Weighed(fact, False, fact_signs(fact, meeting, among)) for fact, meeting in found]
    own = [Weighed(None, True, said_signs(asked))] if said.found else []
    return [Weighed(None, False, nothing_signs(asked, among)), *own, *facts]


def _speaks(fact: Fact, meeting: Meeting) -> bool:
    """Whether anything at all speaks for a fact: words, the shape of its value, or that the model thought of it. A
    total is none of a question for the total weight, and no day is where or who."""
    asked = meeting.asked
    if not may_answer(asked.question, fact.text):
        return False
    shaped = bool((asked.shapes - {Shape.NUMBER, Shape.NAME}) & shapes_of(fact.text))
    if meeting.is_vague and not shaped:
        return False
    told = meeting.told(meeting.best) / asked.weight > LEAST
    near = max(meeting.met(meeting.around), default=0.0) > MET
    return told or near or shaped or fold(fact.text) in asked.thought_of
