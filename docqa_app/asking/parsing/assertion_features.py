"""What speaks for and against believing an assertion about a table: signs by name, each with how strong it is."""

from __future__ import annotations

from docqa_app.asking.log_linear import Signs
from docqa_app.asking.parsing.assertions import Assertion, Stated
from docqa_app.asking.parsing.triggers import TRIGGERS

_WEIGHTY = ("not", "only", "all", "most", "least", "more", "less", "count", "sum", "mean", "same", "first", "last")


def is_true(stated: Stated, one: Assertion) -> bool:
    """Whether an assertion makes the statement true: one that holds, unless it is denied."""
    return one.holds if one.sort == "none" else one.holds != stated.negated


def assertion_signs(stated: Stated, one: Assertion) -> Signs:
    """The signs of an assertion."""
    touched = stated.touched
    truth = f"{one.sort} {'holds' if one.holds else 'fails'}"
    found: dict[str, float] = {truth: 1.0, f"{truth} negated {stated.negated}": 1.0}
    if one.sort == "none":
        return found | _of_statement(stated, one)
    if one.step:
        found[f"{truth} {one.step}"] = 1.0
    if one.column >= 0:
        share = touched.heads[one.column].share
        found[f"{truth} head {'whole' if share >= 1 else 'half' if share >= 0.5 else 'part' if share else 'not'}"] = 1.0
        kind = (
            "dated" if touched.grid.dated[one.column] else "numeric" if touched.grid.numeric[one.column] else "worded"
        )
        found[f"{one.sort} {one.step} {kind}"] = 1.0
    if one.missing:
        found[f"row misses {min(4, one.missing)}"] = 1.0
    left = touched.question.telling - one.words
    found["words left"] = float(len(left))
    found[f"{truth} words left"] = float(len(left))
    found["touching words left"] = float(len(left & touched.touched))
    found[f"{truth} touching words left"] = float(len(left & touched.touched))
    for name in _WEIGHTY:
        if name in touched.question.triggers and not touched.question.triggers[name] & one.words:
            found[f"{one.sort} leaves {name}"] = 1.0
    return found


def _of_statement(stated: Stated, one: Assertion) -> dict[str, float]:
    """What a statement that no assertion tells looks like."""
    question = stated.touched.question
    found = {f"none {one.holds} {name}": 1.0 for name in TRIGGERS if name in question.triggers}
    unmatched = [n for n in question.numbers if n not in stated.touched.touched and question.parts[n].isdigit()]
    found[f"none {one.holds} numbers not found"] = float(len(unmatched))
    found[f"none {one.holds} words not found"] = float(len(question.telling - stated.touched.touched))
    return found
