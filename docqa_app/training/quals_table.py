"""Scored summaries become tables: correlation with judgements, errors found, seconds, and the thresholds to ship."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from docqa_app.core.summary import Flag, Kind, Thresholds, Unfounded
from docqa_app.summarizing.flags import FILE, flag_of
from docqa_app.training.agreement import balanced_accuracy, best_threshold, cross_fitted, found, pearson, spearman
from docqa_app.training.export import list_files

Row = dict[str, Any]

SCORES = ("quals", "worst", "answers", "founded", "qags", "rouge2", "rougeL")
MOSTLY = 0.5
"""A summary is consistent where more than this share of its judges says so."""

RIGHT_ABOVE = 0.8
"""Share of sentences called supported that should be."""


def print_tables(rows: Sequence[Row]) -> None:
    """One table a set, then what planted errors were found, then the seconds."""
    for name, members in sorted(_by(rows, lambda row: f"{row['set']} {row.get('origin') or ''}".strip()).items()):
        print(f"\n{name}: {len(members)} texts, {sum(_checkable(row) for row in members)} checkable")
        for line in _correlations(members):
            print(line)
    for line in _planted([row for row in rows if row["set"] == "planted"]):
        print(line)
    print(_seconds(rows))


def _by(rows: Sequence[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _checkable(row: Row) -> bool:
    return row["quals"] is not None


def _is_bad(row: Row) -> bool:
    return row["label"] <= MOSTLY


def _correlations(rows: Sequence[Row]) -> Iterator[str]:
    """Every score on the texts that QUALS could check, so that all are compared on the same ones."""
    checked = [row for row in rows if _checkable(row)]
    bad = [_is_bad(row) for row in checked]
    for name in SCORES:
        scores = [_score(row, name) for row in checked]
        if None in scores or not scores:
            continue
        labels = [row["label"] for row in checked]
        agreement = f"Pearson {pearson(scores, labels):6.3f}  Spearman {spearman(scores, labels):6.3f}"
        halves = all(len({*bad[half::2]}) == 2 for half in (0, 1))
        yield f"  {name:8} {agreement}" + (f"  balanced accuracy {cross_fitted(scores, bad):.3f}" if halves else "")


def _score(row: Row, name: str) -> float | None:
    """A row's score; "founded" falls by one with each thing that stands nowhere."""
    return -len(row["unfounded"]) if name == "founded" else row.get(name)


def _planted(rows: Sequence[Row]) -> Iterator[str]:
    """By kind of error: the share found by flags with the thresholds these rows would choose."""
    if not rows:
        return
    thresholds = chosen(rows)
    for title, calls in (("unsupported", (Flag.UNSUPPORTED,)), ("unsupported or doubtful", _NOT_GOOD)):
        called = [_flag(row, thresholds) in calls for row in rows]
        shares = found(called, [_is_bad(row) for row in rows])
        yield f"\nplanted, {title}: found {shares.recall:.3f}, false flags {shares.false_flags:.3f}"
        for kind, members in sorted(_by([row for row in rows if row["kind"]], lambda row: row["kind"]).items()):
            hits = sum(_flag(row, thresholds) in calls for row in members)
            yield f"  {kind:18} {hits} of {len(members)}"


_NOT_GOOD = (Flag.UNSUPPORTED, Flag.DOUBTFUL)


def _flag(row: Row, thresholds: Thresholds) -> Flag:
    marked = [Unfounded(text, Kind(kind), 0, len(text)) for text, kind in row["unfounded"]]
    return flag_of(row["quals"], marked, thresholds)


def _seconds(rows: Sequence[Row]) -> str:
    """Where the time goes. QUALS writes and scores; QAGS writes and answers, the same questions by the same model."""
    writing, scoring = (sum(row[f"{part}_seconds"] for row in rows) for part in ("writing", "scoring"))
    shares = f"{writing / len(rows):.2f} writing, {scoring / len(rows):.2f} scoring (with reading the pages)"
    told = f"\nQUALS, seconds a text: {shares}"
    both = [row for row in rows if "answering_seconds" in row]
    if not both:
        return told
    writing, scoring, answering = (
        sum(row[f"{part}_seconds"] for row in both) for part in ("writing", "scoring", "answering")
    )
    whole = (writing + answering) / (writing + scoring)
    return (
        f"{told}\nQAGS, seconds a text: the same writing, {answering / len(both):.2f} answering; "
        f"QUALS is {whole:.1f} times as fast, its second half {answering / scoring:.1f} times"
    )


def chosen(rows: Sequence[Row], measured_on: str = "") -> Thresholds:
    """Thresholds for these rows: unsupported at the best balanced accuracy, supported where four of five are right.

    Precision and recall are of the unsupported flag as the app sets it. ValueError without good and bad ones.
    """
    checked = [row for row in rows if _checkable(row)]
    scores, bad = [row["quals"] for row in checked], [_is_bad(row) for row in checked]
    below = best_threshold(scores, bad)
    bare = Thresholds(max(below, _supported(scores, bad)), below, measured_on=measured_on)
    shares = found([_flag(row, bare) is Flag.UNSUPPORTED for row in rows], [_is_bad(row) for row in rows])
    return replace(bare, precision=round(shares.precision, 3), recall=round(shares.recall, 3))


def _supported(scores: Sequence[float], bad: Sequence[bool]) -> float:
    """The lowest score above which at least RIGHT_ABOVE are good; the highest score where there is none."""
    ordered = sorted(zip(scores, bad, strict=True), reverse=True)
    good, lowest = 0, ordered[0][0]
    for count, (score, is_bad) in enumerate(ordered, start=1):
        good += not is_bad
        if good / count >= RIGHT_ABOVE:
            lowest = score
    return lowest


def write_thresholds(rows: Sequence[Row], model: Path, measured_on: str) -> None:
    """quals.json in the model folder, listed in its manifest."""
    thresholds = chosen(rows, measured_on)
    (model / FILE).write_text(json.dumps(asdict(thresholds), indent=1) + "\n", encoding="utf-8")
    list_files(model)
    accuracy = balanced_accuracy(
        [_flag(row, thresholds) is Flag.UNSUPPORTED for row in rows], [_is_bad(row) for row in rows]
    )
    print(f"{model / FILE}: {thresholds}; balanced accuracy on the same rows {accuracy:.3f}")
