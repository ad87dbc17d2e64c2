"""Checks one sentence of a summary: asks it questions, and whether the document says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.flow import flowed
from docqa_app.core.ports import Engine, PairModel
from docqa_app.core.summary import QualsPair, SummarySentence
from docqa_app.summarizing.doubt import Doubt, means_the_same, signs_of
from docqa_app.summarizing.flags import flag_of
from docqa_app.summarizing.founded import Founded
from docqa_app.summarizing.passages import telling_pages
from docqa_app.summarizing.quals import (
    MOST_PAIRS,
    Variant,
    asked_once,
    kept,
    quals,
    released_quals,
    scored,
    selected,
)
from docqa_app.summarizing.rounding import as_said
from docqa_app.summarizing.unfounded import unfounded


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is asked of a text: so many beams look for questions, so many of them are kept. `once`: no question
    comes twice, also not with another answer, as a person wants to read them; published is that it may."""

    beams: int = 60
    pairs: int = MOST_PAIRS
    once: bool = False


SENTENCE = Effort(beams=20, pairs=6, once=True)
"""A sentence says less than a summary and is checked while a person waits; ours name up to five facts."""


ENDS = " .!?…"


@dataclass(frozen=True, slots=True)
class Asked:
    """A text's QUALS by the chosen variant (None: not checkable) and the pairs behind it with both likelihoods."""

    quals: float | None
    pairs: tuple[QualsPair, ...]


def ask_text(
    model: PairModel,
    pages: Sequence[Page],
    text: str,
    effort: Effort = Effort(),
    report: Report = silent,
    variant: Variant = Variant.PUBLISHED,
    but: Sequence[str] = (),
) -> Asked:
    """Asks a text questions, `but` those that are asked anyway, and whether these pages give its answers."""
    sheet, told = (sheet_of(text),), telling_pages(pages, text)
    written = kept(model.write_pairs(sheet, effort.beams, report), text)
    chosen = selected(asked_once(written, but) if effort.once else written, effort.pairs, variant)
    pairs = scored(chosen, told, sheet, model.likelihoods)
    score = released_quals(chosen, [_document_side(pair) for pair in pairs]) if variant is Variant.RELEASED else None
    return Asked(quals(pairs) if variant is Variant.PUBLISHED else score, pairs)


def sheet_of(text: str) -> Page:
    """A text as a page of plain lines, without the point at its end: an answer that took it along would be unlikely on
    any document."""
    return flowed(text.rstrip(ENDS))


def _document_side(pair: QualsPair) -> tuple[float, ...]:
    return tuple(token.document for token in pair.tokens)


def answered(pairs: Sequence[QualsPair], document: Document, engine: Engine, text: str) -> tuple[QualsPair, ...]:
    """The pairs with the document's own answers and where they stand, and whether the text keeps to its own."""
    if not pairs:
        return ()
    questions = [pair.question for pair in pairs]
    numbers = [page.number for page in telling_pages(document.pages, text)]
    answers = engine.ask(document, questions, pages=numbers)
    own = engine.ask(Document("", "", (sheet_of(text),), 1), questions)
    return tuple(_beside(*one, as_said(one[0].answer, text)) for one in zip(pairs, answers, own, strict=True))


def _beside(pair: QualsPair, answer: Answer, own: Answer, meant: str) -> QualsPair:
    """`meant` is the pair's answer with what makes it a rounded number."""
    said = replace(pair, document_answer=answer.text, page=answer.page, evidence=answer.evidence)
    firm = own.confidence if means_the_same(pair.answer, own.text) else 0.0
    return replace(said, sure=answer.confidence, agrees=means_the_same(meant, answer.text), firm=firm)


def written(sentence: str, founded: Founded) -> SummarySentence:
    """A sentence before the model has checked it, with what stands nowhere in the document."""
    return SummarySentence(sentence, unfounded(sentence, founded))


def flagged(sentence: SummarySentence, pairs: Sequence[QualsPair], doubt: Doubt) -> SummarySentence:
    """The sentence with its flag, by what the pairs tell."""
    signs = signs_of(pairs, sentence.unfounded)
    told = doubt.of(signs) if signs else None
    flag = flag_of(told, sentence.unfounded, doubt.thresholds)
    return replace(sentence, flag=flag, quals=quals(pairs), pairs=tuple(pairs), doubt=told)
