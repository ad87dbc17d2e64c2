"""A checkpoint and its export are measured alike, and agree."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from docqa_app.training.assess import asked, assess, by_task, main, unanswerable_auroc
from docqa_app.training.export import write_model
from docqa_app.training.masked import masked_accuracy
from docqa_app.training.opened import Opened, open_checkpoint, open_export
from docqa_app.training.page_lines import line_page
from docqa_app.training.rounding import FLOAT, GRAPHS, Rounding
from docqa_app.training.rounding_cost import cost, costs
from docqa_app.training.trainer import load_checkpoint
from tests.training.conftest import VOCABULARY, TinyRun, made_up_line, write_slips

LINES = [made_up_line(seed) for seed in range(7000, 7012)]


@pytest.fixture(scope="module")
def exported(tiny_run: TinyRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "tiny"
    model, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    write_model(model, folder, VOCABULARY, "0.0.1", FLOAT)
    return folder


@pytest.fixture(scope="module")
def checkpoint(tiny_run: TinyRun) -> Opened:
    return open_checkpoint(tiny_run.folder / "checkpoint.pt", VOCABULARY)


def test_a_checkpoint_answers_in_torch_what_it_was_taught(checkpoint: Opened) -> None:
    scores = by_task(asked(checkpoint, "slips", LINES, 8))

    assert scores["field"]["accuracy"] >= 0.6
    assert scores["all"]["questions"] == 24


def test_questions_the_page_does_not_answer_are_told_from_the_others(checkpoint: Opened) -> None:
    assert (unanswerable_auroc(asked(checkpoint, "slips", LINES, 8)) or 0) > 0.9


def test_torch_and_the_exported_model_place_hidden_words_alike(checkpoint: Opened, exported: Path) -> None:
    pages = [line_page(line) for line in LINES]
    told = [masked_accuracy(opened, pages).measures() for opened in (checkpoint, open_export(exported, 1))]

    assert told[0] == told[1]
    assert told[0]["words"] > 0


def test_a_model_exported_before_boxes_could_hide_says_so(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = exported / "manifest.json"
    whole = manifest.read_text(encoding="utf-8")
    record = json.loads(whole)
    del record["hidden_boxes"]
    manifest.write_text(json.dumps(record), encoding="utf-8")

    assess(open_export(exported, 1), "slips", LINES[:1], 8)
    manifest.write_text(whole, encoding="utf-8")

    assert "no input for hidden boxes" in capsys.readouterr().out


def test_the_command_measures_both_and_finds_them_alike(
    tiny_run: TinyRun, exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(7000, 7006))
    arguments = [str(tiny_run.folder / "checkpoint.pt"), "--vocabulary", str(VOCABULARY), "--sets", str(slips)]

    assert main([*arguments, "--beside", str(exported), "--threads", "1"]) == 0

    told = capsys.readouterr().out
    assert "slips/unanswerable" in told
    assert "slips/apart" in told


def test_float_weights_cost_nothing_and_four_bits_more_than_eight(tiny_run: TinyRun) -> None:
    model, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    coarse = Rounding(bits=4, block=32, head_block=32)
    tried = {"float": FLOAT, "eight": Rounding(block=32, head_bits=8, head_block=32), "four": coarse}
    ways = {name: dict.fromkeys(GRAPHS, rounding) for name, rounding in tried.items()}

    found = dict(costs(model, VOCABULARY, LINES[:6], 2, ways))

    assert found["float"].moved < found["eight"].moved < found["four"].moved
    assert found["four"].size < found["eight"].size < found["float"].size


def test_a_token_tips_where_it_is_said_by_one_only() -> None:
    before, after = np.log([0.9, 0.6, 0.2, 0.1]), np.log([0.9, 0.3, 0.8, 0.1])

    told = cost(before.astype(np.float32), after.astype(np.float32), 1.0)

    assert told.tokens == 4
    assert told.moved == pytest.approx((np.log(2) + np.log(4)) / 4, abs=1e-4)
    assert told.tipped == 0.5


def test_likelihoods_of_other_tokens_are_not_compared() -> None:
    with pytest.raises(ValueError, match="3 and 2 tokens"):
        cost(np.zeros(3, np.float32), np.zeros(2, np.float32), 1.0)
