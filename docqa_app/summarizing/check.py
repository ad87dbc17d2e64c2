"""Checks one sentence of a summary: asks it questions, and whether the document says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.flow import flowed
from docqa_app.core.ports import Engine, PairModel
from docqa_app.core.summary import QualsPair, SummarySentence, Thresholds
from docqa_app.summarizing.flags import flag_of
from docqa_app.summarizing.passages import telling_pages
from docqa_app.summarizing.quals import MOST_PAIRS, kept, quals, scored, selected
from docqa_app.summarizing.unfounded import Founded, unfounded


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is asked of a text: so many beams look for questions, so many of them are kept."""

    beams: int = 60
    pairs: int = MOST_PAIRS


SENTENCE = Effort(beams=20, pairs=5)
"""A sentence says less than a summary and is checked while a person waits."""


def ask_text(
    model: PairModel, pages: Sequence[Page], text: str, effort: Effort = Effort(), report: Report = silent
) -> tuple[QualsPair, ...]:
    """The pairs that a text is checked by, each with both likelihoods; () where it gives none."""
    sheet = (flowed(text),)
    written = model.write_pairs(sheet, effort.beams, report)
    chosen = selected(kept(written, text), effort.pairs)
    return scored(chosen, telling_pages(pages, text), sheet, model.likelihoods)


def answered(pairs: Sequence[QualsPair], document: Document, engine: Engine, text: str) -> tuple[QualsPair, ...]:
    """The pairs with the document's own answers and where they stand."""
    if not pairs:
        return ()
    numbers = [page.number for page in telling_pages(document.pages, text)]
    answers = engine.ask(document, [pair.question for pair in pairs], pages=numbers)
    return tuple(
        replace(pair, document_answer=answer.text, page=answer.page, evidence=answer.evidence)
        for pair, answer in zip(pairs, answers, strict=True)
    )


def written(sentence: str, founded: Founded) -> SummarySentence:
    """A sentence before the model has checked it, with what stands nowhere in the document."""
    return SummarySentence(sentence, unfounded(sentence, founded))


def flagged(sentence: SummarySentence, pairs: Sequence[QualsPair], thresholds: Thresholds) -> SummarySentence:
    """The sentence with its flag, by what the pairs tell."""
    score = quals(pairs)
    flag = flag_of(score, sentence.unfounded, thresholds)
    return replace(sentence, flag=flag, quals=score, pairs=tuple(pairs))
