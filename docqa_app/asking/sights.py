"""Questions for what only the picture shows (a stamp, its colour, a signature, a logo, codes), told by what is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docqa_app.asking.meaning import SMALL, framing_language
from docqa_app.core.find import fold_words
from docqa_app.core.language import SAID


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


THINGS = {
    "stamp": "stamp stamps stamped stempel stempels gestempelt abgestempelt tampon tamponne tamponnee cachet",
    "logo": "logo logos firmenlogo logotype",
    "signature": "signature signatures sign signed unterschrift unterschrieben unterzeichnet signe signee",
    "barcode": "barcode barcodes strichcode strichcodes",
    "qr": "qr qrcode",
}
_CALLED = {word: thing for thing, words in THINGS.items() for word in words.split()}
_TOGETHER = {"bar code": "barcode", "code barres": "barcode", "code a barres": "barcode", "rubber stamp": "stamp"}
_COLOUR = _words("colour color colours farbe farbig couleur")
_ROUND = _words("round rund rundes runder rond ronde")
_FRAME = SMALL | _words(
    "any been by hand handwritten printed see seen bear bears contain contains carry carries visible somebody someone "
    "anybody anyone shape code kind of on the can you i was page document documents invoice receipt form letter bill "
    "dokument seite rechnung beleg brief formular gibt auf zu sehen wurde worden jemand handschriftlich form vorhanden "
    "y il elle facture recu sur le la les du de porte presente manuscrite forme"
)
WHETHER = _words("is are was has have does did do can bear gibt ist wurde hat sind est y a le la ce cette")
FRAMES = {
    "en": frozenset[str](),
    "fr": _words("y est couleur quelle le la du de une un il"),
    "de": _words("gibt ist hat wurde welche farbe der dem den des ein einen eine das die es auf"),
}
"""Words by which a question for what is seen or ticked tells its language; one that has none of them is English."""
_SAID = {
    "en": SAID["en"],
    "de": SAID["de"] | {"red": "rot", "blue": "blau", "green": "grün", "purple": "lila", "black": "schwarz"},
    "fr": SAID["fr"] | {"red": "rouge", "blue": "bleu", "green": "vert", "purple": "violet", "black": "noir"},
}
"""How it is said in each language; colours that are not listed are called alike."""


@dataclass(frozen=True, slots=True)
class SightAsked:
    """A question for a thing: whether it is there (""), whether it is "round", or its "colour"; and its language."""

    thing: str
    trait: str
    language: str


@dataclass(frozen=True, slots=True)
class SightSaid:
    """What is to be said; text "" where the thing that is asked about is not there. `confidence`: 0..1."""

    text: str
    confidence: float


def sight_asked(question: str) -> SightAsked | None:
    """What a question wants to know of a thing that only the picture shows; None where it is something else or more."""
    text = fold_words(question)
    for spelled, called in _TOGETHER.items():
        text = text.replace(spelled, called)
    parts = text.split()
    things = {_CALLED[part] for part in parts if part in _CALLED}
    rest = {part for part in parts if part not in _CALLED}
    if len(things) != 1 or not rest - _COLOUR - _ROUND <= _FRAME:
        return None
    thing, language = things.pop(), framing_language(rest, FRAMES)
    if rest & _COLOUR:
        return SightAsked(thing, "colour", language) if thing in ("stamp", "logo") else None
    if parts[0] not in WHETHER:
        return None
    return SightAsked(thing, "round" if rest & _ROUND and thing == "stamp" else "", language)


def absent(asked: SightAsked) -> str:
    """What is said of a thing that is not there, or not so."""
    return "" if asked.trait == "colour" else _SAID[asked.language]["no"]


def said(asked: SightAsked, seen: Mapping[str, float]) -> SightSaid | None:
    """The answer that what is seen gives; None where the model cannot tell."""
    if asked.thing not in seen:
        return None
    there, words = seen[asked.thing], _SAID[asked.language]
    if not asked.trait:
        return SightSaid(words["yes" if there >= 0.5 else "no"], max(there, 1 - there))
    if there < 0.5:
        return SightSaid("", 1 - there)
    if asked.trait == "round":
        share = seen[f"{asked.thing} round"]
        return SightSaid(words["yes" if share >= 0.5 else "no"], there * max(share, 1 - share))
    colours = {
        name.split()[1]: s for name, s in seen.items() if name.startswith(f"{asked.thing} ") and "round" not in name
    }
    best = max(colours, key=lambda name: colours[name])
    return SightSaid(words.get(best, best), there * colours[best])
