"""Documents whose fields and rows are known: the development parts, as the app would be given them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docqa_app.core.document import Document, Page
from docqa_app.reading.cache import WordCache
from docqa_app.reading.languages import AUTOMATIC
from docqa_app.reading.options import ReadOptions
from docqa_app.schemas.schema import Schema
from docqa_app.schemas.schema_file import find_schema
from docqa_app.training.bill_cases import HELD, LEARNED, bills
from docqa_app.training.build import read_pages
from docqa_app.training.data.generate import generate_page
from docqa_app.training.data.sample import Sample
from docqa_app.training.eval_sets import given_page, order_parts, receipt_parts
from docqa_app.training.field_case import Case, Row
from docqa_app.training.page_lines import Line, line_page, read_lines
from docqa_app.training.xml_truth import INVOICE_COLUMNS, printed_fields, told_row
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.conventions import Conventions, conventions_of
from docqa_app.values.dates import DateOrder

ORDERS = Path(__file__).with_name("orders.json")
FIRST_DRAWN = 40_000_000
"""Seed of the first drawn invoice, far from those that models learned from."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where documents and schemas lie, how words are read and kept, how many invoices are drawn, and where the reader
    of figures lies."""

    documents: Path
    schemas: Path
    cache: WordCache
    drawn: int = 100
    models: Path | None = None

    def schema(self, name: str) -> Schema:
        return find_schema(name, self.schemas)

    def lines(self, name: str, part: str = "train") -> list[Line]:
        return list(read_lines(self.documents / name / f"{part}.jsonl.gz"))

    def pages(self, name: str, line: Line, languages: Sequence[str] = ("eng",)) -> list[Page]:
        options = ReadOptions(tuple(languages), models=self.models)
        return read_pages(self.documents / name, line, options, self.cache)


def _document(name: str, pages: Sequence[Page]) -> Document:
    return Document(name, name, tuple(pages), len(pages))


# -- receipts and orders, as training holds them back -----------------------------------------------------------------

RECEIPT_FIELDS = {"company": "merchant_name", "address": "merchant_address", "date": "date", "total": "total_amount"}


def receipts(shelf: Shelf) -> Iterator[Case]:
    """Receipts of companies that training never saw, read from their images."""
    writing = Conventions(decimal_mark=DecimalMark.POINT, date_order=DateOrder.DAY_FIRST)
    lines, schema = shelf.lines("sroie"), shelf.schema("receipt")
    for line in _held(lines, receipt_parts(lines)[1]):
        truth = {RECEIPT_FIELDS[name]: text for name, text in line["fields"].items() if text}
        yield Case(line["id"], _document(line["id"], shelf.pages("sroie", line)), schema, writing, truth)


def orders(shelf: Shelf) -> Iterator[Case]:
    """Advertising orders of layouts that training never saw, by a schema such as a user writes."""
    writing = Conventions(decimal_mark=DecimalMark.POINT, date_order=DateOrder.MONTH_FIRST)
    lines, schema = shelf.lines("adbuy"), find_schema(str(ORDERS))
    for line in _held(lines, order_parts(lines)[1]):
        truth = {name: text for name, text in line["fields"].items() if text}
        yield Case(line["id"], _document(line["id"], shelf.pages("adbuy", line)), schema, writing, truth)


def _held(lines: Sequence[Line], ids: set[str]) -> list[Line]:
    return [line for line in lines if line["id"] in ids]


# -- European invoices; the truth is their XML, which the extraction is not shown -------------------------------------


def invoices(shelf: Shelf) -> Iterator[Case]:
    """German, French and English invoices: the fields that are printed, and the rows of their XML."""
    schema = shelf.schema("invoice")
    for line in shelf.lines("zugferd"):
        document = _document(line["id"], shelf.pages("zugferd", line, ("deu", "fra", "eng")))
        fields = printed_fields(document, line)
        rows = [told_row(one) for one in line["fields"].get("line_items") or ()]
        columns = tuple(INVOICE_COLUMNS.values())
        writing = Conventions(decimal_mark=DecimalMark.POINT)
        yield Case(line["id"], document, schema, writing, fields, tuple(rows) or None, columns, around=True)


# -- drawn invoices: rows, and which fields a page has ----------------------------------------------------------------

DRAWN_LOCALES = ("de_DE", "fr_FR", "en_GB", "en_US")
DRAWN_FIELDS = {
    "invoice_number": "invoice_number", "seller_name": "supplier_name", "buyer_name": "customer_name",
    "seller_vat_id": "supplier_vat_id", "seller_address": "supplier_address", "iban": "iban",
    "invoice_date": "invoice_date", "due_date": "due_date", "order_number": "order_number", "net_total": "net_amount",
    "tax_total": "tax_amount", "total": "total_amount",
}  # fmt: skip
DRAWN_COLUMNS = {"item": "description", "quantity": "quantity", "price": "unit_price", "amount": "amount"}


def drawn(shelf: Shelf) -> Iterator[Case]:
    """Invoices of our own generator, in four locales by turns. Rows hold what can be read of them, noise and all."""
    schema = shelf.schema("invoice")
    for number in range(shelf.drawn):
        locale = DRAWN_LOCALES[number % len(DRAWN_LOCALES)]
        sample = generate_page(FIRST_DRAWN + number, "invoice", locale)
        fields = _drawn_fields(sample)
        absent = frozenset(DRAWN_FIELDS[name] for name in DRAWN_FIELDS if name not in sample.fields)
        document = _document(f"drawn-{FIRST_DRAWN + number}", [sample.page])
        rows, columns = _drawn_rows(sample), tuple(DRAWN_COLUMNS.values())
        yield Case(document.path, document, schema, _writing(locale), fields, rows, columns, absent)


def _drawn_fields(sample: Sample) -> dict[str, str]:
    """What is printed; a subtotal before discount or freight is no net amount."""
    known = {ours: sample.fields[name] for name, ours in DRAWN_FIELDS.items() if name in sample.fields}
    if not {"discount", "shipping"}.isdisjoint(sample.fields):
        known.pop("net_amount", None)
    return known


def _drawn_rows(sample: Sample) -> tuple[Row, ...]:
    texts = [word.text for word in sample.page.words]
    cells = [{DRAWN_COLUMNS[key]: cell[1] for key, cell in row.items() if key in DRAWN_COLUMNS} for row in sample.rows]
    return tuple({name: " ".join(texts[n] for n in words) for name, words in row.items() if words} for row in cells)


def _writing(locale: str) -> Conventions:
    mark = DecimalMark.POINT if locale.startswith("en") else DecimalMark.COMMA
    order = DateOrder.MONTH_FIRST if locale == "en_US" else DateOrder.DAY_FIRST
    return Conventions(locale[:2], mark, order)


# -- till receipts, words given ---------------------------------------------------------------------------------------

TILL_COLUMNS = {"menu.nm": "description", "menu.cnt": "quantity", "menu.price": "amount"}


def till_receipts(shelf: Shelf) -> Iterator[Case]:
    """Receipts of which only the words are known (CORD): their rows."""
    schema = shelf.schema("receipt")
    for line in shelf.lines("cord", "dev"):
        document = _document(line["id"], [line_page(given_page(line["words"], line["width"], line["height"]))])
        groups: dict[int, Row] = {}
        for part in line["lines"]:
            if part["category"] in TILL_COLUMNS:
                row = groups.setdefault(part["group_id"], {})
                name = TILL_COLUMNS[part["category"]]
                row[name] = f"{row.get(name, '')} {part['text']}".strip()
        page, columns = document.pages[0], tuple(TILL_COLUMNS.values())
        writing = conventions_of([page])
        yield Case(line["id"], document, schema, writing, {}, tuple(groups.values()), columns)


# -- bills written to be measured by -----------------------------------------------------------------------------------


def written_bills(names: Sequence[str], shelf: Shelf) -> Iterator[Case]:
    """Invoices and receipts of three authors, fields and rows."""
    yield from bills(names, {name: shelf.schema(name) for name in ("invoice", "receipt")})


# -- real receipts of sixteen countries, labelled by looking at their pictures ------------------------------

REAL = Path(__file__).with_name("data") / "real_receipts.jsonl.xz"
REAL_FIELDS = ("date", "time", "currency", "tax_amount", "total_amount", "merchant_address")
TILL_COLUMNS = ("description", "quantity", "amount")


def real_receipts(half: int, shelf: Shelf) -> Iterator[Case]:
    """Every other receipt of the folder `receipts_cc0`: those of half 0 may be looked into, those of half 1 are only
    measured. A brand or its company is the merchant."""
    schema, writing = shelf.schema("receipt"), Conventions(decimal_mark=DecimalMark.POINT)
    for line in list(read_lines(REAL))[half::2]:
        named = "\n".join(line[name] for name in ("merchant_name", "merchant_company") if line.get(name))
        truth = {"merchant_name": named, **{name: line[name] for name in REAL_FIELDS if line.get(name)}}
        rows = tuple(dict(zip(TILL_COLUMNS, row, strict=False)) for row in line["items"])
        pages = shelf.pages("receipts_cc0", {"file": f"images/{line['file']}"}, (AUTOMATIC,))
        document = _document(line["file"], pages)
        yield Case(line["file"], document, schema, writing, truth, rows, TILL_COLUMNS, around=True)


CASES: dict[str, Callable[[Shelf], Iterator[Case]]] = {
    "sroie": receipts, "adbuy": orders, "zugferd": invoices, "drawn": drawn, "cord": till_receipts,
    "bills": partial(written_bills, LEARNED), "held_bills": partial(written_bills, HELD),
    "receipts": partial(real_receipts, 0), "held_receipts": partial(real_receipts, 1),
}  # fmt: skip
