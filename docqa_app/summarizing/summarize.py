"""Writes the summary of a document and checks it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.ports import Engine, PairModel
from docqa_app.core.summary import Flag, OnSentence, Summary, SummarySentence, Thresholds
from docqa_app.errors import UsageError
from docqa_app.extracting.schema import Schema
from docqa_app.summarizing.check import SENTENCE, Effort, answered, ask_text, flagged, written
from docqa_app.summarizing.facts import key_facts, kind_of
from docqa_app.summarizing.flags import FILE, PLAIN, load_thresholds
from docqa_app.summarizing.passages import parts_of
from docqa_app.summarizing.quals import quals
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.summarizing.unfounded import Founded, founded_in

FEWEST, MOST = 2, 5
CANDIDATES = 4


class CheckedSummaries:
    """Summaries by one model. One call at a time; what a document says is worked out once and kept for the last one."""

    def __init__(
        self,
        engine: Engine,
        pairs: PairModel,
        schemas: Sequence[Schema] = (),
        thresholds: Thresholds = PLAIN,
        effort: Effort = SENTENCE,
    ) -> None:
        """`schemas` are the kinds of documents whose key facts are told first."""
        self.model = pairs.model
        self.thresholds = thresholds
        self._engine, self._pairs, self._schemas, self._effort = engine, pairs, schemas, effort
        self._last: tuple[Document, Founded] | None = None

    def summarize(
        self, document: Document, sentences: int = 3, *, report: Report = silent, on_sentence: OnSentence | None = None
    ) -> Summary:
        """Key facts where the document is of a kind that has them, else the model's best summary.

        At most so many sentences, 2 to 5. UsageError where nothing can be read in the document.
        """
        most = min(MOST, max(FEWEST, sentences))
        pages = _readable(document)
        schema = kind_of(document, self._schemas)
        facts = key_facts(document, schema, self._engine, report)[:most] if schema else ()
        if len(facts) == most:
            return self._check(document, facts, (), report, on_sentence)
        told = self._best(pages, most, report)
        if not facts:
            return self._check(document, told, (), report, on_sentence)
        return self._filled(document, facts, told, most, report, on_sentence)

    def check(
        self,
        document: Document,
        text: str,
        *,
        known: Sequence[SummarySentence] = (),
        report: Report = silent,
        on_sentence: OnSentence | None = None,
    ) -> Summary:
        """The flags of a given text; sentences that are among `known` with a flag keep it."""
        _readable(document)
        return self._check(document, sentences_in(text), known, report, on_sentence)

    def _best(self, pages: Sequence[Page], most: int, report: Report) -> tuple[str, ...]:
        """The model's best summary; of a long document those of its parts, one behind the other."""
        parts = parts_of(pages, most)
        shares = [most // len(parts) + (place < most % len(parts)) for place in range(len(parts))]
        told = (self._best_of(part, share, report) for part, share in zip(parts, shares, strict=True))
        return tuple(sentence for sentences in told for sentence in sentences)

    def _best_of(self, pages: Sequence[Page], most: int, report: Report) -> tuple[str, ...]:
        """The sentences of the candidate with the best QUALS; one that cannot be checked comes after all others."""
        candidates = self._pairs.write_summaries(pages, CANDIDATES, most, report)
        cut = list(dict.fromkeys(sentences_in(text)[:most] for text in candidates))
        if len(cut) < 2:
            return cut[0] if cut else ()
        scores = [ask_text(self._pairs, pages, " ".join(one), self._effort, report).quals for one in cut]
        best = max(range(len(cut)), key=lambda place: _rank(scores[place]))
        return cut[best]

    def _filled(
        self,
        document: Document,
        facts: Sequence[str],
        told: Iterable[str],
        most: int,
        report: Report,
        on_sentence: OnSentence | None,
    ) -> Summary:
        """The facts, then those of the model's sentences that the check supports."""
        ended = [*self._check(document, facts, (), report, on_sentence).sentences]
        for sentence in told:
            if len(ended) == most:
                break
            checked = self._checked(document, written(sentence, self._founded(document)), report)
            if checked.flag is Flag.SUPPORTED:
                ended.append(checked)
                _tell(on_sentence, len(ended) - 1, checked)
        return self._summary(ended)

    def _check(
        self,
        document: Document,
        sentences: Sequence[str],
        known: Sequence[SummarySentence],
        report: Report,
        on_sentence: OnSentence | None,
    ) -> Summary:
        """Every sentence told as it is written, then each as it is checked."""
        flags = {one.text: one for one in known if one.flag is not None}
        founded = self._founded(document)
        fresh = [flags.get(sentence) or written(sentence, founded) for sentence in sentences]
        for place, sentence in enumerate(fresh):
            _tell(on_sentence, place, sentence)
        ended: list[SummarySentence] = []
        for place, sentence in enumerate(fresh):
            report(place, len(fresh))
            ended.append(sentence if sentence.flag else self._checked(document, sentence, _step(report, place, fresh)))
            _tell(on_sentence, place, ended[-1])
        report(len(fresh), len(fresh))
        return self._summary(ended)

    def _checked(self, document: Document, sentence: SummarySentence, report: Report) -> SummarySentence:
        asked = ask_text(self._pairs, _readable(document), sentence.text, self._effort, report)
        return flagged(sentence, answered(asked.pairs, document, self._engine, sentence.text), self.thresholds)

    def _summary(self, sentences: Sequence[SummarySentence]) -> Summary:
        return Summary(tuple(sentences), quals([pair for one in sentences for pair in one.pairs]), self.model)

    def _founded(self, document: Document) -> Founded:
        if self._last is None or self._last[0] is not document:
            self._last = document, founded_in(document.pages)
        return self._last[1]


def _rank(score: float | None) -> float:
    return float("-inf") if score is None else score


def _readable(document: Document) -> tuple[Page, ...]:
    pages = tuple(page for page in document.pages if page.words and not page.problem)
    if not pages:
        raise UsageError(
            "There is nothing to summarize: no words were found in this document. Read it again as a scan."
        )
    return pages


def _step(report: Report, place: int, sentences: Sequence[SummarySentence]) -> Report:
    """A report that only lets a person stop: within a sentence the bar stands still."""
    return lambda done, total: report(place, len(sentences))


def _tell(on_sentence: OnSentence | None, place: int, sentence: SummarySentence) -> None:
    if on_sentence is not None:
        on_sentence(place, sentence)


def summaries(engine: Engine, pairs: PairModel, schemas: Sequence[Schema], model_folder: Path) -> CheckedSummaries:
    """Summaries with the thresholds of the model in `model_folder`; ModelError where these are damaged."""
    return CheckedSummaries(engine, pairs, schemas, load_thresholds(model_folder / FILE))
