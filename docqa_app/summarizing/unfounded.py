"""Names, amounts and dates of a sentence that stand nowhere in the document: seen at once, without the model.

Amounts and dates are compared by what they mean, however either writes them: 1.234,50 is 1,234.5, and 12 March 2024 is
2024-03-12. One that may mean several things is founded if the document has one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from docqa_app.core.find import fold
from docqa_app.core.summary import Kind, Unfounded
from docqa_app.summarizing.founded import PART, Founded
from docqa_app.summarizing.months import CUT_MONTHS, MONTHS, WEEKDAYS
from docqa_app.summarizing.plain_words import PERCENT, Plain, in_digits, with_years, yearless
from docqa_app.summarizing.printed_sums import is_money
from docqa_app.summarizing.rounding import hedged, rounded
from docqa_app.summarizing.spans import Span, spans_in
from docqa_app.summarizing.units import measures_in
from docqa_app.values.amounts import named_currencies, read_amounts
from docqa_app.values.dates import read_dates

SHORTEST_STEM = 4
"""Letters that two forms of one word share at least ("Rechnungen", "Rechnung")."""

LONGEST_ENDING = 3
_ENDINGS = frozenset(
    (
        "", "a", "al", "an", "as", "aux", "d", "e", "ed", "el", "em", "en", "end", "er", "ern", "ers", "es", "est", "i",
        "ian", "ie", "ies", "in", "ing", "ion", "is", "ish", "ive", "l", "led", "ly", "n", "ne", "nen", "ner", "ns",
        "o", "or", "ors", "r", "rs", "s", "se", "st", "t", "te", "ten", "ter", "um", "ung", "ux", "y",
    )
)  # fmt: skip
"""In which forms of one word may differ behind their stem, folded: "Steesel" is none of "Steep"."""

_GIVEN_BACK = re.compile(
    r"\b(?:credit|refund|discount|rebate|deduct|[^\W\d_]*gutschrift|erstatt|rabatt|nachlass|skonto|abzug|abzuglich"
    r"|avoir|rembours|remise|rabais|deduction)"
)
"""What is printed as a plain sum and may be said with a minus, folded."""

LONG = 6
"""Digits from which a number is known in whatever groups it is printed."""

_NO_NAMES = frozenset(
    (
        "mr", "mrs", "ms", "miss", "messrs", "dr", "prof", "herr", "herrn", "frau", "hr", "fr", "mme", "mlle", "m",
        "monsieur", "madame", "anfang", "mitte", "ende",
    )
)  # fmt: skip
"""Folded: how people are addressed, and parts of a month; no page must print them."""

_WITH_STOP = re.compile(r"\d\d?\.\d\d\.")

_CHANGED = re.compile(
    r"\b(?:r[io]se|increas|grew|grow|up|f[ae]ll|drop|decreas|down|reduc|cut|steig|stieg|erhoh|wachs|wuchs|s[ai]nk|senk|"
    r"fiel|reduzier|verringer|augment|hauss|progress|baiss|diminu|recul)[^\W\d_]*\b.* (?:by|um|de)(?: \S{1,3})?$"
)
"""What stands, folded, before the amount by which something changed."""


def plain_in(sentence: str, document: Founded) -> Plain:
    """The sentence with its numbers in digits, and its days with the years that the document gives them."""
    return with_years(in_digits(sentence), document.dates)


def unfounded(sentence: str, document: Founded) -> tuple[Unfounded, ...]:
    """What stands nowhere in the document, in the order of the sentence."""
    plain = plain_in(sentence, document)
    marked: list[Unfounded] = []
    for span in sorted(
        (*_missing(plain.text, document), *_measured(plain.text, document)), key=lambda span: span.start
    ):
        start, end = plain.written(span.start, span.end)
        if not marked or marked[-1].end <= start:  # "14 euros 50" is an amount and a currency in one place
            marked.append(Unfounded(sentence[start:end], span.kind, start, end))
    return tuple(marked)


def _measured(text: str, document: Founded) -> Iterator[Span]:
    """Numbers that the document has by another unit alone: "5 hours" of 5 minutes, "865 a week" of 865 a month."""
    for one in measures_in(text):
        if one.contradicts(document.measures):
            yield Span(text[one.start : one.end], Kind.AMOUNT, one.start, one.end)


def _missing(text: str, document: Founded) -> Sequence[Span]:
    """What of a text in plain words stands nowhere, days without a year as one."""
    days = list(yearless(text))
    missing = [
        Span(text[start:end], Kind.DATE, start, end)
        for start, end, *day in days
        if tuple(day) not in document.days and not _is_sum_with_stop(text[start:end], document)
    ]
    for span in spans_in(text):
        is_day = any(start < span.end and span.start < end for start, end, *_ in days)
        if not is_day and not _is_founded(span, text, document):
            missing.append(span)
    return sorted(missing, key=lambda span: span.start)


def _is_sum_with_stop(day: str, document: Founded) -> bool:
    """Whether what looks like a day is a printed sum and the end of its sentence: "It is 10.05."."""
    return bool(_WITH_STOP.fullmatch(day)) and not document.sums.isdisjoint(read_amounts(day[:-1]))


def _is_founded(span: Span, sentence: str, document: Founded) -> bool:
    match span.kind:
        case Kind.DATE:
            return any(day in document.dates for day in read_dates(span.text))
        case Kind.AMOUNT:
            return _is_founded_amount(span, sentence, document)
    return all(_stands(part, document) for part in PART.findall(fold(span.text)))


def _is_founded_amount(span: Span, sentence: str, document: Founded) -> bool:
    """Whether the document has the number, if there is one, and the currency, if there is one."""
    values, currencies = read_amounts(span.text), named_currencies(span.text)
    if span.text.endswith("%") or PERCENT.match(sentence, span.end):
        known = any(abs(value) in document.rates for value in values)
        comparable = document.rates
    elif is_money(sentence, span.start, span.end):
        signed = not _GIVEN_BACK.search(fold(sentence))
        known = any(_is_sum(value, document.sums, signed) for value in values)
        comparable = document.sums
    else:
        known = any(abs(value) in document.numbers for value in values) or _is_in_groups(span.text, document)
        comparable = document.numbers
    about = rounded(sentence[hedged(sentence, span.start) : span.end])
    known = known or any(abs(value) in one for one in about for value in comparable)
    if not known and _CHANGED.search(fold(sentence[: span.start])):
        known = any(value and abs(value) + one in comparable for value in values for one in comparable)
    return (known or not values) and (not currencies or not document.currencies.isdisjoint(currencies))


def _is_in_groups(text: str, document: Founded) -> bool:
    """Whether a long number without marks is printed, be it in groups."""
    return text.isdigit() and len(text) >= LONG and text in document.run


def _is_sum(value: Decimal, sums: frozenset[Decimal], signed: bool) -> bool:
    """Whether a sum is among these; one below zero must be printed so (`signed`)."""
    return value in sums or (-value in sums and (value > 0 or not signed))


def _stands(part: str, document: Founded) -> bool:
    """Whether a part of a name is a word of the document, a form of one, or written together with others."""
    if part in document.words or (len(part) > SHORTEST_STEM and part in document.run):
        return True
    if part in _NO_NAMES:
        return True
    if currencies := named_currencies(part):
        return not document.currencies.isdisjoint(currencies)
    if month := MONTHS.get(part) or CUT_MONTHS.get(part):
        return any(of == month for _, of in document.days)
    if part in WEEKDAYS:
        return any(day.weekday() == WEEKDAYS[part] for day in document.dates)
    if len(part) <= SHORTEST_STEM or part[0].isdigit():
        return len(part) == 1 and not part.isdigit()
    return any(is_form_of(part, word) for word in document.words)


def is_form_of(one: str, other: str) -> bool:
    """Whether two folded words may be forms of one."""
    stem = one[: max(SHORTEST_STEM, len(one) - LONGEST_ENDING)]
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    near = other.startswith(stem) and len(other) - len(stem) <= LONGEST_ENDING
    return near and _ENDINGS.issuperset((one[common:], other[common:]))
