"""Questions for a field, a table's cell, a printed key or a part of a page are answered by all that is known.

The model alone answers one wording at a time. An extraction of the same field also weighs a second wording, printed
labels, check digits and what adds up, and the clerk sees it beside the page: an answer that says otherwise would be
both worse and confusing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.between import Between
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.fields import FieldType, FieldValue, Source
from docqa_app.core.find import fold
from docqa_app.extracting.asked_choices import choice_said
from docqa_app.extracting.asked_tables import SURE, SURELY, parsed_answer, table_answer
from docqa_app.extracting.column_labels import Labels
from docqa_app.extracting.extract import extract
from docqa_app.extracting.keys import pair_asked
from docqa_app.extracting.kinds import recognized
from docqa_app.extracting.meaning import field_meant
from docqa_app.extracting.page_answers import page_answer
from docqa_app.extracting.pairs import believed, weighed
from docqa_app.extracting.parsing.parse import OVER_NOTHING, SPEAKS, STATEMENT
from docqa_app.extracting.roles import BUYER, SELLER
from docqa_app.extracting.schema import Schema, SchemaField
from docqa_app.extracting.sights import SightAsked, SightSaid, absent, said, sight_asked
from docqa_app.extracting.trial import RememberingEngine

MOST_OTHERS = 9
"""Alternatives of an answer, each under a digit."""
KEPT = 0.98
"""How much of a field's share of belief an answer promises: on development receipts, orders and invoices answers from
fields were right a little less often than fields are sure, so that confidence and share right lay 0.051 apart."""


@dataclass(slots=True)
class FieldAnswers(Between):
    """An engine over an engine: it asks the other one, and lets fields speak where a question means one.

    The clerk's wording is the first that the field is asked in, so that it is asked once. The values of the last pages
    asked about are kept: a further question for a field costs nothing.
    """

    kinds: Sequence[Schema]
    _asked: RememberingEngine = field(init=False)
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
        `told_by_table`, `told_beside`, `told_by_program` and `told_by_page` say."""
        asked = replace(document, pages=tuple(p for p in document.pages if pages is None or p.number in pages))
        answers = self._asked.ask(asked, questions, report=report)
        kind = recognized(asked, self.kinds)
        values = self._meant(asked, kind, questions, report)
        return tuple(
            told_by_ticks(one, asked)
            or (told(one, values[one.question]) if one.question in values else self._printed(one, asked, kind))
            for one in answers
        )

    def _printed(self, answer: Answer, document: Document, kind: Schema | None) -> Answer:
        """The answer as the picture shows it, as tables tell it, as it stands beside a key, else as the surer of a
        program over a table and the page's print tells it."""
        plain = self._seen(answer, document) or self._stated(answer, document)
        if plain:
            return plain
        told = told_by_program(answer, document), told_by_page(answer, document, known=kind is not None)
        return max(filter(None, told), key=lambda one: (one.found, one.confidence), default=answer)

    def _seen(self, answer: Answer, document: Document) -> Answer | None:
        """The answer to a question for what only the picture shows; None where it is none or the model cannot tell."""
        asked = sight_asked(answer.question)
        looks = [(page.number, said(asked, self.engine.seen(page))) for page in document.pages] if asked else []
        told = [(number, look) for number, look in looks if look]
        if not asked or not told:
            return None
        return told_by_sight(answer, asked, told)

    def _stated(self, answer: Answer, document: Document) -> Answer | None:
        return told_by_table(answer, document, self._labels) or told_beside(answer, document)

    def _meant(
        self, document: Document, kind: Schema | None, questions: Sequence[str], report: Report
    ) -> dict[str, FieldValue]:
        """The value of the field that a question means, by question."""
        meant = {question: field_meant(question, kind) for question in questions} if kind else {}
        wanted = {question: one.name for question, one in meant.items() if one}
        if not kind or not wanted:
            return {}
        values = self._found(document, kind, wanted, _within(report, len(questions)))
        return {question: values[name] for question, name in wanted.items()}

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


def _worded(kind: Schema, questions: Mapping[str, str]) -> Schema:
    """The schema with these questions, by field, put before its own."""

    def asked(one: SchemaField) -> SchemaField:
        own = questions.get(one.name)
        worded = {language: (own, *texts) for language, texts in one.questions.items() if own}
        return replace(one, questions=worded or one.questions)

    return replace(kind, fields=tuple(map(asked, kind.fields)))


def _within(report: Report, questions: int) -> Report:
    """A report for the work behind the answers: it only lets a person stop."""
    return lambda done, total: report(questions, questions)


