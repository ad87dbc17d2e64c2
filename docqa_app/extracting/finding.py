"""A field's options become its value: the likeliest, placed on its page, doubted where there is reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Page
from docqa_app.core.fields import FieldType, FieldValue, Source, State
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import evidence_boxes, text_lines
from docqa_app.extracting.beliefs import Option
from docqa_app.extracting.datelines import TIME
from docqa_app.extracting.field_questions import candidates
from docqa_app.extracting.fitting import is_no_amount
from docqa_app.extracting.paid import TOTAL
from docqa_app.schemas.schema import SchemaField
from docqa_app.values.amounts import COMMON_CODES, read_currencies
from docqa_app.values.conventions import Conventions
from docqa_app.values.misread import lies_far_ahead
from docqa_app.values.parse import Parsed, in_one_piece, read_off, reckoned

LIKELY = 0.4
"""Where the model finds nothing, what stands beside a label or passes its check digits is given from this share on; of
two numbers that pass one is."""
ALMOST_SURE = 0.8
"""The same of what only rules speak for."""
POSSIBLE = 0.2
"""The same of a field that must be there, where its form or what is printed speaks for it: a person looks at it in any
case, and a guess that is right costs one key. Also of what need not be there though the model says that it is: of five
order numbers below it, on 20 drawn invoices, none was right."""
SURE = 0.5
"""A text that cannot be read as the field's type is shown where the model is as sure of it."""
UNNAMED = 0.6
"""The same of a day that need not be there and that no label names: mostly another one of the page."""
UNLIKELY = 0.1
"""A value that is less likely is not given, but offered. Free texts that the model finds are: of a long address hardly
one is right to the letter."""
LEAST_READ = 0.7
"""How sure a recognised value is of its letters at least. Of 541 totals of training receipts 0.99 are right where they
were read with 0.97, 0.92 with 0.93, 0.83 with 0.88, 0.73 with 0.78, and about as many with less; days are alike."""
MENDABLE = (FieldType.TEXT, FieldType.DATE, FieldType.AMOUNT, FieldType.NUMBER)
"""Of these a text may be shown that cannot be read, for a misread day is still the day; the others have a form by which
anything else is told."""
MOSTLY = 2
"""How many times as often as any other a currency is named where others are rates of exchange."""
CLINGING = " ,;:"
"""What may stand behind a value in a sentence or a list, and is no part of it."""
MOST_OTHERS = 9
"""Alternatives that a clerk can choose from by a digit."""
_ALIKE = ("EUR", "GBP")
"""Currencies whose signs are taken for one another."""
_HALFLESS = re.compile(r"\d:\d\d(?::\d\d)?")
_SUBTOTAL = re.compile(r"\W*(?:sub|sous|zwischen)\W{0,3}(?:total|summe)")
_INWARD = re.compile(r"\d[A-Z]{2}\W?")
"""The end of a British postcode: in "PE2 8RP" are no rupiah."""


@dataclass(frozen=True, slots=True)
class Likeliest:
    """What a field most likely is, what that means, and who said so; `proved` as its option is."""

    candidate: Candidate
    parsed: Parsed
    source: Source
    proved: bool = False


def field_value(
    document: Document,
    wanted: SchemaField,
    options: Sequence[Option],
    answers: Sequence[Answer],
    conventions: Conventions,
    doubt_below: float,
) -> FieldValue:
    """The field as it is most likely meant; what the model said stays among the alternatives."""
    others = _others(options, answers)
    empty = FieldValue(wanted.name, wanted.type, alternatives=others[:MOST_OTHERS], note=_missing(wanted))
    likeliest = _likeliest(wanted, options, answers, conventions)
    if likeliest is None:
        return empty
    besides = tuple(one for one in others if fold(one.text) != fold(likeliest.candidate.text))
    filled = replace(empty, alternatives=besides[:MOST_OTHERS])
    return _filled(document, wanted, filled, likeliest, conventions, doubt_below)


