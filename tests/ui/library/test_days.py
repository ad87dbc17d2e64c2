"""A clerk types a time as it comes to mind."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from docqa_app.ui.library.days import first_day, last_day

GERMAN, AMERICAN = QLocale("de_DE"), QLocale("en_US")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-11", date(2024, 11, 1), date(2024, 11, 30)),
        ("31.3.2024", date(2024, 3, 31), date(2024, 3, 31)),
        (" 2024-03-05 ", date(2024, 3, 5), date(2024, 3, 5)),
        ("5. März 2024", date(2024, 3, 5), date(2024, 3, 5)),
        ("13/2024", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_a_year_a_month_or_a_day_is_understood(text: str, first: date | None, last: date | None) -> None:
    assert (first_day(text, GERMAN), last_day(text, GERMAN)) == (first, last)


def test_a_region_that_puts_the_month_first_is_read_so() -> None:
    assert first_day("3/4/2024", AMERICAN) == date(2024, 3, 4)
    assert first_day("3/4/2024", GERMAN) == date(2024, 4, 3)
