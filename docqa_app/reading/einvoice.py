"""The XML that Factur-X, ZUGFeRD and XRechnung embed in a PDF: CII and UBL, read without entities and without network.

A DOCTYPE is refused before anything in it is read, so no entity can be declared, expanded or fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

import pikepdf

from docqa_app.core.fields import XmlInvoice
from docqa_app.errors import PasswordNeeded
from docqa_app.passwords import unlocked
from docqa_app.reading.cii import cii_invoice
from docqa_app.reading.formats import is_pdf
from docqa_app.reading.ubl import ubl_invoice

NAMES = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml")
"""Names of the attachment by the standards, old ones included; any other XML whose root is an invoice serves too."""

CII_ROOTS = ("CrossIndustryInvoice", "CrossIndustryDocument", "SCRDMCCBDACIOMessageStructure")
"""An invoice, ZUGFeRD 1.0's, and Order-X's order; a despatch advice has another root in namespaces that look alike."""

UBL_ROOTS = ("Invoice", "CreditNote")
LARGEST = 20_000_000
MOST_XML_FILES = 50


class _Refused(Exception):
    """The XML is of a form that is not read."""


BROKEN = (pikepdf.PdfError, ValueError, KeyError, TypeError, RecursionError)
"""What is raised on a damaged PDF and on a damaged part of one."""


class _Builder(ElementTree.TreeBuilder):
    """Builds the tree of a document that declares nothing."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise _Refused("it declares a document type, which no invoice does")


def read_einvoice(path: Path, password: str | None = None) -> XmlInvoice | None:
    """The invoice embedded in a PDF; None where there is none, or the file is no PDF.

    Where no XML can be used, the XmlInvoice's `problem` says why. PasswordNeeded and InputError are of the PDF.
    """
    if not is_pdf(path):
        return None
    damaged = None
    for name, data in _attachments(path, password):
        found = _read(name, data)
        if found is not None and not found.problem:
            return found
        damaged = damaged or found
    return damaged


def _attachments(path: Path, password: str | None) -> list[tuple[str, bytes]]:
    """Attached XML files, those with a name of the standards first; larger ones than any invoice are left out."""
    try:
        with (
            path.open("rb") as file,
            unlocked(lambda one: _opened(file, one), password, pikepdf.PasswordError) as pdf,
        ):
            found = list(_xml_files(pdf))
    except pikepdf.PasswordError:
        raise PasswordNeeded(f"{path.name} is locked. Enter its password to read it.") from None
    except BROKEN:
        return []  # the pages of a damaged PDF may still be readable: reading them says what is wrong
    return sorted(found, key=lambda one: one[0].lower() not in NAMES)


def _opened(file: BinaryIO, password: str | bytes) -> pikepdf.Pdf:
    """Of a file and not of its name: pikepdf takes only names that are UTF-8."""
    file.seek(0)
    return pikepdf.open(file, password=password)


def _xml_files(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    """Name and content of the first of them; the key under which a PDF lists a file need not be its name."""
    found = 0
    for key, attachment in pdf.attachments.items():
        with suppress(*BROKEN):  # one that is broken hides no other
            name, file = attachment.filename or key, attachment.get_file()
            is_xml = name.lower().endswith(".xml") or file.mime_type in ("text/xml", "application/xml")
            if is_xml and file.size <= LARGEST:
                found += 1
                yield name, file.read_bytes()
        if found == MOST_XML_FILES:
            return


def _read(name: str, data: bytes) -> XmlInvoice | None:
    """The invoice of one attachment; None where it is XML of something else."""
    try:
        root = parse_safely(data)
    except (ElementTree.ParseError, _Refused, ValueError, LookupError, RecursionError) as error:
        if name.lower() not in NAMES:
            return None
        reason = f"The embedded {name} is damaged ({error}), so only the pages were read."
        return XmlInvoice(name, problem=reason)
    kind = root.tag.rsplit("}", 1)[-1]
    if kind in CII_ROOTS:
        return cii_invoice(name, root)
    return ubl_invoice(name, root) if kind in UBL_ROOTS else None


def parse_safely(data: bytes) -> ElementTree.Element:
    """The root of an XML document that declares no document type; else, or where it is damaged, an error."""
    parser = ElementTree.XMLParser(target=_Builder())
    parser.feed(data)
    root: ElementTree.Element = parser.close()
    return root
