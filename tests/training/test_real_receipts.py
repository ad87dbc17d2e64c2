"""The labels of real receipts are whole: what a clerk would type, and rows that add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from docqa_app.training.field_cases import REAL
from docqa_app.training.page_lines import read_lines

RECEIPTS = list(read_lines(REAL))


def test_every_receipt_is_labelled_once_and_has_a_total_and_a_day_that_there_was() -> None:
    assert len({one["file"] for one in RECEIPTS}) == len(RECEIPTS) == 197
    assert all(Decimal(one["total_amount"]) >= 0 for one in RECEIPTS)
    days = [date.fromisoformat(one["date"]) for one in RECEIPTS if "date" in one]
    assert len(days) > 185
    assert all(2010 < day.year < 2027 for day in days)


def test_rows_add_up_to_the_total_with_or_without_the_tax_but_for_tips_and_what_is_cut_off() -> None:
    def adds_up(one: dict) -> bool:
        rows = sum((Decimal(row[2] or "0") for row in one["items"]), Decimal())
        tax = Decimal(one.get("tax_amount", "0"))
        return Decimal(one["total_amount"]) in (rows, rows + tax)

    assert sum(map(adds_up, RECEIPTS)) > 175
