"""The amounts and dates of a sentence, also those that were misread on the page it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docqa_app.core.summary import Kind
from docqa_app.summarizing.rounding import hedged
from docqa_app.summarizing.spans import spans_in
from docqa_app.values.amounts import read_amounts, read_currencies

_AMOUNT = re.compile(
    r"(?<![\w.,:/'’-])[-−–]?(?:[A-Z]{2,3}\s?|Rp|[$€£¥₹]\s?)?-?"
    r"(?:\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|\d[\d.,'’]*\d|[.,]\d\d|\d)(?![\w/:-])"
)
_NUMBERED = re.compile(
    r"(?:\d[^\s,;:.]*\s|\b(?:no|nr|n°|numéro|number|nummer|rechnung|invoice|facture|bill|iban|order|bestellung|id)\W*)$",
    re.IGNORECASE,
)
"""What stands before a number that is none of money."""

_NO_SUM = re.compile(r"[.,]\d{4,}$|^\D*0\d(?!\d*[.,]\d\d$)|^\d{1,2}\.\d{1,2}\.\d{2,4}$")
"""A date with a lost point ("13.22020"), or another misread number."""

_NO_SUM_BEHIND = re.compile(
    r"\s?%|\s(?:days?|weeks?|months?|tagen?|wochen?|monaten?|jours?|semaines?|mois)\b|\.?\s(?-i:[A-Z])[^\W\d_]{2,}\.?\s\d{4}",
    re.IGNORECASE,
)
"""A rate, a term, the day of a date."""

_MISREAD_DATE = re.compile(
    r"\b(?:am|vom|zum|den|der|on|of|by|until|dated|bis|le|du)\s+(\d[^\s,;]*\d[^\s,;.]*)"
    r"|(?<![\w.])(\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\b",
    re.IGNORECASE,
)
_MARK_LOST = re.compile(
    r"(?<![\w.,:/-])(?=\d*[./:-])"
    r"(?:(?:0?[1-9]|[12]\d|3[01])[./:-]?(?:0[1-9]|1[0-2])[./:-]?(?:19|20)\d\d"
    r"|(?:19|20)\d\d[./:-]?(?:0[1-9]|1[0-2])[./:-]?(?:0[1-9]|[12]\d|3[01]))(?![\w/-])"
)
"""A day, a month and a year with a mark lost or misread: "29.012011", "2013:04-11"."""

_FEWEST_DIGITS = 5
"""Of a date that was misread."""


@dataclass(frozen=True, slots=True)
class Figure:
    """sentence[start:end], an amount or a date. `whole`: a number without decimals or a currency, which only the words
    around it make an amount."""

    text: str
    kind: Kind
    start: int
    end: int
    whole: bool = False


def figures_in(sentence: str) -> tuple[Figure, ...]:
    """Dates and amounts in their order; whole numbers where the sentence has no other amount."""
    dates = _dates(sentence)
    numbers = [Figure(sentence[start:end], Kind.AMOUNT, start, end) for start, end in _numbers(sentence, dates)]
    amounts = [one for one in numbers if _is_money(sentence, one.start, one.end)]
    found = amounts or [replace(one, whole=True) for one in numbers if _is_whole(sentence, one)]
    return tuple(sorted((*dates, *(_with_hedge(sentence, one) for one in found)), key=lambda figure: figure.start))


def _with_hedge(sentence: str, amount: Figure) -> Figure:
    """With the words before it that make it a rounded one: "about 1,200"."""
    start = hedged(sentence, amount.start)
    return replace(amount, text=sentence[start : amount.end], start=start)


def _dates(sentence: str) -> list[Figure]:
    """Dates, and what stands in the place of one, misread."""
    dates = [
        Figure(span.text, Kind.DATE, span.start, span.end) for span in spans_in(sentence) if span.kind is Kind.DATE
    ]
    for start, end in _misread_dates(sentence):
        if all(end <= day.start or day.end <= start for day in dates):
            dates.append(Figure(sentence[start:end], Kind.DATE, start, end))
    return dates


def _misread_dates(sentence: str) -> Iterator[tuple[int, int]]:
    for found in _MISREAD_DATE.finditer(sentence):
        start, end = found.span(found.lastindex or 0)
        if _looks_like_date(sentence[start:end]):
            yield start, end
    for found in _MARK_LOST.finditer(sentence):
        if not _NUMBERED.search(sentence[: found.start()]):  # "invoice 2025-0417"
            yield found.span()


def _looks_like_date(text: str) -> bool:
    """Whether a misread text has the digits and the marks of a date, and not those of a sum."""
    is_sum = re.fullmatch(r"[\d.,'’]*[.,]\d\d", text) and not re.match(r"\d\d?\.\d\d?(?:\.|$)", text)
    return sum(c.isdigit() for c in text) >= _FEWEST_DIGITS and bool(re.search(r"[./-]", text)) and not is_sum


def _numbers(sentence: str, dates: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    for found in _AMOUNT.finditer(sentence):
        start, end = _behind_word(found), found.end()
        apart = all(end <= day.start or day.end <= start for day in dates)
        behind_date = any(day.end == start - 1 for day in dates)
        no_sum = _NO_SUM.search(found[0]) or _NO_SUM_BEHIND.match(sentence, end)
        if apart and not no_sum and (behind_date or not _is_numbering(sentence, start, end)):
            yield start, _with_currency(sentence, start, end)


def _behind_word(found: re.Match[str]) -> int:
    """Where an amount begins: its currency, but no other capitals before it ("TVA 1,30")."""
    word = re.match(r"[-−–]?([A-Z]{2,3})\s?", found[0])
    return found.start() + word.end() if word and not read_currencies(word[1]) else found.start()


def _with_currency(sentence: str, start: int, end: int) -> int:
    """Behind the currency that follows an amount, where none stands before it; a sign before digits is theirs."""
    behind = re.match(r"\s?(?:[$€£¥₹](?!\d)|[A-Z]{3}\b)", sentence[end:])
    after = behind and not read_currencies(sentence[start:end]) and read_currencies(behind[0].strip())
    return end + behind.end() if behind and after else end


def _is_money(sentence: str, start: int, end: int) -> bool:
    """Whether a number has decimals, groups or a currency."""
    text, behind = sentence[start:end], re.match(r"\s?[^\s\d]+(?!\d)", sentence[end:])
    currencies = read_currencies(text) or (behind and read_currencies(behind[0].strip(" .,;")))
    parted = re.search(r"\d[ .,'’]\d", text) if read_amounts(text) else re.search(r"\d[.,]\d\d$", text)
    return bool(parted or (currencies and read_amounts(text)))


def _is_whole(sentence: str, number: Figure) -> bool:
    """Whether a number has several digits, is no year, and does not begin an address."""
    year = re.fullmatch(r"(?:19|20)\d\d", number.text)
    return (
        number.text.isdigit() and len(number.text) > 1 and not year and not re.match(r" [A-Z]", sentence[number.end :])
    )


def _is_numbering(sentence: str, start: int, end: int) -> bool:
    """Whether a number is a document's, or one of the groups of an account's; "facture 776,12" is a sum."""
    parted = re.search(r"\d[.,]\d\d$", sentence[start:end])
    if parted and (re.search(r"[^\W\d_]\W*$", sentence[:start]) or read_currencies(sentence[start:end])):
        return False
    return bool(_NUMBERED.search(sentence[:start]) or re.match(r"\s[^\W_]*\d", sentence[end:]))
