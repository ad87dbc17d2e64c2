"""Changes lead from one state of a document to another and back, whatever was changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from docqa_app.core.changes import (
    Change,
    Deed,
    Patch,
    RowItem,
    WordText,
    apply,
    apply_words,
    as_found,
    change,
    patches_between,
    redo,
    replay,
    undo,
)
from docqa_app.core.document import Box, Document, Page, Word
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, RuleResult, State

AT = "2024-04-01T08:00:00.000+00:00"

values = some.builds(
    FieldValue,
    some.sampled_from(("number", "total", "date")),
    some.just(FieldType.AMOUNT),
    some.text(max_size=4),
    some.none() | some.decimals(allow_nan=False, allow_infinity=False),
    state=some.sampled_from(State),
)
items = some.builds(LineItem, some.tuples(values))
rules = some.builds(RuleResult, some.sampled_from(("sum", "tax")), some.booleans())
extractions = some.builds(
    Extraction,
    some.sampled_from(("/a", "/b")),
    some.just("0"),
    some.just("invoice"),
    some.lists(values, max_size=3).map(tuple),
    some.lists(items, max_size=2).map(tuple),
    some.lists(rules, max_size=2).map(tuple),
)


@given(extractions, extractions)
def test_a_change_leads_on_and_back_without_loss(before: Extraction, after: Extraction) -> None:
    old, new = patches_between(before, after)

    assert apply(before, new) == after
    assert apply(after, old) == before


def invoice(total: str = "1") -> Extraction:
    fields = (FieldValue("number", FieldType.TEXT, "7", "7"), FieldValue("total", FieldType.AMOUNT, total))
    return Extraction("/in/a.pdf", "0", "invoice", fields)


def set_total(before: Extraction, total: str) -> tuple[Extraction, Change]:
    new = replace(before.field("total"), text=total, value=Decimal(total))
    after = replace(before, fields=(before.fields[0], new))
    return after, change(Deed.SET, "person", AT, before, after)


def begun(extraction: Extraction) -> Change:
    return Change(Deed.EXTRACT, "model 1.0", AT, Patch(), Patch(whole=extraction))


def test_a_change_holds_only_what_it_touches() -> None:
    _, entry = set_total(invoice(), "2")

    assert [value.name for value in entry.after.fields] == ["total"]
    assert entry.after.line_items is None
    assert entry.after.whole is None


def test_a_changed_cell_is_kept_with_its_row_and_not_with_the_whole_table() -> None:
    rows = tuple(LineItem((FieldValue("text", FieldType.TEXT, f"Hammer {n}"),)) for n in range(100))
    before = replace(invoice(), line_items=rows)
    after = replace(before, line_items=(*rows[:7], LineItem((FieldValue("text", FieldType.TEXT, "Saw"),)), *rows[8:]))

    entry = change(Deed.SET, "person", AT, before, after)

    assert (list(entry.before.items), list(entry.after.items)) == ([7], [7])
    assert apply(before, entry.after) == after
    assert apply(after, entry.before) == before


def test_a_row_that_is_no_longer_there_is_left_out() -> None:
    before = replace(invoice(), line_items=(LineItem(()),))

    assert apply(before, Patch(rows=(RowItem(3, LineItem(())),))) == before


def test_undo_and_redo_are_entries_of_the_journal_themselves() -> None:
    first = invoice()
    second, to_second = set_total(first, "2")
    third, to_third = set_total(second, "3")
    journal: tuple[Change, ...] = (begun(first), to_second, to_third)
    seen = []
    for step in (undo, undo, redo, undo, redo, redo):
        entry = step(journal, "person", AT)
        assert entry is not None
        journal = (*journal, entry)
        reviewed = replay(journal)
        assert reviewed is not None
        seen.append(reviewed.extraction)

    assert seen == [second, first, second, first, second, third]
    assert len(journal) == 9


def test_what_was_extracted_cannot_be_taken_back() -> None:
    assert undo((begun(invoice()),), "person", AT) is None


def test_what_was_found_is_told_as_well_where_filling_anew_changed_a_part_only() -> None:
    first, again, typed = invoice(), invoice("2"), invoice("3")
    entries = (
        Change(Deed.EXTRACT, "model", AT, Patch(), Patch(whole=first)),
        change(Deed.EXTRACT, "model", AT, first, again),
        change(Deed.SET, "person", AT, again, typed),
    )

    assert as_found(entries) == again
    assert as_found(entries[2:]) is None


def test_after_another_change_nothing_is_left_to_do_again() -> None:
    first = invoice()
    _, to_second = set_total(first, "2")
    back = undo((begun(first), to_second), "person", AT)
    assert back is not None
    _, other = set_total(first, "9")

    assert redo((begun(first), to_second, back), "person", AT) is not None
    assert redo((begun(first), to_second, back, other), "person", AT) is None


def test_finishing_a_document_can_be_taken_back() -> None:
    first = invoice()
    done = change(Deed.ACCEPT_ALL, "person", AT, first, first, accepted=(False, True))
    back = undo((begun(first), done), "person", AT)
    assert back is not None

    states = [replay((begun(first), done)), replay((begun(first), done, back))]

    assert [state.accepted for state in states if state] == [True, False]


def test_a_corrected_word_goes_back_to_what_was_recognised() -> None:
    box = Box(0.1, 0.1, 0.2, 0.2)
    read = Document("/in/a.pdf", "0", (Page(1, 1.0, 1.0, (Word("T0tal", box, 0.4), Word("5", box, 0.9))),), 1)
    words = ((WordText(1, 0, "T0tal", 0.4), WordText(1, 0, "Total")),)
    entry = change(Deed.CORRECT_WORD, "person", AT, invoice(), invoice(), words=words)

    corrected = apply_words(read, entry.after)

    assert [(word.text, word.confidence) for word in corrected.pages[0].words] == [("Total", 1.0), ("5", 0.9)]
    assert apply_words(corrected, entry.before) == read
