"""One small true engine for every test: it answers by finding a label on the page, or what it was told to say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.layout import Assignment, assign, text_lines
from docqa_app.core.locate import locate

SMALL_WORDS = frozenset(
    ("what", "is", "the", "who", "where", "when", "how", "much", "of", "a", "an", "this", "are", "on", "it", "in")
)
CELLS = 16

Say = Callable[[str, Sequence[Page]], Sequence[Candidate]]
"""say(question, pages): the candidates, the likeliest first; none and unlikely ones make "not found"."""


def by_label(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
    """The words after a label, on its line: "What is the total?" wants "Total X"."""
    label = _plain(question) - SMALL_WORDS
    return sorted((one for page in pages for one in _behind(page, label)), key=lambda one: -one.confidence)


@dataclass(frozen=True, slots=True)
class Said:
    """What to answer to a question: a text and its confidence, and its alternatives."""

    text: str
    confidence: float = 0.95
    others: tuple[tuple[str, float], ...] = ()


def as_told(answers: Mapping[str, Said]) -> Say:
    """Answers these questions only, on the words where the answer stands."""

    def say(question: str, pages: Sequence[Page]) -> Sequence[Candidate]:
        said = answers.get(question)
        texts = ((said.text, said.confidence), *said.others) if said else ()
        return [_placed(pages, text, sure) for text, sure in texts]

    return say


@dataclass(slots=True)
class FakeEngine:
    """`calls` keeps what it was asked, call by call, `forgotten` what it let go of; the question "break" breaks it."""

    say: Say = by_label
    model: str = "label-finder 1.0"
    folder: Path = Path("/models/label-finder")
    device: str = "CPU"
    check_below: float = 0.8
    check_fields_below: float = 0.8
    calls: list[tuple[str, ...]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    sights: Mapping[str, float] = field(default_factory=dict)

    @property
    def freely(self) -> FakeEngine:
        return self

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        self.calls.append(tuple(questions))
        asked = [page for page in document.pages if pages is None or page.number in pages]
        report(0, len(questions))
        answers = []
        for done, question in enumerate(questions, start=1):
            answers.append(self._answer(question, asked))
            report(done, len(questions))
        return tuple(answers)

    def inspect(self, page: Page) -> Assignment:
        """Geometry, but the first of every seven words is taken for one of the next line and cell."""
        seen = assign(page)
        lines = (line + (place % 7 == 0) for place, line in enumerate(seen.lines))
        cells = (cell % CELLS + 1 if place % 7 == 0 else cell for place, cell in enumerate(seen.cells))
        return Assignment(tuple(lines), tuple(cells))

    def seen(self, page: Page) -> Mapping[str, float]:
        return self.sights

    def forget(self, document: Document) -> None:
        self.forgotten.append(document.path)

    def _answer(self, question: str, pages: Sequence[Page]) -> Answer:
        if question == "break":
            raise RuntimeError("the model broke")
        found = tuple(self.say(question, pages))
        if not found or found[0].confidence < 0.5:
            return Answer(question, "", False, 0.9, None, (), found[:5], self.model)
        best = found[0]
        return Answer(question, best.text, True, best.confidence, best.page, best.evidence, found[1:10], self.model)


def _behind(page: Page, label: frozenset[str]) -> Iterator[Candidate]:
    """Words right of those that name the label; the surer the more of the label is there."""
    for line in text_lines(page.words):
        named = [i for i in line.words if _plain(page.words[i].text) & label]
        after = tuple(i for i in line.words if named and i > named[-1])
        if after:
            share = len({word for i in named for word in _plain(page.words[i].text)} & label) / len(label)
            text = page.text_of(after)
            yield Candidate(text, round(0.97 * share, 2), page.number, after)


def _placed(pages: Sequence[Page], text: str, sure: float) -> Candidate:
    for page in pages:
        evidence = locate(text, [word.text for word in page.words])
        if evidence:
            return Candidate(text, sure, page.number, evidence)
    return Candidate(text, sure, pages[0].number)


def _plain(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower()))
