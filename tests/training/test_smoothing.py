"""Smoothed weights say what they said, with channels of more equal sizes."""

from __future__ import annotations

import random
from copy import deepcopy

import pytest
import torch

from docqa_app.training.collate import Batch, collate
from docqa_app.training.examples import ExampleMaker
from docqa_app.training.losses import remember
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.smoothing import channel_sizes, joints, smooth
from tests.training.conftest import TinyRun, made_up_line

LINES = [made_up_line(seed) for seed in range(8000, 8003)]


@pytest.fixture
def rough(tiny_run: TinyRun) -> DocFormer:
    """A network with a channel in each layer that is far larger than the others, as T5 has them."""
    model = deepcopy(tiny_run.trainer.model).cpu().eval()
    with torch.no_grad():
        for feeding, _ in joints(model):
            feeding[0] *= 30
    return model


def said(model: DocFormer, batch: Batch) -> list[torch.Tensor]:
    with torch.no_grad():
        memory, hidden = remember(model, batch)
        read = model.read(memory, batch.prompts, batch.rows, batch.places)
        return [model.output(read.hidden), read.pointer, read.gate, read.found, model.grid_head(hidden)]


def test_a_smoothed_network_says_the_same(rough: DocFormer, tiny_run: TinyRun) -> None:
    maker = ExampleMaker(tiny_run.tokenizer, rough.config, seed=1)
    batch = collate([maker.asked(made_up_line(8100))], rough.config, random.Random(1))
    before = said(rough, batch)

    smooth(rough, channel_sizes(rough, tiny_run.tokenizer, LINES))

    for old, new in zip(before, said(rough, batch), strict=True):
        assert torch.allclose(old, new, rtol=1e-3, atol=1e-3 * float(old.abs().max()))


def test_the_largest_channels_come_nearer_to_the_others(rough: DocFormer, tiny_run: TinyRun) -> None:
    def unevenness() -> torch.Tensor:
        sizes = channel_sizes(rough, tiny_run.tokenizer, LINES)
        return torch.stack([seen.max() / seen.median() for seen in sizes.values()])

    before = unevenness()
    smooth(rough, channel_sizes(rough, tiny_run.tokenizer, LINES))

    assert float(unevenness().median()) < 0.5 * float(before.median())
