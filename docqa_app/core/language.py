"""In which language words are written, English, German or French: told by the words that each of them uses most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from docqa_app.core.find import fold

FREQUENT = {
    "en": "the of and to for is on by date number total amount tax no please thank you your from with bill due",
    "de": "der die das und fur von zu im auf bitte datum nummer betrag mwst gesamt summe ihre wir mit netto rechnung",
    "fr": "le la les et de du des pour sur par date numero montant tva total votre nous avec vous facture merci",
}
"""Folded. Some stand in two languages and speak for both."""
ENOUGH = 4
"""So many different frequent words, at least, leave no doubt about a language."""
AHEAD = 2.0
"""And so many times as many of them as of any other language."""


def language_of(words: Iterable[str]) -> str:
    """ "en", "de" or "fr": whose frequent words stand there most; English where none do."""
    counts = _counts(words)
    scores = {one: sum(counts[word] for word in frequent.split()) for one, frequent in FREQUENT.items()}
    return max(scores, key=lambda one: scores[one])


def plain_language(words: Iterable[str]) -> str | None:
    """ "en", "de" or "fr" where the words leave no doubt about it, else None."""
    counts = _counts(words)
    different = {one: sum(word in counts for word in frequent.split()) for one, frequent in FREQUENT.items()}
    first, second = sorted(different, key=lambda one: -different[one])[:2]
    return first if different[first] >= max(ENOUGH, AHEAD * different[second]) else None


def _counts(words: Iterable[str]) -> Mapping[str, int]:
    return Counter(part for word in words for part in re.findall(r"\b[a-z]+\b", fold(word)))
