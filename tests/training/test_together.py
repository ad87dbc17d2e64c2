"""Runs that share their weights: what each learns reaches the other, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

from docqa_app.training.model.config import tiny
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.recipe import Recipe, Source
from docqa_app.training.together import SharedWeights
from docqa_app.training.trainer import Trainer
from tests.training.conftest import TinyRun, write_slips


def layer(value: float) -> nn.Linear:
    made = nn.Linear(3, 2)
    for parameter in made.parameters():
        nn.init.constant_(parameter, value)
    return made


def moved(network: nn.Linear, by: float) -> None:
    with torch.no_grad():
        for parameter in network.parameters():
            parameter += by


def test_the_first_run_gives_its_weights_and_the_second_takes_them(tmp_path: Path) -> None:
    first, second = layer(1.0), layer(5.0)
    SharedWeights(tmp_path / "weights", first.parameters())
    SharedWeights(tmp_path / "weights", second.parameters())
    assert torch.equal(second.weight, torch.ones(2, 3))


def test_what_both_have_learned_adds_up(tmp_path: Path) -> None:
    first, second = layer(1.0), layer(1.0)
    ours, theirs = (SharedWeights(tmp_path / "weights", n.parameters()) for n in (first, second))
    moved(first, 0.5)
    moved(second, 0.25)
    ours.meet()
    theirs.meet()
    ours.meet()
    assert torch.equal(first.weight, torch.full((2, 3), 1.75))
    assert torch.equal(first.bias, second.bias)


def test_a_run_that_is_resumed_goes_on_from_what_the_others_have_learned_meanwhile(tmp_path: Path) -> None:
    first, second = layer(1.0), layer(1.0)
    SharedWeights(tmp_path / "weights", first.parameters())
    theirs = SharedWeights(tmp_path / "weights", second.parameters())
    moved(second, 2.0)
    theirs.meet()
    SharedWeights(tmp_path / "weights", first.parameters())
    assert torch.equal(first.weight, torch.full((2, 3), 3.0))


def test_a_file_of_another_network_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    SharedWeights(tmp_path / "weights", layer(1.0).parameters())
    before = (tmp_path / "weights").read_bytes()

    with pytest.raises(ValueError, match="another network's weights"):
        SharedWeights(tmp_path / "weights", nn.Linear(4, 4).parameters())

    assert (tmp_path / "weights").read_bytes() == before


def test_two_trainers_end_with_the_same_weights(tmp_path: Path, tiny_run: TinyRun) -> None:
    slips = write_slips(tmp_path / "slips.jsonl.gz", range(30))
    recipe = Recipe((Source(slips, 1.0),), minutes=60, steps=3, size="tiny", rate=1e-3, warm_up=1, budget=600)
    trainers = [
        Trainer(tmp_path / name, recipe, DocFormer(tiny(tiny_run.tokenizer.size)), tiny_run.tokenizer) for name in "ab"
    ]
    for trainer in trainers:
        trainer.share_weights(tmp_path / "weights")
    before = [parameter.clone() for parameter in trainers[0].model.parameters()]
    for trainer in trainers:
        trainer.run()
    trainers[0].save()
    after = [list(trainer.model.parameters()) for trainer in trainers]
    assert all(torch.equal(*pair) for pair in zip(*after, strict=True))
    assert not all(torch.equal(*pair) for pair in zip(before, after[0], strict=True))
