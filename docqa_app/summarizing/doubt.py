"""How doubtful a sentence is: signs of its pairs and of what stands nowhere become the share of such that were wrong.

QUALS means over all tokens of all pairs. One swapped amount changes a few tokens of one pair, so the signs look at the
answers' tokens alone, at the worst pair, and at what the document itself answers to the same question. Pairs whose own
text, asked their question, says something else are mostly nonsense, and weigh less (as QAGS filters its questions).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from docqa_app.core.find import fold
from docqa_app.core.logistic import logistic
from docqa_app.core.metrics import is_right
from docqa_app.core.summary import Kind, QualsPair, Thresholds, Unfounded
from docqa_app.extracting.parties.legal_forms import LEGAL_FORMS
from docqa_app.summarizing.qags import token_f1
from docqa_app.summarizing.quals import quals
from docqa_app.summarizing.rounding import rounded
from docqa_app.values.amounts import read_amounts, read_currencies
from docqa_app.values.dates import read_dates

LOWEST = -8.0
"""No difference counts for less: beyond it the document simply says something else."""

ALIKE = 0.5
"""Token F1 from which two names are the same."""

MOST_NOWHERE = 2.0

_HOURS = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])")


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks against a sentence. All are finite numbers.

    quals: QUALS. Of the firm pairs, those whose question the sentence itself answers so (where there are none, of all):
    answers: the mean difference of the answers' tokens; agreed: the share whose answer the document gives too. worst:
    the lowest of these differences, each times how much its pair is worth (`worth_of`). clash: how sure (0..1) sentence
    and document are of answers to one question that mean different things, where they are surest; an answer that the
    document gives to another question of ours is no clash: then this question was beside the point. firm: how sure the
    sentence is of its answers, in the mean. values, names: how many amounts and dates, and names, stand nowhere.
    fields: how sure the document is of another value of a field than the sentence gives it (`claims`), times how
    plainly it does, where it is surest; where it bears all of them out, less than 0 by how sure it is of each. The
    other signs look at the pairs that the model wrote.
    """

    quals: float
    answers: float
    worst: float
    clash: float
    agreed: float
    firm: float
    values: float
    names: float
    fields: float


SIGN_NAMES = tuple(field.name for field in fields(Signs))


def signs_of(pairs: Sequence[QualsPair], unfounded: Sequence[Unfounded]) -> Signs | None:
    """The signs of a sentence; None without pairs."""
    if not pairs:
        return None
    claims = [pair for pair in pairs if pair.field]
    pairs = [pair for pair in pairs if not pair.field] or claims
    asked = [pair for pair in pairs if pair.firm] or pairs
    differences = [max(LOWEST, on_the_answer(pair)) for pair in asked]
    names = sum(one.kind is Kind.NAME for one in unfounded)
    return Signs(
        quals=max(LOWEST, quals(pairs) or 0.0),
        answers=sum(differences) / len(asked),
        worst=min(worth_of(pair) * max(LOWEST, on_the_answer(pair)) for pair in pairs),
        clash=_clash(pairs),
        agreed=sum(pair.agrees for pair in asked) / len(asked),
        firm=sum(pair.firm for pair in pairs) / len(pairs),
        values=min(MOST_NOWHERE, len(unfounded) - names),
        names=min(MOST_NOWHERE, names),
        fields=_wrong_fields(claims),
    )


def worth_of(pair: QualsPair) -> float:
    """How much a pair says of its sentence, 0..1: whether the sentence answers so, and how readily it is written there.

    Late groups of a diverse search ask what nobody would ask; of such a pair any document differs.
    """
    question = [token.summary for token in pair.tokens if not token.in_answer]
    answer = sum(token.summary for token in pair.tokens if token.in_answer)
    return pair.firm * math.exp(answer + sum(question) / max(1, len(question)))


def _clash(pairs: Sequence[QualsPair]) -> float:
    borne_out = [pair.answer for pair in pairs if pair.agrees]
    other = (pair for pair in pairs if pair.document_answer and not (borne_out and is_right(pair.answer, borne_out)))
    return max((pair.sure * pair.firm for pair in other), default=0.0)


def _wrong_fields(claims: Sequence[QualsPair]) -> float:
    return max((claim.firm * (-claim.sure if claim.agrees else claim.sure) for claim in claims), default=0.0)


def on_the_answer(pair: QualsPair) -> float:
    """The mean difference of the answer's tokens and the end behind it."""
    told = [token.document - token.summary for token in pair.tokens if token.in_answer]
    return sum(told) / len(told)


def means_the_same(one: str, other: str) -> bool:
    """Whether two answers mean the same: dates and amounts by what they mean, names by the words they share."""
    if not one or not other:
        return False
    one, other = _with_points(one), _with_points(other)
    if _other_currency(one, other):
        return False
    if is_right(one, (other,)):
        return True
    if about := rounded(one) or rounded(other):
        told = read_amounts(other if rounded(one) else one)
        return any(abs(value) in span for value in told for span in about)
    days, others = read_dates(one), read_dates(other)
    if days or others:
        return not set(days).isdisjoint(others)
    alike = bare(one) == bare(other) != ""
    if alike or (_is_number(one) and _is_number(other)):
        return _same_numbers(one, other, alike)
    return token_f1(_named(one), _named(other)) >= ALIKE


def _named(text: str) -> str:
    """A name without legal forms, which companies share."""
    words = fold(text).split()
    return " ".join(word for word in words if bare(word) not in (*LEGAL_FORMS, "co", "")) or fold(text)


def bare(text: str) -> str:
    """Letters and digits alone, folded."""
    return "".join(character for character in fold(text) if character.isalnum())


def _with_points(text: str) -> str:
    """Hours with a point before their minutes, as some print them: no two numbers."""
    return _HOURS.sub(r"\1.\2", text)


def _is_number(text: str) -> bool:
    return sum(character.isdigit() for character in text) * 2 >= len(bare(text))


def _other_currency(one: str, other: str) -> bool:
    """Whether both are numbers and name currencies, but not the same one."""
    if not (_is_number(one) and _is_number(other)):
        return False
    ours, theirs = read_currencies(one), read_currencies(other)
    return bool(ours and theirs and set(ours).isdisjoint(theirs))


def _same_numbers(one: str, other: str, unread: bool) -> bool:
    """Whether one text's numbers are all among the other's; `unread` where one has none, as "INV2024001"."""
    ours, theirs = ({abs(value) for value in read_amounts(text)} for text in (one, other))
    return ours <= theirs or theirs <= ours if ours and theirs else unread


@dataclass(frozen=True, slots=True)
class Doubt:
    """A logistic regression on the signs, and where its flags begin."""

    weights: tuple[float, ...]
    offset: float
    thresholds: Thresholds

    def of(self, signs: Signs) -> float:
        """The share of sentences with these signs that were wrong on development data, 0..1."""
        return logistic(self.weights, self.offset, astuple(signs))
