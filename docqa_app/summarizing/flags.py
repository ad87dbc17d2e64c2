"""When a sentence is called supported, doubtful or unsupported, and how good that was on development data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from docqa_app.core.summary import Flag, Kind, Thresholds, Unfounded
from docqa_app.errors import ModelError

FILE = "quals.json"
"""Lies in the model folder, for thresholds belong to a model."""

PLAIN = Thresholds(supported=-0.5, unsupported=-1.5)
"""Before development data has chosen better: between the paper's two examples, consistent -0.05, inconsistent -2.6."""


def flag_of(quals: float | None, unfounded: Sequence[Unfounded], thresholds: Thresholds) -> Flag:
    """A sentence's flag.

    An amount or a date that stands nowhere is unsupported whatever the model says; a name that stands nowhere is
    doubtful at best. Without questions and without such a name the sentence is not checkable.
    """
    kinds = {one.kind for one in unfounded}
    if kinds & {Kind.AMOUNT, Kind.DATE}:
        return Flag.UNSUPPORTED
    if quals is None:
        return Flag.DOUBTFUL if kinds else Flag.NOT_CHECKABLE
    if quals < thresholds.unsupported:
        return Flag.UNSUPPORTED
    return Flag.SUPPORTED if quals >= thresholds.supported and not kinds else Flag.DOUBTFUL


def load_thresholds(path: Path) -> Thresholds:
    """Read quals.json; PLAIN where the model ships none, ModelError where it is damaged."""
    if not path.exists():
        return PLAIN
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        chosen = Thresholds(**{name: record[name] for name in Thresholds.__slots__})
        if not isinstance(chosen.measured_on, str) or not chosen.unsupported <= chosen.supported:
            raise ValueError("thresholds out of order")
        return chosen
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise ModelError(f"The model's thresholds {path} are damaged ({cause}). Install the model again.") from cause
