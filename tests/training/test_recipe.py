"""The recipe at its tiny size: it learns, it resumes, and what it exports says what torch says."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from docqa_app.answering.engine import load_engine
from docqa_app.answering.model_folder import open_model_folder
from docqa_app.answering.tokenizer import WordTokenizer
from docqa_app.training import export
from docqa_app.training.collate import collate
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.export import ParityError, export_graphs, write_model
from docqa_app.training.losses import Weights, losses, remember
from docqa_app.training.model.config import small, tiny
from docqa_app.training.model.cost import flops_per_page
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.page_lines import line_page
from docqa_app.training.recipe import Recipe, Source, rate_at
from docqa_app.training.rounding import Rounding
from docqa_app.training.run_log import read_log
from docqa_app.training.start import started
from docqa_app.training.trainer import Trainer, load_checkpoint
from tests.training.conftest import VOCABULARY, TinyRun, made_up_line, write_slips


@pytest.fixture
def tiny_recipe(tmp_path: Path) -> Recipe:
    """Two steps."""
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(6))
    return Recipe((Source(slips, 1.0),), minutes=60, steps=2, size="tiny", warm_up=1, budget=300)


def tiny_trainer(folder: Path, recipe: Recipe) -> Trainer:
    tokenizer = WordTokenizer.load(VOCABULARY)
    return Trainer(folder, recipe, DocFormer(tiny(tokenizer.size)), tokenizer)


def logged(folder: Path, name: str) -> list[float]:
    lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
    return [record[name] for line in lines if name in (record := json.loads(line))]


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def test_the_losses_of_answers_and_of_not_on_this_page_fall(tiny_run: TinyRun) -> None:
    for name in ("words", "found"):
        losses_seen = logged(tiny_run.folder, name)
        assert mean(losses_seen[-20:]) < 0.6 * mean(losses_seen[:10]), name


def test_a_stopped_run_goes_on_where_it_was(tiny_run: TinyRun) -> None:
    longer = replace(tiny_run.recipe, steps=tiny_run.recipe.steps + 10)
    fresh = Trainer(tiny_run.folder, longer, DocFormer(tiny(tiny_run.tokenizer.size)), tiny_run.tokenizer)

    assert fresh.resume()

    assert fresh.progress == tiny_run.trainer.progress
    old, new = tiny_run.trainer.model.state_dict(), fresh.model.state_dict()
    assert all(torch.equal(old[name], new[name]) for name in old)
    assert fresh.share == pytest.approx(160 / 170)


def test_the_exported_model_answers_as_torch_was_taught(tiny_run: TinyRun, tmp_path: Path) -> None:
    model, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    write_model(model, tmp_path / "tiny", VOCABULARY, "0.0.1", Rounding(block=32, head_block=32))
    engine = load_engine(tmp_path / "tiny", "CPU")

    right = 0
    for seed in range(5000, 5010):
        line = made_up_line(seed)
        weighed = engine.weigh(line_page(line), ["number", "total"])
        right += sum(w[0].candidate.text == q["answers"][0] for w, q in zip(weighed, line["questions"], strict=False))

    assert right >= 12


def test_what_was_fitted_on_an_older_model_is_not_shipped_with_a_new_one(tiny_recipe: Recipe, tmp_path: Path) -> None:
    tiny_trainer(tmp_path / "run", tiny_recipe).save()
    folder = tmp_path / "tiny"
    folder.mkdir()
    for name in ("calibration.json", "seen.json", "quals.json", "free-calibration.json"):
        (folder / name).write_text('{"of": "the older model"}', encoding="utf-8")
    told = [tmp_path / "run" / "checkpoint.pt", folder, "--vocabulary", VOCABULARY, "--version", "0.0.2"]
    told += ["--bits", 32, "--head-bits", 32, "--calibration", folder / "calibration.json"]

    export.main([str(one) for one in told])

    shipped = open_model_folder(folder).files.keys()
    assert "calibration.json" in shipped
    assert not {"seen.json", "quals.json", "free-calibration.json"} & shipped


def test_an_export_that_differs_from_torch_is_refused(
    tiny_run: TinyRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, _ = load_checkpoint(tiny_run.folder / "checkpoint.pt")
    monkeypatch.setattr("docqa_app.training.export.PARITY", 0.0)

    with pytest.raises(ParityError, match="differs from torch"):
        export_graphs(model, tmp_path)


def test_the_questions_of_a_page_do_not_see_each_other(tiny_run: TinyRun) -> None:
    model = tiny_run.trainer.model.eval()
    maker = ExampleMaker(tiny_run.tokenizer, model.config, seed=1)
    whole = maker.asked(made_up_line(1))
    alone = replace(whole, rows=whole.rows[1:2])

    def hidden_of(example: object) -> torch.Tensor:
        batch = collate([example], model.config, random.Random(1))
        with torch.no_grad():
            memory, _ = remember(model, batch)
            read = model.read(memory, batch.prompts, batch.rows, batch.places)
        return read.hidden[0, batch.ends[0, -1 if len(example.rows) == 1 else 1]]

    assert torch.allclose(hidden_of(whole), hidden_of(alone), atol=1e-4)


def test_half_of_the_words_that_are_scored_hide_their_boxes_and_no_others(tiny_run: TinyRun) -> None:
    maker = ExampleMaker(tiny_run.tokenizer, tiny_run.trainer.model.config, seed=1)
    batch = collate([maker.asked(made_up_line(3))], tiny_run.trainer.model.config, random.Random(1), hidden=0.4)

    assert batch.shown is not None
    scored = [tuple(cell) for cell in batch.cells.tolist()]
    hidden = [cell for cell in scored if not batch.shown[cell]]
    assert len(hidden) == len(scored) / 2 > 0
    words = maker.asked(made_up_line(3)).passages[0].words
    seen = {int(words[place]) for place in range(len(words)) if batch.shown[0, place]}
    assert seen == set(words.tolist()) - {int(words[place]) for _, place in hidden}
    assert set(batch.pair_labels.tolist()) <= {0, 1, 2}


def test_blanked_words_come_back_in_the_row_that_tells_them(tiny_run: TinyRun) -> None:
    maker = ExampleMaker(tiny_run.tokenizer, tiny_run.trainer.model.config, seed=5)
    example = maker.blanked(made_up_line(3), share=0.5)

    told = tiny_run.tokenizer.decode(example.rows[0].answer)
    shown = tiny_run.tokenizer.decode([t for p in example.passages for t in p.tokens])
    words = [w[0] for w in made_up_line(3)["words"]]
    assert all((word in told) != (word in shown) for word in words if words.count(word) == 1)


def long_line(questions: Sequence[object] = ()) -> dict[str, object]:
    """A page of 860 words, more than three passages."""
    words = [[f"word{i}", 0.05 + i % 8 * 0.11, 0.01 + i // 8 * 0.009, 0.12 + i % 8 * 0.11, 0.017 + i // 8 * 0.009, 1.0]
             for i in range(860)]  # fmt: skip
    return {"id": "long", "words": words, "questions": list(questions)}


@pytest.fixture
def maker() -> ExampleMaker:
    tokenizer = WordTokenizer.load(VOCABULARY)
    return ExampleMaker(tokenizer, tiny(tokenizer.size), seed=1)


def test_only_blanks_that_stand_on_the_passages_kept_are_told(maker: ExampleMaker) -> None:
    maker.most_passages, sentinels = 1, set(maker.sentinels)

    example = maker.blanked(long_line(), share=0.03)

    seen = {int(token) for p in example.passages for token in p.tokens} & sentinels
    assert seen
    assert seen == set(example.rows[0].answer) & sentinels


def test_blanks_are_of_the_share_and_length_asked_for(maker: ExampleMaker) -> None:
    lengths = [length for _ in range(60) for length in maker._runs(400, 0.15, 3.0)]

    blanked = [length for length in lengths if length]
    assert sum(blanked) / (60 * 400) == pytest.approx(0.15, abs=0.015)
    assert sum(blanked) / len(blanked) == pytest.approx(3.0, abs=0.15)


def test_an_answer_whose_evidence_is_partly_cut_away_is_not_taught(maker: ExampleMaker) -> None:
    wide = {"question": "What is it?", "answers": ["word0 word859"], "evidence": [0, 859], "task": "field"}
    maker.most_passages = 1

    row = maker.asked(long_line([wide])).rows[0]

    assert (row.answer, row.evidence, row.judged) == ((), frozenset(), False)


def test_a_batch_with_nothing_to_say_costs_nothing(tiny_run: TinyRun) -> None:
    line = made_up_line(1)
    line["questions"] = line["questions"][2:]
    model = tiny_run.trainer.model
    batch = collate([ExampleMaker(tiny_run.tokenizer, model.config, 1).asked(line)], model.config, random.Random(1))

    total, said = losses(model, batch, Weights())

    assert torch.isfinite(total)
    assert said["words"] == 0


def test_the_rate_warms_up_and_falls_to_zero_at_the_end(tiny_run: TinyRun) -> None:
    recipe = replace(tiny_run.recipe, rate=1.0, warm_up=10, decay_from=0.5)

    assert rate_at(recipe, 0, 0.0) == pytest.approx(0.1)
    assert rate_at(recipe, 50, 0.4) == 1.0
    assert rate_at(recipe, 50, 0.75) == pytest.approx(0.5)
    assert rate_at(recipe, 50, 1.0) == 0.0


def test_a_run_may_begin_at_its_full_rate_and_never_fall(tiny_recipe: Recipe) -> None:
    recipe = replace(tiny_recipe, rate=1.0, warm_up=0, decay_from=1.0)

    assert [rate_at(recipe, step, share) for step, share in ((0, 0.0), (9, 1.0), (10, 1.1))] == [1.0, 1.0, 1.0]


def test_a_finished_run_is_not_trained_further(tiny_recipe: Recipe, tmp_path: Path) -> None:
    trainer = tiny_trainer(tmp_path, tiny_recipe)
    trainer.run()
    again = tiny_trainer(tmp_path, tiny_recipe)
    assert again.resume()

    again.run()

    assert again.progress == trainer.progress
    assert len(logged(tmp_path, "loss")) == trainer.progress.step


def test_a_log_torn_in_a_line_costs_no_training(tiny_recipe: Recipe, tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text('{"step": 1, "loss": 4.0}\n{"step": 2, "lo\n7\n', encoding="utf-8")

    trainer = tiny_trainer(tmp_path, tiny_recipe)
    trainer.run()

    assert (tmp_path / "checkpoint.pt").exists()
    assert [step for step, _ in read_log(tmp_path)["loss"]] == [1, 1, 2]


def test_start_weights_of_another_shape_are_refused() -> None:
    with pytest.raises((KeyError, ValueError, RuntimeError)):
        started(tiny(100), {"shared.weight": torch.zeros(100, 64)}, list(range(100)))


def test_the_question_costs_little_beside_the_page() -> None:
    config = small(13297)

    one, ten = flops_per_page(config, questions=1), flops_per_page(config, questions=10)

    assert ten < 2 * one
