"""The embedded XML of an invoice is read without entities and network; damaged XML is a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pikepdf
import pytest

from docqa_app.errors import PasswordNeeded
from docqa_app.reading.einvoice import read_einvoice

RSM = 'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:ram" xmlns:udt="urn:udt"'
CII = f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice {RSM}>
  <rsm:ExchangedDocument><ram:ID>471</ram:ID>
    <ram:IssueDateTime><udt:DateTimeString format="102">20240331</udt:DateTimeString></ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem>
      <ram:SpecifiedTradeProduct><ram:Name>Nails</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice>
        <ram:ChargeAmount>5.00</ram:ChargeAmount><ram:BasisQuantity>100</ram:BasisQuantity>
      </ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity>2000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation>
        <ram:LineTotalAmount>100.00</ram:LineTotalAmount>
      </ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:SellerTradeParty><ram:Name>Harbour Tools</ram:Name>
        <ram:PostalTradeAddress><ram:PostcodeCode>20457</ram:PostcodeCode><ram:LineOne>Kai 4</ram:LineOne>
          <ram:CityName>Hamburg</ram:CityName></ram:PostalTradeAddress>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">12/345</ram:ID></ram:SpecifiedTaxRegistration>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE136695976</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:SellerTradeParty>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount>19.00</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>119.00</ram:GrandTotalAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>"""

UBL = """<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:a="urn:cac" xmlns:b="urn:cbc">
  <b:ID>471</b:ID><b:IssueDate>2024-03-31</b:IssueDate><b:DueDate>2024-04-30</b:DueDate>
  <b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>
  <a:AccountingSupplierParty><a:Party><a:PartyLegalEntity><b:RegistrationName>Harbour Tools</b:RegistrationName>
  </a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
  <a:LegalMonetaryTotal><b:TaxInclusiveAmount currencyID="EUR">119.00</b:TaxInclusiveAmount></a:LegalMonetaryTotal>
  <a:InvoiceLine><b:InvoicedQuantity>2</b:InvoicedQuantity><b:LineExtensionAmount>100.00</b:LineExtensionAmount>
    <a:Item><b:Name>Nails</b:Name></a:Item><a:Price><b:PriceAmount>50.00</b:PriceAmount></a:Price></a:InvoiceLine>
</Invoice>"""


DESPATCH = """<rsm:SCRDMCCBDACIDAMessageStructure xmlns:ram="urn:ram"
  xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIDAMessageStructure:100">
  <rsm:ExchangedDocument><ram:ID>D-9</ram:ID></rsm:ExchangedDocument></rsm:SCRDMCCBDACIDAMessageStructure>"""


