"""The names, amounts and dates of a sentence, and where in it they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docqa_app.core.language import FREQUENT, language_of
from docqa_app.core.summary import Kind
from docqa_app.summarizing.number_words import number_words
from docqa_app.values.amounts import COMMON_CODES, names_currency, read_amounts
from docqa_app.values.dates import read_dates

LONGEST_DATE = 4
"""Words of a date: "the 3rd of March 2024" without its article."""

_SMALL = (
    "a an this that these those it its he she they we i in at from as his her their our was were has have had not but "
    "or if when where who what how there after before during while excluding including "
    "without ohne als dies diese dieser ein eine einen sie er es wir ich "
    "aus nach bei vor davon letzter letzte erster erste zahlbar fällig netto brutto insgesamt einkauf kassenbon "
    "rechnung beleg kunde kunden lieferant verkäufer käufer bitte zu "
    "wegen laut durch gegen seit während trotz statt gemäß zwischen unter über innerhalb außerhalb beim zur zum bis "
    "je jede jeder jedes alle beide mehrere viele einige etwa rund circa "
    "selon pour avec chez entre depuis pendant malgré après avant environ chaque tous toutes "
    "ins ans aufs fürs übers unterm vendor supplier seller buyer client customer merchant creditor debtor payee "
    "expense id kreditor debitor gläubiger schuldner empfänger absender "
    "fournisseur vendeur acheteur créancier débiteur destinataire "
    "ttc ht bic iban vat gst tva ust mwst un une ce cette il elle ils dans par au aux"
)
SMALL = frozenset(word for words in (*FREQUENT.values(), _SMALL) for word in words.split())
"""Words that begin sentences and name nothing."""

_GERMAN = frozenset(
    (
        "der", "das", "und", "ist", "sind", "wurde", "wurden", "wird", "vom", "am", "für", "über", "von", "bis",
        "beträgt", "zu", "zum", "zur", "davon", "darin", "gehen", "stecken", "wäre", "wären", "haben", "wir", "soll",
        "sollen", "bitte", "nicht", "kein", "keine", "mit", "dem", "ein", "eine", "einen", "einem", "einer", "im",
        "ins", "nach", "bei", "sich", "auch", "noch", "nur", "kostet", "kostete", "betrug", "gab",
        "waren", "unser", "unsere", "unserer", "ihre", "hat",
    )
)  # fmt: skip
_CURRENCY = re.compile(r"[$€£¥₹]|zł|Kč|Rp|RM|kr")

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"(?<![\w.,])[-+−–]?[^\W\d_]{0,3}[$€£¥₹]?[-−–]?\d[\d.,'’]*(?:[.,]?[-–])?[€%]?(?![^\W\d_])")
GROUPED = re.compile(r"(?<![\w.,])[^\W\d_]{0,3}[$€£¥₹]?[-+−–]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?€?(?![\w])")
"""A number whose thousands are parted by spaces, "1 234,50": one number in two words."""
_ELIDED = re.compile(r"^[dl]['’](?=\w)", re.IGNORECASE)
_EDGES = "\"'“”‘’«»„()[]{},;:!?…"


@dataclass(frozen=True, slots=True)
class Span:
    """sentence[start:end], and what it is."""

    text: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without the marks around it, and without a French article that is written to it."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def has_digit(self) -> bool:
        return any(character.isdigit() for character in self.text)


def spans_in(sentence: str) -> tuple[Span, ...]:
    """All of them in order; none overlap."""
    words = [_stripped(match) for match in _WORD.finditer(sentence)]
    whole = list(_dates(sentence, words))
    whole += [one for one in _grouped(sentence) if not any(d.start < one.end and one.start < d.end for d in whole)]
    rest = [word for word in words if word.text and not any(one.start <= word.start < one.end for one in whole)]
    found = [*whole, *_numbers(sentence, rest), *_names(sentence, rest, words[0] if words else None)]
    return tuple(sorted(found, key=lambda span: span.start))


def _stripped(match: re.Match[str]) -> _Word:
    text = _ELIDED.sub("", match[0].lstrip(_EDGES), count=1)
    return _Word(text.rstrip(_EDGES + "."), match.end() - len(text))


def _dates(sentence: str, words: list[_Word]) -> Iterator[Span]:
    """Runs of words that are a whole date, the shortest from each place."""
    place = 0
    while place < len(words):
        length = _date_length(sentence, words[place : place + LONGEST_DATE])
        if length:
            start, end = words[place].start, words[place + length - 1].end
            yield Span(sentence[start:end], Kind.DATE, start, end)
        place += length or 1


def _date_length(sentence: str, words: list[_Word]) -> int:
    """How many of these words, from the first on, are a date; 0 where they begin none."""
    if not words or not (words[0].has_digit or words[0].is_capital):
        return 0
    for length in range(1, len(words) + 1):
        end = words[length - 1].end
        if any(word.has_digit for word in words[:length]) and read_dates(sentence[words[0].start : end]):
            begins_later = length > 1 and read_dates(sentence[words[1].start : end])
            return 0 if begins_later else length
    return 0


def _grouped(sentence: str) -> Iterator[Span]:
    """Numbers of several words."""
    for match in GROUPED.finditer(sentence):
        yield Span(match[0], Kind.AMOUNT, match.start(), match.end())


def _numbers(sentence: str, words: list[_Word]) -> Iterator[Span]:
    """Numbers with the currency written to them, and currencies that stand alone; by name only behind a number."""
    for word in words:
        named = names_currency(word.text) and sentence[: word.start].rstrip()[-1:].isdigit()
        if _is_number(word) or _is_currency(word) or named:
            yield Span(word.text, Kind.AMOUNT, word.start, word.end)


def _is_number(word: _Word) -> bool:
    """Letters before the digits may be a currency, not a code: "RM12" is a number, "HU1" none."""
    return bool(word.has_digit and _NUMBER.fullmatch(word.text) and read_amounts(word.text))


def _is_currency(word: _Word) -> bool:
    return word.text in COMMON_CODES or _CURRENCY.fullmatch(word.text) is not None


def _names(sentence: str, words: list[_Word], first: _Word | None) -> Iterator[Span]:
    """Words with a capital or with letters and digits ("RE-2024-0815").

    Not the small words, nor a word that is capital only because it begins the sentence; in German, where all nouns are
    capital, only neighbours.
    """
    german = language_of(sentence.split()) == "de" or bool(_GERMAN & set(sentence.lower().split()))
    named = [word for word in words if _is_name(word)]
    for word in named:
        alone = not _has_neighbour(word, named, sentence)
        if word.has_digit or not ((german or word == first) and alone):
            yield Span(word.text, Kind.NAME, word.start, word.end)


def _is_name(word: _Word) -> bool:
    if word.has_digit:
        return not _is_number(word)
    return word.is_capital and len(word.text) > 1 and word.text.lower() not in SMALL and not _counts(word)


def _counts(word: _Word) -> bool:
    """Whether it is a currency or a number: "Acht Stunden" begins with no name."""
    return _is_currency(word) or any(number_words(word.text))


def _has_neighbour(word: _Word, named: list[_Word], sentence: str) -> bool:
    """Whether another one, of letters, stands right before or behind it, only a space or a title's point between."""
    others = (other for other in named if other != word and not other.has_digit)
    between = (sentence[min(word.end, other.end) : max(word.start, other.start)] for other in others)
    return not {" ", ". "}.isdisjoint(between)
