"""Writes the summary of a document and checks it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.fields import Extraction
from docqa_app.core.ports import Engine, PairModel
from docqa_app.core.summary import Flag, OnSentence, Summary, SummarySentence, Thresholds
from docqa_app.errors import UsageError
from docqa_app.schemas.schema import Schema
from docqa_app.summarizing.check import SENTENCE, Effort, flagged, written
from docqa_app.summarizing.claims import NO_FACTS, Facts, facts_of
from docqa_app.summarizing.doubt import Doubt
from docqa_app.summarizing.facts import NOTHING_BESIDE, Beside, facts_found, key_facts, kind_of
from docqa_app.summarizing.flags import FILE, PLAIN, Doubts, load_doubts
from docqa_app.summarizing.founded import Founded, founded_in
from docqa_app.summarizing.quals import quals
from docqa_app.summarizing.questioning import Questioning
from docqa_app.summarizing.sentences import sentences_in
from docqa_app.summarizing.spans import spans_in
from docqa_app.summarizing.unfounded import plain_in
from docqa_app.summarizing.writing import best_summary, further
from docqa_app.values.conventions import conventions_of

FEWEST, MOST = 2, 5


@dataclass(frozen=True, slots=True)
class Watcher:
    """Whoever follows the work: how far it is, and each sentence."""

    report: Report
    on_sentence: OnSentence | None

    def tell(self, place: int, sentence: SummarySentence) -> None:
        if self.on_sentence is not None:
            self.on_sentence(place, sentence)

    def at(self, place: int, total: int) -> Report:
        """Says that so many sentences are done; the report for work within the next, which only lets a person stop."""
        self.report(place, total)
        return lambda done, most: self.report(place, total)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is worked out once a document: its kind, what it says, how its sentences are judged; `found`, its fields,
    once they are needed. `told` are those that are known beside it, which count before them."""

    schema: Schema | None
    founded: Founded
    doubt: Doubt
    found: Extraction | None = None
    told: Extraction | None = None


