"""Correlation, balanced accuracy and thresholds against values worked out by hand; what the tables choose from rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docqa_app.core.summary import Kind
from docqa_app.summarizing.doubt import SIGN_NAMES
from docqa_app.summarizing.flags import load_doubts
from docqa_app.training.agreement import (
    balanced_accuracy,
    best_threshold,
    cross_fitted,
    detection_rates,
    pearson,
    spearman,
)
from docqa_app.training.data.summing_up import UNSEEN
from docqa_app.training.doubting import MEANT, chosen, held_out, write_doubts
from docqa_app.training.quals_table import print_tables


def test_correlation_is_that_of_the_textbook() -> None:
    assert pearson([1, 2, 3], [2, 4, 6]) == pytest.approx(1.0)
    assert pearson([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(0.8)
    assert pearson([1, 1, 1], [1, 2, 3]) == 0
    assert spearman([1, 10, 100], [1, 2, 3]) == pytest.approx(1.0)
    assert spearman([1, 2, 2, 3], [1, 2, 3, 4]) == pytest.approx(0.9486833)


def test_balanced_accuracy_is_the_mean_of_both_shares() -> None:
    assert balanced_accuracy([True, False, True, False, False], [True, True, False, False, False]) == pytest.approx(
        (1 / 2 + 2 / 3) / 2
    )
    with pytest.raises(ValueError, match="good and bad"):
        balanced_accuracy([True], [True])


def test_the_best_threshold_parts_the_bad_from_the_good() -> None:
    scores, bad = [-3.0, -2.0, -1.0, -0.5], [True, True, False, False]

    assert best_threshold(scores, bad) == pytest.approx(-1.5)
    # the first and third choose -2.0, which finds none of the others' bad one; the others choose -1.25, which is right
    assert cross_fitted(scores, bad) == pytest.approx((0.5 + 1.0) / 2)


def test_precision_recall_and_false_flags_are_shares_of_what_they_should_be() -> None:
    shares = detection_rates([True, True, False, False, False], [True, False, True, False, False])

    assert (shares.precision, shares.recall) == (0.5, 0.5)
    assert shares.false_flags == pytest.approx(1 / 3)
    assert detection_rates([False], [False]).precision == 0


def row(score: float | None, label: float, unfounded: str = "", document: int = 0, **more: Any) -> dict[str, Any]:
    """A sentence whose signs all follow its score; what stands nowhere is an amount."""
    marked = [[unfounded, Kind.AMOUNT]] if unfounded else []
    given = {"id": f"{document}", "document": document, "set": "planted", "kind": "" if label else "amount"}
    return {
        **given,
        "label": label,
        "quals": score,
        "worst": score,
        "signs": None if score is None else [score, score, score, 0.0, 0.5, 1.0, float(bool(marked)), 0.0, 0.0],
        "rouge2": 0.5,
        "rougeL": 0.5,
        "unfounded": marked,
        "writing_seconds": 2.0,
        "scoring_seconds": 0.5,
        **more,
    }


RIGHT = [row(-0.1 * (n % 5), 1, document=n) for n in range(20)]
WRONG = [row(-2.0 - n % 5, 0, document=n) for n in range(20)]
ROWS = RIGHT + WRONG


def test_doubt_parts_wrong_from_right_on_documents_it_was_not_fitted_on() -> None:
    doubts = held_out(ROWS)

    assert max(doubt for doubt in doubts[:20] if doubt is not None) < min(d for d in doubts[20:] if d is not None)
    assert held_out([*ROWS, row(None, 1)])[-1] is None
    assert held_out(RIGHT) == [None] * 20


def test_thresholds_are_chosen_with_how_good_the_flags_are() -> None:
    unseen = [row(-0.1, 0, document=3), row(None, 0, "950", document=4)]
    thresholds = chosen([*ROWS, *unseen], "made-up rows").thresholds

    assert 0 < thresholds.doubtful <= thresholds.unsupported < 1
    assert thresholds.false_flags is not None
    assert thresholds.false_flags <= 0.1
    assert thresholds.found is not None
    assert thresholds.found >= 21 / 22 - 1e-3
    assert thresholds.precision is not None
    assert thresholds.precision >= 0.9
    assert thresholds.measured_on == "made-up rows"


def test_what_is_written_is_what_the_app_reads(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {}}), encoding="utf-8")
    human = [one | {"set": "cliff"} for one in ROWS]

    write_doubts([*ROWS, *human], tmp_path)

    written = load_doubts(tmp_path / "quals.json")
    assert written.facts == chosen(ROWS, "40 sentences about drawn invoices and receipts")
    assert written.text == chosen(human, "40 summaries of news")
    assert "quals.json" in json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]


def test_doubt_about_facts_may_stay_while_its_thresholds_are_chosen_anew(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {}}), encoding="utf-8")
    human = [one | {"set": "cliff"} for one in ROWS]
    write_doubts([*ROWS, *human], tmp_path)
    before = load_doubts(tmp_path / "quals.json").facts

    write_doubts([*ROWS[: len(ROWS) // 2], *ROWS[-8:], *human], tmp_path, keep_facts=True)

    after = load_doubts(tmp_path / "quals.json").facts
    assert (after.weights, after.offset) == (before.weights, before.offset)
    assert after.thresholds.measured_on != before.thresholds.measured_on


def test_the_thresholds_of_facts_may_stay_too_while_they_are_measured_anew(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {}}), encoding="utf-8")
    human = [one | {"set": "cliff"} for one in ROWS]
    write_doubts([*ROWS, *human], tmp_path)
    before = load_doubts(tmp_path / "quals.json").facts

    wrong = [one | {"label": 1 - one["label"]} for one in ROWS]
    write_doubts([*wrong, *human], tmp_path, keep_thresholds=True)

    after = load_doubts(tmp_path / "quals.json").facts
    assert after.weights == before.weights
    assert (after.thresholds.doubtful, after.thresholds.unsupported) == (
        before.thresholds.doubtful,
        before.thresholds.unsupported,
    )
    assert after.thresholds.found != before.thresholds.found


def test_doubt_about_facts_cannot_stay_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {}}), encoding="utf-8")

    with pytest.raises(ValueError, match="whose doubt about facts could be kept"):
        write_doubts([*ROWS, *(one | {"set": "cliff"} for one in ROWS)], tmp_path, keep_facts=True)

    assert not (tmp_path / "quals.json").exists()


def test_nothing_is_written_where_one_sort_of_rows_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="right and of wrong"):
        write_doubts(ROWS, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_tables_name_sets_errors_and_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    times = {"qags": -0.5, "answering_seconds": 6.0, "text_seconds": 2.0}
    print_tables([one | times for one in ROWS] + [row(None, 1, answering_seconds=0.0, worded=UNSEEN)])

    told = capsys.readouterr().out
    assert "planted: 41 texts, 40 checkable" in told
    assert "quals    Pearson" in told
    assert "trust    Pearson" in told
    assert "founded  Pearson" in told
    assert "unsupported or doubtful: found 1.000" in told
    assert "amount                           20 of 20" in told
    assert "right, unseen words" in told
    assert "2.00 writing, 0.50 scoring (with reading the pages)" in told
    assert "QUALS is 4.0 times as fast, its second half 16.0 times" in told


def test_a_sign_that_would_speak_against_its_meaning_is_left_out() -> None:
    """Wrong sentences are agreed with oftener here: on few sentences that is chance, not sense."""
    at = SIGN_NAMES.index("agreed")
    rows = [one | {"signs": [*one["signs"][:at], 1.0 - one["label"], *one["signs"][at + 1 :]]} for one in ROWS]

    doubt = chosen(rows, "here")

    weights = dict(zip(SIGN_NAMES, doubt.weights, strict=True))
    assert weights["agreed"] == 0.0
    assert all(weight * MEANT[name] >= 0 for name, weight in weights.items())
    assert weights["quals"] < 0