def _filled(
    document: Document,
    wanted: SchemaField,
    empty: FieldValue,
    likeliest: Likeliest,
    conventions: Conventions,
    doubt_below: float,
) -> FieldValue:
    """The field with what is likeliest, placed on its page and doubted where there is reason."""
    page = document.page(likeliest.candidate.page)
    chosen, parsed = _alone(page, wanted, likeliest.candidate), likeliest.parsed
    if not likeliest.proved:
        chosen = replace(chosen, confidence=min(chosen.confidence, _read_surely(page, chosen.evidence)))
    problem = parsed.problem or _pattern_problem(wanted, chosen.text) or _illegible(page, wanted, likeliest)
    problem = problem or _halfless(wanted, chosen.text, conventions) or _before_all(page, wanted, chosen)
    far_ahead = isinstance(parsed.value, date) and lies_far_ahead(parsed.value)
    doubtful = bool(problem) or far_ahead or chosen.confidence < doubt_below
    return replace(
        empty,
        text=chosen.text,
        value=parsed.value.rstrip(CLINGING) if isinstance(parsed.value, str) else parsed.value,
        readings=parsed.readings,
        confidence=chosen.confidence,
        page=page.number,
        words=chosen.evidence,
        boxes=evidence_boxes(page, chosen.evidence),
        source=likeliest.source,
        state=State.CHECK if doubtful else State.CONFIDENT,
        note=problem,
    )


def _alone(page: Page, wanted: SchemaField, chosen: Candidate) -> Candidate:
    """A currency without its amount, a text without the mark behind it."""
    if wanted.type is FieldType.CURRENCY:
        return _currency_alone(page, chosen)
    return replace(chosen, text=chosen.text.rstrip(CLINGING)) if wanted.type is FieldType.TEXT else chosen


def _likeliest(
    wanted: SchemaField, options: Sequence[Option], answers: Sequence[Answer], conventions: Conventions
) -> Likeliest | None:
    """The best option where it is likely enough, else what the model is sure of though it cannot be read; None where
    there is neither."""
    if options and options[0].share >= _least(wanted, options[0], any(answer.found for answer in answers)):
        best = options[0]
        return Likeliest(replace(best.candidate, confidence=best.share), best.parsed, best.source, best.proved)
    said = [one for answer in answers if answer.found for one in candidates(answer)[:1]]
    if wanted.type is FieldType.AMOUNT:
        said = [one for one in said if not is_no_amount(one.text) and not _is_among(one, options)]
    if wanted.type not in MENDABLE or max((one.confidence for one in said), default=0.0) < SURE:
        return None
    chosen = max(said, key=lambda one: one.confidence)
    return Likeliest(chosen, read_off(chosen.text, wanted.type, conventions), Source.MODEL)


def _is_among(one: Candidate, options: Sequence[Option]) -> bool:
    """Whether a candidate was read, and found too unlikely."""
    return any(one.text == other.candidate.text for other in options)


def _read_surely(page: Page, words: Sequence[int]) -> float:
    """How sure a value's letters are. Signs that agree on its place make it no surer: all read the same words."""
    return max(LEAST_READ, min((page.words[index].confidence for index in words), default=1.0))


def _currency_alone(page: Page, said: Candidate) -> Candidate:
    """What names the currency, without the amount beside it ("GBP 651.48")."""
    naming = [index for index in said.evidence if read_currencies(page.words[index].text)]
    if not naming or len(said.evidence) == 1:
        return replace(said, text=_sign_alone(said.text))
    return replace(said, text=_sign_alone(page.words[naming[0]].text), evidence=(naming[0],))


def _sign_alone(text: str) -> str:
    """The sign of "£39.00", where it means without the digits what it means with them."""
    bare = re.sub(r"[\d.,:()-]*\d[\d.,:()-]*", " ", text).strip()
    return bare if read_currencies(bare) == read_currencies(text) != () else text


def _least(wanted: SchemaField, best: Option, found: bool) -> float:
    """The share from which on a value is given; `found`: whether the model says that the page has one."""
    formed = wanted.type is not FieldType.TEXT or wanted.pattern is not None
    if not found and wanted.required and (formed or best.printed):
        return POSSIBLE
    if not found:
        return LIKELY if best.printed else ALMOST_SURE
    if wanted.type is FieldType.DATE and wanted.labels and not (wanted.required or best.printed):
        return UNNAMED
    likely_enough = UNLIKELY if wanted.required or best.printed else POSSIBLE
    return likely_enough if formed else 0.0


def _others(options: Sequence[Option], answers: Sequence[Answer]) -> tuple[Candidate, ...]:
    """What a clerk may choose from: the options, then what the model said besides, each text once."""
    likely = [replace(one.candidate, confidence=one.share) for one in options]
    said = sorted((one for answer in answers for one in candidates(answer)), key=lambda one: -one.confidence)
    return tuple({fold(one.text): one for one in reversed([*likely, *said])}.values())[::-1]


def _missing(wanted: SchemaField) -> str:
    return "It is required, and was not found." if wanted.required else ""


def _pattern_problem(wanted: SchemaField, text: str) -> str:
    if wanted.pattern is None or wanted.pattern.fullmatch(text):
        return ""
    return f"“{text}” does not have the form that this kind of document asks for."


