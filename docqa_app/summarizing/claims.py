"""What a sentence says of the fields of its document's kind, beside what the document says of them.

Which questions are written of a sentence is up to the model. What its wording gives a value out for is read outright
(`wording`, `parties`). The document's side is its extraction, where wordings, labels and sums have been weighed
already; what the kind does not list (`unlisted`) the document is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import FieldType, FieldValue
from docqa_app.core.ports import Engine, PairModel
from docqa_app.core.summary import QualsPair
from docqa_app.schemas.schema import Schema, in_language
from docqa_app.summarizing.check import sheet_of
from docqa_app.summarizing.doubt import means_the_same
from docqa_app.summarizing.parties import parties_in
from docqa_app.summarizing.party_words import CUSTOMER, SELLER
from docqa_app.summarizing.passages import telling_pages
from docqa_app.summarizing.printed_values import printed_value
from docqa_app.summarizing.quals import scored
from docqa_app.summarizing.unlisted import may_be_one, unlisted
from docqa_app.summarizing.wording import PLAINLY, Worded, worded_in
from docqa_app.values.amounts import read_amounts
from docqa_app.values.dates import read_dates

ELSEWHERE = 0.7
"""How far it speaks against a field that the document lacks that the document has its value in another one."""

IMPOSSIBLE = 0.95
"""Nobody sells to himself."""

UNREADABLE = 0.5
"""What is left of an extraction's confidence where its text is none of its type ("No. 611" as an amount)."""

_SHARES = {"net_amount": (Decimal("0.7"), Decimal("1.01")), "tax_amount": (Decimal(0), Decimal("0.3"))}
"""What part of the total they can be."""

_GENITIVE = re.compile(r"(?:['’]s?|e?s)$")
"""The ending of an owner: "die Rechnung des Malerbetriebs Hof"."""

_TELLING = frozenset(
    ("net_amount", "tax_amount", "total_amount", "invoice_date", "due_date", "date", *SELLER, *CUSTOMER)
)
"""Fields whose value is hardly another's by chance."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says: the values of its kind's fields and of those that the kind does not list (empty where it
    has none), and each one's question in the document's language. `unlisted` names the latter."""

    values: tuple[FieldValue, ...]
    questions: tuple[str, ...]
    unlisted: frozenset[str] = frozenset()


NO_FACTS = Facts((), ())


def facts_of(values: Sequence[FieldValue], schema: Schema, language: str) -> Facts:
    """The fields that a sentence can speak of; a currency stands at its amounts."""
    asked = {f.name: f.questions for f in schema.fields if f.type is not FieldType.CURRENCY and f.questions}
    known = [value if _is_settled(value, values) else replace(value, text="") for value in values]
    told = [(value, in_language(asked[value.name], language)[0]) for value in known if value.name in asked]
    others = unlisted(frozenset(field.name for field in schema.fields), language)
    values, questions = zip(*told, *others, strict=True)
    return Facts(values, questions, frozenset(value.name for value, _ in others))


def _is_settled(value: FieldValue, values: Sequence[FieldValue]) -> bool:
    """Whether no other field, which cannot share a value with this one, has the same one more surely."""
    return all(other.confidence <= value.confidence for other in _rivals(value.text, value, values))


def _rivals(text: str, field: FieldValue, values: Sequence[FieldValue]) -> Iterator[FieldValue]:
    """The other telling fields that have this value and cannot share it with a field."""
    for other in values:
        rival = other.name in _TELLING and other.name != field.name and not may_be_one(other.name, field.name)
        if rival and other.text and other.type is field.type and means_the_same(text, other.text):
            yield other


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a sentence gives a field, how plainly (0..1), and the field as the document has it (`fact`).

    `elsewhere` (0..1) is how sure the document is of the value in another field, which cannot share it with this one.
    `unlisted`: the document's kind does not list the field.
    """

    question: str
    text: str
    fact: FieldValue
    plain: float = PLAINLY
    elsewhere: float = 0.0
    unlisted: bool = False

    @property
    def agrees(self) -> bool:
        """Whether the document has this value there; a part of a party's name will do."""
        printed = set(_words(self.fact.text))
        is_part = self.fact.type is FieldType.TEXT and all(
            word in printed or _GENITIVE.sub("", word) in printed for word in _words(self.text)
        )
        return bool(self.fact.text) and (is_part or means_the_same(self.text, self.fact.text))

    @property
    def sure(self) -> float:
        """How sure the document is that it bears the claim out, or that it does not."""
        if self.agrees:
            return self.fact.confidence
        if not self.fact.text:
            return ELSEWHERE * self.elsewhere
        readable = self.fact.value is not None or self.unlisted
        return 1 - (1 - self.fact.confidence * (1 if readable else UNREADABLE)) * (1 - self.elsewhere / 2)


