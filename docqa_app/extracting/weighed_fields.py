"""The fields of a schema, chosen together: by what the model says, what stands beside their labels, and the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docqa_app.core.answer import Answer
from docqa_app.core.document import Report
from docqa_app.core.fields import FieldValue, LineItem, Source
from docqa_app.core.ports import Engine
from docqa_app.extracting.beliefs import Option, options
from docqa_app.extracting.case import Case
from docqa_app.extracting.choosing import Beliefs, chosen_together
from docqa_app.extracting.field_questions import Answers, ask_twice
from docqa_app.extracting.finding import currency_by_marks, field_value
from docqa_app.extracting.labels import Labelled, labelled
from docqa_app.extracting.named_else import IsElse, but_addresses, but_money, named_else, with_others, without_else
from docqa_app.extracting.parties.roles import parties
from docqa_app.schemas.schema import SchemaField, in_language


def weighed_fields(case: Case, engine: Engine, items: Sequence[LineItem], report: Report) -> tuple[FieldValue, ...]:
    """Every field of the case's schema, in its order; empty where nothing on the pages can be it."""
    if not case.schema.fields:
        return ()
    scales = _scales(case, items)
    language = case.conventions.language
    asked = [(field.name, in_language(field.questions, language)) for field in case.schema.fields]
    answers = scales.bare(ask_twice(case.document, asked, engine, scales.doubtful, report))
    beliefs = scales.believed(answers)
    return tuple(_value(case, field, beliefs, answers) for field in case.schema.fields)


def _value(case: Case, field: SchemaField, beliefs: Beliefs, answers: Answers) -> FieldValue:
    own = beliefs[field.name], answers[field.name]
    value = field_value(case.document, field, *own, case.conventions, case.doubt_below)
    return currency_by_marks(case.document, value, case.conventions)


def _scales(case: Case, items: Sequence[LineItem]) -> _Scales:
    language = case.conventions.language
    wanted = {field.name: field for field in case.schema.fields}
    every = labelled(case.document.pages, case.schema, language, case.fits, case.heads)
    is_else = with_others(named_else(case.document, language), [one for one in every if one.aside])
    is_else = but_money(but_addresses(is_else, parties(case.document.pages)), case.document)
    labels = tuple(one for one in every if not is_else(wanted[one.field], one.page, one.words))
    return _Scales(case, wanted, items, labels, is_else)


@dataclass(frozen=True, slots=True)
class _Scales:
    """What answers are weighed with: the fields that are wanted, the line items, what stands beside labels, and what is
    something else than a field."""

    case: Case
    wanted: Mapping[str, SchemaField]
    items: Sequence[LineItem]
    labels: Sequence[Labelled]
    is_else: IsElse

    def bare(self, answers: Answers) -> dict[str, tuple[Answer, ...]]:
        """The answers without what is something else than their field."""
        return {
            name: tuple(without_else(one, self.wanted[name], self.is_else) for one in some)
            for name, some in answers.items()
        }

    def believed(self, answers: Answers) -> Beliefs:
        case = self.case
        own = {
            name: options(case.document, field, answers[name], self.labels, case.conventions)
            for name, field in self.wanted.items()
        }
        return chosen_together(case.schema, own, self.items, self._may_be)

    def doubtful(self, said: Answers) -> set[str]:
        """The fields of which neither the model nor all together is sure."""
        answers = self.bare(said)
        unsure = {name for name, field in self.wanted.items() if not _is_sure(self.case, field, answers[name][0])}
        beliefs = self.believed(answers)
        return {name for name in unsure if not _is_settled(beliefs[name], self.case.doubt_below)}

    def _may_be(self, name: str, one: Option) -> bool:
        return not self.is_else(self.wanted[name], one.candidate.page, one.candidate.evidence)


def _is_sure(case: Case, field: SchemaField, answer: Answer) -> bool:
    """Whether the model is sure, of what can be the field's value."""
    return answer.found and answer.confidence >= case.doubt_below and case.fits(field, answer.text)


def _is_settled(some: Sequence[Option], doubt: float) -> bool:
    """Whether what the model says is so likely, with labels and rules, that a second phrasing tells nothing new."""
    return max((one.share for one in some if one.source is Source.MODEL), default=0.0) >= doubt