def pdf_with(
    path: Path, attachments: dict[str, str | bytes], password: str = "", names: dict[str, str] | None = None
) -> Path:
    """A PDF of one empty page with these files attached, each under its name or that which `names` gives its key."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for key, content in attachments.items():
            data = content.encode() if isinstance(content, str) else content
            name = (names or {}).get(key, key)
            mime = "text/xml" if name.endswith(".xml") else "application/octet-stream"
            pdf.attachments[key] = pikepdf.AttachedFileSpec(pdf, data, filename=name, mime_type=mime)
        pdf.save(path, encryption=pikepdf.Encryption(owner=password, user=password) if password else False)
    return path


def test_a_cross_industry_invoice_is_read(tmp_path: Path) -> None:
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"factur-x.xml": CII}))
    assert found is not None
    assert dict(found.fields) == {
        "supplier_name": "Harbour Tools",
        "invoice_number": "471",
        "invoice_date": "2024-03-31",
        "currency": "EUR",
        "net_amount": "100.00",
        "tax_amount": "19.00",
        "total_amount": "119.00",
        "supplier_address": "Kai 4, 20457 Hamburg",
        "supplier_vat_id": "DE136695976",
    }
    assert [dict(item) for item in found.line_items] == [
        {"description": "Nails", "quantity": "2000", "unit_price": "0.05", "amount": "100.00"}
    ]


@pytest.mark.parametrize("password", ["", "schlüssel"])
def test_an_invoice_is_read_whose_file_name_is_not_utf8(tmp_path: Path, password: str) -> None:
    made = pdf_with(tmp_path / "a.pdf", {"factur-x.xml": CII}, password)
    found = read_einvoice(made.rename(tmp_path / os.fsdecode(b"z\xff.pdf")), password)

    assert found is not None
    assert dict(found.fields)["invoice_number"] == "471"


def test_sums_of_groups_and_mere_information_are_no_rows(tmp_path: Path) -> None:
    line = CII[CII.index("<ram:Incl") : CII.index("</ram:IncludedSupplyChainTradeLineItem>")]
    line += "</ram:IncludedSupplyChainTradeLineItem>"
    status = "<ram:AssociatedDocumentLineDocument><ram:LineStatusReasonCode>{}</ram:LineStatusReasonCode>"
    status += "</ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct>"
    lines = (
        line.replace("<ram:SpecifiedTradeProduct>", status.format(code)).replace("Nails", code)
        for code in ("GROUP", "DETAIL", "INFORMATION")
    )

    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"factur-x.xml": CII.replace(line, "".join(lines))}))

    assert found is not None
    assert [dict(item)["description"] for item in found.line_items] == ["DETAIL"]


def test_a_despatch_advice_beside_the_invoice_is_not_taken_for_it(tmp_path: Path) -> None:
    assert read_einvoice(pdf_with(tmp_path / "a.pdf", {"cida.xml": DESPATCH})) is None

    found = read_einvoice(pdf_with(tmp_path / "b.pdf", {"cida.xml": DESPATCH, "invoice.xml": CII}))

    assert found is not None
    assert dict(found.fields)["invoice_number"] == "471"


def test_an_order_is_read(tmp_path: Path) -> None:
    order = CII.replace("rsm:CrossIndustryInvoice", "rsm:SCRDMCCBDACIOMessageStructure")
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"order-x.xml": order}))
    assert found is not None
    assert dict(found.fields)["supplier_name"] == "Harbour Tools"


@pytest.mark.parametrize(("xml", "damaged"), [(CII, False), (CII[:900], True)])
def test_an_invoice_is_known_by_its_files_name_whatever_key_lists_it(tmp_path: Path, xml: str, damaged: bool) -> None:
    path = pdf_with(tmp_path / "a.pdf", {"ZUGFeRD invoice": xml}, names={"ZUGFeRD invoice": "factur-x.xml"})
    found = read_einvoice(path)
    assert found is not None
    assert found.file == "factur-x.xml"
    assert found.problem.startswith("The embedded factur-x.xml is damaged (") is damaged


def test_a_damaged_invoice_hides_no_whole_one(tmp_path: Path) -> None:
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"factur-x.xml": CII[:900], "xrechnung.xml": UBL}))
    assert found is not None
    assert (found.file, found.problem) == ("xrechnung.xml", "")


def test_an_invoice_is_found_behind_many_other_attachments(tmp_path: Path) -> None:
    others: dict[str, str | bytes] = {f"annex-{number:02}.txt": "text" for number in range(55)}
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", others | {"factur-x.xml": CII}))

    assert found is not None
    assert dict(found.fields)["invoice_number"] == "471"


def test_a_ubl_invoice_is_read_under_any_name(tmp_path: Path) -> None:
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"notes.xml": "<notes/>", "471.xml": UBL}))
    assert found is not None
    fields = dict(found.fields)
    assert (fields["supplier_name"], fields["due_date"], fields["total_amount"]) == (
        "Harbour Tools",
        "2024-04-30",
        "119.00",
    )
    assert dict(found.line_items[0])["unit_price"] == "50.00"


def test_a_ubl_sellers_number_at_the_tax_office_is_no_vat_number(tmp_path: Path) -> None:
    schemes = "".join(
        f"<a:PartyTaxScheme><b:CompanyID>{number}</b:CompanyID><a:TaxScheme><b:ID>{scheme}</b:ID></a:TaxScheme>"
        "</a:PartyTaxScheme>"
        for number, scheme in (("201/113/40209", "FC"), ("DE136695976", "VAT"))
    )
    xml = UBL.replace("<a:PartyLegalEntity>", schemes + "<a:PartyLegalEntity>", 1)
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"471.xml": xml}))
    assert found is not None
    assert dict(found.fields)["supplier_vat_id"] == "DE136695976"


TAXED = {
    "cii": ("<ram:InvoiceCurrencyCode>EUR", "<ram:TaxTotalAmount>19.00</ram:TaxTotalAmount>", CII),
    "ubl": ("<b:DocumentCurrencyCode>EUR", "<a:LegalMonetaryTotal>", UBL),
}


@pytest.mark.parametrize("form", ["cii", "ubl"])
@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((("EUR", "17.48"), ("USD", "19.00")), "19.00"),
        ((("USD", "19.00"), ("EUR", "17.48")), "19.00"),
        ((("EUR", "17.48"),), None),
        ((("EUR", "17.48"), ("", "19.00")), "19.00"),
        ((("GBP", "19.00"),), "19.00"),
    ],
)
def test_the_vat_is_the_one_in_the_invoices_currency(
    tmp_path: Path, form: str, amounts: tuple[tuple[str, str], ...], expected: str | None
) -> None:
    code, place, xml = TAXED[form]
    begin, end = {
        "cii": ("<ram:TaxTotalAmount{}>", "</ram:TaxTotalAmount>"),
        "ubl": ("<a:TaxTotal><b:TaxAmount{}>", "</b:TaxAmount></a:TaxTotal>"),
    }[form]
    taxes = "".join(
        begin.format(f' currencyID="{currency}"' if currency else "") + amount + end for currency, amount in amounts
    )
    prefix = code.split(":")[0]
    accounted = f"{prefix}:TaxCurrencyCode>EUR</{prefix[1:]}:TaxCurrencyCode>{code[:-3]}USD"
    kept = place if form == "ubl" else ""
    found = read_einvoice(
        pdf_with(tmp_path / "a.pdf", {"a.xml": xml.replace(code, accounted).replace(place, taxes + kept)})
    )
    assert found is not None
    assert dict(found.fields).get("tax_amount") == expected


def test_a_pdf_without_an_invoice_and_a_picture_have_none(tmp_path: Path) -> None:
    assert read_einvoice(pdf_with(tmp_path / "a.pdf", {"notes.xml": "<notes/>", "b.txt": "text"})) is None
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert read_einvoice(tmp_path / "a.png") is None


BOMB = """<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><r>&b;</r>"""
THIEF = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
CALLER = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/never.dtd"><r/>'


@pytest.mark.parametrize(
    "data", [BOMB, THIEF, CALLER, CII[:900], "", "not xml", b"\xff\xfe\x00\x01", CII.replace("UTF-8", "x-none")]
)
def test_damaged_and_hostile_xml_is_a_sentence(tmp_path: Path, data: str | bytes) -> None:
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"factur-x.xml": data}))
    assert found is not None
    assert found.problem.startswith("The embedded factur-x.xml is damaged (")
    assert found.fields == ()


def test_a_document_type_is_refused_before_what_it_declares(tmp_path: Path) -> None:
    found = read_einvoice(pdf_with(tmp_path / "a.pdf", {"factur-x.xml": THIEF}))
    assert found is not None
    assert "declares a document type" in found.problem


def test_a_locked_pdf_asks_for_its_password(tmp_path: Path) -> None:
    path = pdf_with(tmp_path / "a.pdf", {"factur-x.xml": CII}, password="open")
    with pytest.raises(PasswordNeeded):
        read_einvoice(path)
    found = read_einvoice(path, "open")
    assert found is not None
    assert dict(found.fields)["invoice_number"] == "471"


def test_an_older_pdf_takes_a_password_with_umlauts(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.open(pdf_with(tmp_path / "b.pdf", {"factur-x.xml": CII})) as pdf:
        locked = pikepdf.Encryption(owner="müller", user="müller", R=4)
        pdf.save(path, encryption=locked)

    found = read_einvoice(path, "müller")

    assert found is not None
    assert dict(found.fields)["invoice_number"] == "471"
    with pytest.raises(PasswordNeeded):
        read_einvoice(path, "möller")


def test_a_damaged_pdf_has_no_invoice(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing that follows\n")
    assert read_einvoice(path) is None


def test_an_attachment_that_is_broken_hides_no_other(tmp_path: Path) -> None:
    with pikepdf.open(pdf_with(tmp_path / "b.pdf", {"broken.xml": "<a/>", "factur-x.xml": CII})) as pdf:
        del pdf.attachments["broken.xml"].obj.EF
        pdf.save(tmp_path / "a.pdf")

    found = read_einvoice(tmp_path / "a.pdf")

    assert found is not None
    assert dict(found.fields)["invoice_number"] == "471"
