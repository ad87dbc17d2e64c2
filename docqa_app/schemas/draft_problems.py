"""What is wrong with a part of a draft, in a sentence, while it is being typed."""

from __future__ import annotations

from docqa_app.schemas.draft import Draft, DraftRule
from docqa_app.schemas.expression_kinds import mismatch
from docqa_app.schemas.expressions import BadExpression, parse_expression
from docqa_app.schemas.patterns import BadPattern, compiled


def pattern_problem(pattern: str) -> str:
    """Why a text is no regular expression that can be used; "" where it is one."""
    try:
        compiled(pattern)
    except BadPattern as error:
        return f"The pattern cannot be used: {error}."
    return ""


def rule_problem(draft: Draft, rule: DraftRule) -> str:
    """Why a rule cannot be checked, in a sentence; "" where it can."""
    if not rule.check.strip():
        return "Write what must hold, such as net_amount + tax_amount == total_amount."
    try:
        check = parse_expression(rule.check)
    except BadExpression as error:
        return f"The rule cannot be checked: {error}."
    columns = {one.name: one.type for one in draft.columns}
    known = {one.name: one.type for one in draft.fields} | (columns if rule.each_row else {})
    unknown = sorted((check.names - set(known)) | (check.columns - set(columns)))
    if unknown:
        return f"The rule speaks of “{unknown[0]}”, which is no field of this kind."
    found = mismatch(check, known, columns)
    return f"The rule can never be checked: “{found.part}” {found.why}." if found else ""
