"""What a sentence's check is called, and where the thresholds come from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docqa_app.core.summary import Flag, Kind, Thresholds, Unfounded
from docqa_app.errors import ModelError
from docqa_app.summarizing.flags import PLAIN, flag_of, load_thresholds

THRESHOLDS = Thresholds(supported=-0.5, unsupported=-1.5)
NAME, AMOUNT = (Unfounded("X", kind, 0, 1) for kind in (Kind.NAME, Kind.AMOUNT))


@pytest.mark.parametrize(
    ("quals", "unfounded", "flag"),
    [
        (0.1, (), Flag.SUPPORTED),
        (-0.5, (), Flag.SUPPORTED),
        (-0.6, (), Flag.DOUBTFUL),
        (-1.5, (), Flag.DOUBTFUL),
        (-1.6, (), Flag.UNSUPPORTED),
        (None, (), Flag.NOT_CHECKABLE),
        (0.1, (NAME,), Flag.DOUBTFUL),
        (None, (NAME,), Flag.DOUBTFUL),
        (-1.6, (NAME,), Flag.UNSUPPORTED),
        (0.1, (AMOUNT,), Flag.UNSUPPORTED),
        (None, (AMOUNT,), Flag.UNSUPPORTED),
    ],
)
def test_the_flag_follows_the_score_and_what_stands_nowhere(
    quals: float | None, unfounded: tuple[Unfounded, ...], flag: Flag
) -> None:
    assert flag_of(quals, unfounded, THRESHOLDS) is flag


def test_a_model_without_thresholds_has_the_plain_ones_and_no_precision(tmp_path: Path) -> None:
    assert load_thresholds(tmp_path / "quals.json") == PLAIN
    assert PLAIN.precision is None


def test_thresholds_are_read_from_the_models_folder(tmp_path: Path) -> None:
    record = {"supported": -0.3, "unsupported": -0.9, "precision": 0.8, "recall": 0.6, "measured_on": "news"}
    (tmp_path / "quals.json").write_text(json.dumps(record), encoding="utf-8")

    assert load_thresholds(tmp_path / "quals.json") == Thresholds(-0.3, -0.9, 0.8, 0.6, "news")


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"supported": -0.3}',
        '{"supported": -2, "unsupported": -1, "precision": null, "recall": null, "measured_on": ""}',
    ],
)
def test_damaged_thresholds_are_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "quals.json").write_text(content, encoding="utf-8")

    with pytest.raises(ModelError, match="Install the model again"):
        load_thresholds(tmp_path / "quals.json")
