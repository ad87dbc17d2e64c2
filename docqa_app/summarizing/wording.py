"""Which field a sentence gives an amount or a date out for, told by the words around it, in three languages.

"Excluding VAT the sum is 300" speaks of the net amount whatever the document says. What a model of this size makes of
such a sentence is chance; the words that tell are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docqa_app.core.summary import Kind
from docqa_app.summarizing.field_words import (
    CLAUSE,
    DUE,
    GOES_ON,
    GROSS,
    IN_TAX,
    ISSUED,
    LEADING,
    MAKES,
    MUST,
    NET,
    NUMBER_WORDS,
    ON_CONDITION,
    OTHER_AMOUNTS,
    OTHER_DATES,
    OUT_OF,
    PAID_EARLY,
    PAPER,
    PLACE,
    PLUS,
    QUALIFIED,
    QUALIFYING,
    SAYS_NOTHING,
    TAX_OF,
    TAXED,
    TOTAL,
    UNTIL,
    WITH_TAX,
    WITHOUT_TAX,
)
from docqa_app.summarizing.figures import Figure, figures_in
from docqa_app.summarizing.other_words import (
    BESIDE,
    CALLED_TOTAL,
    FOR_ONE,
    FROM,
    GOODS,
    NAMED,
    NO_FIELD,
    ODD,
    ODD_DATE,
    TO,
    is_no_fields_day,
)

PLAINLY = 1.0
BY_CUSTOM = 0.6
"""How plainly a sentence means a field that it does not name: an amount without a word to it is mostly the total."""

_DAY_DUE = ("due_date",)
_DAY_OF_PAPER = ("invoice_date", "date")
_NET, _TAX, _TOTAL = ("net_amount",), ("tax_amount",), ("total_amount",)
_SUMS = (_NET, _TAX, _TOTAL)


@dataclass(frozen=True, slots=True)
class Worded:
    """sentence[start:end], and the names of the fields that its wording may mean: one a kind of document. They are the
    schemas' where these have such a field. `plain` (0..1) is how plainly the wording says so."""

    text: str
    start: int
    end: int
    fields: tuple[str, ...]
    plain: float = PLAINLY


def worded_in(sentence: str, names: Sequence[tuple[int, int]] = ()) -> tuple[Worded, ...]:
    """The amounts and dates of a sentence whose wording tells what they are, in their order.

    `names` are where names stand: "Port Laurie Market" tells of no freight.
    """
    plain = _without(sentence, names)
    values = figures_in(plain)
    words = _own_words_of(values, plain)
    told = _added([_read(*one) for one in zip(values, words, strict=True)], plain)
    told = _dated(_of_one_total(_given(told, words)), values, words)
    told = _without_periods(told, values, plain)
    return _without_early_day(tuple(value for value in told if value.fields), plain)


def _added(told: Sequence[Worded], sentence: str) -> tuple[Worded, ...]:
    """With what tax is added to as the net amount: "651.48 plus 123.78 tax"."""
    added = [*told]
    for place, (one, other) in enumerate(pairwise(told)):
        plus = PLUS.match(sentence[one.end : other.start].lower())
        if plus and other.fields == _TAX and one.plain < PLAINLY:
            added[place] = replace(one, fields=_NET, plain=PLAINLY)
    return tuple(added)


def _given(told: Sequence[Worded], words: Sequence[str]) -> tuple[Worded, ...]:
    """With what some change came back of as the cash: "Out of 20.00 I got 3.40 back"."""
    if not any(one.fields == ("change",) for one in told):
        return tuple(told)
    given = (len(told) > 1 and bool(OUT_OF.search(own)) for own in words)
    return tuple(replace(one, fields=("cash",)) if cash else one for one, cash in zip(told, given, strict=True))


def _of_one_total(told: Sequence[Worded]) -> tuple[Worded, ...]:
    """Without totals by custom where another amount is called so: "The coffee cost 4.00, altogether we paid 50.00"."""
    called = any(one.fields == _TOTAL and one.plain == PLAINLY for one in told)
    return tuple(
        replace(one, fields=()) if called and one.fields == _TOTAL and one.plain < PLAINLY else one for one in told
    )


def _without_periods(told: Sequence[Worded], values: Sequence[Figure], sentence: str) -> tuple[Worded, ...]:
    """Without the two ends of a time, which are no days of the paper: "Billed are the hours from 3 May to 9 May"."""
    ends: set[int] = set()
    for place, (one, other) in enumerate(pairwise(values)):
        begun = FROM.search(sentence[: one.start].lower()) and TO.fullmatch(sentence[one.end : other.start].lower())
        if begun and one.kind is other.kind is Kind.DATE:
            ends |= {place, place + 1}
    return tuple(
        replace(one, fields=()) if place in ends and one.fields in (_DAY_DUE, _DAY_OF_PAPER) else one
        for place, one in enumerate(told)
    )


def _dated(told: Sequence[Worded], values: Sequence[Figure], words: Sequence[str]) -> tuple[Worded, ...]:
    """With the only day that no word speaks of as the paper's, by custom: "Miller Ltd, 12 March, 50.00"."""
    silent = [place for place, one in enumerate(told) if values[place].kind is Kind.DATE and not one.fields]
    lone = silent[0] if len(silent) == 1 and SAYS_NOTHING.search(words[silent[0]].replace(PLACE, "")) else None
    return tuple(
        replace(one, fields=_DAY_OF_PAPER, plain=BY_CUSTOM) if place == lone else one for place, one in enumerate(told)
    )


