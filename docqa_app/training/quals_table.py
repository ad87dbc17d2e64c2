"""Scored summaries become tables: correlation with judgements, errors found, and seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from docqa_app.core.summary import Flag
from docqa_app.training.agreement import cross_fitted, detection_rates, pearson, spearman
from docqa_app.training.data.summing_up import BLIND, FRESH, NAMED, UNSEEN
from docqa_app.training.doubting import FLAGGED, flag, held_out, is_bad, parts, thresholds_for

Row = dict[str, Any]

WORDED = {UNSEEN: ", unseen words", NAMED: ", named", BLIND: ", blind", FRESH: ", fresh"}
"""How a table calls the words that were not trained on."""

SCORES = ("quals", "worst", "answers", "trust", "founded", "qags", "rouge2", "rougeL")


def print_tables(rows: Sequence[Row]) -> None:
    """One table a set, then what planted errors were found, then the seconds."""
    rows = [row for part in parts(rows) for row in _trusted(part)]
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


def _correlations(rows: Sequence[Row]) -> Iterator[str]:
    """Every score on the texts that QUALS could check, so that all are compared on the same ones."""
    checked = [row for row in rows if _checkable(row)]
    bad = [is_bad(row) for row in checked]
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
    doubts = held_out(rows)
    thresholds = thresholds_for(rows, doubts)
    flags = [flag(row, doubt, thresholds) for row, doubt in zip(rows, doubts, strict=True)]
    for title, calls in (("unsupported", (Flag.UNSUPPORTED,)), ("unsupported or doubtful", FLAGGED)):
        shares = detection_rates([flag in calls for flag in flags], [is_bad(row) for row in rows])
        yield f"\nplanted, {title}: found {shares.recall:.3f}, false flags {shares.false_flags:.3f}"
        kinds = _by([row | {"flag": flag} for row, flag in zip(rows, flags, strict=True)], _kind)
        for kind, members in sorted(kinds.items()):
            yield f"  {kind:32} {sum(row['flag'] in calls for row in members)} of {len(members)}"


def _kind(row: Row) -> str:
    """What was planted, and in which words."""
    return f"{row['kind'] or 'right'}{WORDED.get(row.get('worded', ''), '')}"


def _trusted(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with how far doubt trusts them: the higher, the better, as the other scores."""
    for row, doubt in zip(rows, held_out(rows), strict=True):
        yield row | {"trust": None if doubt is None else -doubt}


def _seconds(rows: Sequence[Row]) -> str:
    """Where the time goes. QUALS writes and scores; QAGS writes and answers, the same questions by the same model."""
    writing, scoring = (sum(row[f"{part}_seconds"] for row in rows) for part in ("writing", "scoring"))
    shares = f"{writing / len(rows):.2f} writing, {scoring / len(rows):.2f} scoring (with reading the pages)"
    told = f"\nQUALS, seconds a text: {shares}"
    both = [row for row in rows if "text_seconds" in row]
    if not both:
        return told
    writing, scoring, document, text = (
        sum(row[f"{part}_seconds"] for row in both) for part in ("writing", "scoring", "answering", "text")
    )
    whole = (writing + document + text) / (writing + scoring)
    return (
        f"{told}\nQAGS, seconds a text: the same writing, {(document + text) / len(both):.2f} answering; "
        f"QUALS is {whole:.1f} times as fast, its second half {(document + text) / scoring:.1f} times"
    )
