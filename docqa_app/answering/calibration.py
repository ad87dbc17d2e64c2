"""How sure an answer is: signs of its trust become the share of such answers that are right."""

from __future__ import annotations

import json
import math
from dataclasses import astuple, dataclass, fields
from pathlib import Path

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
class Calibration:
    """Logistic regression on the signs, and the two thresholds the window works with.

    An answer below `not_found` is no answer; below `check` it is one a person should look at.
    """

    weights: tuple[float, ...]
    offset: float
    not_found: float
    check: float

    def confidence(self, signs: Signs) -> float:
        """The share of answers with these signs that are right, 0..1."""
        total = self.offset + sum(w * s for w, s in zip(self.weights, astuple(signs), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


PLAIN = Calibration((0.5, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0), 0.0, 0.2, 0.7)
"""Before development data has chosen better: likelihood and found in equal parts."""


def load_calibration(path: Path) -> Calibration:
    """Read calibration.json; PLAIN where the model ships none, ModelError where it is damaged."""
    if not path.exists():
        return PLAIN
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        weights = tuple(float(record["weights"][name]) for name in SIGN_NAMES)
        return Calibration(weights, float(record["offset"]), float(record["not_found"]), float(record["check"]))
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise ModelError(f"The model's calibration {path} is damaged ({cause}). Install the model again.") from cause
