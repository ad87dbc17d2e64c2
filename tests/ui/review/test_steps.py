"""A clerk's steps through the values of a document, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from docqa_app.core.changes import Change, Deed, Patch, WordText, apply_words, replay
from docqa_app.core.document import Document
from docqa_app.core.doubts import doubts
from docqa_app.core.fields import Concern, Source, State, XmlInvoice
from docqa_app.session.reviewing import columns, finishing, focusing, rows, setting, words
from docqa_app.session.reviewing.state import Review
from tests.extracting.sheets import document, invoice_lines, page
from tests.fakes import Said
from tests.ui.review.samples import AT, bare_invoice, invoice, lying, review

TOTAL = Concern("total_amount")
DUE = "Wann ist die Rechnung fällig?"


def word(text: str) -> int:
    return [one.text for one in invoice().pages[0].words].index(text)


def cells(of: Review) -> list[list[str]]:
    return [[cell.text for cell in item.cells] for item in of.extraction.line_items]


def test_tab_goes_from_doubt_to_doubt_and_round() -> None:
    said = {DUE: Said("30.04.2024", 0.6), "Wie lautet die Rechnungsnummer?": Said("00471", 0.6)}
    one = review(bare_invoice(), said)
    assert doubts(one.extraction) == (Concern("invoice_number"), Concern("due_date"))
    seen = []
    for _ in range(3):
        one = focusing.next_doubt(one)
        seen.append(one.focus)
    assert seen == [Concern("invoice_number"), Concern("due_date"), Concern("invoice_number")]
    assert focusing.next_doubt(one, -1).focus == Concern("due_date")


def test_what_is_required_and_missing_is_in_doubt() -> None:
    one = review(said={"Wie lautet die Rechnungsnummer?": Said("", 0.0)})
    number = one.extraction.field("invoice_number")
    missing = replace(number, text="", value=None, state=State.NOT_FOUND, note="It is required, and was not found.")
    fields = tuple(missing if value is number else value for value in one.extraction.fields)
    one = replace(one, extraction=replace(one.extraction, fields=fields))
    assert Concern("invoice_number") in doubts(one.extraction)
    assert Concern("order_number") not in doubts(one.extraction)


def test_a_sum_that_fails_leads_to_the_total_and_not_to_every_cell_of_its_column() -> None:
    one = review(
        bare_invoice(), {"Wie lautet der Nettobetrag?": Said("19,00"), "Wie hoch ist der Steuerbetrag?": Said("", 0.0)}
    )
    amounts = [value.state for value in one.extraction.values() if value.name == "amount"]
    assert amounts == [State.CONFIDENT] * 2
    failed = next(rule for rule in one.extraction.rules if rule.rule == "rows and net")
    assert {Concern("amount", 0), Concern("amount", 1)} < set(failed.concerns)
    assert Concern("net_amount") in doubts(one.extraction)
    assert all(place.row is None for place in doubts(one.extraction))


def test_a_row_that_does_not_multiply_is_in_doubt_itself() -> None:
    one = setting.edit(review(), Concern("unit_price", 0), "21,00", invoice(), AT)
    assert Concern("amount", 0) in doubts(one.extraction)
    assert Concern("amount", 1) not in doubts(one.extraction)


def test_where_page_and_xml_disagree_the_pages_value_is_one_key_away() -> None:
    xml = XmlInvoice("factur-x.xml", fields=(("total_amount", "120.00"), ("net_amount", "100.00")))
    one = review(xml=xml)
    assert one.value(TOTAL).state is State.FROM_XML
    assert TOTAL in doubts(one.extraction)
    assert Concern("net_amount") not in doubts(one.extraction)
    assert next(choice.text for choice in setting.choices(one, TOTAL)) == "119,00"
    assert setting.accept(one, TOTAL, AT).value(TOTAL).value == Decimal("120.00")
    one = setting.take(one, TOTAL, 1, invoice(), AT)
    assert (one.value(TOTAL).value, one.value(TOTAL).source) == (Decimal("119.00"), Source.PERSON)


def test_an_accepted_value_is_no_longer_in_doubt_and_keeps_its_source() -> None:
    one = review(said={DUE: Said("30.04.2024", 0.6)})
    one = setting.accept(one, Concern("due_date"), AT)
    value = one.value(Concern("due_date"))
    assert (value.state, value.source, value.value) == (State.ACCEPTED, Source.MODEL, date(2024, 4, 30))
    assert doubts(one.extraction) == ()
    assert one.changes[-1].deed is Deed.ACCEPT


def test_a_typed_value_is_read_as_its_type_and_finds_its_place() -> None:
    one = setting.edit(review(said={"Wie lautet der Gesamtbetrag?": Said("19,00")}), TOTAL, "119,00", invoice(), AT)
    value = one.value(TOTAL)
    assert (value.value, value.source, value.state) == (Decimal("119.00"), Source.PERSON, State.ACCEPTED)
    assert [invoice().pages[0].words[index].text for index in value.words] == ["119,00"]
    assert value.boxes


def test_a_text_that_is_no_amount_is_not_taken() -> None:
    one = review()
    assert setting.edit(one, TOTAL, "soon", invoice(), AT) is one
    assert setting.understood(one, TOTAL, "soon").problem == "“soon” is not a number."


def test_an_emptied_field_is_accepted_as_missing() -> None:
    one = setting.edit(review(), TOTAL, "", invoice(), AT)
    assert (one.value(TOTAL).text, one.value(TOTAL).value, one.value(TOTAL).boxes) == ("", None, ())
    assert one.value(TOTAL).state is State.ACCEPTED


def test_correcting_a_number_mends_the_rule_that_failed_for_others_too() -> None:
    one = review(invoice("118,00"), {"Wie lautet der Gesamtbetrag?": Said("118,00")})
    assert one.value(Concern("net_amount")).state is State.RULE_FAILED
    one = setting.edit(one, TOTAL, "119,00", invoice("118,00"), AT)
    assert one.value(Concern("net_amount")).state is State.CONFIDENT
    assert one.value(Concern("net_amount")).note == ""
    assert all(rule.ok for rule in one.extraction.rules)


def test_undo_brings_back_values_states_and_place_and_redo_goes_on() -> None:
    first = review(invoice("118,00"), {"Wie lautet der Gesamtbetrag?": Said("118,00")})
    one = setting.edit(first, TOTAL, "119,00", invoice("118,00"), AT)
    back = finishing.undo(focusing.focus(one, Concern("iban")), AT)
    assert back.extraction == first.extraction
    assert back.focus == TOTAL
    assert finishing.redo(back, AT).extraction == one.extraction
    extracted = Change(Deed.EXTRACT, "model", AT, Patch(), Patch(whole=first.extraction))
    replayed = replay((extracted, *finishing.redo(back, AT).changes))
    assert replayed is not None
    assert replayed.extraction == one.extraction


def test_undo_of_a_cell_leads_back_to_its_row() -> None:
    begun = review()
    place = Concern("description", len(begun.extraction.line_items) - 1)
    typed = setting.edit(begun, place, "Hobel", invoice(), AT)

    back = finishing.undo(replace(typed, focus=None), AT)

    assert back.extraction == begun.extraction
    assert back.focus == place


def test_an_ambiguous_date_is_a_choice_that_settles_the_others() -> None:
    one = review(said={DUE: Said("03/05/2023"), "Wie lautet das Rechnungsdatum?": Said("03/04/2023")})
    plain = replace(one.conventions, date_order=None, likely_order=None)
    one = replace(one, conventions=plain)
    for name, text in (("invoice_date", "03/04/2023"), ("due_date", "03/05/2023")):
        one = setting.edit(one, Concern(name), text, invoice(), AT)
    value = one.value(Concern("invoice_date"))
    assert (value.state, value.readings) == (State.CHECK, (date(2023, 4, 3), date(2023, 3, 4)))
    assert setting.accept(one, Concern("invoice_date"), AT) is one
    one = setting.take(one, Concern("invoice_date"), 2, invoice(), AT)
    assert one.value(Concern("invoice_date")).value == date(2023, 3, 4)
    assert one.value(Concern("due_date")).value == date(2023, 3, 5)
    assert setting.understood(one, Concern("due_date"), "04/06/2023").value == date(2023, 4, 6)
    undone = finishing.undo(one, AT)
    assert len(setting.understood(undone, Concern("due_date"), "04/06/2023").readings) == 2


def test_an_alternative_is_taken_with_its_place_and_the_old_value_stays_at_hand() -> None:
    said = {"Wie lautet der Gesamtbetrag?": Said("100,00", 0.5, (("119,00", 0.4),))}
    one = review(bare_invoice(), said | {"Wie hoch ist der Steuerbetrag?": Said("", 0.0)})
    one = setting.take(one, TOTAL, 1, bare_invoice(), AT)
    assert one.value(TOTAL).value == Decimal("119.00")
    texts = [bare_invoice().pages[0].words[at].text for at in one.value(TOTAL).words]
    assert texts == ["119,00"]
    assert "100,00" in [choice.text for choice in setting.choices(one, TOTAL)]


def test_words_that_are_pointed_at_become_the_value() -> None:
    page = invoice().pages[0]
    net = word("100,00")
    one = setting.point(review(), TOTAL, page, (net - 1, net, net + 1), AT)
    assert one.value(TOTAL).value == Decimal("100.00")
    assert one.value(TOTAL).words == (net - 1, net, net + 1)
    assert setting.point(one, TOTAL, page, (word("Hammer"),), AT) is one


def test_a_row_is_added_deleted_and_back() -> None:
    one = rows.add_row(review(), 1, AT)
    assert cells(one)[1] == ["", "", "", ""]
    assert one.focus == Concern("description", 1)
    one = rows.delete_row(one, 0, AT)
    assert [row[0] for row in cells(one)] == ["", "Zange mit langem Griff"]
    assert cells(finishing.undo(finishing.undo(one, AT), AT)) == cells(review())


def test_merged_rows_are_one_and_split_again_are_two() -> None:
    one = rows.merge_rows(review(), 0, invoice(), AT)
    assert cells(one) == [["Hammer Zange mit langem Griff", "2", "20,00", "40,00"]]
    page = invoice().pages[0]
    both = setting.point(one, Concern("amount", 0), page, (word("40,00"), word("60,00")), AT)
    both = setting.point(both, Concern("quantity", 0), page, (word("2"), word("3")), AT)
    parted = rows.split_row(both, 0, invoice(), AT)
    assert cells(parted) == [["Hammer", "2", "20,00", "40,00"], ["Zange mit langem Griff", "3", "", "60,00"]]


def test_a_moved_border_cuts_the_cells_anew() -> None:
    page = invoice().pages[0]
    shown = columns.ruling(review(), page)
    assert shown is not None
    assert [track.name for track in shown.tracks] == ["description", "quantity", "unit_price", "amount"]
    assert len(shown.edges) == 5
    beyond = columns.moved(shown, 3, 0.81)  # the border between price and amount, into the amounts
    one = columns.recut(review(), page, columns.moved(shown, 2, 0.5), AT)
    assert cells(one)[0] == ["Hammer", "", "2 20,00", "40,00"]
    assert cells(columns.recut(review(), page, beyond, AT)) == cells(review())
    assert cells(finishing.undo(one, AT)) == cells(review())


def test_columns_of_a_page_that_lies_on_its_side_are_those_of_its_upright_text() -> None:
    upright, sideways = invoice(), lying(invoice())
    one, other = columns.ruling(review(), upright.pages[0]), columns.ruling(review(sideways), sideways.pages[0])
    assert one is not None
    assert other is not None
    assert [round(edge, 4) for edge in other.edges] == [round(edge, 4) for edge in one.edges]
    cut = columns.recut(review(sideways), sideways.pages[0], columns.moved(other, 2, 0.5), AT)
    assert cells(cut)[0] == ["Hammer", "", "2 20,00", "40,00"]


def two_pages() -> Document:
    """The invoice, and a page that tells an amount below many other words."""
    terms = [(0.05 + 0.02 * n, [(0.1, "Bitte beachten Sie unsere Bedingungen")]) for n in range(20)]
    return document(page(invoice_lines()), page([*terms, (0.6, [(0.1, "41,00")])], number=2))


def pointed_elsewhere(of: Document) -> Review:
    """The first row's amount is the one on the second page."""
    other = of.pages[1]
    return setting.point(review(of), Concern("amount", 0), other, (len(other.words) - 1,), AT)


