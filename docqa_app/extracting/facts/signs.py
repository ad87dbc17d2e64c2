"""What speaks for a fact as the answer to a question, by name and strength."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from docqa_app.core.answer import Answer
from docqa_app.core.find import fold
from docqa_app.extracting.facts.shapes import NUMERIC, Shape, shapes_asked, shapes_of
from docqa_app.extracting.facts.stated import Fact, Relation
from docqa_app.extracting.facts.terms import Term, terms_of
from docqa_app.extracting.keys import QUOTED
from docqa_app.extracting.sheet import Sheet

Signs = Mapping[str, float]
NEAR = 4.0
"""So many words away a word of a sentence counts a third."""
MET = 0.5
"""From here on a word of a question counts as met."""
LONG = 12
"""Words of a value."""
SURE = (0.02, 0.98)
_KINDS = {Relation.CELL: "cell", Relation.CROSSING: "cell", Relation.SENTENCE: "sentence"}


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
        return max(sum(self.weights), 1e-6)


def named(question: str) -> str:
    """What a question sets in quotation marks, else all of it."""
    quoted = QUOTED.search(question)
    return (quoted[1] or quoted[2]) if quoted else question


def asked_terms(said: Answer, by: str, model: Answer, known: bool, sheets: Sequence[Sheet]) -> AskedTerms:
    """The question, its words the weaker the more often the pages say them."""
    runs = [terms_of(run.text) for sheet in sheets for run in sheet.runs]
    counts = [
        sum(any(one.meets(term) >= MET for one in run) for run in runs) for term in terms_of(named(said.question))
    ]
    rare = tuple(1 / (1 + math.log(max(1, count))) for count in counts)
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
        return tuple(map(max, self.by_label, self.by_head))

    def met(self, terms: Sequence[Term]) -> tuple[float, ...]:
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


@dataclass(frozen=True, slots=True)
class Among:
    """What all facts before a question have at most. `fitting`: how many different texts have the shape asked for;
    `told`, `told_fitting`: how much of the question the best of all, and the best of these, tells."""

    fitting: int
    told: float
    told_fitting: float

    @classmethod
    def of(cls, found: Sequence[tuple[Fact, Meeting]]) -> Among:
        told = [(meeting.told(meeting.best), fits_narrowly(fact, meeting.asked), fact) for fact, meeting in found]
        texts = {fold(fact.text) for _, fits, fact in told if fits}
        best = max((share for share, _, _ in told), default=0.0)
        return cls(len(texts), best, max((share for share, fits, _ in told if fits), default=0.0))


def fits_narrowly(fact: Fact, asked: AskedTerms) -> bool:
    """Whether a value has a shape that is asked for, other than that of any number."""
    return bool((asked.shapes - {Shape.NUMBER}) & shapes_of(fact.text))


def fact_signs(fact: Fact, meeting: Meeting, among: Among) -> Signs:
    """All signs of a fact before a question, among others."""
    asked, kind = meeting.asked, _kind(fact)
    told = meeting.told(meeting.best)
    around = meeting.told([max(0.0, a - b) for a, b in zip(meeting.met(meeting.around), meeting.best, strict=True)])
    missed = [1 - min(1.0, max(m, a)) for m, a in zip(meeting.best, meeting.met(meeting.around), strict=True)]
    elsewhere = meeting.told([one * there for one, there in zip(missed, asked.there, strict=True)])
    nowhere = meeting.told(missed) - elsewhere
    covered = meeting.covered(meeting.label)
    return {
        f"is {fact.relation}": 1.0,
        f"{kind}: told": told,
        f"{kind}: share told": told / asked.weight,
        f"{kind}: label covered": covered,
        f"{kind}: whole label": float(covered > 0.85),
        f"{kind}: both": covered * told / asked.weight,
        f"{kind}: around": around,
        f"{kind}: missed, elsewhere": elsewhere,
        f"{kind}: missed, nowhere": nowhere,
        f"{kind}: told by itself": meeting.told(meeting.met(meeting.value)),
        f"{kind}: near": meeting.near * (fact.relation is Relation.SENTENCE),
        f"{kind}: near and fits": meeting.near
        * (fact.relation is Relation.SENTENCE)
        * bool(asked.shapes & shapes_of(fact.text)),
        "known words": _known(meeting.value),
        f"{kind}: nothing told": float(told < 0.15),
        f"{kind}: best word": max(meeting.best, default=0.0),
        **_rank_signs(kind, fact, meeting, among),
        **_cell_signs(fact, meeting),
        **_shape_signs(kind, fact, asked),
        **_said_signs(fact, asked),
        **{f"{fact.relation} {name}": strength for name, strength in fact.signs},
        **{f"{fact.relation} {name} and told": strength * covered for name, strength in fact.signs},
    }


def nothing_signs(asked: AskedTerms, among: Among) -> Signs:
    """What speaks for no answer."""
    model, said = asked.model, asked.said
    return {
        "nothing": 1.0,
        "nothing: said none": float(not said.found),
        f"nothing: said by {asked.by}": float(said.found),
        f"nothing: said by {asked.by}, known": float(said.found and asked.known),
        "nothing: in quotes": float(asked.quotes),
        "nothing: model says none": float(not model.found),
        "nothing: model says none, how sure": 0.0 if model.found else odds(model.confidence),
        "nothing: model says some, how sure": odds(model.confidence) if model.found else 0.0,
        "nothing: asks no shape": float(not asked.shapes),
        "nothing: told at most": among.told / asked.weight,
        "nothing: fitting told at most": among.told_fitting / asked.weight,
        "nothing: none fits": float(bool(asked.shapes - {Shape.NUMBER}) and not among.fitting),
        "nothing: words": float(len(asked.terms)),
        "nothing: weight": asked.weight,
        "nothing: known": float(asked.known),
        "nothing: known, model says none": float(asked.known and not model.found),
    }


def said_signs(asked: AskedTerms) -> Signs:
    """What speaks for the answer that was said already."""
    said, fits = asked.said, bool(asked.shapes & shapes_of(asked.said.text))
    agrees = asked.model.found and fold(said.text) == fold(asked.model.text)
    return {
        "said": 1.0,
        "said: how sure": odds(said.confidence),
        f"said by {asked.by}": 1.0,
        f"said by {asked.by}, known": float(asked.known),
        f"said by {asked.by}, how sure": odds(said.confidence),
        "said: model agrees": float(agrees),
        f"said by {asked.by}, in quotes": float(asked.quotes),
        "said: fits": float(fits and bool(asked.shapes)),
        "said: misfits": float(bool(asked.shapes) and not fits),
    }


def odds(confidence: float) -> float:
    """Log odds, of what is sure not without end."""
    low, high = SURE
    held = min(high, max(low, confidence))
    return math.log(held / (1 - held))


def _known(value: Sequence[Term]) -> float:
    """The share of a value's words that papers use: a name has few."""
    return sum(any(key.startswith("~") for key in one.keys) for one in value) / len(value) if value else 0.0


