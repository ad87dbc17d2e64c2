"""A shipped model becomes a checkpoint again: the next version can be trained from it where no checkpoint is left.

    python -m docqa_app.training.unpack models/docformer-small runs/old.pt [--free | --asking]

The weights are those the app computes with: rounded to blocks of eight bits, the vocabulary's product to four. With
`--free` or `--asking` the narrow products of its graphs for free questions, or for asking, stand beside them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from docqa_app.answering.model_folder import MANIFEST
from docqa_app.answering.network import ASKING, FREE, READER, SPEAKER
from docqa_app.answering.packing import place_of, unpacked_bytes
from docqa_app.training.export import export_graphs
from docqa_app.training.low_rank import INTO, OUT, is_narrow
from docqa_app.training.model.config import CONFIGS, Config
from docqa_app.training.model.docformer import DocFormer
from docqa_app.training.model.layers import RelativeBias
from docqa_app.training.rounding import SHIPPED, Rounding, by_graph, rounded
from docqa_app.training.widening import LEVELS, ROWS, SCALES, restored, whole_weight

Floats = NDArray[np.float32]

# Constants the exporter gives no name of their own, by their graph and the node that takes them.
UNNAMED = {
    "eyes": {"/Add_1": "modality.1"},
    "reader": {"/boxes/Where": "boxes.hidden", "/Add_1": "modality.0"},
    "speaker": {"/Mul_2": "successor.0", "/Mul_3": "successor.1"},
}
BY_DISTANCE = ".by_distance"
_LAYER = re.compile(r"/(encoder|decoder)\.(\d+)/(k|v)$")
_MEMORY = re.compile(r"/(k|v)(?:_(\d+))?$")


def unpacked(folder: Path, size: str = "small") -> DocFormer:
    """The network of an exported folder of form 2 or 3, in float32. ValueError where its graphs lack a weight."""
    found = {name: torch.from_numpy(w.copy()) for file in UNNAMED for name, w in _weights(folder, file)}
    found |= {whole: torch.stack([found.pop(f"{whole}.{n}") for n in (0, 1)]) for whole in ("modality", "successor")}
    packed = np.load(folder / "embedding.npz")
    found["embedding.weight"] = torch.from_numpy(packed["rows"] * packed["scale"][:, None]).float()
    model = DocFormer(_config(size, found))
    for name, bias in model.named_modules():
        if isinstance(bias, RelativeBias) and f"{name}{BY_DISTANCE}" in found:
            found[f"{name}.table.weight"] = _table(bias, found.pop(f"{name}{BY_DISTANCE}"))
    missing, unknown = model.load_state_dict(found, strict=False)
    if missing or unknown:
        raise ValueError(f"{folder} is not a {size} model: missing {missing[:3]}, unknown {unknown[:3]}")
    return model


def _config(size: str, found: dict[str, Tensor]) -> Config:
    nearness = any(name.startswith("nearness.") for name in found)
    return replace(CONFIGS[size](len(found["embedding.weight"])), nearness=nearness)


def _table(bias: RelativeBias, by_distance: Tensor) -> Tensor:
    """The table [buckets, H] of an attention bias from its values by distance [2 far + 1, H], as the graphs keep them.

    Buckets that no distance falls into stay as they are: nothing was ever learned there.
    """
    table = bias.table.weight.detach().clone()
    table[bias.bucket(torch.arange(-bias.farthest, bias.farthest + 1))] = by_distance
    return table


def _weights(folder: Path, file: str) -> Iterator[tuple[str, Floats]]:
    """The parameters in one graph, by their names in the network."""
    graph = restored(opened_graph(folder, f"{file}.onnx")).graph
    held = {tensor.name: tensor for tensor in graph.initializer}
    yield from ((n.removeprefix("model."), numpy_helper.to_array(t)) for n, t in held.items() if n.startswith("model."))
    for node in graph.node:
        if node.op_type == "MatMulNBits":
            yield f"{_parameter(node.name)}.weight", _product(node, held)
        if node.op_type == "MatMul" and f"{node.name}.{LEVELS}" in held:
            yield f"{_parameter(node.name)}.weight", _widened(node, held)
        if node.op_type == "Gather" and node.input[0].startswith("onnx::") and node.input[0] in held:
            yield (
                f"{_module(node.name.removesuffix('/Gather'))}{BY_DISTANCE}",
                numpy_helper.to_array(held[node.input[0]]),
            )
        unnamed = [i for i in node.input if i.startswith("onnx::") and i in held]
        if unnamed and node.name in UNNAMED[file]:  # other nodes of these names take computed values
            yield UNNAMED[file][node.name], numpy_helper.to_array(held[unnamed[0]])


def _parameter(node: str) -> str:
    """The module a product belongs to: keys and values are asked for past their attention, so its name isn't told."""
    path = re.sub(r"/MatMul_Q\d$", "", node)
    if layer := _LAYER.fullmatch(path):
        return f"{layer[1]}.{layer[2]}.attention.{layer[3]}"
    if memory := _MEMORY.fullmatch(path):
        return f"decoder.{memory[2] or 0}.cross.{memory[1]}"
    return _module(re.sub(r"/(\w+)/\1\.(\d)$", r"/\1.\2", path))


