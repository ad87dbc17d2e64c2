"""What the window says of a value, in its own language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docqa_app.core.fields import Concern, State
from docqa_app.session.reviewing.state import with_value
from docqa_app.ui.review import value_words
from docqa_app.values.parse import misread, reckoned
from tests.ui.review.samples import review

DAY = Concern("invoice_date")


def test_a_day_that_was_misread_is_told_with_what_it_is_taken_for() -> None:
    one, meant = review(), date(2017, 12, 4)
    mended = replace(
        one.value(DAY), text="04/42/2017", value=meant, state=State.CHECK, note=misread("04/42/2017", meant)
    )
    one = replace(one, extraction=with_value(one.extraction, DAY, mended))
    assert (
        value_words.doubt(one, DAY)
        == f"“04/42/2017” seems to be misread: taken for {value_words.said(meant, mended.type)}."
    )


def test_a_total_that_other_amounts_lead_to_is_told_so() -> None:
    one, place = review(), Concern("total_amount")
    led = replace(one.value(place), text="31.45", state=State.CHECK, note=reckoned("31.45"))
    one = replace(one, extraction=with_value(one.extraction, place, led))
    assert value_words.doubt(one, place) == "“31.45” is not legible on the page: other amounts lead to it."
