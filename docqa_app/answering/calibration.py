"""How sure an answer is: signs of its trust become the share of such answers that are right."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from docqa_app.core.logistic import logistic
from docqa_app.errors import ModelError


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an answer. All are finite numbers.

    likelihood: log probability of the whole answer; weakest: that of its least likely token; found: log odds that the
    page answers; margin: likelihood less the next alternative's; pointed: share of its evidence words the pointer
    named; placed: 1 where the answer stands on the page as it is; reading: lowest recognition confidence of its
    evidence, 0..1; length: log of its number of tokens.
    """

    likelihood: float
    weakest: float
    found: float
    margin: float
    pointed: float
    placed: float
    reading: float
    length: float


SIGN_NAMES = tuple(field.name for field in fields(Signs))


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression on the signs."""

    weights: tuple[float, ...]
    offset: float

    def probability(self, signs: Signs) -> float:
        """0..1"""
        return logistic(self.weights, self.offset, astuple(signs))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the signs of an answer promise, and the thresholds the window works with.

    right: the share of answers with these signs that are right to the letter; answers: the share that answer their
    question at all (the page has an answer and this is most of it). An answer whose `answers` is below `not_found` is
    no answer; one whose `right` is below `check` is one a person should look at. Fields are weighed with more than the
    model's word: theirs is `check_fields`.
    """

    right: Logistic
    answers: Logistic
    not_found: float
    check: float
    check_fields: float

    def confidence(self, signs: Signs) -> float:
        """The share of answers with these signs that are right, 0..1."""
        return self.right.probability(signs)

    def is_found(self, signs: Signs) -> bool:
        """Whether an answer with these signs is worth giving."""
        return self.answers.probability(signs) >= self.not_found


_EVEN = Logistic((0.5, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0), 0.0)
PLAIN = Calibration(_EVEN, _EVEN, 0.3, 0.7, 0.7)
"""Before development data has chosen better: likelihood and found in equal parts."""


def load_calibration(path: Path) -> Calibration:
    """Read calibration.json; PLAIN where the model ships none, ModelError where it is damaged."""
    if not path.exists():
        return PLAIN
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        right, answers = (_logistic(record[name]) for name in ("right", "answers"))
        check = float(record["check"])
        fields_ = float(record.get("check_fields", check))
        return Calibration(right, answers, float(record["not_found"]), check, fields_)
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise ModelError(f"The model's calibration {path} is damaged ({cause}). Install the model again.") from cause


def _logistic(record: dict[str, Any]) -> Logistic:
    return Logistic(tuple(float(record["weights"][name]) for name in SIGN_NAMES), float(record["offset"]))