class CheckedSummaries:
    """Summaries by one model. One call at a time; what a document says is worked out once and kept for the last one."""

    def __init__(
        self,
        engine: Engine,
        pairs: PairModel,
        schemas: Sequence[Schema] = (),
        doubts: Doubts = PLAIN,
        effort: Effort = SENTENCE,
        beside: Beside = NOTHING_BESIDE,
    ) -> None:
        """`schemas` are the kinds of documents whose key facts are told first, `beside` tells what else is known of
        them."""
        self.model = pairs.model
        self.doubts = doubts
        self._engine, self._schemas, self._effort = engine, schemas, effort
        self._beside = beside
        self._asked = {True: Questioning(engine, pairs.of_facts, effort), False: Questioning(engine, pairs, effort)}
        self._last: tuple[Document, _Known] | None = None

    @property
    def thresholds(self) -> tuple[Thresholds, ...]:
        return self.doubts.thresholds

    def summarize(
        self, document: Document, sentences: int = 3, *, report: Report = silent, on_sentence: OnSentence | None = None
    ) -> Summary:
        """Key facts where the document is of a kind that has them, else its own sentences or the model's best summary.

        At most so many sentences, 2 to 5. UsageError where nothing can be read in the document.
        """
        most = min(MOST, max(FEWEST, sentences))
        pages, watcher = _readable(document), Watcher(report, on_sentence)
        self._take_in(document)
        schema = self._known(document).schema
        found = self._found(document, report)
        facts = key_facts(document, schema, found)[:most] if schema and found else ()
        if not facts:
            best = best_summary(self._questioning(document).model, pages, most, self._effort, watcher.report)
            return self._check(document, best, (), watcher)
        told = self._check(document, facts, (), watcher)
        return told if len(facts) == most else self._filled(document, told, most, watcher)

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
        self._take_in(document)
        return self._check(document, sentences_in(text), known, Watcher(report, on_sentence))

    def _filled(self, document: Document, facts: Summary, most: int, watcher: Watcher) -> Summary:
        """The facts, then those of further sentences that tell more and are supported, until there are enough: the
        paper's own, and the model's where there are too few."""
        told, pages = [*facts.sentences], _readable(document)
        own = further(pages, most)
        model = self._questioning(document).model
        few = len(told) + len(own) < FEWEST
        for sentence in own or (best_summary(model, pages, most, self._effort, watcher.report) if few else ()):
            if len(told) == most:
                break
            if not _is_news(sentence, told):
                continue
            checked = self._checked(document, written(sentence, self._known(document).founded), watcher.report)
            if checked.flag is Flag.SUPPORTED:
                told.append(checked)
                watcher.tell(len(told) - 1, checked)
        return self._summary(told)

    def _check(
        self, document: Document, sentences: Sequence[str], known: Sequence[SummarySentence], watcher: Watcher
    ) -> Summary:
        """Every sentence told as it is written, then each as it is checked."""
        flags = {one.text: one for one in known if one.flag is not None}
        fresh = [flags.get(one) or written(one, self._known(document).founded) for one in sentences]
        for place, sentence in enumerate(fresh):
            watcher.tell(place, sentence)
        told: list[SummarySentence] = []
        for place, sentence in enumerate(fresh):
            within = watcher.at(place, len(fresh))
            told.append(sentence if sentence.flag else self._checked(document, sentence, within))
            watcher.tell(place, told[-1])
        watcher.at(len(fresh), len(fresh))
        return self._summary(told)

    def _checked(self, document: Document, sentence: SummarySentence, report: Report) -> SummarySentence:
        facts, pages = self._facts(document, report), _readable(document)
        text = plain_in(sentence.text, self._known(document).founded).text
        asked = self._questioning(document).of(text, document, pages, facts, report)
        return flagged(sentence, asked.pairs, self._known(document).doubt)

    def _questioning(self, document: Document) -> Questioning:
        return self._asked[self._known(document).schema is not None]

    def _summary(self, sentences: Sequence[SummarySentence]) -> Summary:
        return Summary(tuple(sentences), quals([pair for one in sentences for pair in one.pairs]), self.model)

    def _known(self, document: Document) -> _Known:
        if self._last is None or self._last[0] != document:
            schema = kind_of(document, self._schemas)
            doubt = self.doubts.facts if schema else self.doubts.text
            self._last = document, _Known(schema, founded_in(document.pages), doubt)
        return self._last[1]

    def _take_in(self, document: Document) -> None:
        """Fields that are found already, and what a person has corrected in them since, count now; what was taken in
        before no longer does."""
        known, told = self._known(document), self._beside.found(document)
        fits = known.schema and told and told.schema == known.schema.name
        self._last = document, replace(known, told=told if fits else None)

    def _found(self, document: Document, report: Report) -> Extraction | None:
        """The fields of the document's kind; None where it is of no kind."""
        known = self._known(document)
        if known.schema and not (known.told or known.found):
            beside = self._beside.known(document)
            known = replace(known, found=facts_found(document, known.schema, self._engine, beside, report))
            self._last = document, known
        return known.told or known.found

    def _facts(self, document: Document, report: Report) -> Facts:
        schema, found = self._known(document).schema, self._found(document, report)
        if schema is None or found is None:
            return NO_FACTS
        return facts_of(found.fields, schema, conventions_of(document.pages).language)


def _is_news(sentence: str, told: Sequence[SummarySentence]) -> bool:
    """Whether it names something that is not told yet; a sentence that names nothing is news."""
    named = {span.text for span in spans_in(sentence)}
    return not named or bool(named - {span.text for one in told for span in spans_in(one.text)})


def _readable(document: Document) -> tuple[Page, ...]:
    pages = tuple(page for page in document.pages if page.words and not page.problem)
    if not pages:
        raise UsageError(
            "There is nothing to summarize: no words were found in this document. Read it again as a scan."
        )
    return pages


def summaries(
    engine: Engine, pairs: PairModel, schemas: Sequence[Schema], model_folder: Path, beside: Beside = NOTHING_BESIDE
) -> CheckedSummaries:
    """Summaries judged as the model in `model_folder` was measured; ModelError where its file is damaged."""
    return CheckedSummaries(engine, pairs, schemas, load_doubts(model_folder / FILE), beside=beside)
