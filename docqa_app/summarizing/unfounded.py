"""Names, amounts and dates of a sentence that stand nowhere in the document: seen at once, without the model.

Amounts and dates are compared by what they mean, however either writes them: 1.234,50 is 1,234.5, and 12 March 2024 is
2024-03-12. One that may mean several things is founded if the document has one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.summary import Kind, Unfounded
from docqa_app.summarizing.months import MONTHS
from docqa_app.summarizing.printed_sums import is_money, numbers_of, printed_sums
from docqa_app.summarizing.spans import Span, spans_in
from docqa_app.values.amounts import named_currencies, read_amounts
from docqa_app.values.dates import printed_dates, read_dates

SHORTEST_STEM = 4
"""Letters that two forms of one word share at least ("Rechnungen", "Rechnung")."""

LONGEST_ENDING = 3

_GIVEN_BACK = re.compile(
    r"\b(?:credit|refund|discount|rebate|deduct|[^\W\d_]*gutschrift|erstatt|rabatt|nachlass|skonto|abzug|abzuglich"
    r"|avoir|rembours|remise|rabais|deduction)"
)
"""What is printed as a plain sum and may be said with a minus, folded."""

_DIGITS = re.compile(r"\S*\d\S*")
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Founded:
    """What a document says, made comparable.

    `numbers` are without sign and hold the days, months and years of `dates` too; `sums` are those that may be money,
    as they are signed; `currencies` are ISO codes, all that a sign may stand for; `words` are folded; `run` is all of
    them without spaces.
    """

    numbers: frozenset[Decimal]
    sums: frozenset[Decimal]
    currencies: frozenset[str]
    dates: frozenset[date]
    words: frozenset[str]
    run: str


def founded_in(pages: Sequence[Page]) -> Founded:
    """What these pages say. Worth keeping for a document: dates in words take a while."""
    texts = [" ".join(word.text for word in page.words) for page in pages]
    dated = [tuple(printed_dates(text)) for text in texts]
    dates = frozenset(day for some in dated for _, days in some for day in days)
    numbers = {abs(value) for text in texts for part in _DIGITS.findall(text) for value in numbers_of(part)}
    sums = frozenset[Decimal]().union(*map(printed_sums, texts, dated))
    numbers |= {Decimal(part) for day in dates for part in (day.day, day.month, day.year)} | set(map(abs, sums))
    words = [part for text in texts for part in _PART.findall(fold(text))]
    currencies = {code for page in pages for word in page.words for code in named_currencies(word.text)}
    return Founded(frozenset(numbers), sums, frozenset(currencies), dates, frozenset(words), "".join(words))


def unfounded(sentence: str, document: Founded) -> tuple[Unfounded, ...]:
    """What stands nowhere in the document, in the order of the sentence."""
    return tuple(
        Unfounded(span.text, span.kind, span.start, span.end)
        for span in spans_in(sentence)
        if not _is_founded(span, sentence, document)
    )


def _is_founded(span: Span, sentence: str, document: Founded) -> bool:
    match span.kind:
        case Kind.DATE:
            return any(day in document.dates for day in read_dates(span.text))
        case Kind.AMOUNT:
            return _is_founded_amount(span, sentence, document)
    return all(_stands(part, document) for part in _PART.findall(fold(span.text)))


def _is_founded_amount(span: Span, sentence: str, document: Founded) -> bool:
    """Whether the document has the number, if there is one, and the currency, if there is one."""
    values, currencies = read_amounts(span.text), named_currencies(span.text)
    if is_money(sentence, span.start, span.end):
        signed = not _GIVEN_BACK.search(fold(sentence))
        known = any(_is_sum(value, document.sums, signed) for value in values)
    else:
        known = any(abs(value) in document.numbers for value in values)
    return (known or not values) and (not currencies or not document.currencies.isdisjoint(currencies))


def _is_sum(value: Decimal, sums: frozenset[Decimal], signed: bool) -> bool:
    """Whether a sum is among these; one below zero must be printed so (`signed`)."""
    return value in sums or (-value in sums and (value > 0 or not signed))


def _stands(part: str, document: Founded) -> bool:
    """Whether a part of a name is a word of the document, a form of one, or written together with others."""
    if part in document.words or (len(part) > SHORTEST_STEM and part in document.run):
        return True
    if part in MONTHS:
        return any(day.month == MONTHS[part] for day in document.dates)
    stem = part[: max(SHORTEST_STEM, len(part) - LONGEST_ENDING)]
    if len(part) <= SHORTEST_STEM or part[0].isdigit():
        return len(part) == 1 and not part.isdigit()
    return any(word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING for word in document.words)
