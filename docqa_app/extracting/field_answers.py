"""Questions for a field, a table's cell, a printed key or a part of a page are answered by all that is known.

The model alone answers one wording at a time. An extraction of the same field also weighs a second wording, printed
labels, check digits and what adds up, and the clerk sees it beside the page: an answer that says otherwise would be
both worse and confusing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.between import Between
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.fields import FieldType, FieldValue, Source
from docqa_app.core.find import fold
from docqa_app.extracting.asked_choices import choice_said
from docqa_app.extracting.asked_parts import asks_for_place
from docqa_app.extracting.asked_tables import SURE, SURELY, parsed_answer, table_answer
from docqa_app.extracting.column_labels import Labels
from docqa_app.extracting.extract import extract
from docqa_app.extracting.facts.ranking import judged
from docqa_app.extracting.keys import pair_asked
from docqa_app.extracting.kinds import recognized
from docqa_app.extracting.meaning import field_meant
from docqa_app.extracting.page_answers import page_answer
from docqa_app.extracting.pairs import believed, weighed
from docqa_app.extracting.parsing.parse import OVER_NOTHING, SPEAKS, STATEMENT
from docqa_app.extracting.roles import BUYER, SELLER
from docqa_app.extracting.said_instead import MOST_OTHERS, instead, offering, without
from docqa_app.extracting.schema import Schema, SchemaField
from docqa_app.extracting.sights import SightAsked, SightSaid, absent, said, sight_asked
from docqa_app.extracting.trial import RememberingEngine

MODEL = "model"
BELIEVED = 0.6
"""Where the model and rules say the same and are surer than this, no fact is asked: orders and receipts lose by it, and
papers with questions gain hardly anything."""
BOLD = 0.8
"""A fact answers from so many times the likelihood that nothing does: of five such guesses a little less than half are
right, which people who look for something prefer to as many silences."""
HELD = {"key": math.inf, "page": 3.0, MODEL: 3.0}
"""What a rule said is given up for nothing only where that is so many times as likely; what stands beside a printed key
never is, nor what the model finds on a document of a kind that it learned. Chosen on papers with questions."""
YES_OR_NO = frozenset(("yes", "no", "ja", "nein", "oui", "non"))
KEPT = 0.98
"""How much of a field's share of belief an answer promises: on development receipts, orders and invoices answers from
fields were right a little less often than fields are sure, so that confidence and share right lay 0.051 apart."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """An answer and the rule it is from: "table", "key", "program" or "page", else MODEL."""

    answer: Answer
    by: str

    def is_open(self, model: Answer) -> bool:
        """Whether the facts of the page may know better: not than tables, programs over them and what the model says,
        too, and is rather sure of, nor where yes or no is wanted, or what stands at some place of the page."""
        agreed = model.found and fold(model.text) == fold(self.answer.text) and self.answer.confidence > BELIEVED
        settled = agreed or self.by in ("table", "program") or fold(self.answer.text) in YES_OR_NO
        return not (self.answer.found and settled) and not asks_for_place(self.answer.question)


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
        `told_by_table`, `told_beside`, `told_by_program`, `told_by_page` and `told_by_facts` say."""
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
        """The answer as the picture shows it, else as rules and the facts of the page tell it."""
        seen = self._seen(answer, document)
        if seen:
            return seen
        ruled = self._ruled(answer, document, kind)
        return self._weighed(ruled, answer, document, kind) if ruled.is_open(answer) else ruled.answer

    def _ruled(self, answer: Answer, document: Document, kind: Schema | None) -> Ruled:
        """The answer as tables tell it, as it stands beside a key, else as the surer of a program over a table and the
        page's print tells it."""
        by_table = told_by_table(answer, document, self._labels)
        if by_table:
            return Ruled(by_table, "table")
        by_key = told_beside(answer, document)
        if by_key:
            return Ruled(by_key, "key")
        told = {
            "program": told_by_program(answer, document),
            "page": told_by_page(answer, document, known=kind is not None),
        }
        found = [Ruled(one, by) for by, one in told.items() if one]
        return max(found, key=lambda one: (one.answer.found, one.answer.confidence), default=Ruled(answer, MODEL))

    def _weighed(self, ruled: Ruled, model: Answer, document: Document, kind: Schema | None) -> Answer:
        return told_by_facts(ruled, model, document, known=kind is not None)

    def _seen(self, answer: Answer, document: Document) -> Answer | None:
        """The answer to a question for what only the picture shows; None where it is none or the model cannot tell."""
        asked = sight_asked(answer.question)
        looks = [(page.number, said(asked, self.engine.seen(page))) for page in document.pages] if asked else []
        told = [(number, look) for number, look in looks if look]
        if not asked or not told:
            return None
        return told_by_sight(answer, asked, told)

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
    return instead(answer, found, value.alternatives)


