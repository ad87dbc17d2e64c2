"""What is remembered of a supplier, used on its next document: values are looked for where a person found them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from docqa_app.core.answer import Candidate
from docqa_app.core.document import Document, Page
from docqa_app.core.doubts import needs_look
from docqa_app.core.fields import Extraction, FieldType, FieldValue, Source, State
from docqa_app.core.layout import evidence_boxes
from docqa_app.core.locate import locate
from docqa_app.core.spelling import spell
from docqa_app.core.suppliers import Correction, Memory
from docqa_app.extracting.line_items.totals import is_amount
from docqa_app.extracting.places import Spot, find_at, same_label, spot_of
from docqa_app.schemas.schema import Schema, SchemaField
from docqa_app.values.amounts import DecimalMark, read_currencies
from docqa_app.values.conventions import Conventions
from docqa_app.values.dates import DateOrder
from docqa_app.values.misread import lies_far_ahead
from docqa_app.values.parse import Parsed, parse

AT_LABEL = 0.95
"""Confidence of a value found behind the label that a person pointed at; as sure as its words were read at most."""
AT_PLACE = 0.6
"""Of one found where the value stood, without a label: it is to be checked."""
LENGTHS = (0.4, 2.5)
"""How much shorter or longer a text may be than the one that was corrected."""

Words = tuple[Page, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Case:
    """One document whose supplier is known."""

    document: Document
    schema: Schema
    memory: Memory
    conventions: Conventions
    doubt_below: float

    def said(self, what: str) -> str:
        supplier = self.memory.supplier.name or self.memory.supplier.vat_id
        return f"{what} as remembered from {supplier}."

    def parse(self, text: str, kind: FieldType) -> Parsed:
        return parse(text, kind, self.conventions)


def with_remembered(
    document: Document, schema: Schema, found: Extraction, memory: Memory, conventions: Conventions, doubt_below: float
) -> Extraction:
    """The extraction with each corrected field read anew where the supplier prints it, and what was ambiguous read as
    this supplier writes. Rules are not checked again. The model's own value stays as the first alternative.

    Pages that failed must have been left out of `document`.
    """
    case = _Case(document, schema, memory, known_conventions(memory, conventions), doubt_below)
    corrections = {one.field: one for one in memory.corrections}

    def better(value: FieldValue) -> FieldValue:
        correction = corrections.get(value.name)
        value = _settled(case, value, correction)
        return value if correction is None else _corrected(case, value, correction)

    return replace(found, fields=tuple(better(value) for value in found.fields))


def known_conventions(memory: Memory, conventions: Conventions) -> Conventions:
    """How the supplier writes, where a person has said it; else what its document gives away."""
    return replace(
        conventions,
        date_order=DateOrder(memory.date_order) if memory.date_order else conventions.date_order,
        decimal_mark=DecimalMark(memory.decimal_mark) if memory.decimal_mark else conventions.decimal_mark,
    )


def _settled(case: _Case, value: FieldValue, correction: Correction | None) -> FieldValue:
    """A value that could be read in several ways, read as the supplier writes, or a sign as the currency chosen."""
    if not value.readings:
        return value
    chosen = correction.text if correction is not None and value.type is FieldType.CURRENCY else ""
    parsed = case.parse(chosen if chosen in value.readings else value.text, value.type)
    if parsed.value is None or parsed.readings:
        return value
    state = State.CONFIDENT if value.confidence >= case.doubt_below else State.CHECK
    return replace(value, value=parsed.value, readings=(), state=state, note=case.said("Read"))


def _corrected(case: _Case, value: FieldValue, correction: Correction) -> FieldValue:
    place, sure = _found(case, correction)
    if place is None:
        return _unplaced(case, value, correction)
    return _placed(case, value, correction, place, sure)


def _placed(case: _Case, value: FieldValue, correction: Correction, place: Words, sure: float) -> FieldValue:
    """What stands where a person pointed, unless the model is sure of something else than its earlier mistake."""
    page, words = place
    text = page.text_of(words)
    parsed = case.parse(text, value.type)
    sure = min(sure, *(page.words[index].confidence for index in words))
    doubtful = sure <= AT_PLACE or sure < case.doubt_below or _is_doubted(parsed)
    if _same(value, text, parsed):
        return value if doubtful else _agreed(value, sure)
    if not _errs_again(case, value, correction):
        return value
    taken = replace(value, page=page.number, words=words, boxes=evidence_boxes(page, words))
    state = State.CHECK if doubtful else State.CONFIDENT
    return _taken(taken, text, parsed, sure, state, parsed.problem or case.said("Read"), _with_own(value))


def _is_doubted(parsed: Parsed) -> bool:
    """Whether what was read is to be checked wherever it stands."""
    far_ahead = isinstance(parsed.value, date) and lies_far_ahead(parsed.value)
    return far_ahead or bool(parsed.readings or parsed.problem)


def _agreed(value: FieldValue, sure: float) -> FieldValue:
    """The model's own value, which stands where a person once found it: no longer in doubt for the model alone."""
    if value.state is not State.CHECK or value.readings:
        return value
    return replace(value, state=State.CONFIDENT, note="", confidence=max(value.confidence, sure))


