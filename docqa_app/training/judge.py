"""Scores one text against the pages it tells of: by QUALS, QAGS and ROUGE, and by the signs of doubt, as in the app."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from rouge_score.rouge_scorer import RougeScorer

from docqa_app.answering.engine import Engine
from docqa_app.answering.pairs import PairEngine
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.pairs import WrittenPair
from docqa_app.core.ports import PairModel
from docqa_app.core.summary import QualsPair
from docqa_app.schemas.schema import Schema
from docqa_app.summarizing.check import Asked, Effort, sheet_of
from docqa_app.summarizing.claims import NO_FACTS, Facts, facts_of
from docqa_app.summarizing.doubt import on_the_answer, signs_of
from docqa_app.summarizing.facts import facts_found
from docqa_app.summarizing.founded import founded_in
from docqa_app.summarizing.qags import Answering, qags
from docqa_app.summarizing.questioning import Questioning
from docqa_app.summarizing.unfounded import unfounded
from docqa_app.values.conventions import conventions_of

Row = dict[str, Any]
"""Everything that was measured of one text, by name, as it is written to a file of rows."""


class Timed:
    """Pairs written and scored as the model does it, with the seconds that each has taken so far."""

    def __init__(self, pairs: PairModel) -> None:
        self.model, self._pairs = pairs.model, pairs
        self.writing = self.scoring = 0.0

    @property
    def of_facts(self) -> Timed:
        return Timed(self._pairs.of_facts)

    def write_pairs(self, pages: Sequence[Page], beams: int, report: Report = silent) -> tuple[WrittenPair, ...]:
        begin = time.perf_counter()
        written = self._pairs.write_pairs(pages, beams, report)
        self.writing += time.perf_counter() - begin
        return written

    def given_pair(self, question: str, answer: str) -> WrittenPair:
        return self._pairs.given_pair(question, answer)

    def likelihoods(self, pages: Sequence[Page], pairs: Sequence[WrittenPair]) -> tuple[tuple[float, ...], ...]:
        begin = time.perf_counter()
        scored = self._pairs.likelihoods(pages, pairs)
        self.scoring += time.perf_counter() - begin
        return scored

    def write_summaries(
        self, pages: Sequence[Page], count: int, sentences: int, report: Report = silent
    ) -> tuple[str, ...]:
        return self._pairs.write_summaries(pages, count, sentences, report)


class Judge:
    """One model scoring texts against pages."""

    def __init__(self, engine: Engine, effort: Effort, with_qags: bool) -> None:
        self._engine, self._pairs = engine, PairEngine(engine)
        self._effort, self._with_qags = effort, with_qags
        self._rouge = RougeScorer(["rouge2", "rougeL"])
        self._last: tuple[Sequence[Page], Facts] = ((), NO_FACTS)

    def row(self, pages: Sequence[Page], text: str, schema: Schema | None = None) -> Row:
        """Every score of a text: QUALS (None: not checkable), its worst pair, QUALS over answers' tokens alone, QAGS,
        ROUGE precisions, what stands nowhere, the signs of doubt, seconds of each part, and the pairs. With a schema
        what it says of the document's fields counts, too, as in the app."""
        asked, seconds = self._asked(pages, text, schema)
        pairs = [pair for pair in asked.pairs if not pair.field]
        told = unfounded(text, founded_in(pages))
        signs = signs_of(asked.pairs, told)
        row = {
            "text": text,
            "quals": asked.quals,
            "worst": min((pair.difference for pair in pairs), default=None),
            "answers": _mean([on_the_answer(pair) for pair in pairs]),
            "unfounded": [[one.text, one.kind] for one in told],
            "signs": astuple(signs) if signs else None,
            **seconds,
            "pairs": [_pair_row(pair) for pair in pairs],
            "claims": [_claim_row(pair) for pair in asked.pairs if pair.field],
            **self._rouges(pages, text),
        }
        return row | (self._qags(text, pairs) if self._with_qags else {})

    def _asked(self, pages: Sequence[Page], text: str, schema: Schema | None) -> tuple[Asked, Row]:
        """The text's QUALS and pairs, and how many seconds writing, scoring and answering the questions took."""
        facts, timed = self._facts(pages, schema), Timed(self._pairs.of_facts if schema else self._pairs)
        begin = time.perf_counter()
        asked = Questioning(self._engine, timed, self._effort).of(text, _document(pages), pages, facts)
        answering = time.perf_counter() - begin - timed.writing - timed.scoring
        seconds = {"writing": timed.writing, "scoring": timed.scoring, "answering": answering}
        return asked, {f"{part}_seconds": took for part, took in seconds.items()}

    def _facts(self, pages: Sequence[Page], schema: Schema | None) -> Facts:
        """The document's fields, kept for its next sentence."""
        if schema is None:
            return NO_FACTS
        if self._last[0] is not pages:
            found = facts_found(_document(pages), schema, self._engine)
            self._last = pages, facts_of(found.fields, schema, conventions_of(pages).language)
        return self._last[1]

    def _rouges(self, pages: Sequence[Page], text: str) -> Row:
        """The share of the text's word pairs, and of its longest common subsequence, that the document has."""
        document = " ".join(word.text for page in pages for word in page.words)
        return {name: score.precision for name, score in self._rouge.score(document, text).items()}

    def _qags(self, text: str, pairs: Sequence[QualsPair]) -> Row:
        """QAGS over the questions that QUALS asked; `text_seconds` are those of answering them by the text."""
        theirs = {pair.question: pair.document_answer for pair in pairs}
        begin = time.perf_counter()
        by_text = answering_by(self._engine, sheet_of(text))
        score = qags([*theirs], lambda asked: [theirs[one] for one in asked], by_text)
        return {"qags": score, "text_seconds": time.perf_counter() - begin}


def answering_by(engine: Engine, page: Page) -> Answering:
    """What an engine answers by one page alone, as `qags` asks for it."""
    return lambda asked: [answer.text for answer in engine.ask(_document([page]), asked)]


def _document(pages: Sequence[Page]) -> Document:
    return Document("", "", tuple(pages), len(pages))


def _pair_row(pair: QualsPair) -> Row:
    """A pair with its likelihoods token by token, rounded."""
    document, summary = ([round(getattr(t, side), 3) for t in pair.tokens] for side in ("document", "summary"))
    answer = sum(token.in_answer for token in pair.tokens)
    return {
        "question": pair.question,
        "answer": pair.answer,
        "document": document,
        "text": summary,
        "answer_tokens": answer,
        "by_document": pair.document_answer,
        "sure": round(pair.sure, 3),
        "agrees": pair.agrees,
        "firm": round(pair.firm, 3),
    }


def _claim_row(pair: QualsPair) -> list[str | float]:
    """A claim about a field: the field, what the text says of it, how sure the document is, and what that says."""
    return [pair.field, pair.answer, round(pair.sure, 3), pair.document_answer]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
