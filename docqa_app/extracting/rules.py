"""The rules of a schema held against the values that were found: which fail, and which numbers disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docqa_app.core.fields import Concern, FieldType, FieldValue, LineItem, RuleResult
from docqa_app.schemas.expressions import Operand, Unknown, evaluate, left_side
from docqa_app.schemas.schema import Rule, Schema, in_language
from docqa_app.values.measured import Measured

SHOWN_DECIMALS = 4
_PLACE = re.compile(r"\{(\w+)\}")


def check_rules(
    schema: Schema, fields: Sequence[FieldValue], items: Sequence[LineItem], language: str = "en"
) -> tuple[RuleResult, ...]:
    """Every rule that can be checked with the values there are, in the schema's order; messages in this language."""
    seen = _Seen(_operands(fields), columns_of(items))
    results = (one for rule in schema.rules for one in _results(rule, seen, items, language))
    return tuple(results)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The values as rules see them: the fields, and the rows column by column."""

    fields: Mapping[str, Operand]
    columns: Mapping[str, Sequence[Operand | None]]


def _results(rule: Rule, seen: _Seen, items: Sequence[LineItem], language: str) -> Iterator[RuleResult]:
    if not rule.each_row:
        yield from _result(rule, seen.fields, seen.columns, _field_concerns(rule, items), language, {})
        return
    for row, item in enumerate(items):
        operands = {**seen.fields, **_operands(item.cells)}
        concerns = tuple(Concern(cell.name, row) for cell in item.cells if cell.name in rule.check.names)
        yield from _result(rule, operands, seen.columns, concerns, language, {"row": str(row + 1)})


def _result(
    rule: Rule,
    operands: Mapping[str, Operand],
    columns: Mapping[str, Sequence[Operand | None]],
    concerns: tuple[Concern, ...],
    language: str,
    more: Mapping[str, str],
) -> Iterator[RuleResult]:
    """The result, or nothing where a value is missing."""
    try:
        if evaluate(rule.check, operands, columns):
            yield RuleResult(rule.name, True, "", concerns)
            return
        left = left_side(rule.check, operands, columns)
    except Unknown:
        return
    said = {name: _shown(operand) for name, operand in operands.items()} | dict(more)
    if left is not None:
        said["left"] = _shown(left)
    template = in_language(rule.message, language)
    yield RuleResult(rule.name, False, _PLACE.sub(lambda m: said.get(m[1], m[0]), template), concerns)


def _field_concerns(rule: Rule, items: Sequence[LineItem]) -> tuple[Concern, ...]:
    fields = tuple(Concern(name) for name in sorted(rule.check.names))
    cells = (Concern(column, row) for column in sorted(rule.check.columns) for row in range(len(items)))
    return (*fields, *cells)


def _operands(values: Sequence[FieldValue]) -> dict[str, Operand]:
    return {value.name: operand for value in values if (operand := operand_of(value)) is not None}


def columns_of(items: Sequence[LineItem]) -> dict[str, list[Operand | None]]:
    """The rows as rules see them, column by column."""
    names = [cell.name for cell in items[0].cells] if items else []
    return {name: [operand_of(item.cell(name)) for item in items] for name in names}


def operand_of(value: FieldValue) -> Operand | None:
    """A value as rules see it: printed amounts are rounded to their last decimal, counted things are exact."""
    if isinstance(value.value, Decimal):
        slack = Decimal(0) if value.type is FieldType.NUMBER else half_a_unit(value.value)
        return Measured(value.value, slack)
    return value.value


def half_a_unit(amount: Decimal) -> Decimal:
    """Half of the last decimal printed: 0.005 for 12.50. An amount without decimals is taken as exact."""
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:
        return Decimal(0)
    return Decimal((0, (5,), exponent - 1))


def _shown(operand: Operand) -> str:
    if isinstance(operand, Measured):
        decimals = -int(operand.value.as_tuple().exponent)
        return f"{round(operand.value, SHOWN_DECIMALS) if decimals > SHOWN_DECIMALS else operand.value:f}"
    return operand.isoformat() if isinstance(operand, date) else str(operand)
