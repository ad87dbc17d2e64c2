"""A checkpoint and its export are measured alike, and agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docqa_app.training.assess import asked, assess, by_task, main, unanswerable_auroc
from docqa_app.training.corpora import line_page
from docqa_app.training.export import write_model
from docqa_app.training.masked import masked_accuracy
from docqa_app.training.opened import Opened, open_checkpoint, open_export
from docqa_app.training.trainer import load_checkpoint
from tests.training.conftest import VOCABULARY, TinyRun, made_up_line, write_slips

LINES = [made_up_line(seed) for seed in range(7000, 7012)]


@pytest.fixture(scope="module")
def exported(tiny_run: TinyRun, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "tiny"
    model, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    write_model(model, folder, VOCABULARY, "0.0.1", bits=32, block=32, calibration=None)
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
