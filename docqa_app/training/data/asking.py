"""The wording of questions: frames filled with names, in the language a question is put in."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import Any

from docqa_app.training.data.draft import Draft
from docqa_app.training.data.labels import FieldWords
from docqa_app.training.data.lexicon import table, texts

KIND_NAMES = texts("asking.kind_names")


@dataclass(frozen=True, slots=True)
class QA:
    """A question and its truth.

    `answers` are the accepted forms, the first as printed; () where the page does not answer it. `evidence` numbers the
    words the answer stands on; () where there are none or only the picture tells. `task`: field, table, kv, visual,
    count, compare, absent or locate.
    """

    question: str
    answers: tuple[str, ...]
    evidence: tuple[int, ...]
    task: str


WEAK = ("Kunde", "Lieferant", "Name", "Adressat")
"""German nouns that take an ending as objects"""


def _as_object(name: str) -> str:
    """A German name in the accusative: only masculine ones change."""
    if not name.startswith("der "):
        return name
    first, _, rest = name[4:].partition(" ")
    if first.islower():
        first += "n"
    elif first in WEAK:
        first += "n" if first.endswith("e") else "en"
    return f"den {first} {rest}".rstrip()


def bare(name: str) -> str:
    """A German or French name without its article; a German adjective takes over the article's ending."""
    adjective = re.match(r"der ([a-zäöüß]+e) (.*)", name)
    if adjective:
        return f"{adjective.group(1)}r {adjective.group(2)}"
    for article in ("der ", "die ", "das ", "le ", "la ", "l'"):
        if name.startswith(article):
            return name[len(article) :]
    return name


class Voice:
    """Words questions in one language about one page; every choice by lot."""

    def __init__(self, draft: Draft, language: str) -> None:
        self.rng: random.Random = draft.rng
        self.language = language
        self.frames: dict[str, Any] = table("phrasings")[language]
        self.docs: tuple[str, ...] = KIND_NAMES[draft.kind] if language == "en" else tuple(self.frames["doc"])

    def put(self, frame: str, **parts: str) -> str:
        """A frame of this sort with its parts filled in."""
        chosen: str = self.rng.choice(self.frames[frame])
        text = chosen.format(doc=self.rng.choice(self.docs), **parts)
        return self._worn(text)

    def _worn(self, text: str) -> str:
        """People write sloppily: small letters, no mark at the end."""
        roll = self.rng.random()
        if roll < 0.08:
            return text.lower()
        if roll < 0.14:
            return text.rstrip("?. ")
        return text[:1].upper() + text[1:] if roll < 0.75 else text

    def yes(self, true: bool) -> tuple[str, ...]:
        """The answer to a question that is answered yes or no."""
        own = self.frames["yes" if true else "no"]
        return (own,) if self.language == "en" else (own, "yes" if true else "no")

    def colour(self, name: str) -> tuple[str, ...]:
        own = self.frames["colours"][name]
        return (own,) if own == name else (own, name)

    def unit(self, name: str) -> str:
        return self.frames["units"].get(name, name)

    def ordinal(self, place: int) -> str:
        """The ordinal of a place counted from 0; -1 is the last."""
        return self.frames["last"] if place == -1 else self.frames["ordinals"][place]

    def field(self, words: FieldWords, precise: bool = False, labels: bool = True) -> str:
        """A question for a field.

        `precise` leaves out wordings that would fit a field nearby as well; without `labels` none is called by
        the label it would be printed with.
        """
        roll = self.rng.random()
        exact = words.exact.get(self.language, ())
        asks = exact if precise else (*words.asks.get(self.language, ()), *exact)
        if roll < 0.12:
            return self.rng.choice(words.keys[:2] if precise else words.keys)
        if roll < 0.5 and asks:
            return self.whole(asks)
        if roll < 0.62:
            return self._terse(words, precise or not labels)
        return self.named(words, precise)

    def whole(self, asks: tuple[str, ...]) -> str:
        """One of these questions as it stands."""
        return self._worn(self.rng.choice(asks).replace("{doc}", self.rng.choice(self.docs)))

    def _terse(self, words: FieldWords, precise: bool) -> str:
        if self.rng.random() < 0.5 and not precise:
            return self.rng.choice(words.printed.get(self.language, words.printed["en"]))
        return self.named(words, precise, "terse")

    def named(self, words: FieldWords, precise: bool = False, frame: str = "name") -> str:
        """A question that calls the field by name."""
        names = words.names.get(self.language, words.names["en"])
        name = self.rng.choice(names[:2] if precise else names).replace("{doc}", self.rng.choice(self.docs))
        return self.put(frame, **self._forms(name))

    def _forms(self, name: str) -> dict[str, str]:
        """A name as frames need it: as it stands, without its article, as an object."""
        return {"name": name, "bare": bare(name), "name_a": _as_object(name)}


def mended(question: str) -> str:
    """French agreement: the frames are written for masculine names."""
    for wrong, right in (("Quel est la ", "Quelle est la "), ("quel est la ", "quelle est la ")):
        question = question.replace(wrong, right)
    return question
