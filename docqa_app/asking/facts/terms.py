"""The words of a question or a label as they can be compared: by stem, by what they mean, by the parts of compounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docqa_app.asking.facts.thesaurus import Thesaurus, stem, thesaurus
from docqa_app.asking.meaning import parts_of
from docqa_app.asking.printed.opposites import opposed
from docqa_app.asking.tables.words import QUIET

SAME, ALIKE, STEM, HEAD, PART, WITHIN = 1.0, 0.9, 0.7, 0.7, 0.5, 0.4
"""How much two words have in common: a stem, a meaning, the meaning of a word of the same stem that is spelled in
another way, a compound's last word or its first, a part of what means something else as a whole."""
SHORTEST_PART = 4
WIDEST = 6
"""Words from the first to the last one of a phrase."""
VAGUE = 0.4
"""What a word counts that half of all labels could hold."""
_VAGUE_WORDS = (
    "number no nr num nummer numero n date datum day tag jour name names nom total summe gesamt amount betrag montant "
    "value wert valeur type art kind code id field item person people personen personne line document page time "
    "zeit customer kunde client service"
)
_VAGUE = frozenset(_VAGUE_WORDS.split())
_QUIET_WORDS = (
    "please bitte svp us me my mine i we our us you your he she they him her his their its one ones thing long old big "
    "much many high far soon often exactly altogether all any some mr mrs get got go going gets take takes taken need "
    "needs must should may might want wants wanted there here still again already ever yet just by from at "
    "lang alt gross hoch weit oft oder und wohin woher womit wofur warum wo wer ich wir uns mein unser er sie es muss "
    "mussen soll sollen darf durfen kann konnen will wollen noch schon wieder mal denn auch nur bis ab beim vom zum "
    "zur insgesamt "
    "ou pourquoi comment combien je nous on notre nos mon ma mes il elle ils elles faut doit doivent peut peuvent dois "
    "fait faire encore deja aussi seulement jusque temps fois quoi y en plus"
)
_ALSO_QUIET = frozenset(_QUIET_WORDS.split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that mean one thing together. `keys`: what it can be met by, and how well, 0..1; `weight`: how
    much it tells; `at`: its places among the words of the text, `words`."""

    keys: Mapping[str, float]
    weight: float
    at: tuple[int, ...]
    words: tuple[str, ...]

    def meets(self, other: Term) -> float:
        """How much the two have in common, 0..1; nothing where one is who does it and the other to whom it is done."""
        if any(opposed(word, said) for word in self.words for said in other.words):
            return 0.0
        return max((there * other.keys[key] for key, there in self.keys.items() if key in other.keys), default=0.0)


@lru_cache(maxsize=4096)
def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a text, phrases first taken as one; words that only frame a question are left out."""
    words = parts_of(text)
    known = thesaurus()
    phrases = list(_phrases(words, known))
    taken = {at for one in phrases for at in one.at}
    single = (_single(word, at, known) for at, word in enumerate(words) if at not in taken and tells(word))
    return tuple(sorted((*phrases, *single), key=lambda term: term.at))


def tells(word: str) -> bool:
    """Whether a folded word says anything of what is asked for."""
    if word in _VAGUE:
        return True
    return word not in QUIET and word not in _ALSO_QUIET and (len(word) > 1 or word.isdigit())


def _phrases(plain: Sequence[str], known: Thesaurus) -> Iterator[Term]:
    """The longest phrase that begins at each word; the words of one may stand apart, as those of separable verbs do."""
    words = tuple(map(stem, plain))
    for at, word in enumerate(words):
        found = [(places, phrase) for phrase in known.phrases.get(word, ()) if (places := _places(phrase, words, at))]
        if found:
            places, phrase = max(found, key=lambda one: len(one[0]))
            yield _phrase(phrase, places, plain, known)


def _phrase(phrase: tuple[str, ...], places: tuple[int, ...], plain: Sequence[str], known: Thesaurus) -> Term:
    """A phrase as a term; where one word of it tells all ("how heavy"), it means what that word means as well."""
    keys = {f"={' '.join(phrase)}": SAME} | {f"~{group}": ALIKE for group in known.phrases[phrase[0]][phrase]}
    telling = [part for part, place in zip(phrase, places, strict=True) if tells(plain[place])]
    for part, place in zip(phrase, places, strict=True):
        _add(keys, _spelled_keys(plain[place], known), SAME if telling == [part] else WITHIN)
    return Term(keys, 1.0 if telling else VAGUE, places, tuple(plain[place] for place in places))


def _places(phrase: Sequence[str], words: Sequence[str], at: int) -> tuple[int, ...]:
    """Where the words of a phrase stand in their order, close by; () where not all do."""
    places = [at]
    for part in phrase[1:]:
        near = range(places[-1] + 1, min(len(words), at + WIDEST))
        place = next((n for n in near if words[n] == part), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


def _single(word: str, at: int, known: Thesaurus) -> Term:
    return Term(_spelled_keys(word, known), VAGUE if word in _VAGUE else 1.0, (at,), (word,))


def _spelled_keys(word: str, known: Thesaurus) -> dict[str, float]:
    """What a word can be met by: surest by its meaning as it is spelled."""
    own = known.spelled.get(word, ())
    keys = {f"~{group}": ALIKE for group in own}
    _add(keys, _keys(stem(word), known), STEM if own else SAME)
    keys[f"={stem(word)}"] = SAME
    return keys


def _keys(word: str, known: Thesaurus) -> dict[str, float]:
    """What a stem can be met by; the parts of a compound count less where the whole has a meaning of its own."""
    keys = {f"={word}": SAME} | {f"~{group}": ALIKE for group in known.words.get(word, ())}
    for part, worth in _parts(word, known):
        own = {f"={part}": SAME} | {f"~{group}": ALIKE for group in known.words[part]}
        _add(keys, own, WITHIN if word in known.words else worth)
    return keys


def _add(keys: dict[str, float], others: Mapping[str, float], worth: float) -> None:
    for key, strength in others.items():
        keys[key] = max(keys.get(key, 0.0), strength * worth)


def _parts(word: str, known: Thesaurus) -> Iterator[tuple[str, float]]:
    """The known words that a compound ends and begins with, the longest of each."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    ends = (stem(word[cut:]) for cut in cuts)
    starts = (start for cut in reversed(cuts) for start in (word[:cut], stem(word[:cut])))
    for found, worth in ((ends, HEAD), (starts, PART)):
        part = next((one for one in found if one in known.words), None)
        if part:
            yield part, worth