def test_a_moved_border_leaves_a_cell_alone_that_was_pointed_to_another_page() -> None:
    of = two_pages()
    one = pointed_elsewhere(of)
    for place, edge, x in ((0, 2, 0.5), (1, 0, 0.05)):
        shown = columns.ruling(one, of.pages[place])
        assert shown is not None
        one = columns.recut(one, of.pages[place], columns.moved(shown, edge, x), AT)
    assert cells(one) == [["Hammer", "", "2 20,00", "41,00"], ["Zange mit langem Griff", "", "3 20,00", "60,00"]]


def test_a_row_with_a_cell_on_another_page_is_split_and_that_cell_stays_in_the_first_row() -> None:
    of = two_pages()
    joined = rows.merge_rows(pointed_elsewhere(of), 0, of, AT)
    parted = rows.split_row(joined, 0, of, AT)
    assert cells(parted) == [["Hammer", "2", "20,00", "41,00"], ["Zange mit langem Griff", "", "", ""]]


def test_a_corrected_word_mends_what_stands_on_it() -> None:
    of = invoice("l19,00")
    one = review(of, {"Wie lautet der Gesamtbetrag?": Said("l19,00")})
    at = [one.text for one in of.pages[0].words].index("l19,00")
    old, new = WordText(1, at, "l19,00"), WordText(1, at, "119,00")
    mended = words.correct_word(one, of, old, new, AT)
    assert mended.value(TOTAL).value == Decimal("119.00")
    assert apply_words(of, mended.changes[-1].after).pages[0].words[at].text == "119,00"
    undone = finishing.undo(mended, AT)
    assert undone.extraction == one.extraction
    assert undone.changes[-1].after.words == (old,)


