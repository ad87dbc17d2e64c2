"""A journal's entry told value by value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docqa_app.core.changes import Change, Deed, Patch, WordText, change
from docqa_app.core.differences import Difference, differences
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, State

AT = "2024-04-01T08:00:00.000+00:00"


def invoice() -> Extraction:
    cells = LineItem((FieldValue("description", FieldType.TEXT, "Hammer", "Hammer"),))
    fields = (
        FieldValue("number", FieldType.TEXT, "7", "7", state=State.CHECK),
        FieldValue("day", FieldType.DATE, "1.2.24"),
    )
    return Extraction("/in/a.pdf", "0", "invoice", fields, (cells, cells))


def test_a_value_is_told_with_what_it_was_and_what_it_means() -> None:
    before = invoice()
    day = replace(before.field("day"), text="1.3.24", value=date(2024, 3, 1))

    told = differences(change(Deed.SET, "person", AT, before, replace(before, fields=(before.fields[0], day))))

    assert told == (Difference("day", "1.2.24", "1.3.24 (2024-03-01)"),)


def test_agreeing_to_a_value_is_told_though_it_stays() -> None:
    before = invoice()
    agreed = replace(before.fields[0], state=State.ACCEPTED)

    told = differences(change(Deed.ACCEPT, "person", AT, before, replace(before, fields=(agreed, before.fields[1]))))

    assert told == (Difference("number", "7", "7", accepted=True),)


def test_a_row_that_goes_is_told_by_its_cells() -> None:
    before = invoice()

    told = differences(change(Deed.DELETE_ROW, "person", AT, before, replace(before, line_items=before.line_items[:1])))

    assert told == (Difference("description", "Hammer", "", 1),)


def test_a_cell_that_changed_is_told_with_its_row() -> None:
    before = invoice()
    saw = LineItem((replace(before.line_items[1].cells[0], text="Saw", value="Saw"),))

    told = differences(change(Deed.SET, "person", AT, before, replace(before, line_items=(before.line_items[0], saw))))

    assert told == (Difference("description", "Hammer", "Saw", 1),)


def test_a_corrected_word_is_told_and_a_whole_extraction_is_not() -> None:
    words = ((WordText(1, 4, "T0tal", 0.4), WordText(1, 4, "Total")),)

    assert differences(change(Deed.CORRECT_WORD, "person", AT, invoice(), invoice(), words=words)) == (
        Difference("", "T0tal", "Total"),
    )
    assert differences(Change(Deed.EXTRACT, "model 1.0", AT, Patch(), Patch(whole=invoice()))) == ()
