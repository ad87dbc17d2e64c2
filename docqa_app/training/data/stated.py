"""Sentences that a page bears out or does not: put as questions, and made wrong by one change.

Wrong sentences are made of right ones as Kryściński et al. do (Evaluating the Factual Consistency of Abstractive Text
Summarization, EMNLP 2020): a name, a number or a date gives way to another one, a verb is negated; here two names also
change places, and a word gives way to its opposite. They teach to read closely; what people write, to understand.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from docqa_app.core.summary import Kind
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.summarizing.spans import Span, spans_in
from docqa_app.training.data.lexicon import table

SETTLED, OFTEN = "Is the following statement right: {s}", 0.5
"""The frame in which so many of the sentences are put, in whatever language, to be answered in English."""

FEWEST_WORDS, MOST_WORDS = 6, 40
SHORTENED = 0.4
"""Share of the right sentences that leave something out."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence, and whether its document bears it out."""

    sentence: str
    right: bool


def put(stated: Stated, language: str, rng: random.Random) -> tuple[str, str]:
    """The question whether it is so and its answer, in the settled words or in those of a person."""
    frames = table("stated")["frames"].get(language)
    if frames is None or rng.random() < OFTEN:
        return SETTLED.format(s=stated.sentence), "yes" if stated.right else "no"
    said = table("phrasings")[language]["yes" if stated.right else "no"]
    return rng.choice(frames).format(s=stated.sentence), said


def stated_of(text: str, rng: random.Random, most: int, others: Sequence[str] = ()) -> Iterator[Stated]:
    """At most so many of a text's sentences, half as they stand, half made wrong; `others` are names it may lack."""
    sentences = [s for s in sentences_in(text) if FEWEST_WORDS <= len(s.split()) <= MOST_WORDS and spans_in(s)]
    around = _Around.of(text, others)
    for sentence in rng.sample(sentences, min(most, len(sentences))):
        told = _shortened(sentence, rng) if rng.random() < SHORTENED else sentence
        wrong = made_wrong(told, around, rng) if rng.random() < 0.5 else None
        yield Stated(wrong, False) if wrong else Stated(told, True)


# -- made wrong -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Around:
    """The names, amounts and dates of a whole text, and names of others."""

    spans: Mapping[Kind, tuple[str, ...]]
    strangers: tuple[str, ...]

    @classmethod
    def of(cls, text: str, strangers: Sequence[str]) -> _Around:
        held: dict[Kind, dict[str, None]] = {kind: {} for kind in Kind}
        for sentence in sentences_in(text):
            for span in _wholes(sentence):
                held[span.kind][span.text] = None
        return cls({kind: tuple(texts) for kind, texts in held.items()}, tuple(strangers))


STRANGE = 0.15
"""Share of the names that give way to one that the text lacks."""


def made_wrong(sentence: str, around: _Around, rng: random.Random) -> str | None:
    """The sentence with one change that makes it wrong; None where nothing in it can be changed."""
    ways: list[Callable[[str, _Around, random.Random], str | None]] = [_swapped, _swapped, _crossed, _negated, _opposed]
    rng.shuffle(ways)
    changed = (way(sentence, around, rng) for way in ways)
    return next((one for one in changed if one and one != sentence), None)


def _swapped(sentence: str, around: _Around, rng: random.Random) -> str | None:
    """A name, an amount or a date gives way to another of its kind."""
    spans = _wholes(sentence)
    rng.shuffle(spans)
    for span in spans:
        strange = span.kind is Kind.NAME and around.strangers and rng.random() < STRANGE
        known = around.strangers if strange else around.spans[span.kind]
        fitting = [one for one in known if one not in sentence and span.text not in one]
        if fitting:
            return sentence[: span.start] + rng.choice(fitting) + sentence[span.end :]
    return None


def _crossed(sentence: str, around: _Around, rng: random.Random) -> str | None:
    """Two of its names, or two of its amounts, change places."""
    spans = _wholes(sentence)
    twos = [(a, b) for n, a in enumerate(spans) for b in spans[n + 1 :] if a.kind == b.kind and a.text != b.text]
    apart = [(a, b) for a, b in twos if sentence[a.end : b.start].strip(" ,&") not in ("", "and", "or")]
    if not apart:
        return None
    one, other = rng.choice(apart)
    between = sentence[one.end : other.start]
    return sentence[: one.start] + other.text + between + one.text + sentence[other.end :]


def _negated(sentence: str, around: _Around, rng: random.Random) -> str | None:
    """Its verb denied, or no longer denied."""
    if " not " in sentence:
        return sentence.replace(" not ", " ", 1)
    verbs = "|".join(table("stated")["negated"]["en"])
    found = list(re.finditer(rf"(?<=\s)({verbs})(?=\s[a-z])", sentence))
    if not found:
        return None
    at = rng.choice(found).end()
    return f"{sentence[:at]} not{sentence[at:]}"


def _opposed(sentence: str, around: _Around, rng: random.Random) -> str | None:
    """A word gives way to its opposite."""
    found = [match for match in re.finditer(r"\b[a-z][a-z-]+\b", sentence) if match[0] in _opposites()]
    if not found:
        return None
    word = rng.choice(found)
    return sentence[: word.start()] + _opposites()[word[0]] + sentence[word.end() :]


@cache
def _opposites() -> Mapping[str, str]:
    twos = [pair.split() for pair in table("stated")["opposites"]["en"]]
    return {word: other for one, two in twos for word, other in ((one, two), (two, one))}


def _wholes(sentence: str) -> list[Span]:
    """The spans of a sentence, names that stand together as one."""
    joined: list[Span] = []
    for span in spans_in(sentence):
        before = joined[-1] if joined else None
        if before and before.kind is span.kind is Kind.NAME and sentence[before.end : span.start] == " ":
            joined[-1] = Span(sentence[before.start : span.end], Kind.NAME, before.start, span.end)
        else:
            joined.append(span)
    return joined


# -- left as it is ----------------------------------------------------------------------------------------------------


def _shortened(sentence: str, rng: random.Random) -> str:
    """Without what stands in brackets, between commas or behind the last of them, where that is an aside."""
    asides = "|".join(table("stated")["asides"]["en"])
    ways = (r" \([^()]*\)", rf", (?:{asides}) [^,.]*,(?= [a-z])", rf", (?:{asides}) [^,.]*(?=[.!?]?$)")
    ways += (r"^(?:However|In addition|Moreover|Furthermore|Nevertheless|Later|Today), (?=\w)",)
    for way in rng.sample(ways, len(ways)):
        shorter = re.sub(way, "", sentence, count=1)
        if shorter != sentence and len(shorter.split()) >= FEWEST_WORDS:
            return shorter[:1].upper() + shorter[1:]
    return sentence
