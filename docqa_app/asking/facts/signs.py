"""What speaks for a fact as the answer to a question, by name and strength."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.asking.facts.fact import Fact, Relation
from docqa_app.asking.facts.meeting import LITTLE, AskedTerms, Meeting
from docqa_app.asking.facts.shapes import NUMERIC, Shape, shapes_of
from docqa_app.asking.facts.terms import Term
from docqa_app.asking.log_linear import Signs
from docqa_app.core.find import fold

EQUAL = 1e-6
LONG = 12
"""Words of a value."""
WHOLE = 0.85
"""So much of a label is as good as all of it."""
SURE = (0.02, 0.98)
"""Confidences count no farther than this."""
_KINDS = {Relation.CELL: "cell", Relation.CROSSING: "cell", Relation.SENTENCE: "sentence"}


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
    kind = _KINDS.get(fact.relation, "pair")
    covered = meeting.covered(meeting.label)
    return {
        f"is {fact.relation}": 1.0,
        **_word_signs(kind, meeting),
        **_rank_signs(kind, fact, meeting, among),
        **_cell_signs(fact, meeting),
        **_sentence_signs(fact, meeting),
        **_shape_signs(kind, fact, meeting.asked),
        **_said_signs(fact, meeting.asked),
        **{f"{fact.relation} {name}": strength for name, strength in fact.signs},
        **{f"{fact.relation} {name} and told": strength * covered for name, strength in fact.signs},
    }


def _word_signs(kind: str, meeting: Meeting) -> dict[str, float]:
    """How much of the question the fact tells, and of the fact the question."""
    told, weight = meeting.told(meeting.best), meeting.asked.weight
    elsewhere = meeting.told([one * there for one, there in zip(meeting.missed, meeting.asked.there, strict=True)])
    covered = meeting.covered(meeting.label)
    return {
        f"{kind}: told": told,
        f"{kind}: share told": told / weight,
        f"{kind}: nothing told": float(told < LITTLE),
        f"{kind}: best word": max(meeting.best, default=0.0),
        f"{kind}: clearest word": meeting.clearest,
        f"{kind}: only vague words": float(told > 0 and meeting.clearest < LITTLE),
        f"{kind}: only vague words, others missed": float(meeting.is_vague),
        f"{kind}: label covered": covered,
        f"{kind}: whole label": float(covered > WHOLE),
        f"{kind}: both": covered * told / weight,
        f"{kind}: around": meeting.told(meeting.beyond),
        f"{kind}: missed, elsewhere": elsewhere,
        f"{kind}: missed, nowhere": meeting.told(meeting.missed) - elsewhere,
        f"{kind}: told by itself": meeting.told(meeting.met(meeting.value)),
        "known words": _known(meeting.value),
    }


def _sentence_signs(fact: Fact, meeting: Meeting) -> dict[str, float]:
    if fact.relation is not Relation.SENTENCE:
        return {}
    fits = bool(meeting.asked.shapes & shapes_of(fact.text))
    return {"sentence: near": meeting.near, "sentence: near and fits": meeting.near * fits}


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
        "nothing: model says none, how sure": 0.0 if model.found else log_odds(model.confidence),
        "nothing: model says some, how sure": log_odds(model.confidence) if model.found else 0.0,
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
        "said: how sure": log_odds(said.confidence),
        f"said by {asked.by}": 1.0,
        f"said by {asked.by}, known": float(asked.known),
        f"said by {asked.by}, how sure": log_odds(said.confidence),
        "said: model agrees": float(agrees),
        f"said by {asked.by}, in quotes": float(asked.quotes),
        "said: fits": float(fits and bool(asked.shapes)),
        "said: misfits": float(bool(asked.shapes) and not fits),
    }


def log_odds(confidence: float) -> float:
    """log(p / (1 - p)) of a confidence p, 0..1, held within SURE: of what is sure it would be without end."""
    low, high = SURE
    held = min(high, max(low, confidence))
    return math.log(held / (1 - held))


def _known(value: Sequence[Term]) -> float:
    """The share of a value's words that papers use: a name has few."""
    return sum(any(key.startswith("~") for key in one.keys) for one in value) / len(value) if value else 0.0


def _rank_signs(kind: str, fact: Fact, meeting: Meeting, among: Among) -> dict[str, float]:
    told, fits = meeting.told(meeting.best), fits_narrowly(fact, meeting.asked)
    return {
        f"{kind}: tells most": float(told >= among.told - EQUAL and told > 0),
        f"{kind}: tells most of fitting": float(fits and told >= among.told_fitting - EQUAL and told > 0),
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
        "cell: no row": float(by_row < LITTLE),
        "cell: no head": float(by_head < LITTLE),
    }


def _shape_signs(kind: str, fact: Fact, asked: AskedTerms) -> dict[str, float]:
    own = shapes_of(fact.text)
    if not asked.shapes:
        return {f"{kind}: any shape": 1.0, f"{kind}: any shape, number": float(bool(own & NUMERIC))}
    fits = bool(asked.shapes & own)
    return {
        f"{kind}: fits": float(fits),
        f"{kind}: fits narrowly": float(fits_narrowly(fact, asked)),
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
        "agrees: how sure": log_odds(said.confidence) if agrees else 0.0,
        "within": float(within),
        "an alternative": float(other > 0 and not agrees),
        "an alternative, how sure": other if not agrees else 0.0,
        "asked itself": float(len(text) > 2 and text in fold(asked.question)),
        "words": math.log(1 + len(fact.value)),
        "long": float(len(fact.value) > LONG),
    }
