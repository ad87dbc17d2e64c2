"""Amounts are read as they are printed; what can be read in two ways is said to be so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.core.fields import FieldType
from docqa_app.extracting.line_items.totals import foot_of, is_sum_of_last
from docqa_app.values.amounts import DecimalMark, mark_of, read_amounts, read_currencies
from docqa_app.values.conventions import Conventions
from docqa_app.values.parse import parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56 €", "1234.56"),
        ("EUR 1.234,56", "1234.56"),
        ("$ 1,234.50", "1234.50"),
        ("1 234,56", "1234.56"),
        ("1\u202f234,56", "1234.56"),
        ("1'234.50", "1234.50"),
        ("1,23,456.78", "123456.78"),
        ("-12,50", "-12.50"),
        ("− 12,50 €", "-12.50"),
        ("1.234,56-", "-1234.56"),
        ("(12.50)", "-12.50"),
        ("(1.250,00 €)", "-1250.00"),
        ("(12.50 EUR)", "-12.50"),
        ("($12.50)", "-12.50"),
        ("119,00−", "-119.00"),
        ("119,00–", "-119.00"),
        ("12,50 €-", "-12.50"),
        ("1,250.00 CR", "-1250.00"),
        ("€ -5,00", "-5.00"),
        ("12,-", "12"),
        ("0.500", "0.500"),
        ("RM12.50", "12.50"),
        ("1.234.567", "1234567"),
        ("520,00 EUR (19 %)", "520.00"),
        ("Zahlbar 119,00 EUR 14 Tage netto", "119.00"),
        ("1,234.00 USD 30 days", "1234.00"),
        ("3 EUR 5,00", "5.00"),
        ("\u201112,50", "-12.50"),
        ("\u2010 13,50 €", "-13.50"),
        ("( 5,00 )", "-5.00"),
        ("( 1.234,56)", "-1234.56"),
        ("$.80", "0.80"),
        ("€ ,80", "0.80"),
        ("Rs.80", "80"),
        ("$. 80", "80"),
    ],
)
def test_an_amount_is_read_as_it_is_printed(text: str, value: str) -> None:
    (read,) = read_amounts(text)
    assert str(read) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("27.41p", "0.2741"),
        ("27.41p/kWh", "0.2741"),
        ("28,40 ct", "0.2840"),
        ("28,4 Ct/kWh", "0.284"),
        ("9 ¢", "0.09"),
        ("85 pence", "0.85"),
        ("-2,5 Cent", "-0.025"),
        ("£1.50p", "1.50"),
        ("24 ct", "24"),
        ("10.50 pcs", "10.50"),
        ("12.50 CHF", "12.50"),
    ],
)
def test_pence_and_cents_are_hundredths(text: str, value: str) -> None:
    (read,) = read_amounts(text)
    assert str(read) == value


def test_carats_are_no_cents() -> None:
    known = Conventions("en", DecimalMark.POINT, None)
    assert parse("0.75 ct", FieldType.NUMBER, known).value == Decimal("0.75")
    assert parse("0.75 ct", FieldType.AMOUNT, known).value == Decimal("0.0075")


@pytest.mark.parametrize("text", ["", "Rechnung", "12.34.56.78", "1.23.456", "ab12"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert read_amounts(text) == ()


@pytest.mark.parametrize(("text", "first", "second"), [("1.234", "1.234", "1234"), ("75,000", "75000", "75.000")])
def test_a_mark_before_three_digits_leaves_two_readings(text: str, first: str, second: str) -> None:
    assert {str(value) for value in read_amounts(text)} == {first, second}
    assert mark_of(text) is None


def test_the_documents_decimal_mark_settles_it() -> None:
    assert read_amounts("1.234", DecimalMark.COMMA) == (Decimal(1234),)
    assert read_amounts("1.234", DecimalMark.POINT) == (Decimal("1.234"),)


def test_an_amount_that_cannot_have_the_documents_mark_is_still_read() -> None:
    assert read_amounts("12.50", DecimalMark.COMMA) == (Decimal("12.50"),)


@pytest.mark.parametrize("text", ["10–12", "10-12"])
def test_a_span_of_numbers_holds_no_negative_one(text: str) -> None:
    assert set(read_amounts(text)) == {Decimal(10), Decimal(12)}


def test_a_rate_in_brackets_is_no_discount() -> None:
    assert read_amounts("(20 %)") == (Decimal(20),)


def test_several_amounts_in_a_text_are_all_readings() -> None:
    assert read_amounts("3 x 4,00") == (Decimal(3), Decimal("4.00"))


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_every_amount_printed_in_either_way_is_read_back(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert read_amounts(english) == read_amounts(german) == (amount,)


@given(st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    read_amounts(text)
    read_currencies(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("EUR", ("EUR",)),
        ("12,00 €", ("EUR",)),
        ("RM 5", ("MYR",)),
        ("CHF 3.20", ("CHF",)),
        ("Kreis", ()),
        ("R 5 349,00", ("ZAR",)),
        ("R1,349.50", ("ZAR",)),
        ("R404", ()),
        ("Rev. R 12", ()),
    ],
)
def test_a_currency_is_told_by_its_code_or_sign(text: str, codes: tuple[str, ...]) -> None:
    assert read_currencies(text) == codes


@pytest.mark.parametrize("text", ["R1,349.50", "R 1 349,50", "TOTAL R1349.50"])
def test_a_letter_before_decimals_is_south_africas_currency_and_begins_no_code(text: str) -> None:
    assert read_amounts(text) == (Decimal("1349.50"),)


def test_a_dollar_sign_is_of_several_currencies() -> None:
    assert {"USD", "CAD", "AUD"} <= set(read_currencies("$5.00"))
    assert read_currencies("US$ 5.00") == ("USD",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("VAT No GB123456789", "GB123456789"),
        ("TVA FR12345678901", "FR12345678901"),
        ("USt-IdNr. DE123456789", "DE123456789"),
        ("VAT NO: GB123456789", "GB123456789"),
        ("DE123456789", "DE123456789"),
    ],
)
def test_a_vat_number_is_read_without_its_label(text: str, number: str) -> None:
    assert parse(text, FieldType.VAT_ID, Conventions()).value == number


def test_an_iban_is_read_without_its_label() -> None:
    said = parse("IBAN DE89 3704 0044 0532 0130 00", FieldType.IBAN, Conventions())

    assert said.value == "DE89370400440532013000"


@pytest.mark.parametrize(
    ("column", "foot"),
    [(["1.000", "500", "1.500"], 2), (["10.00", "5.00", "15.00"], 2), (["0,00", "0,00", "0,00", "12,00"], 0)],
)
def test_a_column_has_its_sum_at_its_foot_whatever_its_decimal_mark(column: list[str], foot: int) -> None:
    assert foot_of(column) == foot
    assert is_sum_of_last(column[-1], column[:-1]) == bool(foot)
