"""An answer becomes a field's value: read as its type, placed on its page, doubted where there is reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Page
from docqa_app.core.fields import FieldType, FieldValue, Source, State
from docqa_app.core.layout import evidence_boxes
from docqa_app.extracting.amounts import COMMON_CODES, read_currencies
from docqa_app.extracting.asking import candidates
from docqa_app.extracting.checksums import find_ibans, find_vat_ids, iban_ok, vat_ok
from docqa_app.extracting.conventions import Conventions
from docqa_app.extracting.schema import SchemaField
from docqa_app.extracting.values import parse

SELF_CHECKED = 0.97
"""Confidence of a number that stands on the page and passes its own check digits: one in 97 passes by chance."""


def fits(wanted: SchemaField, text: str, conventions: Conventions) -> bool:
    """Whether the text can be read as the field's type and matches its pattern."""
    parsed = parse(text, wanted.type, conventions)
    typed = parsed.value is not None or bool(parsed.readings)
    return typed and (wanted.pattern is None or wanted.pattern.fullmatch(text) is not None)


def field_value(
    document: Document, wanted: SchemaField, answer: Answer, conventions: Conventions, doubt_below: float
) -> FieldValue:
    """The field as the model sees it: its likeliest candidate that fits the type, else its likeliest of all."""
    empty = FieldValue(wanted.name, wanted.type, alternatives=answer.alternatives, note=_missing(wanted))
    if not answer.found:
        return empty
    options = candidates(answer)
    chosen = next((one for one in options if fits(wanted, one.text, conventions)), options[0])
    parsed = parse(chosen.text, wanted.type, conventions)
    problem = parsed.problem or _pattern_problem(wanted, chosen.text)
    doubtful = bool(problem) or chosen.confidence < doubt_below
    return replace(
        empty,
        text=chosen.text,
        value=parsed.value,
        readings=parsed.readings,
        confidence=chosen.confidence,
        page=chosen.page,
        words=chosen.evidence,
        boxes=evidence_boxes(document.page(chosen.page), chosen.evidence),
        state=State.CHECK if doubtful else State.CONFIDENT,
        alternatives=tuple(one for one in options if one is not chosen),
        note=problem,
    )


def _missing(wanted: SchemaField) -> str:
    return "It is required, and was not found." if wanted.required else ""


def _pattern_problem(wanted: SchemaField, text: str) -> str:
    if wanted.pattern is None or wanted.pattern.fullmatch(text):
        return ""
    return f"“{text}” has not the form that the schema asks for."


def self_checked(document: Document, value: FieldValue) -> FieldValue:
    """An IBAN or VAT number by its check digits, where the model has none that passes and the pages have just one.

    A number that fails its check stays if nothing better stands there: a rule then says that it fails.
    """
    finder = {FieldType.IBAN: find_ibans, FieldType.VAT_ID: find_vat_ids}.get(value.type)
    if finder is None or _passes(value):
        return value
    found = [(number, page, words) for page in document.pages for number, words in finder(_texts(page))]
    if len({number for number, _, _ in found}) != 1:
        return replace(value, alternatives=(*_as_candidates(found), *value.alternatives))
    number, page, words = found[0]
    text = " ".join(page.words[index].text for index in words)
    state = State.CONFIDENT
    return _placed(
        replace(value, text=text, value=number, state=state, readings=(), note=""), page, words, SELF_CHECKED
    )


def _passes(value: FieldValue) -> bool:
    check = iban_ok if value.type is FieldType.IBAN else vat_ok
    return isinstance(value.value, str) and check(value.value)


def _texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def _as_candidates(found: Sequence[tuple[str, Page, tuple[int, ...]]]) -> tuple[Candidate, ...]:
    distinct = {number: Candidate(number, 0.5, page.number, words) for number, page, words in found}
    return tuple(distinct.values())


def _placed(value: FieldValue, page: Page, words: tuple[int, ...], confidence: float) -> FieldValue:
    """The value as found on a page without the model; as sure as the words were read."""
    sure = min(confidence, *(page.words[index].confidence for index in words), 1.0)
    boxes = evidence_boxes(page, words)
    return replace(value, confidence=sure, page=page.number, words=words, boxes=boxes, source=Source.RULE)


def currency_by_marks(document: Document, value: FieldValue) -> FieldValue:
    """The currency that stands beside the amounts, where the model names none and all marks mean the same one."""
    if value.type is not FieldType.CURRENCY or value.value is not None:
        return value
    marks = [
        (codes[0], page, index)
        for page in document.pages
        for index, word in enumerate(page.words)
        if len(codes := read_currencies(word.text)) == 1 and codes[0] in COMMON_CODES
    ]
    counts = Counter(code for code, _, _ in marks)
    if len(counts) != 1:
        return value
    code, page, index = marks[0]
    found = replace(value, text=page.words[index].text, value=code, state=State.CONFIDENT, readings=(), note="")
    return _placed(found, page, (index,), 1.0)
