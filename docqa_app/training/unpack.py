"""A shipped model becomes a checkpoint again: the next version can be trained from it where no checkpoint is left.

    python -m docqa_app.training.unpack models/docformer-small runs/old.pt

The weights are those the app computes with: rounded to blocks of eight bits, the vocabulary's product to four.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from docqa_app.training.model import CONFIGS, Config, DocFormer, RelativeBias
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
    """The network of an exported folder of form 2, in float32. ValueError where a weight isn't found in its graphs."""
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
    graph = restored(onnx.load(folder / f"{file}.onnx")).graph
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


def main() -> None:
    """Write a checkpoint to begin with (`training.train --warm`)."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="a model folder as exported")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--size", choices=CONFIGS, default="small")
    given = parser.parse_args()
    model = unpacked(given.folder, given.size)
    version = json.loads((given.folder / "manifest.json").read_text(encoding="utf-8"))["version"]
    given.checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save(
        {"model": model.state_dict(), "config": asdict(model.config), "recipe": {"from": version}}, given.checkpoint
    )


if __name__ == "__main__":
    main()
