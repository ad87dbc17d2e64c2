"""Everything that a page states: its facts, with their words made comparable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from docqa_app.asking.facts.celled import celled
from docqa_app.asking.facts.fact import Fact
from docqa_app.asking.facts.labelled import labelled
from docqa_app.asking.facts.meeting import AskedTerms, Meeting
from docqa_app.asking.facts.terms import Term, terms_of
from docqa_app.asking.facts.told import told
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.sheet import sheet_of
from docqa_app.core.document import Page
from docqa_app.core.geometry import upright

KEPT_PAGES = 8


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
