"""What a page's cells say they hold becomes how sure it is that a thing is there, and how it looks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from docqa_app.answering.seeing import COLOURS, Seeing, load_seeing
from docqa_app.errors import ModelError

NAMES = ("stamp", "qr", "round", *COLOURS)
SEEING = Seeing(NAMES, {"stamp": (1.0, 0.0), "qr": (1.0, 0.0)})


def cells(*stamped: str) -> np.ndarray:
    """Three cells, the second of which holds a stamp with these traits."""
    logits = np.full((3, len(NAMES)), -6, dtype=np.float32)
    logits[1, [NAMES.index(name) for name in ("stamp", *stamped)]] = 6
    return logits


def test_the_clearest_cell_says_whether_a_thing_is_there() -> None:
    told = SEEING.told(cells("red"))
    assert told["stamp"] > 0.99
    assert told["qr"] < 0.01


def test_a_stamp_has_the_colour_and_the_shape_of_its_own_cells() -> None:
    logits = cells("blue", "round")
    logits[0, NAMES.index("red")] = 6  # something else that is red
    told = SEEING.told(logits)
    assert max(COLOURS, key=lambda colour: told[f"stamp {colour}"]) == "blue"
    assert told["stamp round"] > 0.9


def test_what_is_not_there_has_no_colour() -> None:
    assert set(SEEING.told(np.full((3, len(NAMES)), -6, dtype=np.float32))) == {"stamp", "qr"}


def test_a_model_without_the_file_tells_nothing_and_a_damaged_file_is_a_sentence(tmp_path: Path) -> None:
    assert load_seeing(tmp_path / "seen.json") is None
    (tmp_path / "seen.json").write_text('{"names": 3}', encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        load_seeing(tmp_path / "seen.json")