def test_an_accepted_document_opens_again_once_a_value_changes() -> None:
    one = finishing.finish(review(), AT)
    assert one.accepted
    assert one.value(TOTAL).state is State.ACCEPTED
    assert one.value(Concern("order_number")).state is State.NOT_FOUND
    one = setting.edit(one, TOTAL, "19,00", invoice(), AT)
    assert not one.accepted
    assert finishing.undo(one, AT).accepted


def test_a_click_on_a_word_finds_the_field_and_the_cell_that_use_it() -> None:
    one = review()
    assert focusing.places_using(one, 1, word("119,00")) == (TOTAL,)
    assert focusing.places_using(one, 1, word("Hammer")) == (Concern("description", 0),)
    assert focusing.places_using(one, 1, word("Rechnung")) == ()


def test_a_document_that_is_right_as_it_stands_leaves_no_reading_open() -> None:
    one = review()
    total = one.value(TOTAL)
    assert total.value is not None
    open_still = replace(total, readings=(total.value, Decimal(2)), state=State.CHECK)
    found = replace(one.extraction, fields=tuple(open_still if f == total else f for f in one.extraction.fields))

    done = finishing.finish(replace(one, extraction=found), AT)

    assert (done.value(TOTAL).state, done.value(TOTAL).readings) == (State.ACCEPTED, ())
