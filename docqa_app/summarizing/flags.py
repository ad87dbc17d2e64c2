"""When a sentence is called supported, doubtful or unsupported, and how good that was on development data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from docqa_app.core.summary import Flag, Kind, Thresholds, Unfounded
from docqa_app.errors import ModelError
from docqa_app.summarizing.doubt import SIGN_NAMES, Doubt

FILE = "quals.json"
"""Lies in the model folder, for what doubt means belongs to a model."""

_EVEN = Doubt((-0.9, 0.0, -0.6, 2.0, -1.0, 0.0, 3.0, 0.7, 3.0), -1.0, Thresholds(0.5, 0.8))


@dataclass(frozen=True, slots=True)
class Doubts:
    """One judgement of sentences about documents with key facts (invoices, receipts, forms), one of running text."""

    facts: Doubt
    text: Doubt

    @property
    def thresholds(self) -> tuple[Thresholds, ...]:
        """Each once."""
        return tuple(dict.fromkeys((self.facts.thresholds, self.text.thresholds)))


PLAIN = Doubts(_EVEN, _EVEN)
"""Before development data has chosen better: a clash with what the document answers, and a low QUALS, count alike."""


def flag_of(doubt: float | None, unfounded: Sequence[Unfounded], thresholds: Thresholds) -> Flag:
    """A sentence's flag; `doubt` is None where no question could be asked.

    An amount or a date that stands nowhere is unsupported whatever the model says; a name that stands nowhere is
    doubtful at best. Without questions and without such a name the sentence is not checkable.
    """
    kinds = {one.kind for one in unfounded}
    if kinds & {Kind.AMOUNT, Kind.DATE}:
        return Flag.UNSUPPORTED
    if doubt is None:
        return Flag.DOUBTFUL if kinds else Flag.NOT_CHECKABLE
    if doubt >= thresholds.unsupported:
        return Flag.UNSUPPORTED
    return Flag.DOUBTFUL if doubt >= thresholds.doubtful or kinds else Flag.SUPPORTED


def load_doubts(path: Path) -> Doubts:
    """Read quals.json; PLAIN where the model ships none, ModelError where it is damaged."""
    if not path.exists():
        return PLAIN
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Doubts(_doubt(record["facts"]), _doubt(record["text"]))
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise ModelError(f"The model's thresholds {path} are damaged ({cause}). Install the model again.") from cause


def _doubt(record: Mapping[str, Any]) -> Doubt:
    thresholds = Thresholds(**record["thresholds"])
    if not isinstance(thresholds.measured_on, str) or not thresholds.doubtful <= thresholds.unsupported:
        raise ValueError("thresholds out of order")
    return Doubt(tuple(float(record["weights"][name]) for name in SIGN_NAMES), float(record["offset"]), thresholds)


def as_json(doubts: Doubts) -> str:
    """The file's content, each weight beside its sign's name."""
    record = asdict(doubts)
    for doubt in record.values():
        doubt["weights"] = dict(zip(SIGN_NAMES, doubt["weights"], strict=True))
    return json.dumps(record, indent=1) + "\n"
