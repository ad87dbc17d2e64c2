"""Correlation, balanced accuracy and thresholds against values worked out by hand; what the tables choose from rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docqa_app.core.summary import Kind
from docqa_app.summarizing.flags import load_thresholds
from docqa_app.training.agreement import (
    balanced_accuracy,
    best_threshold,
    cross_fitted,
    found,
    pearson,
    spearman,
)
from docqa_app.training.quals_table import chosen, print_tables, write_thresholds


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
    shares = found([True, True, False, False, False], [True, False, True, False, False])

    assert (shares.precision, shares.recall) == (0.5, 0.5)
    assert shares.false_flags == pytest.approx(1 / 3)
    assert found([False], [False]).precision == 0


def row(score: float | None, label: float, unfounded: str = "", **more: Any) -> dict[str, Any]:
    marked = [[unfounded, Kind.AMOUNT]] if unfounded else []
    given = {"set": "planted", "kind": "" if label else "amount", "quals": score, "worst": score, "label": label}
    return {
        **given,
        "rouge2": 0.5,
        "rougeL": 0.5,
        "unfounded": marked,
        "writing_seconds": 2.0,
        "scoring_seconds": 0.5,
        **more,
    }


ROWS = [row(-0.1 * n, 1) for n in range(5)] + [row(-2.0 - n, 0) for n in range(4)]


def test_thresholds_are_chosen_with_precision_and_recall_of_the_flag() -> None:
    thresholds = chosen([*ROWS, row(0.0, 0), row(None, 0, "950")], "made-up rows")

    assert -2.0 < thresholds.unsupported < -0.4
    assert thresholds.supported >= thresholds.unsupported
    assert thresholds.precision == 1.0
    assert thresholds.recall == pytest.approx(5 / 6, abs=1e-3)
    assert thresholds.measured_on == "made-up rows"


def test_what_is_written_is_what_the_app_reads(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"files": {}}), encoding="utf-8")

    write_thresholds(ROWS, tmp_path, "made-up rows")

    assert load_thresholds(tmp_path / "quals.json") == chosen(ROWS, "made-up rows")
    assert "quals.json" in json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]


def test_the_tables_name_sets_errors_and_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    print_tables([one | {"qags": -0.5, "answering_seconds": 8.0} for one in ROWS] + [row(None, 1)])

    told = capsys.readouterr().out
    assert "planted: 10 texts, 9 checkable" in told
    assert "quals    Pearson" in told
    assert "founded  Pearson" in told
    assert "unsupported: found 1.000, false flags 0.000" in told
    assert "amount" in told
    assert "2.00 writing, 0.50 scoring (with reading the pages)" in told
    assert "QUALS is 4.0 times as fast, its second half 16.0 times" in told
