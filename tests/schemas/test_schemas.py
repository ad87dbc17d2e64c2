"""Schemas are plain files; every mistake in one is a sentence with the file, the place and what to write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docqa_app.errors import UsageError
from docqa_app.schemas.schema_file import find_schema, load_schema, shipped_schemas
from tests.extracting.sheets import SCHEMAS

PUBLISHED = json.loads((SCHEMAS / "schema.schema.json").read_text(encoding="utf-8"))
Change = Callable[[dict[str, Any]], object]


def small() -> dict[str, Any]:
    return {
        "form": "docqa schema",
        "version": 1,
        "name": "order",
        "title": {"en": "Order"},
        "fields": [
            {"name": "total", "type": "amount", "label": {"en": "Total"}, "questions": {"en": ["What is the total?"]}}
        ],
        "line_items": {
            "columns": [{"name": "amount", "type": "amount", "label": {"en": "Amount"}, "headers": {"en": ["amount"]}}]
        },
        "rules": [
            {"name": "sum", "check": "sum(line_items.amount) == total", "message": {"en": "{left} is not {total}."}}
        ],
    }


def saved(folder: Path, value: object) -> Path:
    path = folder / "order.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def test_invoice_receipt_and_form_are_shipped_with_the_promised_names() -> None:
    schemas = {schema.name: schema for schema in shipped_schemas(SCHEMAS)}
    assert set(schemas) == {"invoice", "receipt", "form"}
    assert [field.name for field in schemas["invoice"].fields] == [
        *("supplier_name", "supplier_address", "supplier_vat_id", "customer_name", "invoice_number", "invoice_date"),
        *("due_date", "order_number", "currency", "net_amount", "tax_amount", "total_amount", "iban"),
    ]
    assert [c.name for c in schemas["invoice"].columns] == ["description", "quantity", "unit_price", "amount"]
    assert [field.name for field in schemas["receipt"].fields] == [
        *("merchant_name", "merchant_address", "date", "time", "currency", "tax_amount", "total_amount"),
    ]
    assert [c.name for c in schemas["receipt"].columns] == ["description", "quantity", "amount"]
    assert schemas["form"].pairs


@pytest.mark.parametrize("name", ["invoice", "receipt", "form"])
def test_what_is_shipped_has_the_published_form_in_three_languages(name: str) -> None:
    value = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.validate(value, PUBLISHED)
    for field in value["fields"]:
        assert set(field["label"]) == set(field["questions"]) == {"en", "de", "fr"}
        assert all(len(phrasings) >= 2 for phrasings in field["questions"].values())
    for rule in load_schema(SCHEMAS / f"{name}.json").rules:
        assert set(rule.message) == {"en", "de", "fr"}


def test_a_schema_is_found_by_name_and_by_path(tmp_path: Path) -> None:
    assert find_schema("invoice", SCHEMAS).name == "invoice"
    assert find_schema(str(saved(tmp_path, small())), SCHEMAS).name == "order"
    with pytest.raises(UsageError, match=r"no schema 'bill'\. Choose one of form, invoice, receipt"):
        find_schema("bill", SCHEMAS)


MISTAKES: list[tuple[Change, str]] = [
    (lambda top: top.update(version=2), '"version": 1'),
    (lambda top: top.update(name="My order"), '"name"'),
    (lambda top: top.update(colour="red"), "'colour', which no schema has"),
    (lambda top: top.update(title="Order"), "title must give a text for each language"),
    (lambda top: top.update(fields={}), '"fields"'),
    (lambda top: top["fields"].append("total"), r"fields\[1\] must be an object"),
    (lambda top: top["fields"].append(top["fields"][0]), "'total' twice"),
    (lambda top: top["fields"][0].update(type="money"), r"fields\[0\] \(total\) has the type 'money'"),
    (lambda top: top["fields"][0].update(questions={}), 'needs "questions"'),
    (lambda top: top["fields"][0].update(questions={"en": []}), "a list of texts"),
    (lambda top: top["fields"][0].update(pattern="("), '"pattern" that is no regular expression'),
    (lambda top: top["fields"][0].update(required="yes"), 'true or false as "required"'),
    (lambda top: top["rules"][0].update(check="open('x')"), r"rules\[0\] cannot be checked"),
    (lambda top: top["rules"][0].update(check="net == total"), "speaks of 'net'"),
    (lambda top: top["rules"][0].update(check="sum(line_items.price) == total"), "speaks of 'price'"),
    (lambda top: top["rules"][0].pop("message"), r"message of rules\[0\]"),
    (lambda top: top["line_items"]["columns"][0].pop("headers") and top["line_items"].update(rows=1), "'rows'"),
]


@pytest.mark.parametrize(("change", "sentence"), MISTAKES)
def test_a_mistake_is_named_with_its_file_and_place(tmp_path: Path, change: Change, sentence: str) -> None:
    value = small()
    change(value)
    with pytest.raises(UsageError, match=sentence) as caught:
        load_schema(saved(tmp_path, value))
    assert str(caught.value).startswith("The schema order.json has a mistake: ")
    assert str(caught.value).endswith("Correct it there.")


def test_a_file_that_is_no_json_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "order.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="is not JSON"):
        load_schema(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="is not JSON"):
        load_schema(path)


def test_the_published_form_and_the_loader_agree_on_a_small_schema(tmp_path: Path) -> None:
    jsonschema.validate(small(), PUBLISHED)
    assert load_schema(saved(tmp_path, small())).rules[0].check.columns == {"amount"}
