"""What only the picture shows: drawn with its place, told cell by cell, learned by the visual tokens."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from docqa_app.answering.engine import load_engine
from docqa_app.training import first_sight, sight_scores, train
from docqa_app.training.collate import collate
from docqa_app.training.data.generate import generate_page
from docqa_app.training.data.sample import Sample, as_record
from docqa_app.training.examples import Example, ExampleMaker
from docqa_app.training.export import write_model
from docqa_app.training.losses import losses, sight_loss
from docqa_app.training.page_lines import Line, line_page, write_lines
from docqa_app.training.rounding import Rounding
from docqa_app.training.sights import SIGHTS, seen_in_cells
from tests.training.conftest import VOCABULARY, TinyRun, made_up_line

ASKED = {
    "stamp": ("there a stamp?", "bear a stamp?", "einen stempel?", "un tampon ?"),
    "qr": ("qr code?", "qr-code?", "code qr ?"),
}
SEEDS = range(91, 99)


@pytest.fixture(scope="module", params=SEEDS)
def adorned(request: pytest.FixtureRequest) -> Sample:
    return generate_page(request.param, adorned=True)


def names_of(sample: Sample) -> set[str]:
    return {name for names, _ in sample.sights for name in names}


def test_a_thing_is_told_in_the_cells_it_fills_and_nowhere_else() -> None:
    cells = seen_in_cells([[["stamp", "red"], 0.25, 0.5, 0.5, 0.75]], columns=4, rows=4)

    assert [int(cell) for cell in cells[:, SIGHTS.index("stamp")].nonzero()[0]] == [9]
    assert cells[9, SIGHTS.index("red")]
    assert cells.sum() == 2


def test_a_small_thing_is_told_where_most_of_it_lies() -> None:
    cells = seen_in_cells([[["ticked"], 0.24, 0.1, 0.28, 0.12]], columns=4, rows=4)

    assert cells[:, SIGHTS.index("ticked")].nonzero()[0].tolist() == [1]


def test_what_nobody_named_here_counts_for_nothing() -> None:
    assert not seen_in_cells([[["watermark"], 0, 0, 1, 1]], 4, 4).any()


def test_what_is_to_be_seen_lies_on_the_page(adorned: Sample) -> None:
    for _, box in adorned.sights:
        assert 0 <= box.left < box.right <= 1
        assert 0 <= box.top < box.bottom <= 1


@pytest.mark.parametrize("name", ASKED)
def test_a_page_is_asked_for_things_as_its_picture_shows_them(adorned: Sample, name: str) -> None:
    asked = [qa for qa in adorned.questions if qa.question.lower().endswith(ASKED[name])]
    told = {qa.answers[-1] for qa in asked if qa.answers and qa.answers[-1] in ("yes", "no")}

    assert told <= {"yes" if name in names_of(adorned) else "no"}


def test_an_adorned_page_is_mostly_asked_for_its_picture() -> None:
    tasks = [qa.task for seed in SEEDS for qa in generate_page(seed, adorned=True).questions]

    assert tasks.count("visual") > 0.3 * len(tasks)


def drawn_line(seed: int) -> Line:
    line: Line = json.loads(json.dumps(as_record(f"page {seed}", generate_page(seed, adorned=True))))
    return line


def examples(run: TinyRun) -> list[Example]:
    maker = ExampleMaker(run.tokenizer, run.trainer.model.config, seed=1)
    return [maker.asked(made_up_line(1)), maker.asked(drawn_line(SEEDS[0]))]


def test_a_page_of_which_nobody_says_what_it_shows_teaches_nothing_of_it(tiny_run: TinyRun) -> None:
    model, (unknown, known) = tiny_run.trainer.model, examples(tiny_run)
    both = collate([unknown, known], model.config, tiny_run.trainer.rng)
    alone = collate([known], model.config, tiny_run.trainer.rng)

    assert both.sighted is not None
    assert both.sighted.tolist() == [False, True]
    told = [float(sight_loss(model, batch)) for batch in (both, alone)]
    assert told[0] == pytest.approx(told[1], rel=1e-3)


def test_seeing_is_part_of_the_loss_only_where_it_is_known(tiny_run: TinyRun) -> None:
    model, (unknown, known) = tiny_run.trainer.model, examples(tiny_run)
    parts = [
        losses(model, collate([e], model.config, tiny_run.trainer.rng), tiny_run.recipe.weights)[1]
        for e in (unknown, known, replace(known, sights=None))
    ]

    assert ["sights" in part for part in parts] == [False, True, False]


def test_an_exported_model_tells_what_it_sees(
    tiny_run: TinyRun, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages, model = tmp_path / "drawn.jsonl.gz", tmp_path / "model"
    write_lines(pages, [drawn_line(seed) for seed in SEEDS])
    write_model(tiny_run.trainer.model, model, VOCABULARY, "0.0.1", Rounding(block=32))
    assert load_engine(model, threads=1).seen(line_page(drawn_line(91))) == {}

    sight_scores.main([str(model), str(pages), "--write", "--threads", "1"])

    seen = load_engine(model, threads=1).seen(line_page(drawn_line(91)))
    assert set(sight_scores.THINGS) <= set(seen)
    assert all(0 <= share <= 1 for share in seen.values())
    assert "qr" in capsys.readouterr().out


def test_the_eyes_learn_alone_and_a_run_begins_with_them(tmp_path: Path) -> None:
    pages, eyes = tmp_path / "drawn.jsonl.gz", tmp_path / "eyes.pt"
    write_lines(pages, [drawn_line(seed) for seed in (91, 92)])
    base = ["--vocabulary", str(VOCABULARY), "--size", "tiny"]
    first_sight.main([str(eyes), "--data", str(pages), *base, "--minutes", "0.03"])

    untrained = ["--data", str(pages), "--steps", "1", "--rate", "0", "--budget", "400", "--warm", str(eyes)]
    train.main([str(tmp_path / "run"), *base, *untrained])

    learned = torch.load(eyes, weights_only=True)["model"]
    begun = torch.load(tmp_path / "run" / "checkpoint.pt", weights_only=True)["model"]
    assert learned
    assert all(torch.equal(begun[name], weight) for name, weight in learned.items())