def _without_early_day(told: Sequence[Worded], sentence: str) -> tuple[Worded, ...]:
    """Without the day until which a discount is given: "Who pays by 18 May may take off 78.47 as a discount"."""
    early = ON_CONDITION.match(sentence.lstrip()) and PAID_EARLY.search(sentence.lower())
    only = sum(value.fields == _DAY_DUE for value in told) == 1
    return tuple(value for value in told if not (early and only and value.fields == _DAY_DUE))


def _without(sentence: str, names: Sequence[tuple[int, int]]) -> str:
    """The sentence with spaces in the place of its names."""
    for start, end in names:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def around(sentence: str, ends: Sequence[tuple[int, int]], place: int) -> str:
    """The words of a value's clause, lower case, with PLACE for it: back to the value before it and on to the next."""
    start, end = ends[place]
    first, last = place == 0, place + 1 == len(ends)
    before = sentence[0 if first else ends[place - 1][1] : start]
    after = sentence[end : None if last else ends[place + 1][0]]
    near = (before if first else CLAUSE.split(before)[-1], PLACE, after if last else CLAUSE.split(after)[0])
    return " ".join(" ".join(near).lower().split())


def _last_clause(value: Figure, before: str, behind: str) -> str:
    """What stands before the first value, without what tells of a figure that is none: "35,12735 € net, # VAT"."""
    clause = CLAUSE.split(before)[-1]
    another = any(map(str.isdigit, before.removesuffix(clause)))
    return clause if another and _is_told(value, f"{clause}{PLACE}{behind}") else before


def _own_words_of(values: Sequence[Figure], sentence: str) -> list[str]:
    """Each value's own words: of "700.00 net and 133.00 tax" and of "net 700.00, tax 133.00"."""
    ends = [(value.start, value.end) for value in values]
    own: list[str] = []
    was_told = True
    for place, value in enumerate(values):
        before, _, behind = around(sentence, ends, place).partition(PLACE)
        if not was_told and not CLAUSE.search(sentence[ends[place - 1][1] : ends[place][0]]):
            before = QUALIFIED.sub("", before)
        before = IN_TAX.sub("", before) if place else before
        runs_on = place + 1 < len(ends) and not CLAUSE.search(sentence[ends[place][1] : ends[place + 1][0]])
        before = before if place else _last_clause(value, before, behind)
        was_told = bool(_is_told(value, before))
        own.append(_own_words(value, before, behind, runs_on))
    return own


def _is_told(value: Figure, before: str) -> bool:
    """Whether the words before a value say what it is."""
    named = LEADING.sub(" ", before)
    return bool(_date_meant(named)) if value.kind is Kind.DATE else _amount_meant(named)[1] == PLAINLY


def _own_words(value: Figure, before: str, behind: str, runs_on: bool) -> str:
    """Without what leads to the next value, where those before this one say what it is: "the invoice of # is due on";
    the day of a paper is its own whatever is said of the paper. `runs_on`: no mark parts this value from the next."""
    if value.kind is Kind.DATE:
        behind = "" if PAPER.search(before) else PAPER.sub(" ", behind)
    labels = runs_on and QUALIFIED.sub("", behind).strip() == ""
    goes_on = runs_on and GOES_ON.search(behind)
    leads_on = labels or goes_on or (LEADING.search(behind) and not QUALIFYING.match(behind))
    return f"{before}{PLACE}" if leads_on and _is_told(value, before) else f"{before}{PLACE}{behind}"


def _read(value: Figure, words: str) -> Worded:
    if value.kind is Kind.DATE:
        return Worded(value.text, value.start, value.end, _date_meant(words))
    fields, plain = _amount_meant(words)
    short = sum(map(str.isdigit, value.text)) == 2 and fields == _TOTAL
    if value.whole and (
        short or plain < PLAINLY or MAKES.search(words) or NUMBER_WORDS.search(words) or fields[:1] not in _SUMS
    ):
        fields = ()
    return Worded(value.text, value.start, value.end, fields, plain)


def _near(words: str) -> str:
    """Without what a mark parts from the value behind it: "by #, otherwise we get a reminder"."""
    before, place, behind = words.partition(PLACE)
    return f"{before}{place}{CLAUSE.split(behind)[0]}"


def _amount_meant(words: str) -> tuple[tuple[str, ...], float]:
    if FOR_ONE.search(words):
        return (), PLAINLY
    if TAX_OF.search(words):
        return _TAX, PLAINLY
    if WITHOUT_TAX.search(words):
        return _NET, PLAINLY
    if WITH_TAX.search(words) or GROSS.search(words):
        return _TOTAL, PLAINLY
    if GOODS.search(words) or NO_FIELD.search(_near(words)):
        return (), PLAINLY
    other = next((fields for fields, pattern in OTHER_AMOUNTS if pattern.search(words)), None)
    if other is not None:
        return other, PLAINLY
    if ODD.search(words) or (BESIDE.search(words) and not CALLED_TOTAL.search(words)):
        return (), PLAINLY
    if NET.search(words):
        return _NET, PLAINLY
    if MAKES.search(words):
        return _TOTAL, PLAINLY
    if TAXED.search(words):
        return _TAX, PLAINLY
    if TOTAL.search(words):
        return _TOTAL, PLAINLY
    return () if NAMED.search(words) else _TOTAL, BY_CUSTOM


def _date_meant(words: str) -> tuple[str, ...]:
    if PAID_EARLY.search(words) or is_no_fields_day(_near(words)):
        return ()
    if MUST.search(words):
        return _DAY_DUE
    other = next((fields for fields, pattern in OTHER_DATES if pattern.search(words)), None)
    if other is not None:
        return other
    if DUE.search(words) or UNTIL.search(words):
        return _DAY_DUE
    if ODD_DATE.search(words):
        return ()
    return _DAY_OF_PAPER if ISSUED.search(words) else ()
