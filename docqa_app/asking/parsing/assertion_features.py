"""What speaks for and against believing an assertion about a table: signs by name, each with how strong it is."""

from __future__ import annotations

from docqa_app.asking.log_linear import Signs
from docqa_app.asking.parsing.assertions import Assertion, Stated
from docqa_app.asking.parsing.features import named_share, sort_of
from docqa_app.asking.parsing.touches import Touched
from docqa_app.asking.parsing.triggers import TRIGGERS
from docqa_app.asking.parsing.words import Question

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
        found[f"{truth} head {named_share(touched, one.column)}"] = 1.0
        found[f"{one.sort} {one.step} {sort_of(touched, one.column)}"] = 1.0
    if one.missing:
        found[f"row misses {min(4, one.missing)}"] = 1.0
    return found | _of_words_left(touched, one, truth) | _of_triggers_left(touched.question, one)


def _of_words_left(touched: Touched, one: Assertion, truth: str) -> dict[str, float]:
    """How many words the assertion does not explain."""
    left = touched.question.telling - one.words
    touching = left & touched.touched
    return {
        "words left": float(len(left)),
        f"{truth} words left": float(len(left)),
        "touching words left": float(len(touching)),
        f"{truth} touching words left": float(len(touching)),
    }


def _of_triggers_left(question: Question, one: Assertion) -> dict[str, float]:
    """Which operations are asked for that it does not carry out."""
    asked = {name: question.triggers[name] for name in _WEIGHTY if name in question.triggers}
    return {f"{one.sort} leaves {name}": 1.0 for name, at in asked.items() if not at & one.words}


def _of_statement(stated: Stated, one: Assertion) -> dict[str, float]:
    """What a statement that no assertion tells looks like."""
    question = stated.touched.question
    found = {f"none {one.holds} {name}": 1.0 for name in TRIGGERS if name in question.triggers}
    unmatched = [n for n in question.numbers if n not in stated.touched.touched and question.parts[n].isdigit()]
    found[f"none {one.holds} numbers not found"] = float(len(unmatched))
    found[f"none {one.holds} words not found"] = float(len(question.telling - stated.touched.touched))
    return found
