"""Documents are found again by what is printed on them, by field and by date; duplicates are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from docqa_app.core.changes import Deed, WordText, change, undo
from docqa_app.core.fields import Extraction
from docqa_app.core.kept import Same, Wanted
from docqa_app.library.library import SqliteLibrary
from tests.library.invoices import AT, accepted, edited, extracted, invoice, page


@pytest.fixture
def three(library: SqliteLibrary) -> SqliteLibrary:
    for number, supplier, day in (
        ("2024-0815", "Hafen Werkzeug GmbH", date(2024, 3, 31)),
        ("2024-0816", "Hafen Werkzeug GmbH", date(2024, 4, 15)),
        ("A-77", "Café Müller", date(2023, 12, 1)),
    ):
        document = invoice(number, supplier)
        found = extracted(document, number, supplier)
        dated = replace(found.field("invoice_date"), text=day.strftime("%d.%m.%Y"), value=day)
        library.keep(document, with_field(found, dated))
    return library


def with_field(found: Extraction, new: object) -> Extraction:
    name = getattr(new, "name", "")
    return replace(found, fields=tuple(new if one.name == name else one for one in found.fields))  # type: ignore[misc]


def numbers(library: SqliteLibrary, wanted: Wanted) -> list[str]:
    return sorted(found.entry.number for found in library.search(wanted))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("gewindebohrer", ["2024-0815", "2024-0816", "A-77"]),
        ("CAFE", ["A-77"]),
        ("müller", ["A-77"]),
        ("0815", ["2024-0815"]),
        ("1.234,5", ["2024-0815", "2024-0816", "A-77"]),
        ("werkzeug 0816", ["2024-0816"]),
        ('"hafen werkzeug"', ["2024-0815", "2024-0816"]),
        ('"werkzeug hafen"', []),
        ("77", ["A-77"]),
        ("bohrer 77", ["A-77"]),
        ('say "', []),
        ("nowhere", []),
    ],
)
def test_text_is_found_whatever_its_case_accents_and_ends(three: SqliteLibrary, text: str, wanted: list[str]) -> None:
    assert numbers(three, Wanted(text)) == wanted


def test_a_hit_tells_page_and_words_and_what_stands_around(library: SqliteLibrary) -> None:
    document = invoice()
    document = replace(document, pages=(*document.pages, page("Seite zwei", "Gewindebohrer extra", number=2)))
    library.keep(document, extracted(document))

    (found,) = library.search(Wanted("gewindebohrer"))

    words = [document.page(hit.page).words[index].text for hit in found.hits for index in hit.words]
    assert [hit.page for hit in found.hits] == [1, 2]
    assert words == ["Gewindebohrer", "Gewindebohrer"]
    assert "Gewindebohrer 2 Stück" in found.excerpt


def test_an_empty_search_lists_all_the_last_seen_first(three: SqliteLibrary) -> None:
    assert [found.entry.number for found in three.search(Wanted())] == ["A-77", "2024-0816", "2024-0815"]
    assert len(three.search(Wanted(most=2))) == 2


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(field="supplier_name", value="muller"), ["A-77"]),
        (Wanted(field="invoice_number", value="hafen"), []),
        (Wanted(value="A-77"), ["A-77"]),
        (Wanted(field="total_amount", value="1234.50"), ["2024-0815", "2024-0816", "A-77"]),
        (Wanted(field="total_amount", value="1.234,50"), ["2024-0815", "2024-0816", "A-77"]),
        (Wanted(field="description", value="bohrer"), ["2024-0815", "2024-0816", "A-77"]),
        (Wanted(first=date(2024, 4, 1)), ["2024-0816"]),
        (Wanted(first=date(2024, 3, 31), last=date(2024, 3, 31)), ["2024-0815"]),
        (Wanted(last=date(2023, 12, 31)), ["A-77"]),
        (Wanted(field="due_date", first=date(2024, 4, 30)), ["2024-0815", "2024-0816", "A-77"]),
        (Wanted("hafen", value="0816", first=date(2024, 1, 1)), ["2024-0816"]),
    ],
)
def test_fields_and_dates_narrow_the_search(three: SqliteLibrary, wanted: Wanted, expected: list[str]) -> None:
    assert numbers(three, wanted) == expected


def test_what_was_finished_can_be_told_from_what_was_not(three: SqliteLibrary) -> None:
    document = invoice("A-77", "Café Müller")
    reviewed = three.review(document.sha256)
    assert reviewed is not None
    three.record(document.sha256, accepted(reviewed.extraction))

    assert numbers(three, Wanted(accepted=True)) == ["A-77"]
    assert numbers(three, Wanted(accepted=False)) == ["2024-0815", "2024-0816"]


def test_a_corrected_value_is_found_and_the_old_one_no_longer(three: SqliteLibrary) -> None:
    document = invoice("A-77", "Café Müller")
    reviewed = three.review(document.sha256)
    assert reviewed is not None
    three.record(document.sha256, edited(reviewed.extraction, "invoice_number", "A-78")[1])

    assert numbers(three, Wanted(field="invoice_number", value="A-78")) == ["A-78"]
    assert numbers(three, Wanted(field="invoice_number", value="A-77")) == []


def test_a_corrected_word_is_found_until_that_is_taken_back(library: SqliteLibrary) -> None:
    document = invoice()
    first = extracted(document)
    library.keep(document, first)
    words = ((WordText(1, 0, "Hafen", 0.9), WordText(1, 0, "Hagedorn")),)
    library.record(document.sha256, change(Deed.CORRECT_WORD, "person", AT, first, first, words=words))

    (found,) = library.search(Wanted("hagedorn"))
    assert found.hits[0].words == (0,)
    assert library.search(Wanted("hafen")) == ()

    reviewed = library.review(document.sha256)
    assert reviewed is not None
    back = undo(reviewed.changes, "person", AT)
    assert back is not None
    library.record(document.sha256, back)
    assert len(library.search(Wanted("hafen"))) == 1
    assert library.document(document.sha256) == document


def test_the_names_of_fields_can_be_chosen_from(three: SqliteLibrary) -> None:
    assert set(three.field_names()) >= {"supplier_name", "invoice_number", "total_amount", "description"}


def test_the_same_file_under_another_path_is_a_duplicate(library: SqliteLibrary) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    copy = replace(extracted(document), path="/mail/copy.pdf")

    (duplicate,) = library.duplicates(copy)

    assert (duplicate.entry.path, duplicate.same) == (document.path, Same.FILE)
    assert library.duplicates(extracted(document)) == ()


def test_a_second_scan_of_an_invoice_is_a_duplicate_whatever_the_recognition_made_of_it(
    library: SqliteLibrary,
) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    scan = invoice(path="/in/scan.pdf", supplier="HAFEN-WERKZEUG GMBH")

    (duplicate,) = library.duplicates(extracted(scan, "2O24 - 08I5", "HAFEN-WERKZEUG GMBH"))

    assert (duplicate.entry.sha256, duplicate.same) == (document.sha256, Same.NUMBER)


def test_another_number_or_total_is_no_duplicate(library: SqliteLibrary) -> None:
    document = invoice()
    library.keep(document, extracted(document))
    other = invoice("2024-0999")

    assert library.duplicates(extracted(other, "2024-0999")) == ()
    nameless = edited(extracted(other), "supplier_name", "")[0]
    assert library.duplicates(nameless) == ()


def test_days_bound_a_field_that_holds_days_and_else_the_document(three: SqliteLibrary) -> None:
    year = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}

    assert numbers(three, Wanted(field="supplier_name", **year)) == ["2024-0815", "2024-0816"]
    assert numbers(three, Wanted(field="supplier_name", value="werkzeug", **year)) == ["2024-0815", "2024-0816"]
    april = {"first": date(2024, 4, 1), "last": date(2024, 4, 30)}
    assert numbers(three, Wanted(field="invoice_date", value="2024", **april)) == ["2024-0816"]
    assert numbers(three, Wanted(field="nothing_such", **year)) == []
