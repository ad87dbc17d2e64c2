"""What a sentence's check is called, and where the thresholds come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from docqa_app.core.summary import Flag, Kind, Thresholds, Unfounded
from docqa_app.errors import ModelError
from docqa_app.summarizing.doubt import SIGN_NAMES, Doubt
from docqa_app.summarizing.flags import PLAIN, Doubts, as_json, flag_of, load_doubts

THRESHOLDS = Thresholds(doubtful=0.3, unsupported=0.7)
NAME, AMOUNT = (Unfounded("X", kind, 0, 1) for kind in (Kind.NAME, Kind.AMOUNT))


@pytest.mark.parametrize(
    ("doubt", "unfounded", "flag"),
    [
        (0.1, (), Flag.SUPPORTED),
        (0.29, (), Flag.SUPPORTED),
        (0.3, (), Flag.DOUBTFUL),
        (0.69, (), Flag.DOUBTFUL),
        (0.7, (), Flag.UNSUPPORTED),
        (None, (), Flag.NOT_CHECKABLE),
        (0.1, (NAME,), Flag.DOUBTFUL),
        (None, (NAME,), Flag.DOUBTFUL),
        (0.8, (NAME,), Flag.UNSUPPORTED),
        (0.1, (AMOUNT,), Flag.UNSUPPORTED),
        (None, (AMOUNT,), Flag.UNSUPPORTED),
    ],
)
def test_the_flag_follows_the_doubt_and_what_stands_nowhere(
    doubt: float | None, unfounded: tuple[Unfounded, ...], flag: Flag
) -> None:
    assert flag_of(doubt, unfounded, THRESHOLDS) is flag


def test_a_model_without_thresholds_has_the_plain_ones_and_no_precision(tmp_path: Path) -> None:
    assert load_doubts(tmp_path / "quals.json") == PLAIN
    assert [one.precision for one in PLAIN.thresholds] == [None]


def test_what_was_measured_is_read_from_the_models_folder(tmp_path: Path) -> None:
    facts = Doubt((0.5,) * len(SIGN_NAMES), -1.0, Thresholds(0.2, 0.8, 0.9, 0.5, 0.8, 0.1, "invoices"))
    doubts = Doubts(facts, Doubt(facts.weights, 2.0, Thresholds(0.4, 0.9)))
    (tmp_path / "quals.json").write_text(as_json(doubts), encoding="utf-8")

    assert load_doubts(tmp_path / "quals.json") == doubts


@pytest.mark.parametrize("damage", [("{", "["), ('"offset"', '"offse"'), ('"worst"', '"best"'), ("0.2", "0.95")])
def test_damaged_thresholds_are_a_sentence(damage: tuple[str, str], tmp_path: Path) -> None:
    one = Doubt((0.5,) * len(SIGN_NAMES), -1.0, Thresholds(0.2, 0.8))
    (tmp_path / "quals.json").write_text(as_json(Doubts(one, one)).replace(*damage), encoding="utf-8")

    with pytest.raises(ModelError, match="Install the model again"):
        load_doubts(tmp_path / "quals.json")
