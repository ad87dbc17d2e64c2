"""What the window knows of a document's fields, where its file or the library is not what it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from docqa_app.app.fields import RealFields
from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction, XmlInvoice
from docqa_app.library.library import SqliteLibrary
from docqa_app.paths import find_paths
from docqa_app.reading.formats import content_hash
from docqa_app.settings import Settings
from tests.answering.pages import document_of, page_of
from tests.reading.test_einvoice import CII, pdf_with


def number_in(xml: XmlInvoice | None) -> str:
    return dict(xml.fields)["invoice_number"] if xml else ""


def invoice(file: Path, xml: str) -> Document:
    pdf_with(file, {"factur-x.xml": xml})
    return replace(document_of(page_of(("RECHNUNG", "Nummer 471"))), path=str(file), sha256=content_hash(file))


@pytest.fixture
def library(tmp_path: Path) -> SqliteLibrary:
    return SqliteLibrary(tmp_path / "library.sqlite3")


@pytest.fixture
def fields(tmp_path: Path, library: SqliteLibrary) -> RealFields:
    return RealFields(find_paths({}).schemas, tmp_path / "own", Settings, library)


def test_the_xml_of_another_file_that_was_written_over_it_is_not_the_documents(
    fields: RealFields, tmp_path: Path
) -> None:
    opened = invoice(tmp_path / "scan.pdf", CII)
    assert number_in(fields.known(opened).xml) == "471"

    invoice(tmp_path / "scan.pdf", CII.replace("<ram:ID>471<", "<ram:ID>999<"))

    assert number_in(fields.known(opened).xml) == ""


def test_a_document_whose_reading_was_stopped_has_its_xml(fields: RealFields, tmp_path: Path) -> None:
    stopped = replace(invoice(tmp_path / "scan.pdf", CII), sha256="")

    assert number_in(fields.known(stopped).xml) == "471"


def test_fields_whose_journal_cannot_be_read_were_not_found_before(
    fields: RealFields, library: SqliteLibrary, tmp_path: Path
) -> None:
    opened = invoice(tmp_path / "scan.pdf", CII)
    library.keep(opened, Extraction(opened.path, opened.sha256, "invoice", ()))
    assert fields.found_before(opened) is not None

    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as file, file:
        file.execute("UPDATE journal SET after = 'no JSON'")

    assert fields.found_before(opened) is None
