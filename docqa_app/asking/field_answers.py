"""Questions for a field, a table's cell, a printed key or a part of a page are answered by all that is known.

The model alone answers one wording at a time. An extraction of the same field also weighs a second wording, printed
labels, check digits and what adds up, and the clerk sees it beside the page: an answer that says otherwise would be
both worse and confusing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docqa_app.asking.fitting import day_alone, fitted
from docqa_app.asking.meaning import field_meant
from docqa_app.asking.said_instead import is_believed, surer
from docqa_app.asking.sights import SightSaid, absent, sight_asked
from docqa_app.asking.sights import said as said_of_sight
from docqa_app.asking.told_answers import (
    MODEL,
    Ruled,
    told,
    told_beside,
    told_by_facts,
    told_by_page,
    told_by_program,
    told_by_row,
    told_by_sentence,
    told_by_sight,
    told_by_table,
    told_by_ticks,
)
from docqa_app.asking.whether import said_whether
from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.engine_wrapper import EngineWrapper
from docqa_app.core.fields import FieldValue
from docqa_app.extracting.extract import extract
from docqa_app.extracting.line_items.column_labels import Labels
from docqa_app.extracting.trial import RememberingEngine
from docqa_app.schemas.kinds import recognized
from docqa_app.schemas.schema import Schema, SchemaField


@dataclass(slots=True)
class FieldAnswers(EngineWrapper):
    """An engine over an engine: it asks the other one, and lets fields speak where a question means one.

    The clerk's wording is the first that the field is asked in, so that it is asked once. The values of the last pages
    asked about are kept: a further question for a field costs nothing.
    """

    kinds: Sequence[Schema]
    _asked: RememberingEngine = field(init=False)
    _asked_freely: RememberingEngine | None = None
    _labels: Labels = field(init=False)
    _pages: tuple[Page, ...] = ()
    _values: dict[str, FieldValue] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._asked = RememberingEngine(self.engine)
        self._labels = Labels([column for kind in self.kinds for column in kind.columns])

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        """The model's answers; those that mean a field, a cell of a table or what is printed, as `told`,
        `told_by_table`, `told_beside`, `told_by_row`, `told_by_program`, `told_by_page` and `told_by_facts` say; to
        questions for yes or no as `said_whether` says."""
        stoppable = _within(report, 2 * len(questions))
        asked = replace(document, pages=tuple(p for p in document.pages if pages is None or p.number in pages))
        kind = recognized(asked, self.kinds)
        meant = _meant(kind, questions)
        answers = self._said(asked, questions, meant, report)
        values = self._found(asked, kind, meant, stoppable) if kind and meant else {}
        fields = {question: values[name] for question, name in meant.items()}
        final = (self._final(one, fields.get(one.question), asked, kind, stoppable) for one in answers)
        return tuple(said_whether(day_alone(one, asked)) for one in final)

    def _final(
        self, answer: Answer, value: FieldValue | None, document: Document, kind: Schema | None, report: Report
    ) -> Answer:
        """The answer by boxes to tick, else by the field that the question means, else by what is printed."""
        ticked = told_by_ticks(answer, document)
        if ticked:
            return ticked
        return told(answer, value) if value else self._printed(answer, document, kind, report)

    def _said(
        self, document: Document, questions: Sequence[str], meant: Mapping[str, str], report: Report
    ) -> tuple[Answer, ...]:
        """The model's answers as it learned to answer fields; what means no field, is not rather sure and stands
        neither beside a key nor in a table, it answers freely as well, and the surer answer counts."""
        count = len(questions)
        said = self._asked.ask(document, questions, report=_share(report, 0, count, 2 * count))
        unsure = (one for one in said if one.question not in meant and not is_believed(one))
        doubtful = [one.question for one in unsure if not self._firmly(one, document)]
        to_come = _share(report, count, count, 2 * count)
        freely = self._freely().ask(document, doubtful, report=to_come) if doubtful else ()
        other = dict(zip(doubtful, freely, strict=True))
        best = (surer(one, other[one.question]) if one.question in other else one for one in said)
        return tuple(fitted(one, document) for one in best)

    def _freely(self) -> RememberingEngine:
        if self._asked_freely is None:
            other = self.engine.freely
            self._asked_freely = self._asked if other is self.engine else RememberingEngine(other)
        return self._asked_freely

    def _printed(self, answer: Answer, document: Document, kind: Schema | None, report: Report) -> Answer:
        """The answer as the picture shows it, else as rules and the facts of the page tell it."""
        seen = self._seen(answer, document, report)
        if seen:
            return seen
        ruled = self._ruled(answer, document, kind)
        is_open = ruled.is_open and not (kind and ruled.agrees(answer))
        return self._weighed(ruled, answer, document, kind) if is_open else ruled.answer

    def _ruled(self, answer: Answer, document: Document, kind: Schema | None) -> Ruled:
        """The answer as tables tell it, as it stands beside a key, else as the surer of a program over a table and the
        page's print tells it."""
        firm = self._firmly(answer, document)
        if firm:
            return firm
        by_program = told_by_program(answer, document)
        by_page = told_by_page(answer, document, known=kind is not None)
        by_sentence = told_by_sentence(answer, document)
        found = [Ruled(by_program, "program")] if by_program else []
        found += [Ruled(by_sentence, "page")] if by_sentence else []
        found += [by_page] if by_page else []
        return max(found, key=lambda one: (one.answer.found, one.answer.confidence), default=Ruled(answer, MODEL))

    def _firmly(self, answer: Answer, document: Document) -> Ruled | None:
        """The answer as a table or a printed key that the question names has it; None where it names none."""
        by_table = told_by_table(answer, document, self._labels)
        if by_table:
            return Ruled(by_table, "table")
        by_key = told_beside(answer, document)
        if by_key:
            return Ruled(by_key, "key")
        by_row = told_by_row(answer, document, self._labels)
        return Ruled(by_row, "table") if by_row else None

    def _weighed(self, ruled: Ruled, model: Answer, document: Document, kind: Schema | None) -> Answer:
        """The answer as facts tell it; a method of its own for `training.fact_weights`, which learns their weights."""
        return told_by_facts(ruled, model, document, known=kind is not None)

    def _seen(self, answer: Answer, document: Document, report: Report) -> Answer | None:
        """The answer to a question for what only the picture shows; None where it is none or the model cannot tell,
        also where a page that nobody has seen may show it."""
        asked = sight_asked(answer.question)
        told: list[tuple[int, SightSaid]] = []
        for page in document.pages if asked else ():
            report(1, 1)
            look = said_of_sight(asked, self.engine.seen(page)) if asked and not page.problem else None
            told += [(page.number, look)] if look else []
        if not asked or not told:
            return None
        found = told_by_sight(answer, asked, told)
        unseen = any(page.problem for page in document.pages)
        return None if unseen and (not found.found or found.text == absent(asked)) else found

    def _found(
        self, document: Document, kind: Schema, wanted: Mapping[str, str], report: Report
    ) -> Mapping[str, FieldValue]:
        """The values of the fields that questions mean, by question, and of those that rules tie to them; only what is
        new is looked for."""
        if document.pages != self._pages:
            self._pages, self._values = document.pages, {}
        new = {other for name in wanted.values() if name not in self._values for other in kind.tied(name)}
        if new:
            worded = _worded(kind.only(new), {name: question for question, name in wanted.items()})
            found = extract(document, worded, self._asked, report=report)
            self._values.update({value.name: value for value in found.fields})
        return self._values


def _meant(kind: Schema | None, questions: Sequence[str]) -> dict[str, str]:
    """The names of the fields that questions mean, by question."""
    meant = {question: field_meant(question, kind) for question in questions} if kind else {}
    return {question: one.name for question, one in meant.items() if one}


def _worded(kind: Schema, questions: Mapping[str, str]) -> Schema:
    """The schema with these questions, by field, put before its own."""

    def asked(one: SchemaField) -> SchemaField:
        own = questions.get(one.name)
        worded = {language: (own, *texts) for language, texts in one.questions.items() if own}
        return replace(one, questions=worded or one.questions)

    return replace(kind, fields=tuple(map(asked, kind.fields)))


def _share(report: Report, before: int, some: int, all_: int) -> Report:
    """A report for some of the questions to be put: they are counted after those `before` them."""
    return lambda done, total: report(before + done * some // max(1, total), all_)


def _within(report: Report, questions: int) -> Report:
    """A report for the work behind the answers: it only lets a person stop."""
    return lambda done, total: report(questions, questions)
