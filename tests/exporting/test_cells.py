"""A cell shows what the page said: nothing in it runs, no number is spoilt, no zero lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.exporting.cells import for_excel, guard, is_number, literal_for_excel, starts_like_formula
from docqa_app.exporting.region import region_with

COMMA, POINT = region_with(","), region_with(".")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "@SUM(A1)",
        "\tAcme",
        "\rAcme",
        "\nAcme",
        "\0Acme",
        "＝1+1",
        "＋1a",
        "－1a",
        "＠x",
        "﹦1",
        " =1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\u00a0\u3000=1+1",
        "\u3164@x",
        "-",
        "+49 (0)30/1234",
        "-1-2",
    ],
)
def test_what_starts_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guard(text).text == "'" + text
    assert guard(text).guarded
    assert for_excel(text, COMMA).text == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "-12,50",
        "+3",
        "-1.234,56",
        "1.234,56-",
        "12.50-",
        "-€12.50",
        "-12,50 €",
        "-5 %",
        "$-1,234.56",
        "-1 234,56",
        "-.5",
    ],
)
def test_plain_numbers_are_numbers_whatever_their_sign(text: str) -> None:
    assert is_number(text)
    assert guard(text).text == text


@pytest.mark.parametrize("text", ["", "Acme & Co", "RM49.30", "'quoted'", "2-1", "00123", "a=b", "Straße 5"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert guard(text).text == text
    assert not guard(text).guarded


@given(st.text(max_size=20))
def test_nothing_that_starts_like_a_formula_is_left_but_plain_numbers(text: str) -> None:
    for cell in (guard(text), for_excel(text, COMMA), for_excel(text, POINT)):
        if starts_like_formula(cell.text) and not is_number(cell.text):
            assert cell.text == f'="{text}"'
            assert all(c.isdecimal() or c in " .,/:-'’\u00a0\u202feE+" for c in text)


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("12.50", "12,50", "12.50"),
        ("-12,50", "-12,50", "-12.50"),
        ("1.234,56", "1234,56", "1234.56"),
        ("1,234.56", "1234,56", "1234.56"),
        ("1.234,56-", "-1234,56", "-1234.56"),
        ("1'234.50", "1234,50", "1234.50"),
        ("1 234", "1234", "1234"),
        ("0.5", "0,5", "0.5"),
        ("7", "7", "7"),
    ],
)
def test_numbers_beyond_doubt_take_the_marks_of_the_region(text: str, comma: str, point: str) -> None:
    assert (for_excel(text, COMMA).text, for_excel(text, POINT).text) == (comma, point)


@pytest.mark.parametrize(
    "text",
    [
        "00123",
        "0049",
        "123456789012",
        "1.234",
        "1,234",
        "1.234.567",
        "26/11/2017",
        "03.04.2023",
        "2017-11-26",
        "1-2",
        "12:30",
        "1E5",
        "12E-03",
        "12e+03",
        "1.5E3",
        "1,5E3",
    ],
)
def test_what_excel_would_change_stays_text(text: str) -> None:
    assert for_excel(text, COMMA).text == for_excel(text, POINT).text == f'="{text}"'
    assert guard(text).text == text


def test_a_formula_can_never_hold_more_than_digits_and_marks() -> None:
    assert for_excel('00"&cmd()&"', COMMA).text == '00"&cmd()&"'


@pytest.mark.parametrize(
    "text",
    [
        "00471",
        "12.50",
        "12,50",
        "1.234",
        "50%",
        "12,5 %",
        "TRUE",
        "Wahr",
        "MAR1",
        "sept-2",
        "2-Mar",
        "12. Dez. 2024",
        "1E5",
        "+4930123456789",
        "-00123",
        "-12,50",
        "1.234,56-",
        "12 €",
        "€12.50",
        "(123)",
        "(1,234.50)",
        "(12 €)",
        "12E-03",
        "10 P",
        "3 a",
        "9 am",
        "12:30 PM",
        "12:30:15pm",
        "Mar 31, 2024",
        "31 March, 2024",
        "January 5,2024",
        "12 décembre 2024",
        "1 déc. 24",
        "Mrz 24",
        "12. Mrz 2024",
        "3. Jänner 2024",
        "12 Jan 2024 14:30",
        "31-Mar-2024 10:30:15",
        "Mar 31, 2024 2:30 PM",
        "03/31/2024 02:30 PM",
        "2024-03-31 9 am",
    ],
)
def test_a_text_that_is_known_to_be_one_stays_as_it_is_in_excel(text: str) -> None:
    assert literal_for_excel(text).text == f'="{text}"'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "471",
        "Acme",
        "Marseille",
        "March Ltd",
        "DE89370400440532013000",
        "Mary 2nd",
        "5% off",
        "(c) 2024",
        "(12a)",
        "12A",
        "10 pieces",
        "3E",
        "1.5E",
        "Mar 31, 2024 at noon",
        "Mr 24",
        "12. Dez. 2024 14:30 Uhr",
        "12 décembre 2024 à 10:30",
        "()",
    ],
)
def test_a_text_that_excel_leaves_alone_is_written_bare(text: str) -> None:
    assert literal_for_excel(text).text == text


@given(st.text(max_size=20))
def test_no_text_leaves_its_quotes(text: str) -> None:
    cell = literal_for_excel(text)
    assert cell.text in (text, "'" + text) or (cell.text == f'="{text}"' and '"' not in text)
    assert cell.text != text or not starts_like_formula(text) or is_number(text)
