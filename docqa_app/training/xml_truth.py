"""What the XML of a European invoice says and its pages print: the truth that its fields and rows are measured by."""

from __future__ import annotations

from decimal import Decimal

from docqa_app.core.document import Document, Page
from docqa_app.core.layout import text_lines
from docqa_app.extracting.parties.companies import companies
from docqa_app.training.field_case import Row
from docqa_app.training.page_lines import Line
from docqa_app.values.amounts import read_amounts
from docqa_app.values.dates import read_dates

INVOICE_FIELDS = {
    "invoice_number": "invoice_number", "seller_name": "supplier_name", "buyer_name": "customer_name",
    "seller_vat_id": "supplier_vat_id", "iban": "iban", "currency": "currency", "issue_date": "invoice_date",
    "due_date": "due_date", "tax_basis_total": "net_amount", "tax_total": "tax_amount", "grand_total": "total_amount",
}  # fmt: skip
"""The net amount is what is taxed, as the schema's rule has it; the sum of the rows may be more."""
INVOICE_COLUMNS = {"name": "description", "quantity": "quantity", "line_total": "amount"}
LONGEST_DATE = 3
"""Words of a day at most."""


def printed_fields(document: Document, line: Line) -> dict[str, str]:
    """What the XML says and the pages print; of an XML whose total they don't, amounts are another invoice's."""
    told = {ours: str(line["fields"].get(name) or "") for name, ours in INVOICE_FIELDS.items()}
    shown = {ours: line["visible_on_page"].get(name) for name, ours in INVOICE_FIELDS.items()}
    fields = {name: text for name, text in told.items() if text and (shown[name] or _is_printed(document, name, text))}
    amounts = {name: text for name, text in told.items() if name.endswith("amount") and text}
    printed = _amounts(document)
    as_printed = {name: said for name, text in amounts.items() if (said := _signed(Decimal(text), printed)) is not None}
    if "total_amount" not in as_printed:
        as_printed = {}
    others = {
        name: _with_form(text, document) if name.endswith("name") else text
        for name, text in fields.items()
        if name not in amounts
    }
    return others | {name: str(amount) for name, amount in as_printed.items()}


def _with_form(name: str, document: Document) -> str:
    """A name that the pages print with its legal form, which the XML leaves out, is right with it, too: a line each."""
    printed = [one.text for one in companies(document.pages) if one.text.rsplit(" ", 1)[0] == name]
    return "\n".join([name, *printed])


def _amounts(document: Document) -> set[Decimal]:
    """Every number that a word of the pages may mean."""
    return {one for page in document.pages for word in page.words for one in read_amounts(word.text)}


def _signed(amount: Decimal, printed: set[Decimal]) -> Decimal | None:
    """An amount as it is printed: a credit note may print as negative what its XML tells as positive. None where it
    is not."""
    return next((one for one in (amount, -amount) if one in printed), None)


def told_row(item: Line) -> Row:
    """A line item of the XML by the names of the schema's columns."""
    return {ours: str(item[name]) for name, ours in INVOICE_COLUMNS.items() if item.get(name)}


def _is_printed(document: Document, name: str, text: str) -> bool:
    """Whether a date or a currency stands on a page; of the others the set itself says so."""
    if name == "currency":
        signs = {text, {"EUR": "€", "GBP": "£"}.get(text, text)}
        return any(sign in word.text for page in document.pages for word in page.words for sign in signs)
    return name.endswith("date") and any(text in _days(page) for page in document.pages)


def _days(page: Page) -> set[str]:
    """Every day that a few neighbouring words of a line may mean, as 2024-03-31."""
    days: set[str] = set()
    for line in text_lines(page.words, page.turn):
        texts = [page.words[index].text for index in line.words]
        runs = [" ".join(texts[at : at + n]) for n in range(1, LONGEST_DATE + 1) for at in range(len(texts))]
        days |= {day.isoformat() for run in runs if any(c.isdigit() for c in run) for day in read_dates(run)}
    return days
