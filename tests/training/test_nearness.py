"""Attention by where words lie to each other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from docqa_app.training.export import export_graphs
from docqa_app.training.model.config import tiny
from docqa_app.training.model.docformer import DocFormer

WORDS, TOKENS = 90, 12


def _network(nearness: bool, learned: bool = False) -> DocFormer:
    torch.manual_seed(1)
    model = DocFormer(replace(tiny(WORDS), nearness=nearness, picture_used=False)).eval()
    if model.nearness is not None and learned:
        for part in (model.nearness.across, model.nearness.down):
            torch.nn.init.normal_(part.table.weight)
    return model


@pytest.fixture
def page() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    torch.manual_seed(2)
    corners = torch.randint(0, 900, (1, TOKENS, 2))
    shown = torch.ones(1, TOKENS).bool()
    return torch.randint(3, WORDS, (1, TOKENS)), torch.cat([corners, corners + 40], -1), shown


def test_an_older_network_says_the_same_once_it_may_learn_nearness(page: tuple[torch.Tensor, ...]) -> None:
    older, newer = _network(False), _network(True)
    newer.load_state_dict(older.state_dict(), strict=False)
    with torch.no_grad():
        assert torch.equal(older.encode(*page, None), newer.encode(*page, None))


def test_words_that_swap_places_are_read_otherwise(page: tuple[torch.Tensor, ...]) -> None:
    model = _network(True, learned=True)
    boxes = torch.arange(TOKENS)[None, :, None].expand(1, TOKENS, 4) * 60
    assert model.nearness is not None
    near = model.nearness(boxes, page[2])
    assert not torch.allclose(near, model.nearness(boxes.flip(1), page[2]))
    assert torch.allclose(near, model.nearness(boxes + 80, page[2])), "moved together they lie the same"


def test_a_hidden_box_tells_nothing(page: tuple[torch.Tensor, ...]) -> None:
    model = _network(True, learned=True)
    tokens, boxes, mask = page
    shown, moved = mask.clone(), boxes.clone()
    shown[:, 3], moved[:, 3] = False, 7
    with torch.no_grad():
        assert torch.equal(
            model.encode(tokens, boxes, mask, None, shown), model.encode(tokens, moved, mask, None, shown)
        )


def test_the_exported_graph_sees_nearness_as_torch_does(tmp_path: Path) -> None:
    export_graphs(_network(True, learned=True), tmp_path)
    assert (tmp_path / "reader.onnx").exists()
