"""What speaks for and against a program: signs by name, each with how strong it is."""

from __future__ import annotations

from docqa_app.asking.log_linear import Signs
from docqa_app.asking.parsing.programs import Program
from docqa_app.asking.parsing.touches import Touched
from docqa_app.asking.parsing.triggers import NEXT, TRIGGERS
from docqa_app.asking.parsing.words import Question

NEAR = 3
"""Behind a superlative the column that it means is named within so many words."""
_USED_BY = {
    "most": {"most", "mode", "which more"}, "least": {"least", "rarest", "which less"},
    "first": {"first", "first row", "place", "rank"}, "last": {"last", "last row"}, "next": {"next"},
    "before": {"before"}, "count": {"count", "kinds"}, "sum": {"sum"}, "mean": {"mean"},
    "apart": {"apart", "counts apart"}, "same": {"same"}, "or": {"which more", "which less", "either"},
    "more": {"more"}, "less": {"less"}, "not": {"not", "empty"},
}  # fmt: skip
"""By which steps and acts an operation that words ask for is carried out."""


def signs(touched: Touched, one: Program) -> Signs:
    """The signs of a program."""
    found: dict[str, float] = {}
    question = touched.question
    act, step, asks = one.act, one.of.step, question.asks
    found[f"act {act}"] = 1.0
    found[f"step {step}"] = 1.0
    found[f"{asks} act {act}"] = 1.0
    found[f"act {act} step {step}"] = 1.0
    if act in ("cells", "mode"):
        found |= _of_column(touched, one)
    elif one.column >= 0:
        found[f"{act} head {named_share(touched, one.column)}"] = 1.0
    if act in ("count", "kinds", "sum"):
        number = any(touched.grid.numeric[c] and touched.heads[c].at & question.target for c in touched.grid.columns)
        found[f"{act} though a number is named {number}"] = 1.0
    found |= _of_steps(touched, one)
    found |= _of_conditions(touched, one)
    found |= _of_words(touched, one)
    found[f"{act} gives {min(3, len(one.values))}"] = 1.0
    return found


def named_share(touched: Touched, column: int) -> str:
    """How much of a column's head the words name."""
    share = touched.heads[column].share
    return "whole" if share >= 1 else "half" if share >= 0.5 else "part" if share > 0 else "not"


def sort_of(touched: Touched, column: int) -> str:
    """What mostly stands in a column."""
    grid = touched.grid
    return "dated" if grid.dated[column] else "numeric" if grid.numeric[column] else "worded"


def _of_column(touched: Touched, one: Program) -> dict[str, float]:
    """How well what is wanted fits the column that answers."""
    column, question = one.column, touched.question
    named = named_share(touched, column)
    is_target = bool(touched.heads[column].at & question.target)
    others = any(touched.heads[c].at & question.target for c in touched.grid.columns if c != column)
    sort = sort_of(touched, column)
    found = {
        f"head {named}": 1.0,
        f"{question.asks} gives {sort}": 1.0,
        f"target {is_target}": 1.0,
        f"label {column == touched.grid.label}": 1.0,
        f"head {named} label {column == touched.grid.label}": 1.0,
        f"{question.asks} label {column == touched.grid.label}": 1.0,
    }
    if others and not is_target:
        found["other target"] = 1.0
    if column in one.of.columns:
        found[f"says again {one.act} {one.of.step}"] = 1.0
    if column == one.of.by:
        found[f"says what orders {question.asks}"] = 1.0
    for head in touched.grid.heads[column][:3]:
        found[f"{question.asks} head: {head}"] = 1.0
    return found


def _of_steps(touched: Touched, one: Program) -> dict[str, float]:
    """How well the order of rows fits the words that ask for it."""
    found: dict[str, float] = {}
    column, step = one.of.by, one.of.step
    if column >= 0:
        named = named_share(touched, column)
        found[f"{step} by {named}"] = 1.0
        found[f"{step} by {sort_of(touched, column)}"] = 1.0
        others = any(
            touched.heads[c].share >= 0.5 for c in touched.grid.columns if c != column and touched.grid.numeric[c]
        )
        if named == "not" and others:
            found[f"{step} by none of those named"] = 1.0
        words = touched.question.triggers.get(step, frozenset())
        near = frozenset(n + gap for n in words for gap in range(1, NEAR + 1))
        found[f"{step} near {bool(near & touched.heads[column].at)}"] = 1.0
        rank = column in touched.grid.ranks
        for n in words:
            word = touched.question.parts[n]
            found[f"{word} {step} {sort_of(touched, column)} {'rank' if rank else ''}"] = 1.0
    elif step in ("first row", "last row"):
        found[f"{step} dated {any(touched.grid.dated)}"] = 1.0
    found[f"rows {min(3, len(one.of.rows))} {one.act}"] = 1.0
    return found


def _of_conditions(touched: Touched, one: Program) -> dict[str, float]:
    """How well the words tell the rows."""
    found: dict[str, float] = {}
    conditions = one.of.conditions + (one.other.conditions if one.other else ())
    for condition in conditions:
        key = f"where {condition.sort}"
        found[key] = found.get(key, 0.0) + 1.0
        named = "named" if touched.heads[condition.column].share >= 0.5 else "not"
        found[f"{key} head {named}"] = 1.0
        key = f"where {condition.sort} {sort_of(touched, condition.column)}"
        found[key] = found.get(key, 0.0) + 1.0
        if condition.at <= touched.heads[condition.column].at | touched.question.target:
            found["where head words"] = 1.0
        rivals = [c for c in touched.conditions if c.at == condition.at and c.sort == "exact"]
        if condition.sort == "part" and rivals:
            found["where part though whole elsewhere"] = 1.0
    return found


def _of_words(touched: Touched, one: Program) -> dict[str, float]:
    """What of the question is explained, and what is not."""
    question = touched.question
    left = question.telling - one.words
    steps = {one.act, one.of.step, *(c.sort for c in one.of.conditions)} | ({one.other.step} if one.other else set())
    found = {
        "words left": float(len(left)),
        "touching words left": float(len(left & touched.touched)),
        "share left": len(left) / max(1, len(question.telling)),
    }
    heads = frozenset(n for head in touched.heads if head.share >= 0.5 for n in head.at)
    found["head words left"] = float(len(left & heads))
    for name in TRIGGERS:
        if name in question.triggers and name in _USED_BY and not steps & _USED_BY[name]:
            found[f"unused {name}"] = 1.0
    if one.act in ("cells", "mode") and _says_first_cell(question, one):
        found[f"answer said {one.act}"] = 1.0
    if NEXT in steps or "before" in steps:
        found["beside"] = 1.0
    return found


def _says_first_cell(question: Question, one: Program) -> bool:
    """Whether the question already has what the program would answer."""
    said = f" {' '.join(question.parts)} "
    return bool(one.cells) and f" {' '.join(one.cells[0].parts)} " in said