def told(answer: Answer, value: FieldValue) -> Answer:
    """The answer as the field has it. What has a form (days, amounts, numbers that check themselves) is surer as a
    field; of names and other texts the surer one counts, what merely stands beside a label only in place of none. Who
    sells and who buys is also told by where they stand."""
    placed = value.source is Source.MODEL or value.name in (SELLER, BUYER)
    surer = value.type is not FieldType.TEXT or (placed and value.confidence > answer.confidence)
    if not value.text or value.page is None or (answer.found and not surer):
        return answer
    found = Candidate(value.text, KEPT * value.confidence, value.page, value.words)
    return _instead(answer, found, value.alternatives)


def told_beside(answer: Answer, document: Document) -> Answer | None:
    """The answer as it stands beside the printed key that the question names; None where it names none."""
    pair = pair_asked(answer.question, document.pages)
    return _instead(answer, weighed(document.page(pair.page), pair, answer)[0]) if pair else None


def told_by_page(answer: Answer, document: Document, *, known: bool) -> Answer | None:
    """The answer as a letter's parts, titles, short forms, names and texts of the form that is asked for tell it, or
    the model where it is surer; None where the question asks for none of them. `known`: the document is of a kind that
    the model learned, so that whatever it finds is believed."""
    said = page_answer(answer.question, document.pages)
    if said is None:
        return None
    printed = Candidate(said.text, said.confidence, said.page, said.words)
    return _instead(answer, believed(printed, answer, 0.0 if known else said.confidence)[0])


def told_by_table(answer: Answer, document: Document, labels: Labels) -> Answer | None:
    """The answer as a printed table has it; None where the question asks for none."""
    said = table_answer(answer.question, document.pages, labels)
    if said is None:
        return None
    printed = Candidate(said.text, SURE[said.form], said.page, said.words)
    return _instead(answer, believed(printed, answer, SURELY)[0])


def told_by_program(answer: Answer, document: Document) -> Answer | None:
    """The answer of a program over a printed table, or the model's where that is surer, but for statements: of these it
    knows no more than a coin. One that is hardly sure is offered where the model finds nothing. None where none is."""
    said = parsed_answer(answer.question, document.pages)
    if said is None:
        return None
    printed = Candidate(said.text, said.sure, said.page, said.words)
    unsure = said.sure < (SPEAKS if answer.found or said.form == STATEMENT else OVER_NOTHING)
    if unsure:
        return None if answer.found else replace(answer, alternatives=(printed, *answer.alternatives)[:MOST_OTHERS])
    surer = printed if said.form == STATEMENT else believed(printed, answer, said.sure)[0]
    return _instead(answer, surer)


def told_by_ticks(answer: Answer, document: Document) -> Answer | None:
    """The answer that boxes to tick give; None where the question asks for none."""
    said = choice_said(answer.question, document.pages)
    if said is None:
        return None
    if said.text:
        return _instead(answer, Candidate(said.text, said.share, said.page, said.words))
    return _without(answer, said.share)


def told_by_sight(answer: Answer, asked: SightAsked, told: Sequence[tuple[int, SightSaid]]) -> Answer:
    """The answer as the pages' pictures show it: that of the page where the thing is likeliest to be."""
    there = [(number, look) for number, look in told if look.text and look.text != absent(asked)]
    number, look = max(there, key=lambda one: one[1].share) if there else min(told, key=lambda one: one[1].share)
    if look.text:
        return _instead(answer, Candidate(look.text, look.share, number, ()))
    return _without(answer, look.share)


def _without(answer: Answer, share: float) -> Answer:
    """That nothing is there, so sure; what was said before may be chosen."""
    own = [Candidate(answer.text, answer.confidence, answer.page, answer.evidence)] if answer.page else []
    others = (*own, *answer.alternatives)[:MOST_OTHERS]
    return Answer(answer.question, "", False, share, None, (), others, answer.model)


def _instead(answer: Answer, chosen: Candidate, alternatives: Sequence[Candidate] = ()) -> Answer:
    """The answer with another text; what it said before stays among what a clerk may choose from."""
    own = [Candidate(answer.text, answer.confidence, answer.page, answer.evidence)] if answer.page else []
    others = {fold(one.text): one for one in (*own, *alternatives, *answer.alternatives)}
    others.pop(fold(chosen.text), None)
    return replace(
        answer,
        text=chosen.text,
        found=True,
        confidence=chosen.confidence,
        page=chosen.page,
        evidence=chosen.evidence,
        alternatives=tuple(others.values())[:MOST_OTHERS],
    )
