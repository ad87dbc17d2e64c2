"""Pages for the answering tests: words laid out by hand, no file behind them."""

from __future__ import annotations

from collections.abc import Sequence

from docqa_app.core.document import Box, Document, Page, Word, WordSource

INVOICE = (
    "Muster Handels GmbH",
    "Hauptstrasse 12 , 80331 Muenchen",
    "Invoice number: RE-2024-0815",
    "Invoice date: 12.03.2024",
    "Due date: 26.03.2024",
    "Consulting 4 100.00 400.00",
    "Travel 1 83.50 83.50",
    "Net amount 483.50",
    "Tax 19 % 91.87",
    "Total amount EUR 575.37",
)


def page_of(lines: Sequence[str], number: int = 1) -> Page:
    """A page with one text line for each string, words spaced evenly."""
    words = []
    step = min(0.04, 0.9 / max(1, len(lines)))
    for row, line in enumerate(lines):
        left, top = 0.08, 0.05 + row * step
        for text in line.split():
            width = 0.012 * len(text)
            words.append(Word(text, Box(left, top, left + width, top + 0.4 * step)))
            left += width + 0.012
    return Page(number, 595.0, 842.0, tuple(words), WordSource.GIVEN)


def document_of(*pages: Page) -> Document:
    return Document("made up.pdf", "0" * 64, tuple(pages), len(pages))
