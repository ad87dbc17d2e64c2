"""Which of several readings of a figure is taken."""

from __future__ import annotations

import pytest

from docqa_app.reading.figures import Spelling, cannot_be, decimal_mark, is_figure, likeliest, makes_sense, spelled


@pytest.mark.parametrize("text", ["9.00", "“30/0472018", "RM12.50", "2023-0142", "12:56", "453"])
def test_amounts_days_times_and_numbers_are_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize("text", ["Total", "2", "x1", "12", "A4."])
def test_words_and_single_digits_are_no_figures(text: str) -> None:
    assert not is_figure(text)


def test_marks_around_a_figure_are_left_out_but_not_its_sign_or_currency() -> None:
    assert spelled("“30/04/2018", 0.3).text == "30/04/2018"
    assert spelled("-11.25|", 0.3).text == "-11.25"
    assert spelled("$(4.10)", 0.3).text == "$(4.10)"


def test_two_readings_that_agree_outdo_a_doubtful_first_one() -> None:
    first, again = Spelling("9.60", 0.5), [Spelling("9.00", 0.9), Spelling("9.00", 0.85), Spelling("9.60", 0.3)]
    assert likeliest(first, again, ".") == Spelling("9.00", 0.9)


def test_a_first_reading_is_not_given_up_for_a_single_other_one_of_the_same_certainty() -> None:
    first = Spelling("31.00", 0.6)
    assert likeliest(first, [Spelling("37.00", 0.75), Spelling("31.00", 0.6)], ".").text == "31.00"


def test_a_day_that_can_be_outdoes_one_that_cannot() -> None:
    first, again = Spelling("69/02/2018", 0.7), [Spelling("09/02/2018", 0.5), Spelling("69/02/20181", 0.6)]
    assert likeliest(first, again, ".").text == "09/02/2018"


def test_the_pages_decimal_mark_decides_between_readings_that_differ_only_in_it() -> None:
    read = Spelling("404,39", 0.7), [Spelling("404.39", 0.6)]
    assert likeliest(*read, ".").text == "404.39"
    assert likeliest(*read, ",").text == "404,39"


def test_the_decimal_mark_of_a_page_is_the_one_most_of_its_amounts_have() -> None:
    assert decimal_mark(["1.234,56", "12,50", "3.20", "Total"]) == ","
    assert decimal_mark(["1,234.56", "12.50", "3,20"]) == "."
    assert decimal_mark([]) == "."


def test_an_amount_makes_sense_only_with_the_pages_decimal_mark() -> None:
    assert makes_sense("RM1,234.50", ".")
    assert not makes_sense("RM1,234.50", ",")
    assert makes_sense("29.02.2024", ",")
    assert not makes_sense("39.02.2024", ",")
    assert makes_sense("23:59", ".")
    assert not makes_sense("24:61", ".")


@pytest.mark.parametrize("text", ["69/02/2018", "10/03/2078", "31-13-2018", "404,39"])
def test_a_day_that_does_not_exist_or_lies_far_off_and_another_decimal_mark_cannot_be(text: str) -> None:
    assert cannot_be(text, ".")


@pytest.mark.parametrize("text", ["29/12/2017", "12/31/2018", "2018-12-31", "404.39", "1,234", "03-77259003"])
def test_what_can_be_is_left_alone(text: str) -> None:
    assert not cannot_be(text, ".")
