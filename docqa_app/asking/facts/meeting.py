"""A question's telling words, and where they meet the words of a fact."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from docqa_app.asking.facts.shapes import Shape, shapes_asked
from docqa_app.asking.facts.terms import VAGUE, Term, terms_of
from docqa_app.asking.printed.keys import QUOTED
from docqa_app.asking.printed.nearness import rarity
from docqa_app.asking.printed.sheet import Sheet
from docqa_app.core.answer import Answer
from docqa_app.core.find import fold

NEAR = 4.0
"""So many words away a word of a sentence counts a third."""
LITTLE = 0.15
"""What has less in common with a question's word is none of it."""
MET = 0.5
"""From here on a word of a question counts as met."""


@dataclass(frozen=True)
class AskedTerms:
    """A question with its telling words and what was said to it: `said` by the rule `by`, `model` by the model.
    `known`: whether the document is of a kind that the model learned; `rare`: how much each word tells on these
    pages."""

    question: str
    said: Answer
    by: str
    model: Answer
    known: bool
    rare: tuple[float, ...]
    there: tuple[bool, ...]
    """Whether each word stands on these pages at all."""

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return terms_of(named(self.question))

    @cached_property
    def shapes(self) -> frozenset[Shape]:
        return shapes_asked(self.question)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        return tuple(term.weight * rare for term, rare in zip(self.terms, self.rare, strict=True))

    @cached_property
    def thought_of(self) -> frozenset[str]:
        """What the model said and what else it might have, folded."""
        return frozenset(map(fold, [self.model.text, *(one.text for one in self.model.alternatives)])) - {""}

    @cached_property
    def quotes(self) -> bool:
        """Whether the question sets the name of a key in quotation marks."""
        return QUOTED.search(self.question) is not None

    @property
    def weight(self) -> float:
        """How much all words tell; never nothing."""
        return max(sum(self.weights), 1e-6)


def named(question: str) -> str:
    """What a question sets in quotation marks, else all of it."""
    quoted = QUOTED.search(question)
    return (quoted[1] or quoted[2]) if quoted else question


def asked_terms(said: Answer, by: str, model: Answer, known: bool, sheets: Sequence[Sheet]) -> AskedTerms:
    """The question with its words, which tell the less the more texts of these pages say them (`rarity`)."""
    runs = [terms_of(run.text) for sheet in sheets for run in sheet.runs]
    terms = terms_of(named(said.question))
    counts = [sum(any(one.meets(term) >= MET for one in run) for run in runs) for term in terms]
    rare = tuple(map(rarity, counts))
    return AskedTerms(said.question, said, by, model, known, rare, tuple(count > 0 for count in counts))


@dataclass(frozen=True)
class Meeting:
    """Where the words of a question meet those of a fact."""

    asked: AskedTerms
    label: Sequence[Term]
    head: Sequence[Term]
    around: Sequence[Term]
    value: Sequence[Term]
    cut: int
    """Parts of the label's words that stand before the value."""

    @cached_property
    def by_label(self) -> tuple[float, ...]:
        return self.met(self.label)

    @cached_property
    def by_head(self) -> tuple[float, ...]:
        return self.met(self.head)

    @cached_property
    def best(self) -> tuple[float, ...]:
        """By the label or the head."""
        return tuple(map(max, self.by_label, self.by_head))

    @cached_property
    def clearest(self) -> float:
        """How well the best of the question's words is met that are not vague, 0..1."""
        pairs = zip(self.asked.terms, self.best, strict=True)
        return max((met for term, met in pairs if term.weight > VAGUE), default=0.0)

    @cached_property
    def is_vague(self) -> bool:
        """Whether only vague words of the question are met, and it has others."""
        others = any(term.weight > VAGUE for term in self.asked.terms)
        return others and self.clearest < LITTLE and max(self.best, default=0.0) > 0

    @cached_property
    def beyond(self) -> tuple[float, ...]:
        """How much better each word of the question is met by what stands around."""
        return tuple(max(0.0, a - b) for a, b in zip(self.met(self.around), self.best, strict=True))

    @cached_property
    def missed(self) -> tuple[float, ...]:
        """How much of each word of the question is met by nothing."""
        return tuple(1 - min(1.0, a + b) for a, b in zip(self.best, self.beyond, strict=True))

    def met(self, terms: Sequence[Term]) -> tuple[float, ...]:
        """How well each word of the question is met by one of these, 0..1."""
        return tuple(max((term.meets(one) for one in terms), default=0.0) for term in self.asked.terms)

    @cached_property
    def near(self) -> float:
        """How close to the value the label's words stand that the question says, 0..1."""
        close = 0.0
        for weight, term in zip(self.asked.weights, self.asked.terms, strict=True):
            close += weight * max((term.meets(one) * self._closeness(one) for one in self.label), default=0.0)
        return close / self.asked.weight

    def _closeness(self, term: Term) -> float:
        steps = min(self.cut - at if at < self.cut else at - self.cut + 1 for at in term.at)
        return math.exp(-(steps - 1) / NEAR)

    def told(self, met: Sequence[float]) -> float:
        """How much of the question's weight is met."""
        return sum(w * m for w, m in zip(self.asked.weights, met, strict=True))

    def covered(self, terms: Sequence[Term]) -> float:
        """The share of a label's words that the question says; 0 for none."""
        whole = sum(term.weight for term in terms)
        met = sum(term.weight * max((term.meets(one) for one in self.asked.terms), default=0.0) for term in terms)
        return met / whole if whole else 0.0
