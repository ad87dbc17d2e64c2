"""Cross Industry Invoice (UN/CEFACT CII D16B, and ZUGFeRD 1.0's older names) as texts by field name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from xml.etree.ElementTree import Element

from docqa_app.core.fields import XmlInvoice

ALTERNATIVES = {
    "ExchangedDocument": "HeaderExchangedDocument",
    "SupplyChainTradeTransaction": "SpecifiedSupplyChainTradeTransaction",
    "ApplicableHeaderTradeAgreement": "ApplicableSupplyChainTradeAgreement",
    "ApplicableHeaderTradeSettlement": "ApplicableSupplyChainTradeSettlement",
    "SpecifiedTradeSettlementHeaderMonetarySummation": "SpecifiedTradeSettlementMonetarySummation",
    "SpecifiedLineTradeAgreement": "SpecifiedSupplyChainTradeAgreement",
    "SpecifiedLineTradeDelivery": "SpecifiedSupplyChainTradeDelivery",
    "SpecifiedLineTradeSettlement": "SpecifiedSupplyChainTradeSettlement",
    "SpecifiedTradeSettlementLineMonetarySummation": "SpecifiedTradeSettlementMonetarySummation",
    "IssuerAssignedID": "ID",
}
"""Names of CII and what ZUGFeRD 1.0 calls the same."""

AGREEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement"
SETTLEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement"
SUMS = f"{SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation"

FIELDS = {
    "supplier_name": f"{AGREEMENT}/SellerTradeParty/Name",
    "customer_name": f"{AGREEMENT}/BuyerTradeParty/Name",
    "invoice_number": "ExchangedDocument/ID",
    "invoice_date": "ExchangedDocument/IssueDateTime/DateTimeString",
    "due_date": f"{SETTLEMENT}/SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString",
    "order_number": f"{AGREEMENT}/BuyerOrderReferencedDocument/IssuerAssignedID",
    "currency": f"{SETTLEMENT}/InvoiceCurrencyCode",
    "iban": f"{SETTLEMENT}/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID",
}
AMOUNTS = {
    "net_amount": f"{SUMS}/TaxBasisTotalAmount",
    "tax_amount": f"{SUMS}/TaxTotalAmount",
    "total_amount": f"{SUMS}/GrandTotalAmount",
}
PRICE = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice"
CELLS = {
    "description": "SpecifiedTradeProduct/Name",
    "quantity": "SpecifiedLineTradeDelivery/BilledQuantity",
    "unit_price": f"{PRICE}/ChargeAmount",
    "amount": "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount",
}
STATUS = "AssociatedDocumentLineDocument/LineStatusReasonCode"
NO_GOODS = ("GROUP", "INFORMATION")
"""What EXTENDED invoices say of lines that repeat the sum of others, or only tell something."""

ADDRESS = ("LineOne", "LineTwo", "LineThree", "PostcodeCode", "CityName")


def cii_invoice(file: str, root: Element) -> XmlInvoice:
    """The fields and line items that are there; sums of groups of lines and mere notes are left out."""
    fields = {name: text_at(root, path) for name, path in FIELDS.items()}
    taxed_in = text_at(root, f"{SETTLEMENT}/TaxCurrencyCode")
    fields |= {name: amount_at(root, path, fields["currency"], taxed_in) for name, path in AMOUNTS.items()}
    fields["supplier_address"] = _address(root)
    fields["supplier_vat_id"] = _vat_id(root)
    lines = [element for one in at(root, "SupplyChainTradeTransaction") for element in one if _is_line(element)]
    cells = [tuple(_cells(line).items()) for line in lines]
    items = tuple(tuple((n, t) for n, t in row if t) for row in cells if any(t for n, t in row if n != "description"))
    return XmlInvoice(file, tuple((name, text) for name, text in fields.items() if text), items)


def _cells(line: Element) -> dict[str, str]:
    cells = {name: text_at(line, path) for name, path in CELLS.items()}
    cells["unit_price"] = per_piece(cells["unit_price"], text_at(line, f"{PRICE}/BasisQuantity"))
    return cells


def per_piece(price: str, basis: str) -> str:
    """The price of one, where it is given for ten or a hundred."""
    try:
        count = Decimal(basis or "1")
        return price if count in (0, 1) else f"{(Decimal(price) / count).normalize():f}"
    except ArithmeticError:
        return price


def _is_line(element: Element) -> bool:
    return local(element) == "IncludedSupplyChainTradeLineItem" and text_at(element, STATUS) not in NO_GOODS


def _address(root: Element) -> str:
    address = next(at(root, f"{AGREEMENT}/SellerTradeParty/PostalTradeAddress"), None)
    if address is None:
        return ""
    parts = {local(child): (child.text or "").strip() for child in address}
    *lines, postcode, city = (parts.get(name, "") for name in ADDRESS)
    return ", ".join(part for part in (*lines, f"{postcode} {city}".strip()) if part)


def _vat_id(root: Element) -> str:
    """The VAT number ("VA") among the seller's tax registrations; "FC" is the tax office's number."""
    path = f"{AGREEMENT}/SellerTradeParty/SpecifiedTaxRegistration/ID"
    return next((text_of(one) for one in at(root, path) if one.get("schemeID") in (None, "VA")), "")


def text_at(element: Element, path: str) -> str:
    """The text of the first element at a path of local names, "" where there is none."""
    return next((text for one in at(element, path) if (text := text_of(one))), "")


def amount_at(element: Element, path: str, currency: str, taxed_in: str) -> str:
    """The amount at a path in the invoice's currency.

    A second one may be in the currency in which the seller accounts for the tax (EN 16931: BT-111 beside BT-110); it is
    never taken. One that names no currency, or by mistake a third one, is.
    """
    given = [one for one in at(element, path) if text_of(one)]
    ours = [one for one in given if one.get("currencyID") in (None, currency)]
    others = [one for one in given if one.get("currencyID") != taxed_in]
    return next((text_of(one) for one in (*ours, *others)), "")


def text_of(element: Element) -> str:
    """The element's text; a date in CII's form 20240331 becomes 2024-03-31."""
    text = " ".join((element.text or "").split())
    if local(element) == "DateTimeString" and element.get("format", "102") == "102":
        return re.sub(r"^(\d{4})(\d\d)(\d\d).*$", r"\1-\2-\3", text)
    return text


def at(element: Element, path: str) -> Iterator[Element]:
    """All elements at a path of local names below this one, whatever their namespaces."""
    name, _, rest = path.partition("/")
    for child in element:
        if local(child) in (name, ALTERNATIVES.get(name)):
            if rest:
                yield from at(child, rest)
            else:
                yield child


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
