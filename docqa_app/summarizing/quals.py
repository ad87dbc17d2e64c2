"""QUALS: does the document make a text's own questions and answers as likely as the text does? Pure, around one score.

Nan et al., "Improving Factual Consistency of Abstractive Summarization via Question Answering", ACL-IJCNLP 2021. Pairs
are written from the text y; those whose answer stands in y are kept, at most ten, over different answers. With ll the
mean log likelihood of a pair's tokens and its end, given document x or text y:

    QUALS(x, y) = mean over pairs of ll(pair | x) - ll(pair | y)

The released code differs: its ll(pair | y) is the search's score, penalties for likeness to other beams included, and
its choice of pairs goes by that score. `Variant.RELEASED` does so too, to compare with its figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from docqa_app.core.document import Page
from docqa_app.core.pairs import WrittenPair
from docqa_app.core.summary import QualsPair, QualsToken

MOST_PAIRS = 10

Score = Callable[[Sequence[Page], Sequence[WrittenPair]], Sequence[Sequence[float]]]
"""score(pages, pairs): for each pair the log likelihood of each piece and of the end given the pages."""


class Variant(StrEnum):
    """Which of the two definitions."""

    PUBLISHED = "published"
    RELEASED = "released"


def kept(pairs: Iterable[WrittenPair], text: str) -> tuple[WrittenPair, ...]:
    """The pairs whose answer stands in the text, case aside."""
    lower = text.lower()
    return tuple(pair for pair in pairs if pair.answer.lower() in lower)


def asked_once(pairs: Iterable[WrittenPair], but: Sequence[str] = ()) -> tuple[WrittenPair, ...]:
    """Of each question the likeliest pair; none of the questions `but`. Case aside."""
    likeliest: dict[str, WrittenPair] = {}
    for pair in pairs:
        asked = pair.question.casefold()
        if asked not in likeliest or pair.likelihood > likeliest[asked].likelihood:
            likeliest[asked] = pair
    left_out = {question.casefold() for question in but}
    return tuple(pair for asked, pair in likeliest.items() if asked not in left_out)


def selected(
    pairs: Iterable[WrittenPair], most: int = MOST_PAIRS, variant: Variant = Variant.PUBLISHED
) -> tuple[WrittenPair, ...]:
    """At most `most` pairs: the likeliest of each answer, then the second of each, and so on.

    Answers take turns in the order of their likeliest pair; of one answer no question comes twice.
    """
    waiting: dict[str, list[WrittenPair]] = {}
    for pair in sorted(pairs, key=lambda pair: -_search_score(pair, variant)):
        asked = waiting.setdefault(pair.answer, [])
        if all(pair.question != other.question for other in asked):
            asked.append(pair)
    turns = (answers[turn] for turn in range(most) for answers in waiting.values() if turn < len(answers))
    return tuple(pair for pair, _ in zip(turns, range(most), strict=False))


def _search_score(pair: WrittenPair, variant: Variant) -> float:
    return pair.likelihood - (pair.penalty if variant is Variant.RELEASED else 0.0)


def scored(
    pairs: Sequence[WrittenPair], document: Sequence[Page], text: Sequence[Page], score: Score
) -> tuple[QualsPair, ...]:
    """The pairs with their likelihoods on both sides: one call of `score` a side.

    What the model wrote from this text has the text's likelihoods since then, unpenalised ones: only pairs of somebody
    else's are scored on it.
    """
    if not pairs:
        return ()
    given = [pair for pair in pairs if not pair.likelihoods]
    by_document, of_given = score(document, pairs), iter(score(text, given) if given else ())
    by_text = (pair.likelihoods or next(of_given) for pair in pairs)
    return tuple(_one(*sides) for sides in zip(pairs, by_document, by_text, strict=True))


def _one(pair: WrittenPair, document: Sequence[float], text: Sequence[float]) -> QualsPair:
    tokens = (
        QualsToken(spelled, by_document, by_text, place > pair.separator)
        for place, (spelled, by_document, by_text) in enumerate(zip((*pair.spelled, ""), document, text, strict=True))
    )
    return QualsPair(pair.question, pair.answer, tuple(tokens))


def quals(pairs: Sequence[QualsPair]) -> float | None:
    """The mean difference of the pairs that the model wrote; None where there are none: such a text cannot be checked,
    it is not inconsistent."""
    differences = [pair.difference for pair in pairs if not pair.field]
    return sum(differences) / len(differences) if differences else None


def released_quals(pairs: Sequence[WrittenPair], by_document: Sequence[Sequence[float]]) -> float | None:
    """As the released code has it: the document's likelihoods less the search's penalised score of the text."""
    if not pairs:
        return None
    differences = (
        (sum(told) - _search_score(pair, Variant.RELEASED)) / len(told)
        for pair, told in zip(pairs, by_document, strict=True)
    )
    return sum(differences) / len(pairs)
