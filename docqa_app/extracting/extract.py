"""A document and a schema become an extraction: asked, parsed, compared with the embedded XML, checked by rules."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.fields import (
    Extraction,
    FieldType,
    FieldValue,
    LineItem,
    Source,
    State,
    XmlInvoice,
)
from docqa_app.core.find import fold
from docqa_app.core.layout import evidence_boxes
from docqa_app.core.ports import Engine
from docqa_app.core.suppliers import Correction, Memory
from docqa_app.errors import LibraryError
from docqa_app.extracting.beliefs import Option, fits, options
from docqa_app.extracting.checking import checked
from docqa_app.extracting.choosing import Beliefs, chosen_together
from docqa_app.extracting.embedded import items_with_xml, with_xml
from docqa_app.extracting.field_questions import Answers, ask_twice
from docqa_app.extracting.finding import currency_by_marks, field_value
from docqa_app.extracting.labels import labelled
from docqa_app.extracting.line_items.headers import Heads
from docqa_app.extracting.line_items.items import line_items
from docqa_app.extracting.named_else import named_else, without_else
from docqa_app.extracting.pairs import Pair, find_pairs, weighed, without_others
from docqa_app.extracting.remembered import known_conventions, with_remembered
from docqa_app.extracting.ticked_fields import ticked_fields
from docqa_app.schemas.schema import Schema, SchemaField, in_language
from docqa_app.values.conventions import Conventions, conventions_of

log = logging.getLogger(__name__)


Recall = Callable[[Document, Extraction], Memory | None]
"""recall(document, extraction): what is remembered of the supplier, as `Library.remembered` tells it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the caller knows beside the document: how its supplier writes, its embedded XML, below which confidence
    a value is to be checked, the language that messages to the user are in, and what is remembered of suppliers."""

    conventions: Conventions | None = None
    xml: XmlInvoice | None = None
    doubt_below: float = 0.7
    language: str = "en"
    recall: Recall | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    """What is extracted by which schema, how its amounts and days are written, and the headers of its tables."""

    document: Document
    schema: Schema
    conventions: Conventions
    known: Known
    heads: Heads

    def items(self, taught: Sequence[Correction] = ()) -> tuple[LineItem, ...]:
        doubt = self.known.doubt_below
        return line_items(self.document, self.schema, self.conventions, doubt, taught, self.heads)

    def fits(self, field: SchemaField, text: str) -> bool:
        return fits(field, text, self.conventions)


def extract(
    document: Document, schema: Schema, engine: Engine, known: Known | None = None, *, report: Report = silent
) -> Extraction:
    """Every field and line item of the schema with its evidence, state and rules. Pages that failed are left out, and
    among the problems."""
    known = known or Known()
    pages = tuple(page for page in document.pages if not page.problem)
    readable = replace(document, pages=pages)
    conventions = conventions_of(pages).refined(known.conventions)
    case = _Case(readable, schema, conventions, known, Heads(schema.columns))
    items = case.items()
    fields = _fields(case, engine, items, report)
    if schema.pairs:
        fields += _pairs(readable, engine, known.doubt_below, report)
    model, below = engine.model, engine.check_fields_below
    found = Extraction(document.path, document.sha256, schema.name, fields, items, model=model, check_below=below)
    found = replace(found, problems=tuple(dict.fromkeys(page.problem for page in document.pages if page.problem)))
    memory = _recalled(readable, found, known.recall)
    if memory is not None:
        found = with_remembered(readable, schema, found, memory, conventions, known.doubt_below)
        conventions = known_conventions(memory, conventions)
        again = replace(case, conventions=conventions)
        found = replace(found, line_items=again.items(memory.corrections))
    return checked(_compared(readable, schema, found, known.xml, conventions), schema, known.language)


def _recalled(document: Document, found: Extraction, recall: Recall | None) -> Memory | None:
    """What is remembered of the supplier. A library that cannot be read costs the gain, not the document."""
    try:
        return recall(document, found) if recall else None
    except LibraryError as error:
        log.warning("Nothing was recalled for %s: %s", document.path, error)
        return None


def _fields(case: _Case, engine: Engine, items: Sequence[LineItem], report: Report) -> tuple[FieldValue, ...]:
    """The fields, chosen together: by what the model says, what stands beside their labels, and the rules."""
    document, conventions, doubt = case.document, case.conventions, case.known.doubt_below
    wanted = {field.name: field for field in case.schema.fields}
    if not wanted:
        return ()
    is_else = named_else(document, conventions.language)
    every = labelled(document.pages, case.schema, conventions.language, case.fits, case.heads)
    labels = [one for one in every if not is_else(wanted[one.field], one.page, one.words)]

    def bare(answers: Answers) -> dict[str, tuple[Answer, ...]]:
        return {name: tuple(without_else(one, wanted[name], is_else) for one in some) for name, some in answers.items()}

    def may_be(name: str, one: Option) -> bool:
        return not is_else(wanted[name], one.candidate.page, one.candidate.evidence)

    def believed(answers: Answers) -> Beliefs:
        own = {name: options(document, wanted[name], answers[name], labels, conventions) for name in wanted}
        return chosen_together(case.schema, own, items, may_be)

    def doubtful(said: Answers) -> set[str]:
        answers = bare(said)
        unsure = {name for name in wanted if not _is_sure(case, wanted[name], answers[name][0])}
        return {name for name, some in believed(answers).items() if name in unsure and not _is_settled(some, doubt)}

    asked = [(name, in_language(field.questions, conventions.language)) for name, field in wanted.items()]
    answers = bare(ask_twice(document, asked, engine, doubtful, report))
    beliefs = believed(answers)
    values = (
        field_value(document, field, beliefs[name], answers[name], conventions, doubt) for name, field in wanted.items()
    )
    return tuple(currency_by_marks(document, value, conventions) for value in values)


def _is_sure(case: _Case, field: SchemaField, answer: Answer) -> bool:
    """Whether the model is sure, of what can be the field's value."""
    return answer.found and answer.confidence >= case.known.doubt_below and case.fits(field, answer.text)


