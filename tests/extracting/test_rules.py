"""Rules are held against the values; what that costs does not grow with rules times rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docqa_app.core.fields import FieldType, FieldValue, LineItem
from docqa_app.extracting import rules
from docqa_app.extracting.rules import check_rules
from docqa_app.schemas.expressions import Operand
from docqa_app.schemas.schema_file import find_schema
from tests.extracting.sheets import SCHEMAS

ROWS = 40


def amount(name: str, value: int) -> FieldValue:
    return FieldValue(name, FieldType.AMOUNT, f"{value}.00", Decimal(f"{value}.00"))


def test_each_value_is_read_once_for_all_rules_and_once_more_for_those_of_its_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[FieldValue] = []

    def operand_of(value: FieldValue) -> Operand | None:
        read.append(value)
        return real(value)

    real = rules.operand_of
    monkeypatch.setattr(rules, "operand_of", operand_of)
    schema = find_schema("invoice", SCHEMAS)
    items = (LineItem(tuple(amount(column.name, 1) for column in schema.columns)),) * ROWS
    results = check_rules(schema, (amount("net_amount", ROWS), amount("total_amount", ROWS)), items)

    of_rows = sum(rule.each_row for rule in schema.rules)
    assert {one.ok for one in results} == {True}
    assert len(results) > ROWS
    assert len(read) <= 2 + ROWS * len(schema.columns) * (1 + of_rows)


@pytest.mark.parametrize(
    ("total", "fits"), [("6119.90", True), ("6119.88", True), ("6119.95", False), ("6119.86", False)]
)
def test_a_total_may_be_rounded_to_the_smallest_coin(total: str, fits: bool) -> None:
    texts = {"net_amount": "5661.31", "tax_amount": "458.57", "total_amount": total}
    fields = [FieldValue(name, FieldType.AMOUNT, text, Decimal(text)) for name, text in texts.items()]
    results = check_rules(find_schema("invoice", SCHEMAS), fields, ())
    assert {one.rule: one.ok for one in results}["total"] is fits
