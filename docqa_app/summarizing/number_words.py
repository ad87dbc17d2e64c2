"""Numbers written in words, in three languages: "one thousand two hundred", "zweiundachtzig", "quatre-vingt-dix"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from docqa_app.core.find import fold

_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "de": "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn "
    "achtzehn neunzehn",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
}
_SCALES = {
    "en": {"hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9},
    "de": {"tausend": 1000, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9},
    "fr": {
        "vingts": 20, "cent": 100, "cents": 100, "mille": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
        "milliards": 10**9,
    },
}  # fmt: skip
_JOINING = {"en": "and", "de": "und", "fr": "et"}
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth",
    "de": "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte dreizehnte vierzehnte "
    "funfzehnte sechzehnte siebzehnte achtzehnte neunzehnte",
    "fr": "premier",
}
_DAYS = 31
_WORD = re.compile(r"tausend|(?:(?!tausend)[^\W\d_])+", re.IGNORECASE)
"""German writes thousands in one word with what stands before and behind them."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """text[start:end] says `value`; `words` are how many it takes. `ordinal`: "third"."""

    start: int
    end: int
    value: int
    words: int
    ordinal: bool = False


def number_words(text: str) -> Iterator[NumberWords]:
    """Each run of words that is a number, the longest from its place, in the order of the text."""
    found = [(match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(text)]
    at = 0
    while at < len(found):
        longest = max((_run(text, found, at, language) for language in _UNITS), key=lambda run: run.words)
        if longest.words and not _is_cut(text, longest):
            yield longest
        at += longest.words or 1


def _is_cut(text: str, run: NumberWords) -> bool:
    """Whether it is only part of a word ("Jahrtausend")."""
    return text[run.start - 1 : run.start].isalpha() or text[run.end : run.end + 1].isalpha()


def _run(text: str, found: Sequence[tuple[int, int, str]], at: int, language: str) -> NumberWords:
    """The number that begins at a word, in one language; of no words where none does."""
    values, ordinals = _values(language), _ordinals(language)
    sums, best = (0, 0), NumberWords(0, 0, 0, 0)
    for place in range(at, len(found)):
        start, end, word = found[place]
        joins = place == at or not text[found[place - 1][1] : start].strip(" -\u2010\u2011\u00a0")
        if not joins:
            break
        if word == _JOINING[language] and best.words:
            continue
        taken = _with(sums, values[word]) if word in values else None
        if taken is None:
            last = _with(sums, ordinals[word]) if word in ordinals else None
            return best if last is None else NumberWords(found[at][0], end, sum(last), place - at + 1, True)
        sums = taken
        best = NumberWords(found[at][0], end, sum(sums), place - at + 1)
    return best


def _with(sums: tuple[int, int], value: int) -> tuple[int, int] | None:
    """The finished thousands and what is being counted, with one word more; None where no number goes on so."""
    whole, part = sums
    if value >= 1000:
        return (whole + (part or 1) * value, 0) if not whole or whole > value else None
    if value == 100:
        return (whole, (part or 1) * 100) if part < 100 else None
    if value == 20 and part % 100 == 4:
        return whole, part + 76
    free = part % 100
    below = value < 10 and free >= 20 and free % 10 == 0
    fits = value < 100 if part and not free else below or (value < 20 and free in (60, 80))
    return (whole, part + value) if fits or not part else None


@cache
def _values(language: str) -> Mapping[str, int]:
    small = {word: value for value, word in enumerate(_UNITS[language].split(), start=1)}
    tens = {word: 10 * value for value, word in enumerate(_TENS[language].split(), start=2)}
    plain = {**small, **tens, **_SCALES[language]}
    return _german(plain) if language == "de" else plain


def _german(plain: Mapping[str, int]) -> Mapping[str, int]:
    """With what German writes as one word: all numbers below a thousand, and thousands of them."""
    units = {word: value for word, value in plain.items() if value < 10}
    tens = {word: value for word, value in plain.items() if 20 <= value < 100}
    below = {word: value for word, value in plain.items() if value < 100}
    below |= {f"{unit}und{ten}": value + more for unit, value in units.items() for ten, more in tens.items()}
    hundreds = {f"{unit}hundert": 100 * value for unit, value in {"": 1, **units}.items()}
    both = {(hundred, word): hundreds[hundred] + below[word] for hundred in hundreds for word in below}
    whole = {f"{hundred}{und}{word}": value for (hundred, word), value in both.items() for und in ("", "und")}
    return {**plain, **below, **hundreds, **whole, "eine": 1}


@cache
def _ordinals(language: str) -> Mapping[str, int]:
    named = {word: value for value, word in enumerate(_ORDINALS[language].split(), start=1)}
    if language == "en":
        return {**named, "twentieth": 20, "thirtieth": 30}
    if language == "fr":
        return named
    tens = {f"{word}ste": value for word, value in _values("de").items() if 20 <= value <= _DAYS}
    return {
        f"{word}{ending}": value for word, value in {**named, **tens}.items() for ending in ("", "n", "r", "s", "m")
    }
