"""All facts of a page, and those that may answer a question, with what speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from docqa_app.asking.facts.celled import celled
from docqa_app.asking.facts.labelled import labelled
from docqa_app.asking.facts.meeting import MET, AskedTerms, Meeting, asked_terms
from docqa_app.asking.facts.shapes import Shape, shapes_of
from docqa_app.asking.facts.signs import Among, Signs, fact_signs, nothing_signs, said_signs
from docqa_app.asking.facts.stated import Fact
from docqa_app.asking.facts.terms import Term, terms_of
from docqa_app.asking.facts.told import told
from docqa_app.asking.printed.nearness import parts_of
from docqa_app.asking.printed.sheet import sheet_of
from docqa_app.core.answer import Answer
from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright

KEPT_PAGES = 8
LEAST = 0.1
"""Of a question's weight."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact with its words made comparable. `cut`: how many parts of the label's words stand before the value."""

    fact: Fact
    label: tuple[Term, ...]
    head: tuple[Term, ...]
    around: tuple[Term, ...]
    value: tuple[Term, ...]
    cut: int

    def meeting(self, asked: AskedTerms) -> Meeting:
        return Meeting(asked, self.label, self.head, self.around, self.value, self.cut)


@lru_cache(maxsize=KEPT_PAGES)
def stated(page: Page) -> tuple[Stated, ...]:
    """Everything that a page states; what ends in a colon is a key and no value."""
    sheet, words = sheet_of(page), upright(page).words
    every = chain(labelled(sheet), celled(page), told(sheet))

    def terms(some: Sequence[int]) -> tuple[Term, ...]:
        return terms_of(sheet.text(some))

    def made(one: Fact) -> Stated:
        cut = sum(len(parts_of(words[index].text)) for index in one.label[: one.before])
        return Stated(one, terms(one.label), terms(one.head), terms(one.around), terms_of(one.text), cut)

    return tuple(made(one) for one in every if one.text.strip() and not one.text.endswith(":"))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What may answer, with its signs: a fact, what was said already (`said`), or nothing (neither)."""

    fact: Fact | None
    said: bool
    signs: Signs


def candidates(said: Answer, by: str, model: Answer, pages: Sequence[Page], *, known: bool) -> list[Weighed]:
    """Nothing first, then what was said, if anything was, then every fact of the pages that anything speaks for."""
    asked = asked_terms(said, by, model, known, [sheet_of(page) for page in pages])
    met = ((one.fact, one.meeting(asked)) for page in pages for one in stated(page))
    found = [(fact, meeting) for fact, meeting in met if _speaks(fact, meeting)]
    among = Among.of(found)
    facts = [Weighed(fact, False, fact_signs(fact, meeting, among)) for fact, meeting in found]
    own = [Weighed(None, True, said_signs(asked))] if said.found else []
    return [Weighed(None, False, nothing_signs(asked, among)), *own, *facts]


def _speaks(fact: Fact, meeting: Meeting) -> bool:
    """Whether anything at all speaks for a fact: words, the shape of its value, or that the model thought of it. A
    total is none of a question for the total weight."""
    asked = meeting.asked
    shaped = bool((asked.shapes - {Shape.NUMBER, Shape.NAME}) & shapes_of(fact.text))
    if meeting.is_vague and not shaped:
        return False
    told = meeting.told(meeting.best) / asked.weight > LEAST
    near = max(meeting.met(meeting.around), default=0.0) > MET
    return told or near or shaped or fold(fact.text) in asked.thought_of