def _before_all(page: Page, wanted: SchemaField, chosen: Candidate) -> str:
    """Says so where a total is only printed as a subtotal: the total itself may be illegible."""
    if wanted.name != TOTAL or not chosen.evidence:
        return ""
    stood = upright(page)
    lines = [line.words for line in text_lines(stood.words) if chosen.evidence[-1] in line.words]
    before = any(_SUBTOTAL.match(fold(stood.text_of(words))) for words in lines)
    often = sum(_digits(word.text) == _digits(chosen.text) for word in page.words)
    return f"“{chosen.text}” is only printed as a subtotal." if before and often < MOSTLY else ""


def _halfless(wanted: SchemaField, text: str, conventions: Conventions) -> str:
    """Says so where a time may be of the morning or the afternoon: where clocks have twelve hours, and hours no zero
    before them, as "8:17"."""
    twelve = wanted.name == TIME and conventions.likely_currency in ("USD", "CAD")
    return f"“{text}” may be before or after noon." if twelve and _HALFLESS.fullmatch(text) else ""


def _illegible(page: Page, wanted: SchemaField, likeliest: Likeliest) -> str:
    """Says so where arithmetic leads to an amount whose digits are not those of its words."""
    text = likeliest.candidate.text
    said = in_one_piece("".join(page.words[index].text for index in likeliest.candidate.evidence))
    reckons = wanted.type is FieldType.AMOUNT and likeliest.proved
    return reckoned(text) if reckons and _digits(text) not in _digits(said) else ""


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _placed(value: FieldValue, page: Page, words: tuple[int, ...], confidence: float) -> FieldValue:
    """The value as found on a page without the model; as sure as the words were read."""
    sure = min(confidence, *(page.words[index].confidence for index in words), 1.0)
    boxes = evidence_boxes(page, words)
    return replace(value, confidence=sure, page=page.number, words=words, boxes=boxes, source=Source.RULE)


def _most(counts: Counter[str]) -> str:
    """The currency that marks mean at least `MOSTLY` times as often as any other, "" where none is such."""
    (first, often), (_, next_often) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if often >= MOSTLY * next_often else ""


def _sign(page: Page, index: int) -> str:
    """A word that may name a currency; a letter alone with what stands behind it, for only an amount makes it one. ""
    for one that cannot."""
    word, after = page.words[index].text, page.words[index + 1 : index + 2]
    if _INWARD.fullmatch(word):
        return ""
    return f"{word} {after[0].text}" if after and len(word) == 1 and word.isalpha() else word


def currency_by_marks(document: Document, value: FieldValue, conventions: Conventions) -> FieldValue:
    """The currency that stands beside the amounts, where the model names none and all marks mean the same one; else
    the one that most mean or that the country makes likely, to be checked."""
    if value.type is not FieldType.CURRENCY or value.value is not None:
        return _contradicted(value, conventions)
    marks = [
        (codes, page, index)
        for page in document.pages
        for index in range(len(page.words))
        if (codes := read_currencies(_sign(page, index))) and codes[0] in COMMON_CODES
    ]
    sure = [one for one in marks if len(one[0]) == 1]
    counts = Counter(codes[0] for codes, _, _ in sure)
    likely = [one for one in marks if conventions.likely_currency in one[0]]
    named = _most(counts)
    if not marks and conventions.likely_currency and not value.text:
        return _by_country(value, conventions.likely_currency)
    if not named and (counts or not likely):
        return value
    _, page, index = next((one for one in sure if one[0][0] == named), None) or likely[0]
    text = _sign(page, index)
    parsed = read_off(text, FieldType.CURRENCY, conventions)
    state = State.CONFIDENT if len(counts) == 1 else State.CHECK
    found = replace(value, text=text, value=parsed.value, state=state, readings=parsed.readings, note=parsed.problem)
    return _contradicted(_placed(found, page, (index,), 1.0), conventions)


def _by_country(value: FieldValue, code: str) -> FieldValue:
    """The money of the country that the page speaks of, where it prints no sign of any."""
    note = f"No currency is printed: the country makes {code} likely."
    return replace(value, text=code, value=code, source=Source.RULE, state=State.CHECK, confidence=LIKELY, note=note)


def _contradicted(value: FieldValue, conventions: Conventions) -> FieldValue:
    """A sign that was read off a picture is to be checked where the country has another money: "€" is read as "£"."""
    if not conventions.recognised or value.value not in _ALIKE or conventions.likely_currency not in _ALIKE:
        return value
    return value if value.value == conventions.likely_currency else replace(value, state=State.CHECK)