def told_beside(answer: Answer, document: Document) -> Answer | None:
    """The answer as it stands beside the printed key that the question names; None where it names none."""
    pair = pair_asked(answer.question, document.pages)
    return instead(answer, weighed(document.page(pair.page), pair, answer)[0]) if pair else None


def told_by_page(answer: Answer, document: Document, *, known: bool) -> Answer | None:
    """The answer as a letter's parts, titles, short forms, names and texts of the form that is asked for tell it, or
    the model where it is surer; None where the question asks for none of them. `known`: the document is of a kind that
    the model learned, so that whatever it finds is believed."""
    said = page_answer(answer.question, document.pages)
    if said is None:
        return None
    printed = Candidate(said.text, said.confidence, said.page, said.words)
    return instead(answer, believed(printed, answer, 0.0 if known else said.confidence)[0])


def told_by_table(answer: Answer, document: Document, labels: Labels) -> Answer | None:
    """The answer as a printed table has it; None where the question asks for none."""
    said = table_answer(answer.question, document.pages, labels)
    if said is None:
        return None
    printed = Candidate(said.text, SURE[said.form], said.page, said.words)
    return instead(answer, believed(printed, answer, SURELY)[0])


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
    return instead(answer, surer)


def told_by_facts(ruled: Ruled, model: Answer, document: Document, *, known: bool) -> Answer:
    """The likeliest of the answer of the rules, the facts of the pages, and that nothing answers; the others may be
    chosen. `model`: its answer alone; `known`: as for `told_by_page`."""
    answer, weighed = ruled.answer, judged(ruled.answer, ruled.by, model, document.pages, known=known)
    if weighed is None:
        return answer
    first = weighed.facts[0] if weighed.facts else None
    if first and first.confidence > max(weighed.said, BOLD * weighed.nothing):
        return instead(answer, first, weighed.facts[1:])
    held = math.inf if known and ruled.by == MODEL else HELD[ruled.by]
    if answer.found and weighed.nothing > held * weighed.said:
        answer = without(answer, weighed.nothing)
    return offering(answer, weighed.facts)


def told_by_ticks(answer: Answer, document: Document) -> Answer | None:
    """The answer that boxes to tick give; None where the question asks for none."""
    said = choice_said(answer.question, document.pages)
    if said is None:
        return None
    if said.text:
        return instead(answer, Candidate(said.text, said.share, said.page, said.words))
    return without(answer, said.share)


def told_by_sight(answer: Answer, asked: SightAsked, told: Sequence[tuple[int, SightSaid]]) -> Answer:
    """The answer as the pages' pictures show it: that of the page where the thing is likeliest to be."""
    there = [(number, look) for number, look in told if look.text and look.text != absent(asked)]
    number, look = max(there, key=lambda one: one[1].share) if there else min(told, key=lambda one: one[1].share)
    if look.text:
        return instead(answer, Candidate(look.text, look.share, number, ()))
    return without(answer, look.share)
