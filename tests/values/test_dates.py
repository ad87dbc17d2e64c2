"""Dates are read as they are printed; 03/04/2023 is two days until the document says which."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docqa_app.values.dates import DateOrder, order_of, read_dates


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05",
        "2024/3/5",
        "20240305",
        "05.03.2024",
        "5.3.24",
        "Datum: 05. 03. 2024",
        "5. März 2024",
        "5 mars 2024",
        "March 5, 2024",
        "5th of March 2024",
        "05-Mar-2024",
        "5 MAR '24",
        "2024-03-05T10:15:00",
        "05.03.2024 10:15",
    ],
)
def test_a_date_that_is_not_in_doubt_is_one_day(text: str) -> None:
    assert read_dates(text, language="de" if "März" in text else "en") == (date(2024, 3, 5),)


def test_a_date_with_two_small_numbers_and_slashes_is_two_days() -> None:
    assert set(read_dates("03/04/2023")) == {date(2023, 4, 3), date(2023, 3, 4)}


def test_the_order_of_the_document_settles_it() -> None:
    assert read_dates("03/04/2023", DateOrder.DAY_FIRST) == (date(2023, 4, 3),)
    assert read_dates("03/04/2023", DateOrder.MONTH_FIRST) == (date(2023, 3, 4),)


def test_a_date_that_cannot_have_the_documents_order_is_still_read() -> None:
    assert read_dates("12/25/2023", DateOrder.DAY_FIRST) == (date(2023, 12, 25),)


def test_the_same_day_and_month_is_not_in_doubt() -> None:
    assert read_dates("04/04/2024") == (date(2024, 4, 4),)


def test_a_day_above_twelve_gives_the_order_away() -> None:
    assert order_of("13/04/2023") is DateOrder.DAY_FIRST
    assert order_of("04/13/2023") is DateOrder.MONTH_FIRST
    assert order_of("03/04/2023") is None
    assert order_of("13.04.2023") is None


@pytest.mark.parametrize(
    "text", ["", "March 2024", "tomorrow", "Monday", "12.50", "31.02.2024", "192.168.10.12", "00471"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert read_dates(text) == ()


def test_two_dates_are_two_readings() -> None:
    assert read_dates("15.03.2024 - 20.03.2024") == (date(2024, 3, 15), date(2024, 3, 20))


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_every_day_is_among_the_readings_of_its_own_printing(day: date) -> None:
    assert read_dates(f"{day:%d.%m.%Y}") == (day,)
    assert read_dates(day.isoformat()) == (day,)
    assert day in read_dates(f"{day:%m/%d/%y}")


@given(st.text(max_size=40))
def test_any_text_is_survived(text: str) -> None:
    read_dates(text)


def test_a_hyphen_before_a_date_is_no_part_of_it() -> None:
    assert read_dates("-04/16/20") == (date(2020, 4, 16),)
    assert read_dates("- 04/16/20") == (date(2020, 4, 16),)
    assert read_dates("AB-04/16/20") == ()


def test_a_period_printed_as_one_word_gives_away_the_order_of_day_and_month() -> None:
    assert order_of("03/02/20-03/31/20") is DateOrder.MONTH_FIRST
    assert order_of("2020-03-31") is None


def test_a_number_and_a_word_before_a_date_do_not_hide_it() -> None:
    assert read_dates("Rechnung 556-23 Datum 28. Februar 2024 Kunde", language="de") == (date(2024, 2, 28),)
    assert read_dates("Table 14 Order 12 March 5, 2024") == (date(2024, 3, 5),)
