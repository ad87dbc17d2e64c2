"""Writes what the app runs: the reader's graph, its weights in eight bits, and a record with its alphabet.

    python -m docqa_app.training.second_reader.export OUT VERSION NETWORK [NETWORK ...]

Of several networks that learned together the mean is written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from torch import Tensor

from docqa_app.reading.second_reader import GRAPH, HEIGHT, LINE, RECORD, SIGNS
from docqa_app.training.second_reader.network import ALPHABET, LANGUAGES, LineNetwork, OneLine

PARITY = 1e-3  # largest difference of a probability from torch's
LARGE = 1024  # values from which a tensor is stored in eight bits
LSTM_ROWS, ROWS, COLUMNS = 1, 0, 1  # axes along which a tensor's values share a scale


class ParityError(Exception):
    """The exported graph does not say what torch says."""


def mean_of(networks: Sequence[dict[str, Tensor]]) -> LineNetwork:
    """The network whose weights are the mean of these."""
    first, network = networks[0], LineNetwork()
    mean = {name: sum(one[name] for one in networks) / len(networks) for name in first}  # type: ignore[arg-type]
    network.load_state_dict({name: value.to(first[name].dtype) for name, value in mean.items()})  # type: ignore[union-attr]
    return network.eval()


def export(network: LineNetwork, folder: Path, version: str) -> None:
    """Write the graph and its record into the folder; ParityError where the whole weights do not say the same."""
    folder.mkdir(parents=True, exist_ok=True)
    line, path = OneLine(network).eval(), folder / GRAPH
    torch.onnx.export(
        line, (torch.ones(HEIGHT, 120),), str(path), input_names=[LINE], output_names=[SIGNS],
        dynamic_axes={LINE: {1: "columns"}, SIGNS: {0: "steps"}}, opset_version=18, dynamo=False,
    )  # fmt: skip
    _compare(line.eval(), path)
    onnx.save(in_eight_bits(onnx.load(path)), str(path))
    record = {"version": version, "languages": LANGUAGES, "alphabet": ALPHABET, "sha256": _checksum(path)}
    (folder / RECORD).write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")


def _checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _compare(line: OneLine, path: Path) -> None:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for columns in (33, 200):
        given = torch.rand(HEIGHT, columns, generator=torch.Generator().manual_seed(columns)) * 2 - 1
        with torch.no_grad():
            expected = line(given).exp().numpy()
        difference = float(np.abs(np.exp(session.run([SIGNS], {LINE: given.numpy()})[0]) - expected).max())
        if not difference <= PARITY:
            raise ParityError(f"{path.name} differs from torch by {difference:.2g}")


def in_eight_bits(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its large tensors as bytes and scales, which ONNX Runtime multiplies out when it loads them."""
    for tensor in list(model.graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size >= LARGE:
            model.graph.initializer.remove(tensor)
            _lay_small(model.graph, tensor.name, values)
    return model


def _lay_small(graph: onnx.GraphProto, name: str, values: NDArray[np.float32]) -> None:
    """A node in place of the tensor that makes it from bytes and from a scale for each of its outputs."""
    axis = _axis(values)
    others = tuple(one for one in range(values.ndim) if one != axis)
    scales = np.maximum(np.abs(values).max(others), 1e-12).astype(np.float32) / 127
    shape = [-1 if one == axis else 1 for one in range(values.ndim)]
    levels = np.round(values / scales.reshape(shape)).astype(np.int8)
    parts = {"levels": levels, "scales": scales}
    graph.initializer.extend(numpy_helper.from_array(part, f"{name}.{kind}") for kind, part in parts.items())
    node = helper.make_node("DequantizeLinear", [f"{name}.{kind}" for kind in parts], [name], axis=axis)
    graph.node.insert(0, node)


def _axis(values: NDArray[np.float32]) -> int:
    """Which axis is the outputs': the first of a convolution, the second of an LSTM's weights and of a product."""
    return {4: ROWS, 3: LSTM_ROWS}.get(values.ndim, COLUMNS)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("version")
    parser.add_argument("networks", type=Path, nargs="+")
    given = parser.parse_args(arguments)
    export(mean_of([torch.load(path, weights_only=True) for path in given.networks]), given.out, given.version)


if __name__ == "__main__":
    main()
