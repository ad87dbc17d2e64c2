"""What programs over tables are ranked by is learned from answers alone."""

from __future__ import annotations

from docqa_app.training.given_tables import given_table
from docqa_app.training.log_linear import Names, fitted, kept, right_share


def test_what_right_programs_have_in_common_weighs_more() -> None:
    names = Names()
    every = [{"good": 1.0, "other": 1.0}, {"bad": 1.0, "other": 1.0}, {"bad": 1.0}]
    cases = [names.case(0, every, [True, False, False]) for _ in range(10)]
    found = kept(fitted(cases, names), names)
    assert found["good"] > 0 > found["bad"]
    assert right_share(cases, names, found) == 1.0


def test_a_sign_that_is_seen_seldom_weighs_nothing() -> None:
    names = Names()
    cases = [names.case(0, [{"seldom": 1.0}, {"other": 1.0}], [True, False]) for _ in range(3)]
    assert kept(fitted(cases, names), names) == {}


def test_a_given_table_is_the_printed_one_without_its_page() -> None:
    table = given_table([["City", "Members"], ["New  Abigail", "916"], ["Total", "916"]])
    assert [table.text(words) for words in table.heads] == ["City", "Members"]
    assert [[table.text(cell) for cell in row] for row in table.rows] == [["New Abigail", "916"], ["Total", "916"]]
    assert table.goods == 1
