"""The rules of a schema held against the values of an extraction, when it is made and after every change of a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docqa_app.core.fields import Concern, Extraction, FieldValue, LineItem, RuleResult, State
from docqa_app.extracting.rules import check_rules
from docqa_app.schemas.schema import Schema

UNSHAKEN = 0.96
"""From this confidence on a field is believed rather than the sum of its rows."""


def checked(found: Extraction, schema: Schema, language: str = "en") -> Extraction:
    """The extraction with its rules held against its values, anew after every change of one.

    What a failing rule is about says so in its state, but for what a person has accepted and what the XML says. A rule
    over whole columns (their sum) marks the fields it is about: a clerk is not led to every cell of them. Of a field
    that is very sure it only speaks in the list of rules: a row that was missed is likelier than a total that is wrong.
    """
    rules = check_rules(schema, found.fields, found.line_items, language)
    failed = _failures(rules)
    fields = tuple(_judged(value, failed.get(Concern(value.name))) for value in found.fields)
    items = tuple(
        LineItem(tuple(_judged(cell, failed.get(Concern(cell.name, row))) for cell in item.cells))
        for row, item in enumerate(found.line_items)
    )
    return replace(found, fields=fields, line_items=items, rules=rules)


def _failures(rules: Sequence[RuleResult]) -> dict[Concern, RuleResult]:
    """The first failed rule for each value it is about; those over rows come last."""
    failures: dict[Concern, RuleResult] = {}
    for rule in sorted(rules, key=_sums_rows):
        for concern in _marked(rule) if not rule.ok else ():
            failures.setdefault(concern, rule)
    return failures


def _sums_rows(rule: RuleResult) -> bool:
    """Whether a rule holds fields against whole columns."""
    return len({one.row is None for one in rule.concerns}) > 1


def _marked(rule: RuleResult) -> tuple[Concern, ...]:
    """The fields of a rule, and its cells where they are of one row or it is about nothing else."""
    fields = tuple(one for one in rule.concerns if one.row is None)
    return fields or rule.concerns


def _judged(value: FieldValue, failure: RuleResult | None) -> FieldValue:
    if failure is None or value.state in (State.ACCEPTED, State.FROM_XML, State.NOT_FOUND):
        return value
    if _sums_rows(failure) and value.state is State.CONFIDENT and value.confidence >= UNSHAKEN:
        return value
    return replace(value, state=State.RULE_FAILED, note=failure.message)