def _unplaced(case: _Case, value: FieldValue, correction: Correction) -> FieldValue:
    """What the supplier always prints, where it is not among the words (a logo): offered, to be checked, where the
    model finds nothing or errs as before."""
    parsed = case.parse(correction.text, value.type)
    offered = correction.constant and correction.box is None and not _same(value, correction.text, parsed)
    if not offered or not _errs_again(case, value, correction):
        return value
    taken = replace(value, page=None, words=(), boxes=())
    return _taken(taken, correction.text, parsed, AT_PLACE, State.CHECK, case.said("Taken"), _with_own(value))


def _taken(
    value: FieldValue,
    text: str,
    parsed: Parsed,
    sure: float,
    state: State,
    note: str,
    alternatives: tuple[Candidate, ...],
) -> FieldValue:
    meant = replace(value, text=text, value=parsed.value, readings=parsed.readings, confidence=sure)
    return replace(meant, source=Source.REMEMBERED, state=state, note=note, alternatives=alternatives)


def _errs_again(case: _Case, value: FieldValue, correction: Correction) -> bool:
    """Whether the model is in doubt, says what it said wrongly before, or what stands beside the same wrong label."""
    if not value.text or needs_look(value):
        return True
    if correction.wrong and spell((value.text,)).plain == spell((correction.wrong,)).plain:
        return True
    page = next((page for page in case.document.pages if page.number == value.page), None)
    if page is None or not value.words or not correction.wrong_label:
        return False
    return same_label(spot_of(page, value.words).label, correction.wrong_label)


def _found(case: _Case, correction: Correction) -> tuple[Words | None, float]:
    """The words that the correction leads to, and how sure they are."""
    if correction.constant:
        return _printed(case.document, correction.text), AT_LABEL
    page = _page(case.document, correction.page)
    wanted = next((one for one in case.schema.fields if one.name == correction.field), None)
    if page is None or correction.box is None or wanted is None:
        return None, 0.0

    def fits(text: str) -> bool:
        return _can_be(text, correction, wanted, case.conventions)

    spot = Spot(correction.label, correction.side, correction.box)
    words, by_label = find_at(page, spot, fits, shortest=wanted.type is FieldType.DATE)
    if correction.label and not by_label and wanted.type is FieldType.AMOUNT:
        return None, 0.0  # a sum moves with the rows above it; without its label any amount may stand there now
    return ((page, words) if words else None), AT_LABEL if by_label else AT_PLACE


def _printed(document: Document, text: str) -> Words | None:
    """Where just this text is printed; a slip of the recognition is not taken for it."""
    wanted = spell((text,)).folded
    for page in document.pages:
        texts = [word.text for word in page.words]
        words = locate(text, texts)
        if words and spell([texts[index] for index in words]).folded == wanted:
            return page, words
    return None


def _page(document: Document, number: int) -> Page | None:
    wanted = document.total_pages if number == -1 else number
    return next((page for page in document.pages if page.number == wanted), None)


def _can_be(text: str, correction: Correction, wanted: SchemaField, conventions: Conventions) -> bool:
    """Whether a text has the type, the schema's pattern, and for free texts the look of the one that was corrected."""
    parsed = parse(text, wanted.type, conventions)
    if (parsed.value is None and not parsed.readings) or text.endswith(":"):
        return False
    if wanted.pattern is not None and wanted.pattern.fullmatch(text) is None:
        return False
    if wanted.type in (FieldType.AMOUNT, FieldType.NUMBER):
        letters = "".join(c for c in text if c.isalpha())
        return is_amount(text) and (not letters or bool(read_currencies(letters)))
    if wanted.type is not FieldType.TEXT:
        return True
    low, high = (share * len(correction.text) for share in LENGTHS)
    return _has_digits(text) == _has_digits(correction.text) and low <= len(text) <= high


def _has_digits(text: str) -> bool:
    return any(c.isdigit() for c in text)


def _same(value: FieldValue, text: str, parsed: Parsed) -> bool:
    if value.value is not None and value.value == parsed.value:
        return True
    return bool(value.text) and spell((value.text,)).plain == spell((text,)).plain


def _with_own(value: FieldValue) -> tuple[Candidate, ...]:
    """The model's value first among the alternatives."""
    if not value.text or value.page is None:
        return value.alternatives
    return (Candidate(value.text, value.confidence, value.page, value.words), *value.alternatives)
