"""Keys and values of a form: each key has its own value, of its own party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docqa_app.core.document import Page
from docqa_app.core.fields import Extraction, State
from docqa_app.extracting.bare_keys import bare_pairs
from docqa_app.extracting.extract import extract
from docqa_app.extracting.pairs import find_pairs
from docqa_app.schemas.schema_file import load_schema
from tests.extracting.sheets import SCHEMAS, document, page, told
from tests.fakes import Said

FORM = load_schema(SCHEMAS / "form.json")
PARTIES = ("Sender", "Phone: 0131 4960021", "Recipient", "Phone: 0301 5550188")


def form(*lines: str, **said: Said) -> Extraction:
    sheet = page([(0.1 + 0.05 * n, [(0.1, line)]) for n, line in enumerate(lines)])
    return extract(document(sheet), FORM, told(said))


def pairs(line: str) -> list[tuple[str, str]]:
    sheet = page([(0.1, [(0.1, line)])])
    return [(one.key, sheet.text_of(one.words)) for one in find_pairs(sheet)]


def test_a_key_that_stands_twice_has_not_the_value_of_the_other_party() -> None:
    found = form(*PARTIES, Phone=Said("0131 4960021", 0.9))

    first, second = found.field("Phone"), found.field("Phone (2)")
    assert (first.text, first.state) == ("0131 4960021", State.CONFIDENT)
    assert (second.text, second.state) == ("0301 5550188", State.CHECK)


def test_the_model_is_believed_of_what_stands_behind_no_other_key() -> None:
    found = form("Weight: about", "as weighed 3.10 kg", Weight=Said("3.10 kg", 0.9))

    assert (found.field("Weight").text, found.field("Weight").state) == ("3.10 kg", State.CONFIDENT)


def test_keys_that_stand_close_have_each_its_number() -> None:
    assert pairs("Order no: 77120 Account no: 4471-09") == [("Order no", "77120"), ("Account no", "4471-09")]
    assert pairs("Rent: £950.00 Deposit: £1,095.00") == [("Rent", "£950.00"), ("Deposit", "£1,095.00")]


def test_a_number_in_a_key_stays_in_it() -> None:
    assert pairs("2 Address: Kai 4") == [("2 Address", "Kai 4")]


def test_dotted_lines_are_no_values_and_end_keys_as_colons_do() -> None:
    assert pairs("Allergies connues : ..............") == [("Allergies connues", "")]
    assert pairs("Schule ........ Grundschule am Berg ......") == [("Schule", "Grundschule am Berg")]
    assert pairs("Anzahl ........ 12 Klasse: ____ 3b ____") == [("Anzahl", "12"), ("Klasse", "3b")]
    assert form("Name: .......... Kolb..........").field("Name").text == "Kolb"


def bare(*lines: tuple[float, float, Sequence[tuple[float, str]]]) -> list[tuple[str, str]]:
    """The pairs of a page of lines: how far down each stands, how high its print is, and its cells."""
    words = [
        replace(word, box=replace(word.box, bottom=word.box.top + high))
        for top, high, cells in lines
        for word in page([(top, cells)]).words
    ]
    sheet = Page(1, 595.0, 842.0, tuple(words))
    return [(one.key, sheet.text_of(one.words)) for one in bare_pairs(sheet, find_pairs(sheet))]


def test_keys_without_a_colon_have_what_stands_in_the_column_beside_them() -> None:
    rows = (("First name", "Isolde"), ("Date of birth", "14/02/1991"), ("Postcode", "LS21 3EX"))
    lines = [(0.2 + 0.04 * n, 0.014, [(0.1, key), (0.4, value)]) for n, (key, value) in enumerate(rows)]
    assert bare((0.1, 0.02, [(0.1, "Application for membership")]), *lines) == list(rows)
    assert bare(*lines[:2]) == []


def test_keys_in_small_print_have_what_stands_over_them_or_under_them() -> None:
    named, born = [(0.1, "Name of child"), (0.5, "Date of birth")], [(0.11, "Jonathan Ott"), (0.51, "07.08.2018")]
    town, post = [(0.1, "Town"), (0.5, "Postcode")], [(0.11, "Eichenried"), (0.51, "85464")]
    wanted = [("Name of child", "Jonathan Ott"), ("Date of birth", "07.08.2018")]
    wanted += [("Town", "Eichenried"), ("Postcode", "85464")]
    assert bare((0.2, 0.015, born), (0.22, 0.009, named), (0.26, 0.015, post), (0.28, 0.009, town)) == wanted
    assert bare((0.2, 0.009, named), (0.212, 0.015, born), (0.25, 0.009, town), (0.262, 0.015, post)) == wanted


def test_the_columns_of_a_table_or_of_sentences_are_no_keys() -> None:
    table = [(0.2 + 0.03 * n, 0.014, [(0.1, "Hammer"), (0.4, "Steel"), (0.7, "Each")]) for n in range(4)]
    prose = [(0.5 + 0.03 * n, 0.014, [(0.1, "and goes on with"), (0.5, "what it says")]) for n in range(4)]
    assert bare(*table, *prose) == []


def test_a_form_without_colons_has_fields_that_the_model_makes_surer() -> None:
    rows = (("First name", "Isolde"), ("Date of birth", "14/02/1991"), ("Postcode", "LS21 3EX"))
    sheet = page([(0.2 + 0.04 * n, [(0.1, key), (0.4, value)]) for n, (key, value) in enumerate(rows)])
    found = extract(document(sheet), FORM, told({"Postcode": Said("LS21 3EX", 0.9)}))

    assert (found.field("Postcode").text, found.field("Postcode").state) == ("LS21 3EX", State.CONFIDENT)
    assert (found.field("First name").text, found.field("First name").state) == ("Isolde", State.CHECK)
