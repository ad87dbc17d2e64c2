"""A small true engine for tests of the window: it answers by finding the question's label on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Document, Page, Report, silent
from docqa_app.core.layout import Assignment, assign, text_lines

SMALL_WORDS = frozenset(
    ("what", "is", "the", "who", "where", "when", "how", "much", "of", "a", "an", "this", "are", "on", "it", "in")
)


@dataclass(frozen=True, slots=True)
class FakeEngine:
    """Takes the words after a label, on its line, for the answer: "What is the total?" wants "Total X"."""

    model: str = "label-finder 1.0"
    device: str = "CPU"
    check_below: float = 0.8

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        asked = [page for page in document.pages if pages is None or page.number in pages]
        report(0, len(questions))
        answers = []
        for done, question in enumerate(questions, start=1):
            answers.append(self._answer(question, asked))
            report(done, len(questions))
        return tuple(answers)

    def inspect(self, page: Page) -> Assignment:
        """Geometry, but every seventh word is taken for one of the next line."""
        seen = assign(page)
        return Assignment(tuple(line + (i % 7 == 6) for i, line in enumerate(seen.lines)), seen.cells)

    def _answer(self, question: str, pages: Sequence[Page]) -> Answer:
        label = _plain(question) - SMALL_WORDS
        found = sorted((one for page in pages for one in _candidates(page, label)), key=lambda one: -one.confidence)
        if not found or found[0].confidence < 0.5:
            return Answer(question, "", False, 0.1, None, (), tuple(found[:5]), self.model)
        best = found[0]
        return Answer(
            question, best.text, True, best.confidence, best.page, best.evidence, tuple(found[1:10]), self.model
        )


def _candidates(page: Page, label: frozenset[str]) -> Iterator[Candidate]:
    """Words right of those that name the label; the surer the more of the label is there."""
    for line in text_lines(page.words):
        named = [i for i in line.words if _plain(page.words[i].text) & label]
        after = tuple(i for i in line.words if named and i > named[-1])
        if after:
            share = len({word for i in named for word in _plain(page.words[i].text)} & label) / len(label)
            text = " ".join(page.words[i].text for i in after)
            yield Candidate(text, round(0.97 * share, 2), page.number, after)


def _plain(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower()))
