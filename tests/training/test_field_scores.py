"""How fields and rows are judged: by what they mean, in their order, with wrong ones counted by state."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from docqa_app.core.document import Document
from docqa_app.core.fields import Extraction, FieldType, FieldValue, LineItem, State
from docqa_app.reading.cache import WordCache
from docqa_app.schemas.schema_file import load_schema
from docqa_app.training.cell_scores import Cells, add_cells
from docqa_app.training.field_case import Case
from docqa_app.training.field_cases import CASES, ORDERS, Shelf
from docqa_app.training.field_scores import Scores, Timed, score
from docqa_app.training.field_verdicts import is_right, judged
from docqa_app.values.amounts import DecimalMark
from docqa_app.values.conventions import Conventions
from docqa_app.values.dates import DateOrder
from tests.extracting.sheets import SCHEMAS
from tests.fakes import FakeEngine

WRITING = Conventions(decimal_mark=DecimalMark.POINT, date_order=DateOrder.DAY_FIRST)
INVOICE = load_schema(SCHEMAS / "invoice.json")
NOWHERE = Document("x", "x", (), 0)


def value(name: str, kind: FieldType, text: str, meant: object = None, state: State = State.CONFIDENT) -> FieldValue:
    return FieldValue(name, kind, text, meant, state=state)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "truth", "right"),
    [
        (value("total_amount", FieldType.AMOUNT, "1,234.50", Decimal("1234.50")), "$1234.5", True),
        (value("total_amount", FieldType.AMOUNT, "1,234.50", Decimal("1234.50")), "1234.00", False),
        (value("total_amount", FieldType.AMOUNT, "1.234", None), "1.234", False),
        (value("invoice_number", FieldType.TEXT, "RE-471/A"), "re 471 a", True),
        (value("invoice_number", FieldType.TEXT, "RE-471"), "RE-4711", False),
        (value("invoice_number", FieldType.TEXT, ""), "RE-4711", False),
    ],
)
def test_values_are_right_where_they_mean_the_same_and_texts_where_they_are_spelled_the_same(
    found: FieldValue, truth: str, right: bool
) -> None:
    assert is_right(found, truth, WRITING) is right


def test_a_name_may_stand_among_other_words_only_where_the_truth_names_no_more() -> None:
    cell = value("description", FieldType.TEXT, "4123 Zitronensäure 100ml Flasche")
    assert not is_right(cell, "Zitronensäure 100ml", WRITING)
    assert is_right(cell, "Zitronensäure 100ml", WRITING, around=True)
    assert not is_right(cell, "Gelierzucker", WRITING, around=True)


def item(name: str, amount: str) -> LineItem:
    cells = [FieldValue(column.name, column.type) for column in INVOICE.columns]
    told = {"description": name, "amount": amount}
    return LineItem(
        tuple(
            replace(cell, text=told[cell.name], value=Decimal(amount) if cell.name == "amount" else name)
            if cell.name in told
            else cell
            for cell in cells
        )
    )


def test_rows_are_paired_in_their_order_and_every_cell_counts() -> None:
    rows = ({"description": "Hammer", "amount": "40.00"}, {"description": "Pliers", "amount": "60.00"})
    case = Case("x", NOWHERE, INVOICE, WRITING, {}, rows, ("description", "amount"))
    tallies: dict[str, Cells] = defaultdict(Cells)
    pairs = add_cells(tallies, case, [item("Carried over", "1.00"), item("Hammer", "40.00"), item("Plyers", "60.00")])
    assert pairs == ((0, None), (1, 0), (2, 1))
    every = tallies["all"]
    assert (every.found, every.there, every.right) == (6, 4, 3)
    assert (every.precision, every.recall, every.f1) == (0.5, 0.75, 0.6)


def test_wrong_values_are_counted_beside_their_state_and_inventions_too() -> None:
    case = Case("x", NOWHERE, INVOICE, WRITING, {"invoice_number": "471"}, absent=frozenset({"iban"}))
    fields = (
        value("invoice_number", FieldType.TEXT, "472"),
        value("iban", FieldType.IBAN, "DE02", "DE02", State.CHECK),
        value("due_date", FieldType.DATE, "nobody knows"),
    )
    found = list(judged(case, Extraction("x", "x", "invoice", fields)))
    assert [(one.value.name, one.right) for one in found] == [("invoice_number", False), ("iban", False)]
    scores = Scores(documents=1)
    for one in found:
        scores.fields[one.value.name].append(one)
    line = next(line for line in scores.lines("some") if line.startswith("all"))
    assert line.split()[1:9] == ["1", "0.000", "0.667", "0.000", "1", "(1)", "1", "(1)"]


def test_a_set_is_measured_through_the_apps_own_rooms(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, SCHEMAS, WordCache(tmp_path / "words"), drawn=2)
    engine, out = Timed(FakeEngine(), one_by_one=True), tmp_path / "values.jsonl"
    scores = score("drawn", shelf, engine, out)
    assert (scores.documents, len(out.read_text(encoding="utf-8").splitlines())) == (2, 2)
    assert scores.cells["all"].there > 4
    assert engine.questions >= 2 * len(INVOICE.fields)
    record = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert {"field", "truth", "text", "right", "state", "confidence"} <= record["fields"][0].keys()


def test_the_orders_schema_is_one_that_a_user_could_write() -> None:
    assert [field.name for field in load_schema(ORDERS).fields][:2] == ["contract_num", "advertiser"]


def test_held_bills_are_whole_and_measured_without_any_other_data(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, SCHEMAS, WordCache(tmp_path / "words"))
    cases = list(CASES["held_bills"](shelf))
    assert len(cases) == 36
    assert {case.schema.name for case in cases} == {"invoice", "receipt"}
    assert all(case.document.pages and case.fields for case in cases)
    assert sum(len(case.rows or ()) for case in cases) > 200


def test_any_of_several_spellings_of_a_typed_value_is_right() -> None:
    found = value("iban", FieldType.IBAN, "DE70", "DE70")
    assert is_right(found, "DE02\nDE70", WRITING)
    assert not is_right(found, "DE02\nDE20", WRITING)
