"""What is to be paid, by the arithmetic of a receipt, whatever its totals are called."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from docqa_app.core.fields import State
from docqa_app.extracting.extract import extract
from docqa_app.extracting.paid import to_pay
from docqa_app.extracting.proved_taxes import proved_taxes
from docqa_app.extracting.summed_taxes import rated_sums
from docqa_app.schemas.schema_file import load_schema
from docqa_app.values.amounts import DecimalMark
from tests.extracting.sheets import SCHEMAS, document, page, right, told
from tests.fakes import Said

RECEIPT = load_schema(SCHEMAS / "receipt.json")
Printed = Sequence[tuple[str, str]]
ROUNDED = (("Tea", "10.20"), ("Rice", "18.11"), ("Total", "28.31"), ("Rounding Adj", "-0.01"), ("Amount", "28.30"))
CHANGE = (("Tea", "10.20"), ("Total", "22.31"), ("Cash", "50.00"), ("Change", "27.69"))
TAXED = (("Tea", "60.38"), ("Net", "60.38"), ("GST 6%", "3.62"), ("Sum", "64.00"), ("Visa", "64.00"))


def receipt(printed: Printed) -> list[tuple[float, list[tuple[float, str]]]]:
    return [(0.1 + 0.03 * n, [(0.1, name), right(0.8, amount)]) for n, (name, amount) in enumerate(printed)]


def paid(printed: Printed, mark: DecimalMark = DecimalMark.POINT) -> list[Decimal]:
    return [one.value for one in to_pay(document(page(receipt(printed))), mark)]


@pytest.mark.parametrize(("printed", "total"), [(ROUNDED, "28.30"), (CHANGE, "22.31"), (TAXED, "64.00")])
def test_rounding_change_and_tax_lead_to_what_is_to_be_paid(printed: Printed, total: str) -> None:
    assert paid(printed) == [Decimal(total)]


def test_the_words_are_those_of_the_amount() -> None:
    sheet = document(page(receipt(ROUNDED)))
    (one,) = to_pay(sheet, DecimalMark.POINT)
    assert [sheet.page(one.page).words[index].text for index in one.words] == ["28.30"]


def test_a_rounded_total_that_was_misread_is_found_where_it_was_paid() -> None:
    misread = (("Total (Inclusive of GST)", "71.02"), ("Rounding Adj", "-0.02"), ("TOTAL", "71.08"), ("CASH", "71.00"))
    assert paid(misread) == [Decimal("71.00")]


def test_what_was_paid_to_the_cent_is_the_total_that_is_printed_so() -> None:
    assert paid((("Tea", "8.20"), ("Tota", "8.20"), ("Round Amt", "0.00"), ("Cash", "8.20"), ("Change", "0.00"))) == [
        Decimal("8.20")
    ]


def test_what_was_paid_to_the_cent_and_stands_nowhere_else_may_be_misread() -> None:
    assert paid((("Tea", "7.60"), ("Total", "7.60"), ("Cash", "7.00"), ("Change", "0.00"))) == []


def test_a_misread_total_is_found_by_tax_and_rounding_where_it_was_paid() -> None:
    taxed = (("Sub-total", "13.00"), ("Gov tax", "0.78"), ("Rounding", "0.02"), ("Total", "13.86"))
    assert paid((*taxed, ("Cash", "13.80"), ("Change", "0.00"))) == [Decimal("13.80")]


def test_money_paid_is_given_whatever_the_line_calls_it() -> None:
    assert paid((("Total", "21.85"), ("Sum", "21.35"), ("Total Paid", "50.00"), ("Change", "28.15"))) == [
        Decimal("21.85")
    ]


def test_the_tax_of_one_rate_among_several_leads_to_no_total() -> None:
    assert paid((("Food", "50.82"), ("Soap", "16.80"), ("Total", "68.63"), ("GST S", "1.01"), ("S", "17.81"))) == []


def test_where_nothing_is_rounded_an_amount_beside_a_round_one_means_nothing() -> None:
    assert paid((("Tea", "28.31"), ("Rice", "28.30"))) == []


def test_amounts_are_read_with_the_documents_decimal_mark() -> None:
    assert paid((("Summe", "28,31"), ("Rundung", "-0,01"), ("Zahlbetrag", "28,30")), DecimalMark.COMMA) == [
        Decimal("28.30")
    ]


def test_the_total_of_a_receipt_is_the_rounded_one_though_the_model_says_the_other() -> None:
    questions = [*RECEIPT.fields[-1].questions["en"]]
    said = {question: Said("28.31", 0.6) for question in questions}
    assert extract(document(page(receipt(ROUNDED))), RECEIPT, told(said)).field("total_amount").text == "28.30"


def test_a_card_pays_to_the_cent_what_is_printed_above() -> None:
    assert paid((("Tea", "64.00"), ("Sum", "64.00"), ("VISA", "64.00"))) == [Decimal("64.00")]
    assert paid((("Tea", "64.00"), ("Sum", "64.00"), ("VISA", "84.00"))) == []


def test_a_payment_less_its_change_is_the_total_whatever_the_page_calls_it() -> None:
    assert paid(
        (("Pizza", "60.60"), ("Coupon", "27.60"), ("To pay", "33.00"), ("Payment", "50.00"), ("Change", "17.00"))
    ) == [Decimal("33.00")]


ILLEGIBLE = (("Bag", "31.47"), ("Total", "31.47"), ("Rounding", "-0.02"), ("Tntn1", ""), ("Cash", "50.00"))
CHANGED = ("Change", "18.55")


def test_a_total_that_is_nowhere_legible_is_told_where_two_ways_lead_to_it() -> None:
    sheet = document(page(receipt((*ILLEGIBLE, CHANGED))))
    (one,) = to_pay(sheet, DecimalMark.POINT)
    assert (one.value, one.text) == (Decimal("31.45"), "31.45")
    assert [sheet.page(one.page).words[index].text for index in one.words] == ["50.00", "18.55"]


def test_one_way_alone_tells_no_total_that_is_nowhere_legible() -> None:
    assert paid((*ILLEGIBLE, ("Change", "18.25"))) == []
    assert paid((("Bag", "31.47"), ("Cash", "50.00"), CHANGED)) == []


def test_what_is_rounded_after_it_was_paid_is_no_part_of_the_total() -> None:
    assert paid((("Tea", "2.28"), ("Total", "2.28"), ("Cash", "3.00"), ("Rounding", "0.02"), ("Change", "0.70"))) == []


def test_a_total_that_was_reckoned_says_so_and_is_to_be_checked() -> None:
    found = extract(document(page(receipt((*ILLEGIBLE, CHANGED)))), RECEIPT, told({})).field("total_amount")
    assert (found.value, found.state) == (Decimal("31.45"), State.CHECK)
    assert found.note == "“31.45” is not legible on the page: other amounts lead to it."


def test_an_amount_under_total_that_has_a_name_of_its_own_is_not_the_total() -> None:
    sheet = page([(0.1, [(0.1, "Total")]), (0.12, [(0.1, "Cash 50.00")])])
    assert not extract(document(sheet), RECEIPT, told({})).field("total_amount").text


def test_with_a_tip_the_total_is_the_sum_with_it() -> None:
    tipped = (("Fish", "72.50"), ("Tax", "6.16"), ("Total", "78.66"), ("Visa", "78.66"), ("Tip", "15.00"))
    assert paid((*tipped, ("Total:", "93.66"))) == [Decimal("93.66")]


def test_suggested_tips_are_not_paid() -> None:
    suggested = (("Tip 15%", "11.80"), ("Tip 20%", "15.73"), ("Sum with 15%", "90.46"))
    assert paid((("Fish", "72.50"), ("Tax", "6.16"), ("Total", "78.66"), ("Visa", "78.66"), *suggested)) != [
        Decimal("90.46")
    ]


def test_a_tip_that_only_the_card_paid_is_no_part_of_the_total() -> None:
    tipped = (
        ("Fahrt", "43.90"),
        ("Gesamtbetrag", "43.90"),
        ("Trinkgeld", "4.00"),
        ("bezahlt mit Kreditkarte", "47.90"),
    )
    assert paid(tipped) != [Decimal("47.90")]


TILL = ["TOTAL 71,00 €", "TVA 10% HT 51,18 TVA 5,12", "TVA 20% HT 12,25 TVA 2,45"]
TABLE = ["TOTAL 23,36", "TVA HT TVA TTC", "5,5% 14,57 0,80 15,37", "20,00 % 6,66 1,33 7,99"]
TAX_FIRST = ["SUMME 12,88", "A 19,00% 0,51 + 2,69 = 3,20", "B 7% 0,63 + 9,05 = 9,68"]
LETTERS = ["TOTAL £70.96", "VAT A 20.00% Net 57.05 11.41", "VAT Z 0.00% Net 2.50 0.00"]


@pytest.mark.parametrize(("lines", "tax"), [(TILL, "7.57"), (TABLE, "2.13"), (TAX_FIRST, "1.14"), (LETTERS, "11.41")])
def test_the_tax_of_a_bill_with_several_rates_is_that_of_all(lines: list[str], tax: str) -> None:
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    one_rate = Said(lines[-2].split()[-1 if lines is not TABLE else -2], 0.9)
    questions = next(field for field in RECEIPT.fields if field.name == "tax_amount").questions
    answers = {text: one_rate for some in questions.values() for text in some}
    found = extract(document(sheet), RECEIPT, told(answers)).field("tax_amount")
    assert (found.value, found.state) == (Decimal(tax), State.CONFIDENT)


def test_a_bill_with_several_rates_tells_its_net_amount_by_them() -> None:
    lines = ["Gesamtbetrag 406,30 EUR", "MwSt. Netto MwSt. Brutto", "7% 263,55 18,45 282,00", "Passau, 08.05.2026"]
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate([*lines, "19% 104,45 19,85 124,30"])])
    found = extract(document(sheet), load_schema(SCHEMAS / "invoice.json"), told({}))
    amounts = [found.field(name).value for name in ("net_amount", "tax_amount", "total_amount")]
    assert amounts == [Decimal("368.00"), Decimal("38.30"), Decimal("406.30")]


def test_rates_that_add_up_to_nothing_the_page_prints_prove_no_tax() -> None:
    for total, proved in (("71,00", [Decimal("7.57")]), ("99,00", [])):
        sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate([f"TOTAL {total}", *TILL[1:]])])
        assert [one.value for one in rated_sums(document(sheet), "tax_amount", DecimalMark.COMMA)] == proved


@pytest.mark.parametrize(
    ("lines", "tax"),
    [
        (["SUMME 79,23", "MwSt A 19,00% 12,31", "netto 64,82", "MwSt B 7,00% 0,14", "netto 1,96"], "12.45"),
        (["Subtotal 1035,00", "CGST 2,5% 25,88", "SGST 2,5% 25,88", "Round off 0,24", "Total 1087,00"], "51.76"),
        (["Subtotal 1035,00", "CGST 2,5% 25,88", "SGST 2,5% 25,88", "Total 1086,76"], "51.76"),
        (["Subtotal 1035,00", "CGST 2,5% 25,88", "SGST 2,5% 25,88", "Total 1060,88"], ""),
    ],
)
def test_taxes_over_their_net_amounts_or_between_two_sums_prove_their_own_sum(lines: list[str], tax: str) -> None:
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    found = [str(one.value) for one in rated_sums(document(sheet), "tax_amount", DecimalMark.COMMA)]
    assert found == ([tax] if tax else [])


@pytest.mark.parametrize(
    ("rates", "tax", "net"),
    [
        (["inkl. 19% MwSt A von 8,40 1,34", "inkl. 7% MwSt B von 15,70 1,03"], "2.37", "21.73"),
        (["2,10% 4,27 0,09 4,36", "19% 16,59 3,15 19,74"], "3.24", "20.86"),
    ],
)
def test_rates_prove_their_taxes_of_what_holds_them_too(rates: list[str], tax: str, net: str) -> None:
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(["Summe 24,10", *rates])])
    sums = [rated_sums(document(sheet), field, DecimalMark.COMMA) for field in ("tax_amount", "net_amount")]
    assert [[str(one.value) for one in some] for some in sums] == [[tax], [net]]


@pytest.mark.parametrize(
    ("lines", "tax"),
    [
        (["Total 48,00", "Nettoumsatz 43,39", "MuSt 19% 2,49", "MwSt 7% 2,12", "Bar 48,00"], "4.61"),
        (["Enthaltene MwSt 7% : 0,26", "Enthaltene MwSt 19% : 1,63", "Summe 14,20"], "1.89"),
        (["Summe 64,99", "Rückgeld 0,00", "MwSt 0=19,00% 54,61 10,38"], "10.38"),
        (["Total 35,00", "Neto IVA Bruto", "10,00%: 31,82 3,18 35,00", "IVA Total: 31,82 3,18 35,00"], "3.18"),
        (["Umsatz 7% inkl. 46,00", "MwSt 7% 3,01", "Umsatz 19% inkl. 17,50", "MwSt 19% 2,79", "EC 63,50"], "5.80"),
        (["Subtotal 36,95", "Food State Tax 1,70", "Bar State Tax 2,24", "Food City Tax 0,24", "Due 41,13"], "4.18"),
        (["Subtotal 12,50", "Total Tax: 10,63", "Total 13,13"], "0.63"),
        (["Subtotal 9,59", "Total Tax 113", "Total 10,72"], "1.13"),
        (["Subtotal 9,59", "Total Tax 1,19", "Total 10,72"], ""),
        (["Total 20,00", "Tea 17,00", "15% 3,00"], ""),
        (["Total 24,75", "VAT A 21,00% Taxable: 3,31", "amount: 0,69", "VAT B 12% Taxable: 18,53", "2,22"], "2.91"),
        (["Totaal 11,00", "BTW BTW Excl.", "3,00% 0,91 10,09"], "0.91"),
        (["Total 32,22", "T 8,5000 % of 29,70 2,52"], "2.52"),
        (["TAX at %9 Amount 1,89", "Sales 21,01", "9% Sales", "Total 22,90"], "1.89"),
        (["Total 35,03", "Tax 2,35", "20%: Tip 5,84 Total 35,03", "Food 29,19"], ""),
        (["Subtotal 46,90", "Service 10% 4,69", "TOTAL 51,59", "VISA 51,59", "Auth 1", "VAT 20% 39,08 7,82"], ""),
        (["Parking 28,00", "Card surcharge 1,2% 0,34", "TOTAL 28,34", "GST included 2,58"], ""),
    ],
)
def test_taxes_are_proved_by_what_they_leave_of_the_total_or_by_their_rates(lines: list[str], tax: str) -> None:
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    found = [str(one.value) for one in proved_taxes(document(sheet), DecimalMark.COMMA)]
    assert found == ([tax] if tax else [])


@pytest.mark.parametrize(
    ("lines", "total", "state"),
    [
        (["SUMME 298 20", "Netto A 250,58", "MwSt 19% 47,62"], "298.20", State.CHECK),
        (["Total 191,90", "Netto 135,55", "19% MwSt 25,75", "EC-Karte 161,30"], "161.30", State.CONFIDENT),
        (["Total 6,70", "HT 6,16", "A TVA 5,5% 0,10", "B TVA 10% 0,44", "Tea 1,90"], "6.70", State.CONFIDENT),
        (["Gesamtbetrag 120,00", "Netto 100,00", "MwSt 19% 19,00"], "120.00", State.CONFIDENT),
    ],
)
def test_taxes_tell_the_total_that_holds_them(lines: list[str], total: str, state: State) -> None:
    sheet = page([(0.1 + 0.03 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    found = extract(document(sheet), RECEIPT, told({})).field("total_amount")
    assert (found.value, found.state) == (Decimal(total), state)


def test_a_tip_that_is_printed_twice_is_one() -> None:
    slip = (("Subtotal", "32.42"), ("Tip", "3.24"), ("Total", "35.66"), ("SubTotal", "32.42"), ("Tip", "3.24"))
    assert paid((*slip, ("Total", "35.66"))) == [Decimal("35.66")]


def test_a_misread_total_is_told_by_the_goods_and_by_what_was_paid() -> None:
    fares = (("FARE", "17.40"), ("PEAK 25%", "4.35"), ("FEE", "5.30"))
    assert paid((*fares, ("TOTAL", "27.65"), ("CASH", "30.00"), ("CHANGE", "2.95"))) == [Decimal("27.05")]
    assert paid((*fares, ("TOTAL", "27.65"), ("CASH", "30.00"), ("CHANGE", "2.85"))) == []
