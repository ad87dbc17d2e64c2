"""What a sentence says of the fields of its document's kind, beside what the document says of them.

Which questions are written of a sentence is up to the model. Whether it takes the net amount for the total is asked
outright: the questions of the document's fields are put to the sentence, too. The document's side is its extraction,
where wordings, labels and sums have been weighed already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page
from docqa_app.core.fields import FieldType, FieldValue
from docqa_app.core.ports import Engine, PairModel
from docqa_app.core.summary import QualsPair
from docqa_app.extracting.schema import Schema, in_language
from docqa_app.summarizing.check import sheet_of
from docqa_app.summarizing.doubt import bare, means_the_same
from docqa_app.summarizing.passages import telling_pages
from docqa_app.summarizing.quals import scored

SHARPNESS = 15
"""A sentence that gives one value answers many questions with it, the right one surest."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says: the values of its kind's fields, and each one's question in the document's language."""

    values: tuple[FieldValue, ...]
    questions: tuple[str, ...]


def facts_of(values: Sequence[FieldValue], schema: Schema, language: str) -> Facts:
    """The fields that a sentence can be asked for; a currency stands at its amounts."""
    asked = {f.name: f.questions for f in schema.fields if f.type is not FieldType.CURRENCY and f.questions}
    told = tuple(value for value in values if value.name in asked)
    return Facts(told, tuple(in_language(asked[value.name], language)[0] for value in told))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a sentence gives a field; `firm` (0..1) is how sure the sentence is of it, and that it means this
    field rather than another one. `fact` is the field as the document has it."""

    question: str
    text: str
    firm: float
    fact: FieldValue


def claims_of(text: str, facts: Facts, engine: Engine) -> tuple[Claim, ...]:
    """The fields that a sentence answers with words of its own."""
    if not facts.questions:
        return ()
    answers = engine.ask(Document("", "", (sheet_of(text),), 1), facts.questions)
    both = zip(answers, facts.values, strict=True)
    found = [(answer, fact) for answer, fact in both if answer.found and answer.text.lower() in text.lower()]
    return tuple(
        Claim(answer.question, answer.text, _firm(answer, [one for one, _ in found]), fact) for answer, fact in found
    )


def _firm(answer: Answer, others: Sequence[Answer]) -> float:
    """How sure a sentence is of its value, times this field's share of it."""
    rivals = [other.confidence for other in others if bare(other.text) == bare(answer.text)]
    share = answer.confidence**SHARPNESS / sum(rival**SHARPNESS for rival in rivals)
    return max(rivals) * share


def claimed(claims: Sequence[Claim], pages: Sequence[Page], text: str, model: PairModel) -> tuple[QualsPair, ...]:
    """The claims as pairs with their likelihoods, and with the document's values as its answers."""
    given = [model.given_pair(claim.question, claim.text) for claim in claims]
    pairs = scored(given, telling_pages(pages, text), (sheet_of(text),), model.likelihoods)
    return tuple(_beside(*one) for one in zip(pairs, claims, strict=True))


def _beside(pair: QualsPair, claim: Claim) -> QualsPair:
    fact = claim.fact
    agrees = means_the_same(claim.text, fact.text)
    return QualsPair(
        pair.question,
        pair.answer,
        pair.tokens,
        fact.text,
        fact.page,
        fact.words,
        fact.confidence,
        agrees,
        claim.firm,
        fact.name,
    )
