"""Keys and values of a form: each key has its own value, of its own party."""

from __future__ import annotations

from docqa_app.core.fields import Extraction, State
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
