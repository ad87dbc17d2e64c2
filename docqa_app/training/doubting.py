"""What doubt means for a model: a regression on the signs of scored sentences, and where flags begin.

Doubt is measured by a regression on the other half of the documents; thresholds are chosen on it, and how good they are
is said of it. What ships is the regression on all of them, with these thresholds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from docqa_app.core.summary import Flag, Kind, Thresholds, Unfounded
from docqa_app.summarizing.doubt import SIGN_NAMES, Doubt, Signs
from docqa_app.summarizing.flags import FILE, Doubts, as_json, flag_of, load_doubts
from docqa_app.training.agreement import DetectionRates, detection_rates
from docqa_app.training.calibrate import regression
from docqa_app.training.export import list_files

Row = dict[str, Any]

MOSTLY = 0.5
"""A summary is consistent where more than this share of its judges says so."""

MEANT = {
    "quals": -1,
    "answers": -1,
    "worst": -1,
    "clash": 1,
    "agreed": -1,
    "firm": -1,
    "values": 1,
    "names": 1,
    "fields": 1,
}
"""Whether more of a sign speaks against a sentence or for it."""

PRECISE = 0.9
"""Share of the sentences called unsupported that should be."""

FALSE_FLAGS = 0.1
"""Share of right sentences about facts that may be called doubtful or unsupported."""

RIDGE = 1e-2
FLAGGED = (Flag.UNSUPPORTED, Flag.DOUBTFUL)
NEVER = 1.0


def is_bad(row: Row) -> bool:
    """Whether the summary or sentence is wrong."""
    return bool(row["label"] <= MOSTLY)


def parts(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Those about facts and those about running text: each sort has a doubt of its own."""
    return [row for row in rows if row["set"] == "planted"], [row for row in rows if row["set"] != "planted"]


def flag(row: Row, doubt: float | None, thresholds: Thresholds) -> Flag:
    """The flag as the app would set it."""
    marked = [Unfounded(text, Kind(kind), 0, len(text)) for text, kind in row["unfounded"]]
    return flag_of(doubt, marked, thresholds)


def held_out(rows: Sequence[Row]) -> list[float | None]:
    """Each row's doubt by a regression on the documents of the other half; None where it has no signs, or a half has
    not both right and wrong ones."""
    half = [crc32(str(row.get("document", row["id"])).encode()) % 2 for row in rows]
    try:
        judges = [_judge([row for row, mine in zip(rows, half, strict=True) if mine != part]) for part in (0, 1)]
    except ValueError:
        return [None] * len(rows)
    return [judges[part](row) for row, part in zip(rows, half, strict=True)]


def _judge(rows: Sequence[Row]) -> Callable[[Row], float | None]:
    doubt = Doubt(*_regression(rows), Thresholds(NEVER, NEVER))
    return lambda row: doubt.of(Signs(*row["signs"])) if row["signs"] else None


def _regression(rows: Sequence[Row]) -> tuple[tuple[float, ...], float]:
    told = [row for row in rows if row["signs"]]
    bad = np.array([is_bad(row) for row in told], dtype=float)
    if not 0 < bad.sum() < len(bad):
        raise ValueError("doubt needs rows of right and of wrong sentences that could be asked about")
    return _sensible(np.array([row["signs"] for row in told]), bad)


def _sensible(signs: NDArray[np.float64], bad: NDArray[np.float64]) -> tuple[tuple[float, ...], float]:
    """The regression of signs that speak as they must: on few sentences signs that go together may get weights against
    their meaning, and such a sign is left out, the most senseless first."""
    kept = list(range(len(SIGN_NAMES)))
    while True:
        logistic = regression(signs[:, kept], bad, RIDGE)
        sense = {
            place: weight * MEANT[SIGN_NAMES[place]] * float(signs[:, place].std())
            for place, weight in zip(kept, logistic.weights, strict=True)
        }
        worst = min(sense, key=lambda place: sense[place])
        if sense[worst] >= 0:
            weights = dict(zip(kept, logistic.weights, strict=True))
            return tuple(weights.get(place, 0.0) for place in range(len(SIGN_NAMES))), logistic.offset
        kept.remove(worst)


def chosen(rows: Sequence[Row], measured_on: str) -> Doubt:
    """What doubt means for these rows, and its thresholds with how good they are."""
    return Doubt(*_regression(rows), thresholds_for(rows, held_out(rows), measured_on))


