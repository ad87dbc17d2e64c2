"""Invoices under review, made by the true extraction with an engine that answers what it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docqa_app.core.document import Document, Page
from docqa_app.core.fields import XmlInvoice
from docqa_app.core.geometry import turned
from docqa_app.extracting.case import Known
from docqa_app.extracting.extract import extract
from docqa_app.schemas.schema_file import find_schema
from docqa_app.session.reviewing.state import Review
from docqa_app.values.conventions import conventions_of
from tests.extracting.sheets import INVOICE_ANSWERS, SCHEMAS, document, invoice_lines, page, told
from tests.fakes import Said

AT = "2026-11-21T10:00:00.000+00:00"


def invoice(total: str = "119,00") -> Document:
    return document(page(invoice_lines(total)))


def bare_invoice() -> Document:
    """The same with labels that the schema does not know and without its tax, so that only the model speaks."""
    other = {"Rechnungsnummer: 00471": "Vorgang: 00471", "Zahlbar bis: 30.04.2024": "Frist: 30.04.2024"}
    other |= {"Gesamt": "Endlich"}
    lines = [(top, [(left, other.get(text, text)) for left, text in cells]) for top, cells in invoice_lines()]
    return document(page([line for line in lines if line[0] != 0.43]))


def review(of: Document | None = None, said: Mapping[str, Said] | None = None, xml: XmlInvoice | None = None) -> Review:
    """An invoice of 100.00 net and 19.00 tax; `said` replaces answers of the model."""
    of = of or invoice()
    schema = find_schema("invoice", SCHEMAS)
    found = extract(of, schema, told({**INVOICE_ANSWERS, **(said or {})}), Known(xml=xml))
    return Review(schema, found, conventions_of(of.pages), proposed="invoice")


def lying(of: Document) -> Document:
    """The same document scanned sideways: its text stands upright once its page is turned clockwise by 90 degrees."""
    return replace(of, pages=tuple(_lying(one) for one in of.pages))


def _lying(page: Page) -> Page:
    words = tuple(replace(word, box=turned(word.box, 270)) for word in page.words)
    return replace(page, words=words, width=page.height, height=page.width, turn=90)
