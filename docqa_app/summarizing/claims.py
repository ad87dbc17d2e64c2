"""What a sentence says of the fields of its document's kind, beside what the document says of them.

Which questions are written of a sentence is up to the model. What its wording gives a value out for is read outright
(`wording`, `parties`). The document's side is its extraction, where wordings, labels and sums have been weighed
already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.document import Page
from docqa_app.core.fields import FieldType, FieldValue
from docqa_app.core.ports import PairModel
from docqa_app.core.summary import QualsPair
from docqa_app.extracting.schema import Schema, in_language
from docqa_app.summarizing.check import sheet_of
from docqa_app.summarizing.doubt import means_the_same
from docqa_app.summarizing.parties import CUSTOMER, SELLER, parties_in
from docqa_app.summarizing.passages import telling_pages
from docqa_app.summarizing.quals import scored
from docqa_app.summarizing.wording import worded_in


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says: the values of its kind's fields, and each one's question in the document's language."""

    values: tuple[FieldValue, ...]
    questions: tuple[str, ...]


def facts_of(values: Sequence[FieldValue], schema: Schema, language: str) -> Facts:
    """The fields that a sentence can speak of and the document has; a currency stands at its amounts."""
    asked = {f.name: f.questions for f in schema.fields if f.type is not FieldType.CURRENCY and f.questions}
    told = tuple(value for value in values if value.name in asked and value.text)
    return Facts(told, tuple(in_language(asked[value.name], language)[0] for value in told))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a sentence gives a field, and the field as the document has it (`fact`)."""

    question: str
    text: str
    fact: FieldValue


def claims_of(text: str, facts: Facts) -> tuple[Claim, ...]:
    """The fields that a sentence's wording gives its values to, each claim once."""
    known = [value.text for value in facts.values if value.name in (*SELLER, *CUSTOMER)]
    by_name = {fact.name: (question, fact) for question, fact in zip(facts.questions, facts.values, strict=True)}
    said = [(one.text, name) for one in (*worded_in(text), *parties_in(text, known)) for name in one.fields]
    return tuple(
        dict.fromkeys(Claim(by_name[name][0], told, by_name[name][1]) for told, name in said if name in by_name)
    )


def claimed(claims: Sequence[Claim], pages: Sequence[Page], text: str, model: PairModel) -> tuple[QualsPair, ...]:
    """The claims as pairs with their likelihoods, and with the document's values as its answers."""
    given = [model.given_pair(claim.question, claim.text) for claim in claims]
    pairs = scored(given, telling_pages(pages, text), (sheet_of(text),), model.likelihoods)
    return tuple(_beside(*one) for one in zip(pairs, claims, strict=True))


def _beside(pair: QualsPair, claim: Claim) -> QualsPair:
    fact = claim.fact
    return QualsPair(
        pair.question,
        pair.answer,
        pair.tokens,
        fact.text,
        fact.page,
        fact.words,
        fact.confidence,
        agrees=means_the_same(claim.text, fact.text),
        field=fact.name,
    )