def kept(doubt: Doubt, rows: Sequence[Row], measured_on: str) -> Doubt:
    """The same doubt with thresholds chosen on rows that it was not fitted on, and how good they are."""
    doubts = [doubt.of(Signs(*row["signs"])) if row["signs"] else None for row in rows]
    return replace(doubt, thresholds=thresholds_for(rows, doubts, measured_on))


def measured(doubt: Doubt, rows: Sequence[Row], measured_on: str) -> Doubt:
    """The same doubt with the same thresholds, and how good they are on these rows, which it was not fitted on."""
    doubts = [doubt.of(Signs(*row["signs"])) if row["signs"] else None for row in rows]
    return replace(doubt, thresholds=_with_measures(doubt.thresholds, rows, doubts, measured_on))


def thresholds_for(rows: Sequence[Row], doubts: Sequence[float | None], measured_on: str = "") -> Thresholds:
    """Where flags begin for these rows, and how good they are."""
    cuts = sorted({doubt for doubt in doubts if doubt is not None})
    low = _doubtful(rows, doubts, cuts)
    high = _unsupported(rows, doubts, [cut for cut in cuts if cut >= low])
    return _with_measures(Thresholds(round(low, 4), round(high, 4)), rows, doubts, measured_on)


def _with_measures(
    thresholds: Thresholds, rows: Sequence[Row], doubts: Sequence[float | None], measured_on: str
) -> Thresholds:
    called, flagged = (shares(rows, doubts, thresholds, calls) for calls in ((Flag.UNSUPPORTED,), FLAGGED))
    measures = (called.precision, called.recall, flagged.recall, flagged.false_flags)
    return Thresholds(thresholds.doubtful, thresholds.unsupported, *(round(m, 3) for m in measures), measured_on)


def _doubtful(rows: Sequence[Row], doubts: Sequence[float | None], cuts: Sequence[float]) -> float:
    """About facts: where as many wrong ones are found as FALSE_FLAGS allows. Of running text, whose right sentences are
    not told apart as well: where balanced accuracy is best."""
    tried = {cut: shares(rows, doubts, Thresholds(cut, 2.0), FLAGGED) for cut in cuts}
    if any(row["set"] != "planted" for row in rows):
        return max(cuts, key=lambda cut: tried[cut].recall - tried[cut].false_flags, default=NEVER)
    return min((cut for cut in cuts if tried[cut].false_flags <= FALSE_FLAGS), default=NEVER)


def _unsupported(rows: Sequence[Row], doubts: Sequence[float | None], cuts: Sequence[float]) -> float:
    """The lowest place from which PRECISE of those called unsupported are wrong."""
    calls = (Flag.UNSUPPORTED,)
    return next((c for c in cuts if shares(rows, doubts, Thresholds(c, c), calls).precision >= PRECISE), NEVER)


def shares(
    rows: Sequence[Row], doubts: Sequence[float | None], thresholds: Thresholds, calls: Sequence[Flag]
) -> DetectionRates:
    """How good it is to take the flags `calls` for "wrong"."""
    told = [flag(row, doubt, thresholds) in calls for row, doubt in zip(rows, doubts, strict=True)]
    return detection_rates(told, [is_bad(row) for row in rows])


def write_doubts(rows: Sequence[Row], model: Path, *, keep_facts: bool = False, keep_thresholds: bool = False) -> None:
    """quals.json in the model folder, listed in its manifest; ValueError where one sort of rows is missing. With
    `keep_facts` doubt about facts stays what it is, and only its thresholds are chosen anew, with `keep_thresholds` not
    even these, and how good they are is measured anew; ValueError where the folder holds none."""
    keep_facts = keep_facts or keep_thresholds
    if keep_facts and not (model / FILE).exists():
        raise ValueError(
            f"There is no {model / FILE} whose doubt about facts could be kept. Copy an older model's there."
        )
    facts, text = parts(rows)
    measured_on = f"{len(facts)} sentences about drawn invoices and receipts"
    known = load_doubts(model / FILE).facts if keep_facts else None
    keep = measured if keep_thresholds else kept
    about_facts = keep(known, facts, measured_on) if known else chosen(facts, measured_on)
    doubts = Doubts(about_facts, chosen(text, f"{len(text)} summaries of news"))
    (model / FILE).write_text(as_json(doubts), encoding="utf-8")
    list_files(model)
    print(f"{model / FILE}: {doubts}")
