"""The likeliest program or assertion, and how likely its answer is right."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docqa_app.asking.log_linear import Signs, shares, weighed
from docqa_app.asking.parsing.assertion_features import assertion_signs, is_true
from docqa_app.asking.parsing.assertions import Assertion, Stated
from docqa_app.asking.parsing.features import signs
from docqa_app.asking.parsing.programs import Program, programs
from docqa_app.asking.parsing.touches import Touched

WEIGHTS = Path(__file__).with_name("weights.json")
"""Fitted by `docqa_app.training.table_weights` on WikiTableQuestions and TabFact."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The chosen program; `share` is how much of the likelihood all with its answer have."""

    one: Program
    share: float
    rivals: int


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """By what they weigh: "programs", "sure", "assertions"."""
    read: Mapping[str, Mapping[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return read


def likeliest(touched: Touched) -> Ranked | None:
    """The program with the likeliest answer; None where there is none."""
    every = programs(touched)
    by = weights()["programs"]
    likely = shares([weighed(signs(touched, one), by) for one in every])
    of_answer: dict[object, float] = defaultdict(float)
    for one, share in zip(every, likely, strict=True):
        of_answer[one.values] += share
    if not every:
        return None
    at = max(range(len(every)), key=lambda n: (of_answer[every[n].values], likely[n]))
    return Ranked(every[at], of_answer[every[at].values], len(every))


def sure_signs(touched: Touched, ranked: Ranked) -> Signs:
    """What tells how likely the answer is right."""
    share = min(0.999, max(0.001, ranked.share))
    question, one = touched.question, ranked.one
    left = question.telling - one.words
    heads = any(head.share >= 0.5 for head in touched.heads)
    columns = {column for column in (one.column, one.of.by) if column >= 0}
    whole = not left and all(touched.heads[column].share >= 1 for column in columns)
    return {
        "always": 1.0,
        "odds": math.log(share / (1 - share)),
        "rivals": math.log(1 + ranked.rivals),
        "words left": float(len(left)),
        "share left": len(left) / max(1, len(question.telling)),
        "touching words left": float(len(left & touched.touched)),
        "nothing left": float(not left),
        "all is named": float(whole),
        "no head": float(not heads),
        "no condition": float(not one.of.conditions),
        f"act {one.act}": 1.0,
        f"asks {question.asks}": 1.0,
    }


def sureness(touched: Touched, ranked: Ranked) -> float:
    """How likely the answer is right, 0..1."""
    return 1 / (1 + math.exp(-weighed(sure_signs(touched, ranked), weights()["sure"])))


def judged(stated: Stated) -> tuple[bool, float, Assertion | None]:
    """Whether a statement is true, how likely that is (0..1), and the assertion that tells most."""
    every = stated.assertions()
    by = weights()["assertions"]
    likely = shares([weighed(assertion_signs(stated, one), by) for one in every])
    true = sum(share for one, share in zip(every, likely, strict=True) if is_true(stated, one))
    says = true >= 0.5
    telling = [n for n, one in enumerate(every) if one.cells and is_true(stated, one) == says]
    chosen = max(telling, key=lambda n: likely[n], default=None)
    return says, max(true, 1 - true), None if chosen is None else every[chosen]
