"""Universal Business Language 2.1 (XRechnung, Peppol) invoices and credit notes as texts by field name."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from docqa_app.core.fields import XmlInvoice
from docqa_app.reading.cii import amount_at, at, local, per_piece, text_at

SELLER = "AccountingSupplierParty/Party"
BUYER = "AccountingCustomerParty/Party"
FIELDS = {
    "supplier_name": (f"{SELLER}/PartyLegalEntity/RegistrationName", f"{SELLER}/PartyName/Name"),
    "customer_name": (f"{BUYER}/PartyLegalEntity/RegistrationName", f"{BUYER}/PartyName/Name"),
    "invoice_number": ("ID",),
    "invoice_date": ("IssueDate",),
    "due_date": ("DueDate", "PaymentMeans/PaymentDueDate"),
    "order_number": ("OrderReference/ID",),
    "currency": ("DocumentCurrencyCode",),
    "net_amount": ("LegalMonetaryTotal/TaxExclusiveAmount",),
    "total_amount": ("LegalMonetaryTotal/TaxInclusiveAmount",),
    "iban": ("PaymentMeans/PayeeFinancialAccount/ID",),
}
LINES = ("InvoiceLine", "CreditNoteLine")
CELLS = {
    "description": ("Item/Name",),
    "quantity": ("InvoicedQuantity", "CreditedQuantity"),
    "unit_price": ("Price/PriceAmount",),
    "amount": ("LineExtensionAmount",),
}
ADDRESS = ("StreetName", "AdditionalStreetName", "PostalZone", "CityName")


def ubl_invoice(file: str, root: Element) -> XmlInvoice:
    """The fields and line items that are there."""
    fields = {name: _first(root, paths) for name, paths in FIELDS.items()}
    taxed_in = text_at(root, "TaxCurrencyCode")
    fields["tax_amount"] = amount_at(root, "TaxTotal/TaxAmount", fields["currency"], taxed_in)
    fields["supplier_vat_id"] = _vat_id(root)
    fields["supplier_address"] = _address(root)
    rows = [_cells(line) for line in root if local(line) in LINES]
    return XmlInvoice(file, tuple((name, text) for name, text in fields.items() if text), tuple(rows))


def _cells(line: Element) -> tuple[tuple[str, str], ...]:
    cells = {name: _first(line, paths) for name, paths in CELLS.items()}
    cells["unit_price"] = per_piece(cells["unit_price"], text_at(line, "Price/BaseQuantity"))
    return tuple((name, text) for name, text in cells.items() if text)


def _first(element: Element, paths: tuple[str, ...]) -> str:
    return next((text for path in paths if (text := text_at(element, path))), "")


def _vat_id(root: Element) -> str:
    """The seller's VAT number; another scheme ("FC") numbers him at the tax office."""
    registered = list(at(root, f"{SELLER}/PartyTaxScheme"))
    return next((text_at(one, "CompanyID") for one in registered if text_at(one, "TaxScheme/ID") in ("", "VAT")), "")


def _address(root: Element) -> str:
    address = next(at(root, f"{SELLER}/PostalAddress"), None)
    if address is None:
        return ""
    *lines, postcode, city = (text_at(address, name) for name in ADDRESS)
    return ", ".join(part for part in (*lines, f"{postcode} {city}".strip()) if part)
