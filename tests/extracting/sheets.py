"""Pages laid out by hand for tests, and an engine that answers what it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from docqa_app.core.answer import Answer, Candidate
from docqa_app.core.document import Box, Document, Page, Report, Word, silent
from docqa_app.core.layout import Assignment, assign
from docqa_app.core.locate import locate

SCHEMAS = Path(__file__).resolve().parents[2] / "resources" / "schemas"
CHARACTER = 0.011
HEIGHT = 0.014

Cell = tuple[float, str]
"""Where a text begins across the page, and the text; its words follow one another."""


def page(lines: Sequence[tuple[float, Sequence[Cell]]], number: int = 1) -> Page:
    """A page of lines: how far down each stands, and its cells."""
    words = [word for top, cells in lines for left, text in cells for word in _words(left, top, text)]
    return Page(number, 595.0, 842.0, tuple(words))


def _words(left: float, top: float, text: str) -> list[Word]:
    words = []
    for part in text.split():
        right = left + CHARACTER * len(part)
        words.append(Word(part, Box(left, top, right, top + HEIGHT)))
        left = right + CHARACTER / 2
    return words


def right(edge: float, text: str) -> Cell:
    """A cell whose text ends at this edge."""
    spaces = text.count(" ")
    return edge - CHARACTER * (len(text) - spaces) - CHARACTER / 2 * spaces, text


def document(*pages: Page) -> Document:
    return Document("/in/invoice.pdf", "0" * 64, pages, len(pages))


@dataclass(frozen=True, slots=True)
class Said:
    """An answer's text and confidence, and its alternatives."""

    text: str
    confidence: float = 0.95
    others: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class TellingEngine:
    """Answers questions as it was told, on the words where the answer stands; keeps what it was asked, call by call."""

    answers: Mapping[str, Said]
    calls: list[list[str]] = field(default_factory=list)
    model: str = "telling 1.0"
    device: str = "CPU"
    check_below: float = 0.7

    def ask(
        self,
        document: Document,
        questions: Sequence[str],
        *,
        pages: Sequence[int] | None = None,
        report: Report = silent,
    ) -> tuple[Answer, ...]:
        self.calls.append(list(questions))
        return tuple(self._answer(document, question) for question in questions)

    def _answer(self, document: Document, question: str) -> Answer:
        said = self.answers.get(question)
        if said is None:
            return Answer(question, "", False, 0.9, None, model=self.model)
        best, *others = (_placed(document, text, sure) for text, sure in ((said.text, said.confidence), *said.others))
        return Answer(question, best.text, True, best.confidence, best.page, best.evidence, tuple(others), self.model)

    def inspect(self, page: Page) -> Assignment:
        return assign(page)


def _placed(document: Document, text: str, sure: float) -> Candidate:
    for page in document.pages:
        evidence = locate(text, [word.text for word in page.words])
        if evidence:
            return Candidate(text, sure, page.number, evidence)
    return Candidate(text, sure, document.pages[0].number)


def invoice_lines(total: str = "119,00", due: str = "30.04.2024") -> list[tuple[float, Sequence[Cell]]]:
    """A German invoice with two rows, of which the second wraps."""
    return [
        (0.05, [(0.1, "Hafen Werkzeug GmbH"), (0.6, "Rechnung")]),
        (0.08, [(0.1, "Kai 4, 20457 Hamburg")]),
        (0.14, [(0.1, "Rechnungsnummer: 00471"), (0.6, "Datum: 31.03.2024")]),
        (0.17, [(0.1, "An: Bauhof Nord"), (0.6, f"Zahlbar bis: {due}")]),
        (0.25, [(0.1, "Bezeichnung"), (0.5, "Menge"), (0.63, "Einzelpreis"), (0.82, "Betrag")]),
        (0.28, [(0.1, "Hammer"), right(0.55, "2"), right(0.75, "20,00"), right(0.89, "40,00")]),
        (0.31, [(0.1, "Zange mit"), right(0.55, "3"), right(0.75, "20,00"), right(0.89, "60,00")]),
        (0.327, [(0.1, "langem Griff")]),
        (0.40, [(0.63, "Netto"), right(0.89, "100,00 €")]),
        (0.43, [(0.63, "MwSt 19 %"), right(0.89, "19,00 €")]),
        (0.46, [(0.63, "Gesamt"), right(0.89, f"{total} €")]),
        (0.60, [(0.1, "IBAN: DE02 1203 0000 0000 2020 51"), (0.6, "USt-IdNr. DE136695976")]),
    ]


INVOICE_ANSWERS = {
    "Wer ist der Rechnungssteller?": Said("Hafen Werkzeug GmbH"),
    "Wie lautet die Rechnungsnummer?": Said("00471"),
    "Wie lautet das Rechnungsdatum?": Said("31.03.2024"),
    "Wann ist die Rechnung fällig?": Said("30.04.2024"),
    "Wie lautet der Nettobetrag?": Said("100,00"),
    "Wie hoch ist der Steuerbetrag?": Said("19,00"),
    "Wie lautet der Gesamtbetrag?": Said("119,00"),
}
