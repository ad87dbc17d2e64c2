"""Days that recognition misread are taken for the ones they look like, and only those that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from docqa_app.core.document import WordSource
from docqa_app.core.fields import FieldType
from docqa_app.values.conventions import Conventions, conventions_of
from docqa_app.values.dates import DateOrder
from docqa_app.values.misread import days_meant
from docqa_app.values.parse import parse, read_off
from tests.extracting.sheets import page

DAY_FIRST = DateOrder.DAY_FIRST


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("04/42/2017", date(2017, 12, 4)),
        ("69/02/2018", date(2018, 2, 9)),
        ("10/03/2078", date(2018, 3, 10)),
        ("2870272018", date(2018, 2, 28)),
        ("20/0472078", date(2018, 4, 20)),
        ("27 March. 2078", date(2018, 3, 27)),
        ("O2/03/2O18", date(2018, 3, 2)),
        ("14fMay/2017", date(2017, 5, 14)),
        ("12lJUN/2018", date(2018, 6, 12)),
    ],
)
def test_a_day_that_cannot_be_is_the_one_that_it_looks_like(text: str, day: date) -> None:
    assert days_meant(text, DAY_FIRST, "en") == (day,)


@pytest.mark.parametrize("text", ["15/03/2018", "08:49:00", "35/13/2018", "0123456789", "Total 12.50", ""])
def test_a_day_that_can_be_and_what_is_none_are_left_alone(text: str) -> None:
    assert days_meant(text, DAY_FIRST, "en") == ()


def test_without_an_order_a_misread_day_is_as_ambiguous_as_any() -> None:
    found = read_off("10/03/2078", FieldType.DATE, Conventions(recognised=True))
    assert (found.value, set(found.readings)) == (None, {date(2018, 3, 10), date(2018, 10, 3)})


def test_what_was_misread_is_said_and_only_where_words_were_recognised() -> None:
    scan, typed = Conventions(date_order=DAY_FIRST, recognised=True), Conventions(date_order=DAY_FIRST)
    assert read_off("04/42/2017", FieldType.DATE, scan).value == date(2017, 12, 4)
    assert "seems to be misread" in read_off("04/42/2017", FieldType.DATE, scan).problem
    assert read_off("04/42/2017", FieldType.DATE, typed).value is None
    assert parse("04/42/2017", FieldType.DATE, scan).value is None


def test_a_document_says_whether_its_words_were_recognised() -> None:
    sheet = page([(0.1, [(0.1, "Receipt")])])
    assert sheet.source is WordSource.OCR
    assert conventions_of([sheet]).recognised
