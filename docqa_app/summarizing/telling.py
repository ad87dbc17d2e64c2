"""Which of a paper's own sentences tell most: what it is about, what it asks for, and the days and sums of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from docqa_app.core.document import Page
from docqa_app.core.find import fold
from docqa_app.core.summary import Kind
from docqa_app.summarizing.plain_words import yearless
from docqa_app.summarizing.printed_sums import is_money
from docqa_app.summarizing.prose import prose_of, subject_of
from docqa_app.summarizing.spans import SMALL, spans_in

SPEAKS = 40
"""Words in whole sentences from which on a paper speaks for itself."""

_SHORTEST = 4
_ALIKE = 0.5
"""The part of its words that a sentence may share with one that is told already."""
_ASKS = re.compile(
    r"\b(?:please|must|need to|ha(?:s|ve) to|will|recommend\w*|propose\w*|decid\w*|agree[ds]?|notice|deadline|bitte\w*|"
    r"mussen|muss|werden|wird|beschlie\w*|empfehl\w*|fordern|frist|kundig\w*|veuillez|priere|devez|doit|devront|"
    r"prions|propos\w*|recommand\w*|decid\w*|refus\w*|ne pouvons)\b"
)
"""What a sentence says, folded, that asks or settles something."""
_SETTLES = re.compile(
    r"\b(?:not|no|only|until|within|without|bis|nicht|kein\w*|nur|innerhalb|ohne|pas|aucun\w*|seulement|uniquement|sans)\b"
)
_LEANING = re.compile(
    r"^(?:it|its|this|that|these|they|he|she|his|her|their|such|but|however|then|also|er|sie|es|dies\w*|sein\w*|ihr|ihre|"
    r"aber|doch|jedoch|dann|il|elle|ils|elles|ce|cette|cela|ces|mais|puis)\b"
)
"""How a sentence begins, folded, that is not understood without the one before it."""
_COURTESY = re.compile(
    r"^(?:(?:(?:we|i) )?(?:thank|look forward)|many thanks|yours|mit freundlichen"
    r"|(?:(?:wir|ich) )?(?:dank|bedank|freue)"
    r"|(?:vielen|herzlichen|besten) dank|(?:(?:nous|je) vous )?remerci|merci|dans l.attente|veuillez (?:agreer|croire)"
    r"|(?:nous vous prions|je vous prie) d.?agreer|(?:please )?(?:do not hesitate|feel free)|n.hesitez pas"
    r"|(?:should you have|if you have|sollten sie|haben sie|wenn sie|bei|si vous avez)(?: [^\W\d_]+)?"
    r" (?:question|fragen|ruckfragen))"
)
"""How a sentence begins, folded, that only says what is polite."""


def own_sentences(pages: Sequence[Page]) -> tuple[str, ...]:
    """All whole sentences of pages, each once, without courtesies."""
    told = dict.fromkeys(chain.from_iterable(map(prose_of, pages)))
    return tuple(sentence for sentence in told if not _COURTESY.match(fold(sentence)))


def subject(pages: Sequence[Page]) -> tuple[str, ...]:
    """What the first page says that it is about, as a sentence; nothing where it does not say so."""
    said = subject_of(pages[0]) if pages else ""
    return (f"{said[:1].upper()}{said[1:]}.",) if said else ()


def speaks(sentences: Sequence[str]) -> bool:
    """Whether so much is said in whole sentences that they can stand for the paper."""
    return sum(len(sentence.split()) for sentence in sentences) >= SPEAKS


def tells_news(sentence: str) -> bool:
    """Whether a sentence beside key facts has a day or a sum, asks or settles something: "A perfect gift!" has not."""
    plain = fold(sentence)
    return any(_figures(sentence)) or bool(_ASKS.search(plain) or _SETTLES.search(plain))


def telling(sentences: Sequence[str], most: int) -> tuple[str, ...]:
    """At most so many that tell most and say different things, in the paper's order."""
    parts = [_parts(sentence) for sentence in sentences]
    spread = Counter(chain.from_iterable(parts))
    chosen: list[int] = []
    for place in sorted(range(len(sentences)), key=lambda place: -_worth(place, sentences, parts, spread)):
        if len(chosen) < most and all(_differ(parts[place], parts[other]) for other in chosen):
            chosen.append(place)
    return tuple(sentences[place] for place in sorted(chosen))


def _worth(place: int, sentences: Sequence[str], parts: Sequence[frozenset[str]], spread: Counter[str]) -> float:
    """By words that the paper comes back to, days, sums, what is asked, and standing first."""
    said, sentence = parts[place], sentences[place]
    central = sum(spread[part] - 1 for part in said) / (len(said) + 4)
    days, sums = _figures(sentence)
    plain = fold(sentence)
    asks, leans, leads = _ASKS.search(plain), _LEANING.search(plain), max(0.0, 1.2 - 0.4 * place)
    return central + 0.6 * min(2, days) + 0.5 * min(2, sums) + leads + 0.7 * bool(asks) - 1.2 * bool(leans)


def _figures(sentence: str) -> tuple[int, int]:
    """How many days and how many sums it has."""
    spans = spans_in(sentence)
    sums = [one for one in spans if one.kind is Kind.AMOUNT and is_money(sentence, one.start, one.end)]
    return sum(one.kind is Kind.DATE for one in spans) + sum(1 for _ in yearless(sentence)), len(sums)


def _parts(sentence: str) -> frozenset[str]:
    return frozenset(one for one in re.findall(r"[^\W_]+", fold(sentence)) if len(one) >= _SHORTEST) - SMALL


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) <= _ALIKE * max(1, min(len(one), len(other)))
