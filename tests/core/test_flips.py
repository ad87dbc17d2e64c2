"""What a person accepted is the truth that values found before and now are held against."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem
from docqa_app.core.flips import ROWS, Flip, Flips, flips_of


def found(number: str = "", total: str = "", *rows: str) -> Extraction:
    fields = tuple(FieldValue(name, FieldType.TEXT, text) for name, text in (("number", number), ("total", total)))
    items = tuple(LineItem((FieldValue("goods", FieldType.TEXT, row),)) for row in rows)
    return Extraction("bill.pdf", "0" * 64, "invoice", fields, items)


def test_a_value_that_was_right_and_is_wrong_now_is_a_negative_flip() -> None:
    flips = flips_of(found("A-1", "10"), before=found("A-1", "9"), now=found("B-2", "10"))
    assert flips.negative == (Flip("bill.pdf", "number", "A-1", "A-1", "B-2"),)
    assert flips.positive == (Flip("bill.pdf", "total", "10", "9", "10"),)
    assert (flips.documents, flips.values, flips.before, flips.now, flips.negative_rate) == (1, 2, 1, 1, 0.5)


def test_a_value_that_the_document_has_not_is_right_where_none_is_found() -> None:
    flips = flips_of(found("A-1"), before=found("A-1"), now=found("A-1", "10"))
    assert [one.name for one in flips.negative] == ["total"]
    assert (flips.values, flips.before) == (2, 2)


def test_values_are_the_same_where_they_mean_the_same() -> None:
    written = replace(found("A-1").fields[0], text="1.234,50", value=Decimal("1234.50"))
    otherwise = replace(written, text="1234.50")
    one, other = (replace(found(), fields=(value,)) for value in (written, otherwise))
    assert flips_of(one, before=one, now=other).negative == ()
    assert flips_of(found("a-1"), before=found("A-1"), now=found("A-1")).now == 2


def test_a_field_that_a_kind_has_lost_is_found_empty() -> None:
    accepted = found("A-1", "10")
    now = replace(accepted, fields=accepted.fields[:1])
    assert [one.name for one in flips_of(accepted, accepted, now).negative] == ["total"]


def test_each_cell_of_an_accepted_row_is_a_value() -> None:
    accepted = found("A-1", "10", "Screws", "Nails")
    flips = flips_of(accepted, before=accepted, now=found("A-1", "10", "Nails"))
    assert flips.negative == (Flip("bill.pdf", "goods", "Screws", "Screws", "", row=0),)
    assert (flips.values, flips.before, flips.now) == (5, 5, 4)
    assert flips_of(accepted, accepted, found("A-1", "10", "Screws", "nails")).negative == ()


def test_a_row_that_nobody_accepted_is_one_value() -> None:
    accepted = found("A-1", "10", "Screws")
    flips = flips_of(accepted, before=accepted, now=found("A-1", "10", "Screws", "Page 2"))
    assert flips.negative == (Flip("bill.pdf", ROWS, "1", "1", "2"),)


def test_a_row_is_held_against_the_one_that_is_like_it() -> None:
    """Not against the one of the same number: a row too many would make all that follow wrong."""
    accepted = found("A-1", "10", "Screws", "Nails", "Hooks")
    flips = flips_of(accepted, before=found("A-1", "10"), now=found("A-1", "10", "Carried", "Screws", "Nails", "Hooks"))
    assert [(one.name, one.row) for one in flips.positive] == [("goods", 0), ("goods", 1), ("goods", 2)]
    assert [one.name for one in flips.negative] == [ROWS]


def test_documents_add_up() -> None:
    one = flips_of(found("A-1"), before=found("A-1"), now=found("B-2"))
    both = one + Flips(left_out=("gone.pdf",)) + one
    assert (both.documents, both.values, len(both.negative), both.left_out) == (2, 4, 2, ("gone.pdf",))