def _kind(fact: Fact) -> str:
    return _KINDS.get(fact.relation, "pair")


def _rank_signs(kind: str, fact: Fact, meeting: Meeting, among: Among) -> dict[str, float]:
    told, fits = meeting.told(meeting.best), fits_narrowly(fact, meeting.asked)
    return {
        f"{kind}: tells most": float(told >= among.told - 1e-6 and told > 0),
        f"{kind}: tells most of fitting": float(fits and told >= among.told_fitting - 1e-6 and told > 0),
        f"{kind}: behind the best": among.told - told,
        "fits, others too": math.log(max(1, among.fitting)) if fits else 0.0,
        "fits alone": float(fits and among.fitting == 1),
    }


def _cell_signs(fact: Fact, meeting: Meeting) -> dict[str, float]:
    if fact.relation not in (Relation.CELL, Relation.CROSSING):
        return {}
    by_row, by_head = meeting.told(meeting.by_label), meeting.told(meeting.by_head)
    head = meeting.covered(meeting.head)
    return {
        "cell: row told": by_row,
        "cell: head told": by_head,
        "cell: head covered": head,
        "cell: row and head": min(by_row, by_head),
        "cell: row and shape": by_row * bool(meeting.asked.shapes & shapes_of(fact.text)),
        "cell: no row": float(by_row < 0.15),
        "cell: no head": float(by_head < 0.15),
    }


def _shape_signs(kind: str, fact: Fact, asked: AskedTerms) -> dict[str, float]:
    own = shapes_of(fact.text)
    if not asked.shapes:
        return {f"{kind}: any shape": 1.0, f"{kind}: any shape, number": float(bool(own & NUMERIC))}
    fits = bool(asked.shapes & own)
    narrow = bool((asked.shapes - {Shape.NUMBER}) & own)
    return {
        f"{kind}: fits": float(fits),
        f"{kind}: fits narrowly": float(narrow),
        f"{kind}: misfits": float(not fits),
        f"{kind}: words for a number": float(not fits and not own & NUMERIC),
        f"{kind}: number for a name": float(not fits and asked.shapes == {Shape.NAME} and bool(own & NUMERIC)),
    }


def _said_signs(fact: Fact, asked: AskedTerms) -> dict[str, float]:
    text, said = fold(fact.text), asked.said
    agrees = said.found and text == fold(said.text)
    within = said.found and not agrees and (fold(said.text) in text or text in fold(said.text))
    other = max((one.confidence for one in asked.model.alternatives if text == fold(one.text)), default=0.0)
    return {
        "agrees": float(agrees),
        "agrees: how sure": odds(said.confidence) if agrees else 0.0,
        "within": float(within),
        "an alternative": float(other > 0 and not agrees),
        "an alternative, how sure": other if not agrees else 0.0,
        "asked itself": float(len(text) > 2 and text in fold(asked.question)),
        "words": math.log(1 + len(fact.value)),
        "long": float(len(fact.value) > LONG),
    }
