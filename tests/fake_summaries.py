"""A small true summarizer for tests of the window: a line of the page is a sentence, and the page's words decide."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from docqa_app.core.answer import Answer
from docqa_app.core.document import Document, Report, silent
from docqa_app.core.layout import text_lines
from docqa_app.core.ports import Engine, Summarizer
from docqa_app.core.summary import (
    Flag,
    OnSentence,
    QualsPair,
    QualsToken,
    Summary,
    SummarySentence,
    Thresholds,
)
from docqa_app.ui.parts import Look, SummariesRoom, SummaryForm

THRESHOLDS = (Thresholds(0.3, 0.7, 0.81, 0.64, 0.9, 0.1, "the tests"),)


@dataclass(frozen=True, slots=True)
class FakeSummarizer:
    """Asks "What is the <first word>?" about each sentence; the rest of the sentence is its answer.

    `gate` holds it back before each sentence is checked, and `checked` keeps the texts that were.
    """

    engine: Engine
    look: SummariesRoom
    gate: threading.Event
    checked: list[str]
    model: str = "label-finder 1.0"
    thresholds: tuple[Thresholds, ...] = THRESHOLDS

    def summarize(
        self, document: Document, sentences: int = 3, *, report: Report = silent, on_sentence: OnSentence | None = None
    ) -> Summary:
        """The first lines of the first page, each a sentence."""
        page = document.pages[0]
        lines = text_lines(page.words)[:sentences]
        texts = [page.text_of(line.words).rstrip(".") + "." for line in lines]
        return self.check(document, " ".join(texts), report=report, on_sentence=on_sentence)

    def check(
        self,
        document: Document,
        text: str,
        *,
        known: Sequence[SummarySentence] = (),
        report: Report = silent,
        on_sentence: OnSentence | None = None,
    ) -> Summary:
        flagged = {one.text: one for one in known}
        sentences = [flagged.get(one.text, one) for one in self.look.look_for(document)(text)]
        for place, sentence in enumerate(sentences):
            if on_sentence:
                on_sentence(place, sentence)
        for place, sentence in enumerate(sentences):
            self._wait(report, place, len(sentences))
            if sentence.flag is None:
                sentences[place] = self._checked(document, sentence)
            if on_sentence:
                on_sentence(place, sentences[place])
        report(len(sentences), len(sentences))
        quals = [one.quals for one in sentences if one.quals is not None]
        return Summary(tuple(sentences), sum(quals) / len(quals) if quals else None, self.model)

    def _wait(self, report: Report, place: int, total: int) -> None:
        """Reporting all the while, so that it can be stopped."""
        report(place, total)
        while not self.gate.wait(0.01):
            report(place, total)

    def _checked(self, document: Document, sentence: SummarySentence) -> SummarySentence:
        self.checked.append(sentence.text)
        label, _, said = sentence.text.rstrip(".").partition(" ")
        if not said:
            return replace(sentence, flag=Flag.NOT_CHECKABLE)
        question = f"What is the {label.lower()}?"
        answer = self.engine.ask(document, [question])[0]
        pair = _pair(question, said, answer)
        flag = Flag.SUPPORTED if answer.text == said else Flag.UNSUPPORTED if answer.found else Flag.DOUBTFUL
        return replace(sentence, flag=flag, quals=pair.difference, pairs=(pair,))


def _pair(question: str, said: str, answer: Answer) -> QualsPair:
    """The document makes the summary's answer likely where it gives the same one."""
    by_document = -0.1 if answer.text == said else -4.0
    asked = [QualsToken(f"{word} ", -0.2, -0.1, False) for word in question.split()]
    told = [QualsToken(f"{word} ", by_document, -0.1, True) for word in said.split()]
    tokens = (*asked, *told, QualsToken("", -0.1, -0.1, True))
    return QualsPair(question, said, tokens, answer.text, answer.page, answer.evidence, 0.9, answer.text == said)


@dataclass(frozen=True, slots=True)
class FakeSummaries:
    """Everything true but the summarizer."""

    real: SummariesRoom
    gate: threading.Event = field(default_factory=threading.Event)
    checked: list[str] = field(default_factory=list)

    @property
    def forms(self) -> tuple[SummaryForm, ...]:
        return self.real.forms

    def summarizer(self, engine: Engine) -> Summarizer:
        return FakeSummarizer(engine, self.real, self.gate, self.checked)

    def look_for(self, document: Document) -> Look:
        return self.real.look_for(document)
