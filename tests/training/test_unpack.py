"""A shipped model can be trained further: its weights come back as the app computes with them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from docqa_app.answering.network import EYES, READER, SPEAKER
from docqa_app.training.export import write_model
from docqa_app.training.rounding import Rounding
from docqa_app.training.unpack import opened_graph, unpacked
from tests.training.conftest import VOCABULARY, TinyRun

EIGHT_BITS, FOUR_BITS = 1 / 127, 1 / 7
"""What rounding may change a weight, as a share of the largest of its tensor: a level."""
ROUNDED = {"output.weight": FOUR_BITS}


def test_a_shipped_model_gives_its_weights_back_but_for_rounding(tiny_run: TinyRun, tmp_path: Path) -> None:
    model = tiny_run.trainer.model
    write_model(model, tmp_path, VOCABULARY, "0.0.1", Rounding(block=32))
    again = unpacked(tmp_path, "tiny").state_dict()
    for name, weight in model.state_dict().items():
        if name.endswith("bias.table.weight"):
            continue  # buckets that no distance falls into aren't kept
        away = float((again[name] - weight).abs().max() / weight.abs().max().clamp(min=1e-9))
        assert away <= ROUNDED.get(name, EIGHT_BITS), f"{name} came back {away:.3f} of its size away"


def test_attention_by_distance_comes_back_whole(tiny_run: TinyRun, tmp_path: Path) -> None:
    model = tiny_run.trainer.model
    write_model(model, tmp_path, VOCABULARY, "0.0.1", Rounding(block=32))
    again, places = unpacked(tmp_path, "tiny"), torch.arange(300)
    for name in ("encoder_bias", "decoder_bias"):
        ours, theirs = (getattr(m, name)(places, places) for m in (again, model))
        assert torch.allclose(ours, theirs)


def test_a_model_of_another_size_is_told_by_its_layers(tiny_run: TinyRun, tmp_path: Path) -> None:
    write_model(tiny_run.trainer.model, tmp_path, VOCABULARY, "0.0.1", Rounding(block=32))
    with pytest.raises((ValueError, RuntimeError), match=r"missing|shape|size"):
        unpacked(tmp_path, "small")
    assert torch.isfinite(unpacked(tmp_path, "tiny").embedding.weight).all()


def test_what_reads_is_small_in_the_file_and_computes_in_float(tiny_run: TinyRun, tmp_path: Path) -> None:
    model = tiny_run.trainer.model
    write_model(model, tmp_path, VOCABULARY, "0.0.1", Rounding(block=32))
    reader, speaker = (opened_graph(tmp_path, name).graph for name in (READER, SPEAKER))
    assert not [node for node in reader.node if node.op_type == "MatMulNBits"]
    held = {t.name: onnx.numpy_helper.to_array(t) for t in reader.initializer}
    levels = [values for name, values in held.items() if name.endswith(".levels")]
    assert levels
    assert all(values.dtype == np.int8 for values in levels)
    assert "MatMulNBits" in {node.op_type for node in speaker.node}


def test_what_no_one_reads_in_a_graph_has_short_names_and_large_constants_take_half(
    tiny_run: TinyRun, tmp_path: Path
) -> None:
    write_model(tiny_run.trainer.model, tmp_path, VOCABULARY, "0.0.1", Rounding(block=32))
    for name in (EYES, READER, SPEAKER):
        graph = opened_graph(tmp_path, name).graph
        outputs = {one.name for one in graph.output}
        linked = {out for node in graph.node for out in node.output if out not in outputs}
        assert max(len(link) for link in linked if not link.endswith(".whole")) <= 4
        constants = [node.attribute[0].t for node in graph.node if node.op_type == "Constant"]
        assert not [one for one in constants if one.data_type == onnx.TensorProto.FLOAT and one.ByteSize() > 4096]
