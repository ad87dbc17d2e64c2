"""What is wrong with a part of a draft, in a sentence, while it is being typed."""

from __future__ import annotations

import re

from docqa_app.schemas.draft import Draft, DraftRule
from docqa_app.schemas.expressions import BadExpression, parse_expression


def pattern_problem(pattern: str) -> str:
    """Why a text is no regular expression; "" where it is one."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
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
    columns = {one.name for one in draft.columns}
    known = {one.name for one in draft.fields} | (columns if rule.each_row else set())
    unknown = sorted((check.names - known) | (check.columns - columns))
    return f"The rule speaks of “{unknown[0]}”, which is no field of this kind." if unknown else ""