def _words(text: str) -> list[str]:
    return text.casefold().replace(".", " ").replace(",", " ").split()


def claims_of(text: str, facts: Facts) -> tuple[Claim, ...]:
    """The fields that a sentence's wording gives its values to, each claim once."""
    known = [value.text for value in facts.values if value.name in (*SELLER, *CUSTOMER) and value.text]
    by_name = {fact.name: (question, fact) for question, fact in zip(facts.questions, facts.values, strict=True)}
    parties = parties_in(text, known)
    told = (*worded_in(text, [(one.start, one.end) for one in parties]), *parties)
    both = _in_both_roles(parties)
    claims = (
        Claim(
            question,
            one.text,
            fact,
            one.plain,
            IMPOSSIBLE if one.text in both else _elsewhere(one.text, fact, facts),
            fact.name in facts.unlisted,
        )
        for one in told
        for question, fact in [by_name[name] for name in one.fields if name in by_name]
    )
    return tuple(dict.fromkeys(claim for claim in claims if _can_be_checked(claim) or claim.unlisted))


def _in_both_roles(parties: Sequence[Worded]) -> set[str]:
    """Names that a sentence has sell and buy at once."""
    plain = [(one.text, one.fields) for one in parties if one.plain == PLAINLY]
    return {text for text, fields in plain if any(text == other and fields != role for other, role in plain)}


def _can_be_checked(claim: Claim) -> bool:
    return bool(claim.fact.text or claim.elsewhere)


def _elsewhere(text: str, fact: FieldValue, facts: Facts) -> float:
    """How sure the document is that a value is another field's, or in no proportion to its total."""
    surest = max((other.confidence for other in _rivals(text, fact, facts.values)), default=0.0)
    return max(surest, _out_of_proportion(text, fact.name, facts))


def _out_of_proportion(text: str, name: str, facts: Facts) -> float:
    """How sure the document is of a total to which an amount cannot be the tax, or the net amount."""
    total = next((one for one in facts.values if one.name == "total_amount"), None)
    said = [abs(amount) for amount in read_amounts(text)]
    if name not in _SHARES or total is None or not isinstance(total.value, Decimal) or not total.value or not said:
        return 0.0
    least, most = _SHARES[name]
    return 0.0 if any(least <= one / abs(total.value) <= most for one in said) else total.confidence


def looked_up(claims: Sequence[Claim], document: Document, engine: Engine, text: str) -> tuple[Claim, ...]:
    """The claims with what the document's lines, or its answers, give where its kind lists no such field; those that
    nothing can be held against are left out."""
    pages = telling_pages(document.pages, text)
    printed = {claim: printed_value(claim.fact, claim.text, pages) for claim in claims if claim.unlisted}
    asked = [claim for claim, value in printed.items() if value is None]
    numbers = [page.number for page in pages]
    answers = engine.ask(document, [claim.question for claim in asked], pages=numbers) if asked else ()
    told = {claim: value for claim, value in printed.items() if value is not None} | {
        claim: replace(claim.fact, text=one.text, confidence=one.confidence, page=one.page, words=one.evidence)
        for claim, one in zip(asked, answers, strict=True)
        if _reads(claim.fact.type, one.text)
    }
    filled = (replace(claim, fact=told.get(claim, claim.fact)) for claim in claims)
    return tuple(claim for claim in filled if _can_be_checked(claim))


def _reads(type_: FieldType, text: str) -> bool:
    days = read_dates(text)
    return bool(days if type_ is FieldType.DATE else read_amounts(text) and not days)


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
        claim.sure,
        agrees=claim.agrees,
        firm=claim.plain,
        field=fact.name,
    )