def _module(path: str) -> str:
    return path.strip("/").replace("/", ".")


def _product(node: onnx.NodeProto, held: dict[str, onnx.TensorProto]) -> Floats:
    """A product's weight [N, K] from its blocks [N, blocks, bytes] with a scale each; zero stands in the middle."""
    told = {a.name: a.i for a in node.attribute}
    packed, scales = (numpy_helper.to_array(held[name]) for name in node.input[1:3])
    if told["bits"] == 4:  # the low half of a byte first
        packed = np.stack([packed & 15, packed >> 4], -1).reshape(*packed.shape[:2], -1)
    levels = packed.astype(np.float32) - (1 << (told["bits"] - 1))
    weight: Floats = (levels * scales.reshape(*packed.shape[:2], 1)).reshape(told["N"], -1)[:, : told["K"]]
    return weight


def _widened(node: onnx.NodeProto, held: dict[str, onnx.TensorProto]) -> Floats:
    """The weight [N, K] of a product that is widened at load; padding cut off."""
    names = {part: f"{node.name}.{part}" for part in (LEVELS, SCALES, ROWS)}
    parts = {part: numpy_helper.to_array(held[name]) for part, name in names.items() if name in held}
    weight = whole_weight(parts[LEVELS], parts[SCALES])
    return weight[: len(parts.get(ROWS, weight))].T


# -- narrow products --------------------------------------------------------------------------------------------------


def unpacked_beside(folder: Path, size: str = "small", rounding: Rounding = SHIPPED, task: str = FREE) -> DocFormer:
    """The network of an exported folder, made small by this rounding, with its narrow products for a task (FREE,
    ASKING). ValueError where it has none, or other ones."""
    base = unpacked(folder, size)
    beside = [task + name for name in (READER, SPEAKER)]
    shipped = [list(opened_graph(folder, name).graph.initializer) for name in beside if place_of(folder, name)]
    if not shipped:
        raise ValueError(f"{folder} has no graphs of narrow products ({task})")
    model = DocFormer(replace(base.config, low_rank=_rank(shipped[0]))).eval()
    model.load_state_dict(base.state_dict(), strict=False)
    model.load_state_dict(dict(_narrow_weights(model, shipped, rounding)), strict=False)
    return model


def opened_graph(folder: Path, name: str) -> onnx.ModelProto:
    """A graph of a model folder, packed or not, without the weights that it shares with others."""
    return onnx.load_from_string(unpacked_bytes(place_of(folder, name) or folder / name))


def _rank(tensors: Sequence[onnx.TensorProto]) -> int:
    """The rank of the narrow products: the least that any tensor of whole bytes is wide."""
    return min(min(t.dims) for t in tensors if t.data_type == onnx.TensorProto.INT8 and len(t.dims) == 2)


def _narrow_weights(
    twin: DocFormer, shipped: Sequence[Sequence[onnx.TensorProto]], rounding: Rounding
) -> Iterator[tuple[str, Tensor]]:
    """Graphs of narrow products have no names: their tensors come in the order in which `twin` is exported, the same
    network with other narrow products."""
    for name, parameter in twin.named_parameters():
        if is_narrow(name):  # those that are all zero would be written once
            torch.nn.init.normal_(parameter, std=1e-3)
    with TemporaryDirectory() as whole:
        export_graphs(twin, Path(whole))
        for name, tensors in zip((READER, SPEAKER), shipped, strict=True):
            graph = rounded(onnx.load(Path(whole) / name), by_graph(rounding)[Path(name).stem]).graph
            held = {one.name: two for one, two in zip(graph.initializer, tensors, strict=True)}
            for node in graph.node:
                if node.op_type == "MatMul" and is_narrow(node.name):
                    parts = (numpy_helper.to_array(held[f"{node.name}.{part}"]) for part in (LEVELS, SCALES))
                    yield _narrow_parameter(node.name), torch.from_numpy(np.multiply(*parts).T.copy())


def _narrow_parameter(node: str) -> str:
    """Which half of a narrow product; a graph counts a module that it runs more than once behind the half's name."""
    place = re.fullmatch(rf"(.*)/({INTO}|{OUT})(_\d+)?/MatMul", node)
    assert place is not None
    return f"{_parameter(place[1] + (place[3] or ''))}.{place[2]}.weight"


def main() -> None:
    """Write a checkpoint to begin with (`training.train --warm`)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="a model folder as exported")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--size", choices=CONFIGS, default="small")
    narrow = parser.add_mutually_exclusive_group()
    narrow.add_argument(
        "--free", dest="task", action="store_const", const=FREE, help="with what answers free questions"
    )
    narrow.add_argument("--asking", dest="task", action="store_const", const=ASKING, help="with what asks questions")
    given = parser.parse_args()
    plain = given.task is None
    model = unpacked(given.folder, given.size) if plain else unpacked_beside(given.folder, given.size, task=given.task)
    version = json.loads((given.folder / MANIFEST).read_text(encoding="utf-8"))["version"]
    given.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save(
        {"model": model.state_dict(), "config": asdict(model.config), "recipe": {"from": version}}, given.checkpoint
    )


if __name__ == "__main__":
    main()