def _is_settled(some: Sequence[Option], doubt: float) -> bool:
    """Whether what the model says is so likely, with labels and rules, that a second phrasing tells nothing new."""
    return max((one.share for one in some if one.source is Source.MODEL), default=0.0) >= doubt


def _pairs(document: Document, engine: Engine, doubt_below: float, report: Report) -> tuple[FieldValue, ...]:
    """Every key of a form with its value: what stands beside it and what the model says, surer where they agree;
    groups of boxes to tick behind these, with what is ticked."""
    ticked = [field for page in document.pages for field in ticked_fields(page, doubt_below)]
    taken = {(one.page, fold(one.name)) for one in ticked}
    every = (pair for page in document.pages for pair in find_pairs(page))
    pairs = [pair for pair in every if (pair.page, fold(pair.key)) not in taken]
    answers = engine.ask(document, [pair.key for pair in pairs], report=report) if pairs else ()
    own = (without_others(pair, pairs, answer) for pair, answer in zip(pairs, answers, strict=True))
    found = [_pair(document, pair, answer, doubt_below) for pair, answer in zip(pairs, own, strict=True)]
    return _told_apart([*found, *ticked])


def _told_apart(values: Iterable[FieldValue]) -> tuple[FieldValue, ...]:
    """Keys that a form prints twice get a number: "Date", "Date (2)"."""
    counts: Counter[str] = Counter()
    apart = []
    for value in values:
        counts[value.name] += 1
        again = counts[value.name]
        apart.append(value if again == 1 else replace(value, name=f"{value.name} ({again})"))
    return tuple(apart)


def _pair(document: Document, pair: Pair, answer: Answer, doubt_below: float) -> FieldValue:
    empty = FieldValue(pair.key, FieldType.TEXT, alternatives=answer.alternatives)
    if not pair.words:
        return empty
    chosen, source = weighed(document.page(pair.page), pair, answer)
    return replace(
        empty,
        text=chosen.text,
        value=chosen.text,
        confidence=chosen.confidence,
        page=chosen.page,
        words=chosen.evidence,
        boxes=evidence_boxes(document.page(chosen.page), chosen.evidence),
        source=source,
        state=State.CONFIDENT if chosen.confidence >= doubt_below else State.CHECK,
    )


def _compared(
    document: Document, schema: Schema, found: Extraction, xml: XmlInvoice | None, conventions: Conventions
) -> Extraction:
    if xml is None:
        return found
    if xml.problem:
        return replace(found, problems=(xml.problem,))
    fields, disagreements = with_xml(document, found.fields, xml, conventions)
    items, more = items_with_xml(schema, found.line_items, xml)
    return replace(found, fields=fields, line_items=items, disagreements=(*disagreements, *more))
