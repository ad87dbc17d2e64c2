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
from docqa_app.summarizing.spans import GROUPED, Span, spans_in
from docqa_app.values.amounts import read_amounts, read_currencies
from docqa_app.values.dates import read_dates

SHORTEST_STEM = 4
"""Letters that two forms of one word share at least ("Rechnungen", "Rechnung")."""

LONGEST_ENDING = 3

_DIGITS = re.compile(r"\S*\d\S*")
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Founded:
    """What a document says, made comparable.

    `amounts` are without sign and hold the days, months and years of `dates` too; `currencies` are ISO codes, all that
    a sign may stand for; `words` are folded; `run` is all of them without spaces.
    """

    amounts: frozenset[Decimal]
    currencies: frozenset[str]
    dates: frozenset[date]
    words: frozenset[str]
    run: str


def founded_in(pages: Sequence[Page]) -> Founded:
    """What these pages say. Worth keeping for a document: dates in words take a while."""
    texts = [" ".join(word.text for word in page.words) for page in pages]
    dates = frozenset(day for text in texts for day in read_dates(text))
    amounts = {abs(value) for text in texts for part in _DIGITS.findall(text) for value in _amounts_of(part)}
    amounts |= {abs(value) for text in texts for part in GROUPED.findall(text) for value in read_amounts(part)}
    parts = {Decimal(part) for day in dates for part in (day.day, day.month, day.year)}
    words = [part for text in texts for part in _PART.findall(fold(text))]
    currencies = {code for page in pages for word in page.words for code in read_currencies(word.text)}
    return Founded(frozenset(amounts | parts), frozenset(currencies), dates, frozenset(words), "".join(words))


def _amounts_of(text: str) -> set[Decimal]:
    """The numbers of a word, whole and, where it joins several ("53-55", "RE-2024-0815"), each."""
    pieces = [text, *re.findall(r"\d[\d.,]*\d|\d", text)]
    return {value for piece in pieces for value in read_amounts(piece)}


def unfounded(sentence: str, document: Founded) -> tuple[Unfounded, ...]:
    """What stands nowhere in the document, in the order of the sentence."""
    return tuple(
        Unfounded(span.text, span.kind, span.start, span.end)
        for span in spans_in(sentence)
        if not _is_founded(span, document)
    )


def _is_founded(span: Span, document: Founded) -> bool:
    match span.kind:
        case Kind.DATE:
            return any(day in document.dates for day in read_dates(span.text))
        case Kind.AMOUNT:
            return _is_founded_amount(span.text, document)
    return all(_stands(part, document) for part in _PART.findall(fold(span.text)))


def _is_founded_amount(text: str, document: Founded) -> bool:
    """Whether the document has the number, if there is one, and the currency, if there is one."""
    values, currencies = read_amounts(text), read_currencies(text)
    known = not values or any(abs(value) in document.amounts for value in values)
    return known and (not currencies or not document.currencies.isdisjoint(currencies))


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
