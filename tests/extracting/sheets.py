"""Pages laid out by hand for tests, and the answers to what they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docqa_app.core.document import Box, Document, Page, Word
from tests.fakes import FakeEngine, Said, as_told

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


def told(answers: dict[str, Said]) -> FakeEngine:
    """An engine that answers these questions and no others."""
    return FakeEngine(as_told(answers), "telling 1.0")


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
    "Wie lautet die Anschrift des Verkäufers?": Said("Kai 4, 20457 Hamburg"),
    "Wie lautet die Rechnungsnummer?": Said("00471"),
    "Wie lautet das Rechnungsdatum?": Said("31.03.2024"),
    "Wann ist die Rechnung fällig?": Said("30.04.2024"),
    "Wie lautet der Nettobetrag?": Said("100,00"),
    "Wie hoch ist der Steuerbetrag?": Said("19,00"),
    "Wie lautet der Gesamtbetrag?": Said("119,00"),
}
