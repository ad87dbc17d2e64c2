"""Taxes that are printed one by one and never together: their sum may be meant, though it is printed nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docqa_app.core.document import Document, Line, Page
from docqa_app.core.find import fold
from docqa_app.core.geometry import upright
from docqa_app.core.layout import text_lines
from docqa_app.extracting.paid import Amount
from docqa_app.extracting.pieces import amounts_on
from docqa_app.values.amounts import DecimalMark, read_amounts
from docqa_app.values.parse import in_one_piece

TAX = "tax_amount"
"""The field this speaks for."""
MOST_TAXES = 3
"""Of a country, a region and a town, or of so many rates."""

_TAX = re.compile(
    r"(?:(?:plus|add|incl|including|state|city|county|federal|provincial|local|sales|of which|zzgl|zuzuglich|inkl|davon"
    r"|darin|enthaltene|dont|zuzgl|\d+) )*"
    r"(?:tax|vat|gst|hst|pst|qst|rst|cgst|sgst|igst|utgst|tva|tps|tvq|mwst|ust|umsatzsteuer|mehrwertsteuer|iva|btw|moms)\b"
)
"""How a line begins that states a tax, folded and without marks."""


def tax_sums(document: Document, mark: DecimalMark | None) -> Iterator[Amount]:
    """The sums of two or three taxes that follow one another on a page, with the words of all."""
    for page in document.pages:
        stood = upright(page)
        taxes = [one for line in text_lines(stood.words) if (one := _tax(stood, line, mark)) is not None]
        for count in range(2, MOST_TAXES + 1):
            for at in range(len(taxes) - count + 1):
                yield _sum(taxes[at : at + count], mark)


def _tax(page: Page, line: Line, mark: DecimalMark | None) -> Amount | None:
    """The last amount of a line that begins as a tax."""
    begins = re.sub(r"[\W_]+", " ", fold(page.text_of(line.words))).strip()
    last = next(iter(list(amounts_on(page.words, line.words))[-1:]), None)
    if last is None or not _TAX.match(begins):
        return None
    text = in_one_piece(last.text)
    values = read_amounts(text, mark)
    return Amount(values[0], text, page.number, last.words) if len(values) == 1 else None


def _sum(taxes: list[Amount], mark: DecimalMark | None) -> Amount:
    value = sum((one.value for one in taxes), Decimal(0))
    text = str(value).replace(".", mark or DecimalMark.POINT)
    return Amount(value, text, taxes[0].page, tuple(sorted(index for one in taxes for index in one.words)))
